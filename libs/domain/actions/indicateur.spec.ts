import fc from 'fast-check';
import { UNITES } from '../referentiel/listes';
import { verifierIndicateur, verifierValeur } from './indicateur.rules';

const juste = { type: 'ACTIVITE', unite: 'PERSONNES', modeAgregation: 'SOMME' } as const;
const champs = (indicateur: Parameters<typeof verifierIndicateur>[0]) =>
  verifierIndicateur(indicateur).map((e) => e.champ);

describe('A value of an indicator', () => {
  it.each([
    ['PERSONNES', 213, null],
    ['PERSONNES', 12.5, 'un nombre entier est attendu.'],
    ['SEANCES', 0.5, 'un nombre entier est attendu.'],
    ['HEURES', 7.5, null],
    ['EUROS', 12345.67, null],
    ['POURCENTAGE', 100, null],
    ['POURCENTAGE', 100.1, 'un pourcentage ne dépasse pas 100.'],
  ] as const)('%s %p: %p', (unite, valeur, attendu) => {
    expect(verifierValeur(unite, valeur)).toBe(attendu);
  });

  it('is never negative, whatever the unit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNITES), fc.integer({ min: -1_000_000, max: -1 }), (unite, valeur) => {
        expect(verifierValeur(unite, valeur)).toBe('un nombre négatif n’est pas possible.');
      }),
    );
  });

  it('zero is a value for every unit', () => {
    for (const unite of UNITES) expect(verifierValeur(unite, 0)).toBeNull();
  });
});

describe('An indicator', () => {
  it('is accepted when its fields agree', () => {
    expect(champs({ ...juste, valeurReference: 40, previsions: [{ annee: 2026, trimestre: 0, valeur: 120 }] })).toEqual(
      [],
    );
    expect(champs({ ...juste, type: 'RESULTAT', niveauResultat: 'FINAL' })).toEqual([]);
  });

  it('has a level of result only when it is a result', () => {
    expect(champs({ ...juste, niveauResultat: 'FINAL' })).toEqual(['niveauResultat']);
  });

  it('does not add percentages', () => {
    expect(champs({ ...juste, unite: 'POURCENTAGE' })).toEqual(['modeAgregation']);
    expect(champs({ ...juste, unite: 'POURCENTAGE', modeAgregation: 'RATIO' })).toEqual([]);
  });

  it('says which forecast is wrong', () => {
    const previsions = [
      { annee: 2026, trimestre: 1, valeur: 10 },
      { annee: 2026, trimestre: 2, valeur: 2.5 },
      { annee: 2026, trimestre: 1, valeur: 12 },
    ];
    expect(champs({ ...juste, previsions })).toEqual(['previsions.1.valeur', 'previsions.2.trimestre']);
    expect(champs({ ...juste, valeurReference: -1 })).toEqual(['valeurReference']);
  });
});
