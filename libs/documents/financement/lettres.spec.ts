import fc from 'fast-check';
import { euroEnLettres } from './lettres';

describe('An amount in words', () => {
  it.each([
    [0, 'zéro euro'],
    [1, 'un centime'],
    [100, 'un euro'],
    [101, 'un euro et un centime'],
    [2100, 'vingt et un euros'],
    [8000, 'quatre-vingts euros'],
    [8100, 'quatre-vingt-un euros'],
    [20_000, 'deux cents euros'],
    [20_100, 'deux cent un euros'],
    [2_299_999, 'vingt-deux mille neuf cent quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes'],
    [2_300_000, 'vingt-trois mille euros'],
    [8_000_000, 'quatre-vingt mille euros'],
    [100_000_000, 'un million d’euros'],
    [200_000_050, 'deux millions d’euros et cinquante centimes'],
    [100_000_500, 'un million cinq euros'],
  ])('%i cents: %s', (centimes, mots) => expect(euroEnLettres(centimes)).toBe(mots));

  it('is never the same for two amounts', () => {
    const montant = fc.integer({ min: 0, max: 99_999_999_999 });
    fc.assert(fc.property(montant, montant, (a, b) => expect(euroEnLettres(a) === euroEnLettres(b)).toBe(a === b)));
  });
});
