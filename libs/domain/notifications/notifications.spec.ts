import fc from 'fast-check';
import { ESSAIS_MAX, prochainEssai } from './envoi.rules';
import { CHOIX_MESSAGE, choixEffectif, GENRES, GENRES_FACULTATIFS, GENRES_MESSAGE } from './genres.rules';

describe('tries of a message', () => {
  const maintenant = new Date('2026-11-25T10:00:00Z');
  const minutes = (essais: number) =>
    ((prochainEssai(essais, maintenant)?.getTime() ?? Number.NaN) - maintenant.getTime()) / 60_000;

  it('come 2, 16, 54 and 128 minutes after the one that failed, then no more', () => {
    expect([1, 2, 3, 4].map(minutes)).toEqual([2, 16, 54, 128]);
    expect(prochainEssai(ESSAIS_MAX, maintenant)).toBeNull();
  });
});

describe('kinds of messages', () => {
  it('are sent at once when they are due, whatever was chosen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GENRES_MESSAGE),
        fc.option(fc.constantFrom(...CHOIX_MESSAGE), { nil: null }),
        (genre, choix) => {
          const attendu = GENRES[genre].obligatoire ? 'TOUT_DE_SUITE' : (choix ?? GENRES[genre].defaut);
          return choixEffectif(genre, choix) === attendu;
        },
      ),
    );
  });

  it('that may be switched off are those nobody owes an answer to', () => {
    expect(GENRES_FACULTATIFS).toEqual([
      'TACHE_CONFIEE',
      'SONDAGE',
      'COMPTE_RENDU',
      'BILAN_VALIDE',
      'BILAN_ANNUEL_OUVERT',
      'TEXTE_A_RELIRE',
      'TEXTE_SIGNE',
      'DEPART_MEMBRE',
      'ECHEANCE_EN_VUE',
      'ECHEANCE_PROCHE',
      'VUE_SUIVIE',
    ]);
  });
});
