import fc from 'fast-check';
import { estInhabituelle } from './vraisemblance.rules';

describe('A value that is asked about', () => {
  it.each([
    [1200, 120, 110, true],
    [600, 120, 110, false],
    [601, 120, 110, true],
    [12, 120, 130, false],
    [11, 120, 130, true],
    [7, 1, null, false],
    [26, 1, 2, true],
    [0, 120, 110, false],
    [5000, null, null, false],
    [null, 120, 110, false],
    [110, 20, 1000, false],
  ])('%s, when %s was forecast and %s said before: %s', (valeur, prevision, precedent, attendu) => {
    expect(estInhabituelle(valeur, { prevision, precedent })).toBe(attendu);
  });

  it('is never one that lies between what is known', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, part) => {
          const valeur = Math.min(a, b) + part * Math.abs(a - b);
          expect(estInhabituelle(valeur, { prevision: a, precedent: b })).toBe(false);
        },
      ),
    );
  });
});
