import fc from 'fast-check';
import { normaliserRecherche } from './recherche';

describe('Searching by name', () => {
  it.each([
    ['Saint-Denis', 'st denis'],
    ['Sainte-Geneviève-des-Bois', 'STE GENEVIEVE DES BOIS'],
    ['L’Île-Saint-Denis', "l'ile st-denis"],
    ['Œuvre sociale', 'oeuvre sociale'],
    ['Pains d’épices', 'pains  d epices'],
  ])('« %s » and « %s » are the same', (a, b) => {
    expect(normaliserRecherche(a)).toBe(normaliserRecherche(b));
  });

  it('does not touch the letters « st » inside a word', () => {
    expect(normaliserRecherche('Brest')).toBe('brest');
  });

  it('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (texte) => {
        const une = normaliserRecherche(texte);
        expect(normaliserRecherche(une)).toBe(une);
        expect(une).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
      }),
    );
  });
});
