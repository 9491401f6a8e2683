import fc from 'fast-check';
import {
  ajouterTva,
  approbationsManquantes,
  CENT_POUR_CENT,
  ecartCles,
  ecrirePourcent,
  etatAppel,
  peutPasser,
  refusApprobation,
  refusCoutPeriode,
  refusFacture,
  repartirCout,
  type Approbations,
} from './mise-a-disposition.rules';

const JOUR = '2026-06-01';
const partie = (autre: Partial<Approbations> = {}): Approbations => ({
  ...{ structure: 'Au devant', preteur: false, deliberationLe: JOUR, cseLe: JOUR, cseSansObjet: null, avenantLe: null },
  ...autre,
});
const dates = { deliberationLe: null, cseLe: null, cseSansObjet: null, avenantLe: null };

describe('Sharing keys', () => {
  it.each([
    [[5000, 3750], 'il manque 12,50\u00a0%'],
    [[3333, 3333, 3333], 'il manque 0,01\u00a0%'],
    [[10_000, 300], 'il y a 3,00\u00a0% de trop'],
    [[], 'il manque 100,00\u00a0%'],
    [[3333, 3333, 3334], null],
  ])('%j: %s', (cles, phrase) => expect(ecartCles(cles)).toBe(phrase));

  it('are written with two decimals', () => {
    expect([5, 1250, CENT_POUR_CENT].map(ecrirePourcent)).toEqual(['0,05\u00a0%', '12,50\u00a0%', '100,00\u00a0%']);
  });
});

describe('Cost of a period', () => {
  it('is split so that the parts, the lender’s among them, add to it to the cent', () => {
    const cles = fc
      .array(fc.integer({ min: 0, max: CENT_POUR_CENT }), { minLength: 1, maxLength: 8 })
      .map((bornes) => [0, ...bornes.sort((a, b) => a - b), CENT_POUR_CENT])
      .map((bornes) => bornes.slice(1).map((borne, rang) => borne - (bornes[rang] ?? 0)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), cles, (cout, k) => {
        expect(ecartCles(k)).toBeNull();
        const parts = repartirCout(cout, k, null);
        expect(parts.reduce((somme, { ht }) => somme + ht, 0)).toBe(cout);
        parts.forEach(({ ht }, rang) => {
          expect(Math.abs(ht - (cout * (k[rang] ?? 0)) / CENT_POUR_CENT)).toBeLessThan(1);
          if (k[rang] === 0) expect(ht).toBe(0);
        });
      }),
    );
  });

  it('bears a VAT to the nearest cent, half a cent going up', () => {
    expect(ajouterTva(100_01, 2000)).toEqual({ ht: 10_001, tva: 2_000, ttc: 12_001 });
    expect(ajouterTva(25, 200)).toEqual({ ht: 25, tva: 1, ttc: 26 });
    expect(ajouterTva(100, null)).toEqual({ ht: 100, tva: 0, ttc: 100 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999 }),
        fc.integer({ min: 1, max: CENT_POUR_CENT }),
        (ht, taux) => {
          const { tva, ttc } = ajouterTva(ht, taux);
          expect(ttc - tva).toBe(ht);
          const [exact, arrondi] = [BigInt(ht) * BigInt(taux), BigInt(tva) * 10_000n];
          expect(arrondi - exact <= 5_000n && exact - arrondi < 5_000n).toBe(true);
        },
      ),
    );
  });

  it('never passes what the year has cost', () => {
    expect(refusCoutPeriode(2026, 100_00, 60_00, 40_00)).toBeNull();
    expect(refusCoutPeriode(2026, 100_00, 60_00, 40_01)).toContain('dépasse de 0,01\u00a0€ les coûts réels de 2026');
  });
});

describe('Invoice', () => {
  it('is the share of the cost to the cent, and otherwise refused with the reason', () => {
    expect(refusFacture('PERSONNEL', 50_000, 50_000)).toBeNull();
    const trop = refusFacture('PERSONNEL', 50_000, 50_001) ?? '';
    for (const dit of ['0,01\u00a0€ de plus', '500,00\u00a0€', 'à l’euro près', 'illicite', 'L.\u00a08241-1'])
      expect(trop).toContain(dit);
    expect(refusFacture('PERSONNEL', 50_000, 49_000)).toContain('10,00\u00a0€ de moins');
    expect(refusFacture('MOYENS', 50_000, 50_001)).not.toContain('main-d’œuvre');
  });

  it('is planned, then sent, then paid', () => {
    expect(etatAppel({ factureLe: null, payeLe: null })).toBe('PREVU');
    expect(etatAppel({ factureLe: JOUR, payeLe: null })).toBe('FACTURE');
    expect(etatAppel({ factureLe: JOUR, payeLe: JOUR })).toBe('PAYE');
  });
});

describe('Approvals', () => {
  it('are asked of each structure, and the avenant of the employer alone', () => {
    const preteur = partie({ structure: 'Hôpital', preteur: true });
    expect(approbationsManquantes('MOYENS', [preteur, partie()])).toEqual([]);
    expect(approbationsManquantes('PERSONNEL', [preteur, partie()])).toEqual([
      'Hôpital\u00a0: avenant au contrat de travail',
    ]);
    expect(approbationsManquantes('PERSONNEL', [{ ...preteur, avenantLe: JOUR }, partie(dates)])).toHaveLength(2);
    expect(approbationsManquantes('MOYENS', [partie({ cseLe: null, cseSansObjet: 'Moins de onze salariés' })])).toEqual(
      [],
    );
  });

  it.each([
    [{ ...dates, cseLe: '2026-06-02', deliberationLe: JOUR }, 'cseLe'],
    [{ ...dates, deliberationLe: '2026-07-01' }, 'deliberationLe'],
    [{ ...dates, avenantLe: '2026-07-01' }, 'avenantLe'],
    [{ ...dates, cseLe: JOUR, cseSansObjet: 'Sans CSE' }, 'cseSansObjet'],
    [{ ...dates, cseLe: JOUR, deliberationLe: JOUR }, undefined],
  ])('%j: %s', (saisie, champ) => expect(refusApprobation(saisie, '2026-06-30')?.champ).toBe(champ));
});

it('A signed one only ends; the last signature alone signs it', () => {
  expect(peutPasser('A_APPROUVER', 'SIGNEE')).toBe(false);
  expect(peutPasser('SIGNEE', 'BROUILLON')).toBe(false);
  expect(peutPasser('SIGNEE', 'RESILIEE')).toBe(true);
  expect(peutPasser('TERMINEE', 'SIGNEE')).toBe(false);
});
