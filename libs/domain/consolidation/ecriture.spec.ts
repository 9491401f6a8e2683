import fc from 'fast-check';
import { celluleCsv, ligneExport, sansFormule, valeurExport } from './ecriture.rules';
import { GABARITS } from './gabarits.rules';

describe('A text that a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '+33 1 42',
    '-2',
    '@SUM(A1)',
    '  =cmd|calc',
    '\t=1',
    '\r=1',
    '\u00a0=1',
    '\ufeff=1',
    '\uff1d1',
    '\u200b=1',
    '\n',
  ])('%j becomes a text', (texte) => {
    expect(sansFormule(texte)).toBe(`'${texte}`);
  });

  it('is left alone when it is none', () => {
    for (const texte of ['Atelier', '1 - 2', 'a=b', 'anne@asso.test', '« - »', ''])
      expect(sansFormule(texte)).toBe(texte);
  });

  it('never begins a cell of a CSV, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ' ', '\t', '\n', '"', ';', 'a', '1', '\u00a0') }),
        (texte) => {
          const cellule = celluleCsv(texte, 'texte');
          const lue = cellule.startsWith('"') ? cellule.slice(1, -1).replaceAll('""', '"') : cellule;
          expect(lue.trimStart()).not.toMatch(/^[=+\-@]/);
          expect(lue.replace(/^'/, '')).toBe(texte);
        },
      ),
    );
  });
});

describe('A cell of a CSV, as Excel reads it in France', () => {
  it.each([
    [1234.5, 'nombre', '1234,5'],
    [-3, 'nombre', '-3'],
    [0, 'entier', '0'],
    [null, 'entier', ''],
    ['2026-04-14', 'date', '14/04/2026'],
    ['dit « oui »; puis "non"', 'long', '"dit « oui »; puis ""non"""'],
    ['deux\nlignes', 'long', '"deux\nlignes"'],
  ] as const)('%j, %s: %j', (valeur, genre, attendu) => {
    expect(celluleCsv(valeur, genre)).toBe(attendu);
  });
});

describe('A row of a layout', () => {
  const [oui] = GABARITS.t3.colonnes.filter(({ cle }) => cle === 'objectifs');

  it('writes words in place of codes, and keeps what is absent apart from zero', () => {
    const source = Object.fromEntries(GABARITS.indicateurs.colonnes.map(({ cle }) => [cle, null]));
    const ligne = ligneExport(GABARITS.indicateurs, { ...source, unite: 'PERSONNES', bas: 0, region: '' });
    const cellule = (cle: string) => ligne[GABARITS.indicateurs.colonnes.findIndex((c) => c.cle === cle)];
    expect([cellule('unite'), cellule('bas'), cellule('haut'), cellule('region')]).toEqual([
      'personnes différentes',
      0,
      null,
      null,
    ]);
    expect(oui && valeurExport(oui, 'EN_PARTIE')).toBe('Partiellement');
  });

  it('does not leave out in silence a column that its source forgot', () => {
    expect(() => ligneExport(GABARITS.indicateurs, { region: 'x' })).toThrow('Colonne sans valeur');
  });
});
