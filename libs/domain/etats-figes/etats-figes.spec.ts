import fc from 'fast-check';
import { agregerActions } from '../consolidation/agregation.rules';
import { MODES_AGREGATION, UNITES } from '../referentiel/listes';
import { citationEtatFige, prevuDe, reunir, SANS_VALEURS, totalDe, type Composantes } from './etats-figes.rules';

const une = (v: number, d: number, ratio: boolean): Composantes => ({
  valeurs: 1,
  somme: ratio ? null : v,
  maximum: ratio ? null : v,
  numerateur: ratio ? v : null,
  denominateur: ratio ? d : null,
  previsions: 1,
  prevuSomme: v,
  prevuMaximum: v,
});

describe('The total of a frozen quarter', () => {
  it('is what the consolidation makes of the same values, in any mode, however départements are cut', () => {
    const valeur = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }));
    const depts = fc.array(fc.array(valeur, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...MODES_AGREGATION), fc.constantFrom(...UNITES), depts, (mode, unite, parDept) => {
        const ratio = mode === 'RATIO';
        const composantes = parDept
          .map((valeurs) => valeurs.map(([v, d]) => une(v, d, ratio)).reduce(reunir, SANS_VALEURS))
          .reduce(reunir, SANS_VALEURS);
        const { haut } = agregerActions(
          mode,
          unite,
          parDept.flat().map(([v, d]) => ({
            releves: [
              ratio
                ? { annee: 2026, trimestre: 3, valeur: null, numerateur: v, denominateur: d }
                : { annee: 2026, trimestre: 3, valeur: v },
            ],
          })),
        );
        const total = totalDe(mode, unite, composantes);
        if (haut === null) expect(total).toBeNull();
        else expect(total).toBeCloseTo(haut, 3);
      }),
    );
  });

  it('has the forecast of its mode: sums add, ratios and means average, the largest stays', () => {
    const c = reunir(une(10, 1, false), une(30, 1, false));
    expect(prevuDe('SOMME', 'PERSONNES', c)).toBe(40);
    expect(prevuDe('DERNIERE_VALEUR', 'NOMBRE', c)).toBe(40);
    expect(prevuDe('DERNIERE_VALEUR', 'POURCENTAGE', c)).toBe(20);
    expect(prevuDe('MOYENNE', 'HEURES', c)).toBe(20);
    expect(prevuDe('RATIO', 'POURCENTAGE', c)).toBe(20);
    expect(prevuDe('MAXIMUM', 'NOMBRE', c)).toBe(30);
    expect(prevuDe('SOMME', 'NOMBRE', SANS_VALEURS)).toBeNull();
  });
});

it('A frozen state is cited with its quarter, its instant in Paris and the beginning of its print', () => {
  const etat = { annee: 2026, trimestre: 3, empreinte: `3f2a09bc${'0'.repeat(56)}` };
  expect(citationEtatFige({ ...etat, figeLe: '2026-11-12T13:05:31.000Z' })).toBe(
    'Situation du T3 2026 figée le 12/11/2026 à 14:05, empreinte 3f2a09bc…',
  );
  expect(citationEtatFige({ ...etat, figeLe: '2026-07-31T22:30:00.000Z' })).toContain('01/08/2026 à 00:30');
});
