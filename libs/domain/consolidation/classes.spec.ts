import fc from 'fast-check';
import { classer, rangClasse } from './classes.rules';

describe('classes of a map', () => {
  it('hold every value once, in order, and never part equal values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (valeurs) => {
        const classes = classer(valeurs);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.reduce((s, { nombre }) => s + nombre, 0)).toBe(valeurs.length);
        for (const [i, classe] of classes.entries()) {
          expect(classe.bas).toBeLessThanOrEqual(classe.haut);
          if (i) expect(classe.bas).toBeGreaterThan(classes[i - 1]?.haut ?? Infinity);
        }
        for (const valeur of valeurs) expect(rangClasse(classes, valeur)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('say what they hold', () => {
    expect(classer([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).map(({ bas, haut }) => [bas, haut])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
      [9, 10],
    ]);
    expect(classer([3, 3, 3])).toEqual([{ bas: 3, haut: 3, nombre: 3 }]);
    expect(rangClasse(classer([1, 2]), null)).toBe(-1);
  });
});
