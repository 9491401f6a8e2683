import fc from 'fast-check';
import { MODES_AGREGATION, UNITES } from '../referentiel/listes';
import {
  agregerActions,
  agregerTrimestres,
  arrondir,
  tauxRealisation,
  tendance,
  type Releve,
} from './agregation.rules';

/** Values as the contract lets them in: positive, four decimals at most. */
const nombre = fc.integer({ min: 0, max: 1_000_000_000 }).map((n) => n / 10_000);
const mode = fc.constantFrom(...MODES_AGREGATION);
const unite = fc.constantFrom(...UNITES);
const releve = (rang: number) =>
  fc
    .record({ valeur: fc.option(nombre), numerateur: fc.option(nombre), denominateur: fc.option(nombre) })
    .map((v): Releve => ({ annee: 2020 + Math.floor(rang / 4), trimestre: (rang % 4) + 1, ...v }));
/** One indicator: at most one value a quarter. */
const serie = fc.subarray([...Array(12).keys()]).chain((rangs) => fc.tuple(...rangs.map(releve)));
const series = fc.array(
  serie.map((releves) => ({ releves })),
  { maxLength: 5 },
);
const q = (annee: number, trimestre: number, valeur: number | null): Releve => ({ annee, trimestre, valeur });
const valeurs = (r: readonly Releve[]) => r.flatMap((x) => (x.valeur == null ? [] : [x.valeur]));

describe('One indicator over the quarters (T6)', () => {
  const annee = [q(2026, 1, 12), q(2026, 2, 30), q(2026, 3, null), q(2026, 4, 6)];

  it.each([
    ['SOMME', 48],
    ['MOYENNE', 16],
    ['MAXIMUM', 30],
    ['DERNIERE_VALEUR', 6],
  ] as const)('%s', (m, attendu) => {
    expect(agregerTrimestres(m, 'NOMBRE', annee)).toEqual({ bas: attendu, haut: attendu, releves: 3 });
  });

  it('never adds distinct people in silence: an interval from the largest quarter to the sum', () => {
    expect(agregerTrimestres('SOMME', 'PERSONNES', annee)).toEqual({ bas: 30, haut: 48, releves: 3 });
    fc.assert(
      fc.property(serie, (r) => {
        const { bas, haut } = agregerTrimestres('SOMME', 'PERSONNES', r);
        const v = valeurs(r);
        if (v.length === 0) expect([bas, haut]).toEqual([null, null]);
        else {
          expect(bas).toBe(Math.max(...v));
          expect(haut).toBeCloseTo(
            v.reduce((s, n) => s + n, 0),
            3,
          );
        }
        if (v.filter((n) => n > 0).length > 1) expect(bas as number).toBeLessThan(haut as number);
      }),
    );
  });

  it('has bas = haut for all the rest', () => {
    fc.assert(
      fc.property(mode, unite, serie, (m, u, r) => {
        fc.pre(!(m === 'SOMME' && u === 'PERSONNES'));
        const { bas, haut } = agregerTrimestres(m, u, r);
        expect(bas).toBe(haut);
      }),
    );
  });

  it('keeps a mean between the smallest and the largest value', () => {
    fc.assert(
      fc.property(serie, (r) => {
        fc.pre(valeurs(r).length > 0);
        const { bas } = agregerTrimestres('MOYENNE', 'NOMBRE', r);
        expect(bas).toBeGreaterThanOrEqual(Math.min(...valeurs(r)));
        expect(bas).toBeLessThanOrEqual(Math.max(...valeurs(r)));
      }),
    );
  });

  it('adds decimals without binary noise', () => {
    expect(agregerTrimestres('SOMME', 'HEURES', [q(2026, 1, 0.1), q(2026, 2, 0.2)]).haut).toBe(0.3);
    expect(arrondir(1.00004)).toBe(1);
  });

  it('says nothing rather than zero when nothing is known', () => {
    fc.assert(
      fc.property(mode, unite, (m, u) => {
        expect(agregerTrimestres(m, u, [q(2026, 1, null)])).toEqual({ bas: null, haut: null, releves: 0 });
      }),
    );
  });
});

