import fc from 'fast-check';
import { CLES_QUESTIONS, TEXTES_BILAN, type ContenuBilan } from './bilan.rules';
import { auteursApres, restreindre } from './contribution.rules';

const INDICATEURS = [{ id: 'i1' }, { id: 'i2' }];
const VIDE: ContenuBilan = { reponses: {}, valeurs: [] };
const LEA = { nom: 'Léa', le: '2026-10-02T08:00:00.000Z' };
const MOI = { nom: 'Zoé', le: '2026-10-03T08:00:00.000Z' };

describe('Questions given to a colleague', () => {
  it('carry nothing of the other questions, whatever is written', () => {
    const texte = fc.option(fc.string());
    const contenu = fc.record({
      beneficiaires: fc.option(fc.nat()),
      reponses: fc.dictionary(
        fc.constantFrom(...CLES_QUESTIONS),
        fc.record({ reponse: fc.constant('NON' as const), motif: texte }),
      ),
      freins: texte,
      leviers: texte,
      pistes: texte,
      valeurs: fc.subarray([
        { indicateurId: 'i1', valeur: 3 },
        { indicateurId: 'i2', valeur: 4 },
      ]),
    }) as fc.Arbitrary<ContenuBilan>;
    const cles = [...CLES_QUESTIONS, 'beneficiaires', 'indicateur:i1', 'indicateur:i2', ...TEXTES_BILAN];
    fc.assert(
      fc.property(contenu, fc.subarray(cles), (c, donnees) => {
        const reste = restreindre(c, donnees);
        for (const cle of CLES_QUESTIONS)
          expect(cle in reste.reponses).toBe(donnees.includes(cle) && cle in c.reponses);
        for (const cle of TEXTES_BILAN)
          expect(reste[cle] ?? null).toBe(donnees.includes(cle) ? (c[cle] ?? null) : null);
        expect(reste.valeurs.every((v) => donnees.includes(`indicateur:${v.indicateurId}`))).toBe(true);
        expect(restreindre(c, cles)).toEqual({
          ...c,
          freins: c.freins ?? null,
          leviers: c.leviers ?? null,
          pistes: c.pistes ?? null,
        });
      }),
    );
  });
});

describe('Who wrote what', () => {
  const apport = { ...LEA, contenu: { ...VIDE, freins: 'Locaux fermés' } };

  it('is who saved, but for what a colleague wrote, and for what did not change', () => {
    const avant = { contenu: { ...VIDE, leviers: 'Une salle' }, auteurs: { leviers: LEA } };
    const apres: ContenuBilan = { ...VIDE, leviers: 'Une salle', freins: 'Locaux fermés', beneficiaires: 12 };
    expect(auteursApres(avant, apres, INDICATEURS, MOI, [apport])).toEqual({
      beneficiaires: MOI,
      freins: LEA,
      leviers: LEA,
    });
  });

  it('changes with the words: what is taken up and mended is who mended it, what is emptied nobody’s', () => {
    const avant = { contenu: { ...VIDE, freins: 'Locaux fermés', pistes: 'X' }, auteurs: { freins: LEA, pistes: LEA } };
    const apres: ContenuBilan = { ...VIDE, freins: 'Locaux fermés en août' };
    expect(auteursApres(avant, apres, INDICATEURS, MOI, [apport])).toEqual({ freins: MOI });
  });
});
