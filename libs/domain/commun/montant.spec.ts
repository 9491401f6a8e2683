import fc from 'fast-check';
import { ecrireEuros, ecrireMontant, lireMontant, MONTANT_MAX } from './montant';

const centimes = fc.integer({ min: 0, max: MONTANT_MAX });

describe('An amount typed in French', () => {
  it.each([
    ['1 234,56', 123_456],
    ['1\u202f234,56\u00a0€', 123_456],
    ['1.234,56', 123_456],
    ['1234.5', 123_450],
    ['23000', 2_300_000],
    ['0,07 euros', 7],
    ['12,', 1200],
    ['999 999 999,99', MONTANT_MAX],
  ])('« %s »', (texte, attendu) => expect(lireMontant(texte)).toEqual({ centimes: attendu }));

  it('is nothing when the field is empty', () => expect(lireMontant('\u00a0 ')).toEqual({ centimes: null }));

  it.each([
    ['-12', 'sans le signe moins'],
    ['−\u202f12,50', 'sans le signe moins'],
    ['12,345', 'deux décimales au plus'],
    ['1.234', 'deux décimales au plus'],
    ['douze', 'par exemple'],
    ['1,234.56', 'par exemple'],
    ['1e3', 'par exemple'],
    ['1 000 000 000', 'au plus'],
  ])('« %s » is refused, with how to mend it', (texte, phrase) => {
    expect(lireMontant(texte).erreur).toContain(phrase);
  });

  it('comes back as it was written, to the cent', () => {
    fc.assert(fc.property(centimes, (c) => expect(lireMontant(ecrireEuros(c))).toEqual({ centimes: c })));
    fc.assert(fc.property(centimes, (c) => expect(lireMontant(ecrireMontant(c))).toEqual({ centimes: c })));
  });

  it('is written with its thousands and two decimals', () => {
    expect(ecrireEuros(2_300_000)).toBe('23\u202f000,00\u00a0€');
    expect(ecrireEuros(-5)).toBe('−0,05\u00a0€');
  });
});
