import fc from 'fast-check';
import { lireContrat } from '../commun/valider';
import { BudgetSaisi, EngagementSaisi } from './financement.contract';
import {
  avertissementBudget,
  decisionsAReprendre,
  depassement,
  ecartBudget,
  formeRequise,
  manquesDemande,
  refusReport,
  resteAReverser,
  solder,
  type Mouvement,
} from './financement.rules';
import { CODES_NATURES, NATURES, NATURES_ARS } from './natures';
import { repartirSelonCles } from './repartition.rules';

const somme = (nombres: readonly number[]): number => nombres.reduce((s, n) => s + n, 0);
const montant = fc.integer({ min: 0, max: 99_999_999_999 });
const cles = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 });

describe('R14, an amount split by keys', () => {
  it('adds to the amount, whatever it is and whatever the keys', () => {
    fc.assert(fc.property(montant, cles, (total, k) => expect(somme(repartirSelonCles(total, k))).toBe(total)));
  });

  it('gives each its share to less than a cent, never a negative one, and nothing to a key of zero', () => {
    fc.assert(
      fc.property(montant, cles, (total, k) => {
        const base = somme(k);
        fc.pre(base > 0);
        repartirSelonCles(total, k).forEach((part, i) => {
          const cle = k[i] ?? 0;
          expect(part).toBeGreaterThanOrEqual(0);
          expect(Math.abs(part - (total * cle) / base)).toBeLessThan(1.001);
          if (cle === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  it('never gives less to a larger key', () => {
    fc.assert(
      fc.property(montant, cles, (total, k) => {
        const parts = repartirSelonCles(total, k);
        for (let i = 1; i < k.length; i++) {
          if ((k[i] ?? 0) > (k[i - 1] ?? 0)) expect(parts[i]).toBeGreaterThanOrEqual(parts[i - 1] ?? 0);
        }
      }),
    );
  });

  it('gives the cents that are left to the largest remainders, the first of equals', () => {
    expect(repartirSelonCles(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(repartirSelonCles(1000, [2, 2, 5])).toEqual([222, 222, 556]);
    expect(repartirSelonCles(5, [0, 0])).toEqual([3, 2]);
    expect(repartirSelonCles(5, [])).toEqual([]);
  });
});

describe('R14, the engagements and the budget', () => {
  it('say to the cent what is missing or too much, and nothing when they are equal', () => {
    expect(ecartBudget(100_000, 99_999)).toBe(-1);
    expect(avertissementBudget(2026, 100_000, 99_999)?.message).toContain('Il manque 0,01\u00a0€');
    expect(avertissementBudget(2026, 100_000, 150_050)?.message).toContain('dépassent de 500,50\u00a0€');
    expect(avertissementBudget(2026, 100_000, 100_000)).toBeNull();
    expect(avertissementBudget(2026, null, 5)?.code).toBe('BUDGET_ABSENT');
    expect(avertissementBudget(2026, null, 0)).toBeNull();
  });
});

describe('R4, the form of the act', () => {
  it.each([
    [0, null],
    [1, 'DECISION'],
    [2_299_999, 'DECISION'],
    [2_300_000, 'CONVENTION'],
    [1_150_000 + 1_150_000, 'CONVENTION'],
    [1_150_000 + 1_149_999, 'DECISION'],
  ])('%i cents: %s', (total, forme) => expect(formeRequise(total)).toBe(forme));

  it('points out the décisions signed before the sum crossed, until a convention follows them', () => {
    const actes = [{ id: 'a', structure: 'Au devant', forme: 'DECISION', reference: '2026-12' }] as const;
    const convention = { id: 'b', structure: 'Au devant', forme: 'CONVENTION', reference: null } as const;
    expect(decisionsAReprendre(2_299_999, actes)).toEqual([]);
    const [un, ...suite] = decisionsAReprendre(2_300_000, actes);
    expect(suite).toEqual([]);
    expect(un?.message).toContain('nº\u00a02026-12');
    expect(un?.message).toContain('23\u202f000,00\u00a0€');
    expect(decisionsAReprendre(2_300_000, [...actes, convention])).toEqual([]);
  });
});

describe('R5, the request', () => {
  const rien = { demandeLe: null, lettre: false };
  it('is asked of a décision without a partnership convention', () => {
    expect(manquesDemande('DECISION', false, rien)).toHaveLength(2);
    expect(manquesDemande('DECISION', false, { demandeLe: '2026-01-05', lettre: false })).toHaveLength(1);
    expect(manquesDemande('DECISION', false, { demandeLe: '2026-01-05', lettre: true })).toEqual([]);
  });
  it('is not asked under a partnership convention, nor of a convention', () => {
    expect(manquesDemande('DECISION', true, rien)).toEqual([]);
    expect(manquesDemande('CONVENTION', false, rien)).toEqual([]);
  });
});

describe('Payments', () => {
  const m = (valeur: number, verseLe: string | null, genre: Mouvement['genre'] = 'VERSEMENT'): Mouvement => ({
    genre,
    montant: valeur,
    verseLe,
  });
  it('leave a balance, and what was paid and not spent', () => {
    const mouvements = [m(60, '2026-02-01'), m(40, null), m(10, '2027-01-05', 'REVERSEMENT')];
    expect(solder(100, 45, mouvements, 0)).toEqual({ verse: 60, reverse: 10, prevu: 40, solde: 40, nonDepense: 5 });
    expect(solder(100, null, mouvements, 0).nonDepense).toBeNull();
  });
  it('pass what is engaged by the cents above it, planned ones included', () => {
    expect(depassement(100, [m(60, '2026-02-01'), m(40, null)], 0)).toBe(0);
    expect(depassement(100, [m(60, '2026-02-01'), m(41, null)], 0)).toBe(1);
    expect(depassement(100, [m(100, '2026-02-01'), m(50, null, 'REVERSEMENT')], 0)).toBe(0);
  });
  it('never make what is paid, left and over disagree', () => {
    const mouvement = fc.record({
      genre: fc.constantFrom('VERSEMENT', 'REVERSEMENT'),
      montant: fc.nat(1_000_000),
      verseLe: fc.constantFrom(null, '2026-01-01'),
    }) as fc.Arbitrary<Mouvement>;
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(mouvement), fc.boolean(), (engage, mouvements, reporte) => {
        const acquis = reporte ? engage : 0;
        const s = solder(engage, null, mouvements, acquis);
        expect(acquis + s.verse + s.solde).toBe(engage);
        expect(depassement(engage, mouvements, acquis)).toBe(Math.max(0, s.prevu - s.solde));
        // Once all that may be is paid back, nothing is left to be.
        const source = { reporteDe: reporte ? 'x' : null, montant: engage, depense: 7 };
        const rendu = m(resteAReverser(source, mouvements), null, 'REVERSEMENT');
        expect(resteAReverser(source, [...mouvements, rendu])).toBe(0);
      }),
    );
  });
  it('are all made already of what is carried over: it is spent, never paid again', () => {
    expect(solder(50, 30, [], 50)).toEqual({ verse: 0, reverse: 0, prevu: 0, solde: 0, nonDepense: 20 });
    expect(depassement(50, [m(1, null)], 50)).toBe(1);
  });
  it('are paid back up to what is neither spent, nor paid back, nor planned to be', () => {
    const verse = [m(100, '2026-02-01'), m(900, null)];
    const reste = (depense: number | null, mouvements: Mouvement[], reporteDe: string | null = null) =>
      resteAReverser({ reporteDe, montant: 1000, depense }, mouvements);
    expect(reste(null, verse)).toBe(100);
    expect(reste(60, [...verse, m(10, '2026-10-01', 'REVERSEMENT'), m(5, null, 'REVERSEMENT')])).toBe(25);
    expect(reste(200, verse)).toBe(0);
    expect(reste(200, [], 'origine')).toBe(800);
  });
});

describe('A remainder', () => {
  const engagement = { annee: 2026, suiteNonDepense: 'REPORT' as const, nonDepense: 5000, report: null };
  it.each([
    ['already carried over', { report: {} }, 'déjà reporté sur 2027'],
    ['to be paid back', { suiteNonDepense: 'REVERSEMENT' as const }, 'pas à reporter'],
    ['not decided', { suiteNonDepense: null }, 'pas à reporter'],
    ['not known', { nonDepense: null }, 'pas connu'],
    ['of nothing', { nonDepense: 0 }, 'rien n’est à reporter'],
    ['overspent', { nonDepense: -1 }, 'rien n’est à reporter'],
  ])('%s is not carried over, and the reason is said', (_, change, raison) => {
    expect(refusReport({ ...engagement, ...change })).toContain(raison);
    expect(refusReport(engagement)).toBeNull();
  });
});

describe('What is typed', () => {
  const saisie = (valeur: unknown) => lireContrat(BudgetSaisi, { montant: valeur });
  it('is read as French writes it, or as cents', () => {
    expect(saisie('1 234,56').objet.montant).toBe(123_456);
    expect(saisie(123_456)).toMatchObject({ erreurs: [], objet: { montant: 123_456 } });
  });
  it.each([
    ['-1', 'signe moins'],
    [-1, 'signe moins'],
    ['1,234', 'deux décimales au plus'],
    [12.5, 'entier de centimes'],
    ['beaucoup', 'par exemple'],
    [null, 'entier de centimes'],
  ])('%p is refused with a way to mend it', (valeur, phrase) => {
    expect(saisie(valeur).erreurs[0]?.message).toContain(phrase);
  });
  it('is more than nothing for an engagement', () => {
    const { erreurs } = lireContrat(EngagementSaisi, { montant: 0, nature: 'ARS_FIR', annee: 2026 });
    expect(erreurs.find(({ champ }) => champ === 'montant')?.message).toContain('plus grand que zéro');
  });
});

it('Each nature of funding has its family and its source; the ARS counts its own alone', () => {
  for (const code of CODES_NATURES) expect(NATURES[code].source).not.toBe('');
  expect(NATURES_ARS).toEqual(['ARS_FIR', 'ARS_AUTRE']);
});
