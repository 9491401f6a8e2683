import fc from 'fast-check';
import type { Identite } from '../comptes/roles';
import {
  NOM_MAX_PIECE,
  nettoyerNomPiece,
  peutRetirerPiece,
  refuserContenu,
  refuserPiece,
  TAILLE_MAX_PIECE,
  typeDuNom,
} from './piece.rules';

describe('the name of a piece', () => {
  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\Léa\\bilan.pdf', 'bilan.pdf'],
    ['facture\u202efdp.exe', 'facturefdp.exe'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['  Budget   2026 .xlsx ', 'Budget 2026 .xlsx'],
    ['e\u0301te\u0301.pdf', 'été.pdf'],
    ['dossier/', ''],
    ['', ''],
  ])('« %s » is kept as « %s »', (nom, attendu) => {
    expect(nettoyerNomPiece(nom)).toBe(attendu);
  });

  it('is never longer than 150 characters, never a path, always the same once cleaned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (nom) => {
        const net = nettoyerNomPiece(nom);
        expect([...net].length).toBeLessThanOrEqual(NOM_MAX_PIECE);
        expect(net).not.toMatch(/[/\\\p{Control}]/u);
        expect(nettoyerNomPiece(net)).toBe(net);
      }),
    );
  });

  it('keeps its extension when it is cut', () => {
    expect(nettoyerNomPiece(`${'é'.repeat(300)}.docx`)).toMatch(/^é{145}\.docx$/);
  });

  it.each([
    ['a.PDF', 'pdf'],
    ['a.jpeg', 'jpg'],
    ['a.pdf.exe', null],
    ['.pdf', null],
    ['sans extension', null],
    ['a.html', null],
    ['a.svg', null],
    ['a.docm', null],
    ['a.constructor', null],
  ])('%s announces %s', (nom, type) => {
    expect(typeDuNom(nom)).toBe(type);
  });
});

describe('what is refused', () => {
  it('before sending: the kind, the size, emptiness', () => {
    expect(refuserPiece('a.pdf', TAILLE_MAX_PIECE)).toBeNull();
    expect(refuserPiece('a.pdf', TAILLE_MAX_PIECE + 1)).toContain('20\u00a0Mo');
    expect(refuserPiece('a.pdf', 0)).toContain('vide');
    expect(refuserPiece('a.exe', 1)).toContain('pas accepté');
    expect(refuserPiece('/', 1)).toContain('nom');
  });

  it('once received: a content that is not what the name announces', () => {
    expect(refuserContenu('pdf', 'pdf', true)).toBeNull();
    expect(refuserContenu('pdf', 'exe', true)).toContain('PDF');
    expect(refuserContenu('pdf', null, false)).toContain('PDF');
    expect(refuserContenu('docx', 'zip', true)).toContain('Word');
    expect(refuserContenu('csv', null, false)).toBeNull();
    // Text that begins like something else is still text.
    expect(refuserContenu('txt', 'bmp', false)).toBeNull();
    expect(refuserContenu('txt', null, true)).toContain('Texte');
    expect(refuserContenu('txt', 'pdf', false)).toContain('Texte');
  });
});

it('a piece is taken away by who runs the CA or deposited it, and by no other reader', () => {
  const ca = { regionCode: '11', departementCode: '93', cooperativeId: 'ca' };
  const personne = (role: 'COORDINATEUR_DD' | 'PARTENAIRE' | 'MEMBRE_COPIL', cooperatives = ['ca']): Identite => ({
    utilisateurId: 'moi',
    courriel: 'moi@example.test',
    prenom: 'A',
    nom: 'B',
    attributions: [
      {
        id: 'a',
        role,
        regionCode: '11',
        departementCode: role === 'COORDINATEUR_DD' ? '93' : null,
        cooperativeId: role === 'MEMBRE_COPIL' ? 'ca' : null,
        structureId: role === 'PARTENAIRE' ? 's' : null,
        cooperatives,
      },
    ],
  });
  expect(peutRetirerPiece(personne('COORDINATEUR_DD'), 'autre', ca)).toBe(true);
  expect(peutRetirerPiece(personne('PARTENAIRE'), 'moi', ca)).toBe(true);
  expect(peutRetirerPiece(personne('PARTENAIRE'), 'autre', ca)).toBe(false);
  expect(peutRetirerPiece(personne('PARTENAIRE', []), 'moi', ca)).toBe(false);
  expect(peutRetirerPiece(personne('MEMBRE_COPIL'), 'moi', ca)).toBe(false);
});
