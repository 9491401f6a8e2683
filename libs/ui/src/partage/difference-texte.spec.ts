import fc from 'fast-check';
import { type Remplacement, differenceTexte } from './difference-texte';

const appliquer = (texte: string, r: Remplacement | null): string =>
  r ? texte.slice(0, r.debut) + r.insere + texte.slice(r.debut + r.retire) : texte;
/** Few letters, so that they repeat; emoji and accents made of two units. */
const texte = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é', '🙂', '🙃', 'e\u0301'), maxLength: 30 });
const entier = (t: string): boolean =>
  !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(t);

describe('the difference between two states of a text box', () => {
  it('turns one into the other, wherever the caret stands', () => {
    fc.assert(
      fc.property(texte, texte, fc.nat(60), (avant, apres, curseur) => {
        const difference = differenceTexte(avant, apres, curseur);
        return appliquer(avant, difference) === apres && (difference === null) === (avant === apres);
      }),
      { numRuns: 2000 },
    );
  });
  it('never cuts an emoji in two', () => {
    fc.assert(
      fc.property(texte, texte, fc.nat(60), (avant, apres, curseur) => {
        const r = differenceTexte(avant, apres, curseur);
        if (!r) return true;
        return [r.insere, avant.slice(0, r.debut), avant.slice(r.debut, r.debut + r.retire)].every(entier);
      }),
      { numRuns: 2000 },
    );
    expect(differenceTexte('🙂', '🙃', 2)).toEqual({ debut: 0, retire: 2, insere: '🙃' });
  });
  it('says where somebody typed, even among the same letters', () => {
    expect(differenceTexte('aaa', 'aaaa', 2)).toEqual({ debut: 1, retire: 0, insere: 'a' });
    expect(differenceTexte('aaaa', 'aaa', 1)).toEqual({ debut: 1, retire: 1, insere: '' });
  });
  it('is the typed words alone, whatever was there', () => {
    fc.assert(
      fc.property(texte, texte, texte.filter(Boolean), (debut, fin, mots) => {
        const curseur = debut.length + mots.length;
        const r = differenceTexte(debut + fin, debut + mots + fin, curseur);
        return r !== null && r.retire === 0 && r.insere.length === mots.length;
      }),
    );
  });
});