describe('A ratio', () => {
  const ratio = (numerateur: number, denominateur: number): Releve => ({
    annee: 2026,
    trimestre: 1,
    valeur: null,
    numerateur,
    denominateur,
  });

  it('pools both terms, it is not the mean of ratios', () => {
    expect(agregerTrimestres('RATIO', 'POURCENTAGE', [ratio(1, 2), ratio(90, 98)]).haut).toBe(91);
    expect(agregerTrimestres('RATIO', 'NOMBRE', [ratio(1, 2), ratio(90, 98)]).haut).toBe(0.91);
  });

  it('lies between the smallest and the largest of its ratios', () => {
    const terme = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }));
    fc.assert(
      fc.property(fc.array(terme, { minLength: 1, maxLength: 8 }), (termes) => {
        const { haut } = agregerTrimestres(
          'RATIO',
          'NOMBRE',
          termes.map(([n, d]) => ratio(n, d)),
        );
        const ratios = termes.map(([n, d]) => arrondir(n / d));
        expect(haut).toBeGreaterThanOrEqual(Math.min(...ratios));
        expect(haut).toBeLessThanOrEqual(Math.max(...ratios));
      }),
    );
  });

  it('over nothing is unknown, not infinite', () => {
    expect(agregerTrimestres('RATIO', 'NOMBRE', [ratio(0, 0)])).toEqual({ bas: null, haut: null, releves: 1 });
  });
});

describe('Several actions together (T6)', () => {
  it('adds different people of different actions, each with its interval', () => {
    const actions = [{ releves: [q(2026, 1, 10), q(2026, 2, 20)] }, { releves: [q(2026, 1, 5)] }];
    expect(agregerActions('SOMME', 'PERSONNES', actions)).toEqual({ bas: 25, haut: 35, releves: 3 });
    expect(agregerActions('DERNIERE_VALEUR', 'NOMBRE', actions)).toEqual({ bas: 25, haut: 25, releves: 3 });
    expect(agregerActions('MAXIMUM', 'NOMBRE', actions).haut).toBe(20);
  });

  it('averages percentages, it does not add them', () => {
    const actions = [{ releves: [q(2026, 1, 90), q(2026, 2, 80)] }, { releves: [q(2026, 1, 40)] }];
    expect(agregerActions('DERNIERE_VALEUR', 'POURCENTAGE', actions).haut).toBe(60);
  });

  it('keeps bas ≤ haut', () => {
    fc.assert(
      fc.property(mode, unite, series, (m, u, s) => {
        const { bas, haut } = agregerActions(m, u, s);
        if (bas === null || haut === null) expect(bas).toBe(haut);
        else expect(bas).toBeLessThanOrEqual(haut);
      }),
    );
  });

  it('does not depend on the order of actions or quarters', () => {
    fc.assert(
      fc.property(mode, unite, series, (m, u, s) => {
        const renverse = s.map(({ releves }) => ({ releves: releves.toReversed() })).toReversed();
        expect(agregerActions(m, u, renverse)).toEqual(agregerActions(m, u, s));
      }),
    );
  });

  it('is what one action gives when it is alone', () => {
    fc.assert(
      fc.property(mode, unite, serie, (m, u, releves) => {
        const { bas, haut } = agregerActions(m, u, [{ releves }]);
        expect({ bas, haut }).toMatchObject({
          bas: agregerTrimestres(m, u, releves).bas,
          haut: agregerTrimestres(m, u, releves).haut,
        });
      }),
    );
  });

  it('never goes down when an action is added to a sum', () => {
    fc.assert(
      fc.property(unite, series, serie, (u, s, releves) => {
        const avant = agregerActions('SOMME', u, s);
        const apres = agregerActions('SOMME', u, [...s, { releves }]);
        expect(apres.bas ?? 0).toBeGreaterThanOrEqual(avant.bas ?? 0);
        expect(apres.haut ?? 0).toBeGreaterThanOrEqual(avant.haut ?? 0);
        expect(apres.releves).toBe(avant.releves + valeurs(releves).length);
      }),
    );
  });
});

describe('Rate and trend', () => {
  it('compares with the forecast in whole percents, and keeps silent without one', () => {
    expect(tauxRealisation(45, 60)).toBe(75);
    expect(tauxRealisation(0, 60)).toBe(0);
    expect(tauxRealisation(45, null)).toBeNull();
    expect(tauxRealisation(45, 0)).toBeNull();
    expect(tauxRealisation(null, 60)).toBeNull();
  });

  it.each([
    [100, 105, 'STABLE'],
    [100, 95, 'STABLE'],
    [100, 106, 'HAUSSE'],
    [100, 94, 'BAISSE'],
    [0, 0, 'STABLE'],
    [0, 1, 'HAUSSE'],
    [null, 5, null],
    [5, null, null],
  ])('from %p to %p: %p', (precedent, dernier, attendu) => {
    expect(tendance(precedent, dernier)).toBe(attendu);
  });
});
