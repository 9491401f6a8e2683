import fc from 'fast-check';
import { ajouterJours, ajouterMois, estDateJour, jourAParis, joursDuMois, jourEnLettres, joursEntre } from './dates';

const jour = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const mois = fc.integer({ min: -120, max: 120 });

describe('A day that a person types', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])('%s exists', (d) => {
    expect(estDateJour(d)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1899-12-31',
    '2101-01-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
    null,
    20260101,
  ])('%p does not', (d) => {
    expect(estDateJour(d)).toBe(false);
  });

  it('is the day in Paris, not in Greenwich', () => {
    expect(jourAParis(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
    expect(jourAParis(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
    expect(jourAParis(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });
});

describe('Adding months follows the calendar (R18)', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
  ])('%s plus %i months is %s', (depart, n, arrivee) => {
    expect(ajouterMois(depart, n)).toBe(arrivee);
  });

  it('lands on a real day, in the month expected, never later in it', () => {
    fc.assert(
      fc.property(jour, mois, (d, n) => {
        const resultat = ajouterMois(d, n);
        const rang = (j: string) => Number(j.slice(0, 4)) * 12 + Number(j.slice(5, 7));
        const [attendu, dernier] = [Number(d.slice(8)), joursDuMois(+resultat.slice(0, 4), +resultat.slice(5, 7))];
        expect(estDateJour(resultat)).toBe(true);
        expect(rang(resultat) - rang(d)).toBe(n);
        expect(Number(resultat.slice(8))).toBe(Math.min(attendu, dernier));
      }),
    );
  });

  it('keeps the order of two days', () => {
    fc.assert(
      fc.property(jour, jour, mois, (a, b, n) => {
        const [tot, tard] = a <= b ? [a, b] : [b, a];
        expect(ajouterMois(tot, n) <= ajouterMois(tard, n)).toBe(true);
      }),
    );
  });
});

describe('Days', () => {
  it('added then counted give the same number, over leap years and clock changes', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: -800, max: 800 }), (d, n) => {
        expect(joursEntre(d, ajouterJours(d, n))).toBe(n);
      }),
    );
    expect(joursEntre('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('refuse what is not a day', () => {
    expect(() => ajouterMois('31/01/2026', 1)).toThrow('n’est pas un jour');
  });
});

describe('A day in words', () => {
  it.each([
    ['2026-10-15', 'jeudi 15 octobre 2026'],
    ['2026-10-01', 'jeudi 1er octobre 2026'],
    ['2028-02-29', 'mardi 29 février 2028'],
  ])('%s is « %s », wherever the machine is', (jour, mots) => {
    expect(jourEnLettres(jour)).toBe(mots);
  });
});
