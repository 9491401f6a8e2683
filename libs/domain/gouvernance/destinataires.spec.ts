import { copieDite, destinatairesDe } from './destinataires.rules';

const siege = (nom: string, courriel: string | null, suppleant: [string | null, string | null] = [null, null]) => ({
  id: nom.toLowerCase(),
  nom,
  courriel,
  suppleantNom: suppleant[0],
  suppleantCourriel: suppleant[1],
});

describe('whom a meeting writes to', () => {
  it('writes to titulaires first, then in copy to the suppléants, each named for whom they sit', () => {
    const lus = destinatairesDe([
      siege('Ana', 'ana@x.fr', ['Sam', 'sam@x.fr']),
      siege('Bo', null, ['Sam', 'SAM@x.fr']),
    ]);
    expect(lus).toEqual([
      { courriel: 'ana@x.fr', nom: 'Ana', participantIds: ['ana'], suppleantDe: [] },
      { courriel: 'sam@x.fr', nom: 'Sam', participantIds: ['ana', 'bo'], suppleantDe: ['Ana', 'Bo'] },
    ]);
    expect(lus.map(copieDite)).toEqual([null, 'Vous recevez ce message en copie, à titre de suppléant de Ana et Bo.']);
  });

  it('writes once to an address, whoever shares it and however it is typed', () => {
    const lus = destinatairesDe([
      siege('Ana', 'Mairie@x.fr', ['Bo', 'mairie@x.fr']),
      siege('Bo', 'mairie@X.fr'),
      siege('Cléo', null, [null, 'ANA@x.fr']),
    ]);
    expect(lus.map(({ courriel, nom, suppleantDe }) => [courriel, nom, suppleantDe])).toEqual([
      ['Mairie@x.fr', 'Ana et Bo', []],
      ['ANA@x.fr', 'Cléo', ['Cléo']],
    ]);
  });

  it('writes to nobody when no address is known', () => {
    expect(destinatairesDe([siege('Ana', null)])).toEqual([]);
  });
});
