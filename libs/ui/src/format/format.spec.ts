import fc from 'fast-check';
import {
  compter,
  formatDateJour,
  formatDateLongue,
  formatEuros,
  formatHeure,
  formatNombre,
  formatPourcent,
  formatTrimestre,
  lireNombre,
  sansAccent,
} from './format';

const FINE = '\u202f';
const INSECABLE = '\u00a0';

describe('les nombres', () => {
  it('s’écrivent à la française', () => {
    expect(formatNombre(1234.5)).toBe(`1${FINE}234,5`);
    expect(formatNombre(-3)).toBe('−3');
    expect(formatNombre(-0)).toBe('0');
    expect(formatNombre(null)).toBe('–');
    expect(formatEuros(1234567)).toBe(`12${FINE}345,67${INSECABLE}€`);
    expect(formatPourcent(0.943)).toBe(`94${FINE}%`);
    expect(compter(1, 'bilan')).toBe(`1${INSECABLE}bilan`);
    expect(compter(2, 'bilan')).toBe(`2${INSECABLE}bilans`);
  });

  it.each([
    ['1 234,5', 1234.5],
    [`1${FINE}234,5`, 1234.5],
    ['1.234,5', 1234.5],
    ['1234.5', 1234.5],
    ['− 3', -3],
    [',5', 0.5],
    ['', null],
    ['  ', null],
    ['12x', undefined],
    ['1,2,3', undefined],
    ['-', undefined],
  ])('« %s » se lit %s', (texte, attendu) => {
    expect(lireNombre(texte)).toBe(attendu);
  });

  it('relus, redonnent ce qui était écrit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 11), max: 10 ** 11 }), (centimes) => {
        expect(lireNombre(formatNombre(centimes / 100, 2))).toBeCloseTo(centimes / 100, 2);
      }),
    );
  });
});

describe('les dates', () => {
  it('s’écrivent à la française, à l’heure de Paris', () => {
    expect(formatDateJour('2026-11-22')).toBe('22/11/2026');
    expect(formatDateJour('2026-06-30T22:30:00Z')).toBe('01/07/2026');
    expect(formatDateLongue('2026-11-24')).toBe('mardi 24 novembre');
    expect(formatDateLongue('2026-03-01', true)).toBe('dimanche 1ᵉʳ mars 2026');
    expect(formatHeure('2026-11-24T13:02:00Z')).toBe(`14${INSECABLE}h${INSECABLE}02`);
    expect(formatDateJour(null)).toBe('–');
  });

  it('un trimestre a une forme courte et une longue', () => {
    expect(formatTrimestre({ annee: 2026, trimestre: 3 })).toBe(`T3${INSECABLE}2026`);
    expect(formatTrimestre({ annee: 2026, trimestre: 3 }, true)).toBe(`3ᵉ${INSECABLE}trimestre 2026`);
    expect(formatTrimestre({ annee: 2026, trimestre: 1 }, true)).toBe(`1ᵉʳ${INSECABLE}trimestre 2026`);
  });
});

it('une recherche ignore les accents et la casse', () => {
  expect(sansAccent('Épinay-sur-Seine')).toBe('epinay-sur-seine');
});
