import { readXlsx, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import {
  changementsBilan,
  elementsBilan,
  QUESTIONS_BILAN,
  type ContenuBilan,
  type IndicateurBilan,
} from '@coopilote/domain/bilans';
import type { RefusCellule } from '@coopilote/domain/classeurs';
import { passerParLibreOffice, type Frappe } from '../../essais/tableur';
import { lireClasseur } from '../lire';
import type { BilanEnClasseur } from './disposition';
import { bilanEnClasseur } from './ecrire-bilan';
import { lireBilanEnClasseur } from './lire-bilan';

const indicateur = (rang: number, reste: Partial<IndicateurBilan>): IndicateurBilan => ({
  id: `00000000-0000-4000-8000-00000000000${rang}`,
  type: 'ACTIVITE',
  libelle: `Indicateur ${rang}`,
  unite: 'NOMBRE',
  modeAgregation: 'SOMME',
  sources: null,
  previsionTrimestre: 10,
  previsionAnnee: 40,
  cumul: { bas: 12, haut: 15 },
  precedent: { valeur: 4, numerateur: null, denominateur: null },
  ...reste,
});
const [SEANCES, PART] = [
  indicateur(1, { libelle: 'Heures de présence', unite: 'HEURES' }),
  indicateur(2, { libelle: 'Part des présents', unite: 'POURCENTAGE', modeAgregation: 'RATIO' }),
] as const;
const CONTENU: ContenuBilan = {
  beneficiaires: 40,
  reponses: {
    ressources: { reponse: 'OUI', motif: null },
    publics: { reponse: 'EN_PARTIE', motif: '=1+1, dit-elle' },
  },
  freins: 'Peu de bénévoles\nen août',
  leviers: null,
  pistes: null,
  valeurs: [
    { indicateurId: SEANCES.id, valeur: 12.5, numerateur: null, denominateur: null },
    { indicateurId: PART.id, valeur: null, numerateur: 3, denominateur: 4 },
  ],
};
const BILAN: BilanEnClasseur = {
  id: '00000000-0000-4000-8000-0000000000aa',
  version: 7,
  action: 'Marcher ensemble',
  structure: 'Association Alpha',
  cooperative: 'Diabète en Seine-Saint-Denis',
  annee: 2026,
  trimestre: 3,
  modifiable: true,
  beneficiairesCibles: 120,
  questions: QUESTIONS_BILAN,
  indicateurs: [SEANCES, PART],
  contenu: CONTENU,
  precedent: CONTENU,
};
/** Rows of the layout « coopilote-bilan/1 »: they are said here so that a move is seen. */
const LIGNES = {
  ressources: 6,
  publics: 7,
  beneficiaires: 11,
  heures: 12,
  numerateur: 13,
  denominateur: 14,
  freins: 21,
};

const lire = async (octets: Uint8Array, bilan = BILAN) => lireBilanEnClasseur(await lireClasseur(octets), bilan);

/** The workbook as another program would leave it: written anew from what was read, with something changed. */
async function abimer(change: (feuilles: WriteSheet[]) => void): Promise<RefusCellule[]> {
  const { sheets } = await readXlsx(await bilanEnClasseur(BILAN, 'xlsx'));
  const feuilles = sheets.map(({ name, rows }): WriteSheet => ({ name, rows, cells: new Map(), merges: [] }));
  change(feuilles);
  return (await lire(await writeXlsx({ sheets: feuilles }))).refus;
}
const ecrire = (cellule: string, valeur: string | number | Date | boolean) => (feuilles: WriteSheet[]) => {
  const [colonne = 0, ligne = 0] = [cellule.charCodeAt(0) - 65, Number(cellule.slice(1)) - 1];
  const rangee = feuilles[0]?.rows?.[ligne];
  if (rangee) rangee[colonne] = valeur;
};

describe('The workbook of a report', () => {
  it.each(['xlsx', 'ods'] as const)('comes back with what it left with, and changes nothing (%s)', async (format) => {
    const lu = await lire(await bilanEnClasseur(BILAN, format));
    expect(lu).toMatchObject({ version: 7, refus: [] });
    const elements = (contenu: ContenuBilan) => elementsBilan(contenu, QUESTIONS_BILAN, BILAN.indicateurs);
    expect(elements(lu.contenu)).toEqual(elements(CONTENU));
    expect(changementsBilan(lu.intact, elements(lu.contenu), elements(CONTENU))).toEqual([]);
    expect(lu.presents.size).toBe(8 + 1 + 2 + 3);
  });

  it('is filled and saved by LibreOffice, from each format to the other, and says the same', async () => {
    const frappes: Frappe[] = [
      ['Bilan', `B${LIGNES.ressources}`, 'Non'],
      ['Bilan', `C${LIGNES.ressources}`, 'Un départ en juin, non remplacé'],
      ['Bilan', `B${LIGNES.beneficiaires}`, '1200'],
      ['Bilan', `B${LIGNES.heures}`, '1200.5'],
      ['Bilan', `B${LIGNES.numerateur}`, '2'],
      ['Bilan', `C${LIGNES.freins}`, 'Un mot\net deux'],
      ['Bilan', 'A5', 'La réalisation'],
    ];
    const formats = ['xlsx', 'ods'] as const;
    const passages = formats.flatMap((de) => formats.map((vers) => ({ de, vers, frappes })));
    const sorties = await passerParLibreOffice(
      await Promise.all(passages.map(async (p) => ({ ...p, octets: await bilanEnClasseur(BILAN, p.de) }))),
    );
    expect(sorties).toHaveLength(4);
    for (const { octets, etats } of sorties) {
      expect(etats).toEqual([
        `Bilan.B${LIGNES.ressources} liste`,
        `Bilan.C${LIGNES.ressources}`,
        `Bilan.B${LIGNES.beneficiaires}`,
        `Bilan.B${LIGNES.heures}`,
        `Bilan.B${LIGNES.numerateur}`,
        `Bilan.C${LIGNES.freins}`,
        'Bilan.A5 protegee',
      ]);
      const lu = await lire(octets);
      expect(lu.refus).toEqual([]);
      expect(lu.contenu).toMatchObject({
        beneficiaires: 1200,
        reponses: {
          ressources: { reponse: 'NON', motif: 'Un départ en juin, non remplacé' },
          publics: CONTENU.reponses.publics,
        },
        freins: 'Un mot\net deux',
        valeurs: [{ valeur: 1200.5 }, { numerateur: 2, denominateur: 4 }],
      });
    }
  });

  it('is a copy to read once the report is no longer written', async () => {
    const { sheets } = await readXlsx(await bilanEnClasseur({ ...BILAN, modifiable: false }, 'xlsx'), {
      readStyles: true,
    });
    const libres = [...(sheets[0]?.cells?.values() ?? [])].filter((c) => c.style?.protection?.locked === false);
    expect(libres).toEqual([]);
  });
});

describe('A workbook that came back wrong', () => {
  it.each<[string, (feuilles: WriteSheet[]) => void, Partial<RefusCellule>]>([
    [
      'a renamed sheet',
      ([f]) => void (f!.name = 'Feuil1'),
      {
        feuille: 'Bilan',
        cellule: null,
        message: expect.stringContaining('redonnez son nom à la feuille «\u00a0Feuil1\u00a0»'),
      },
    ],
    [
      'a list value that does not exist',
      ecrire('B6', 'Oiu'),
      {
        feuille: 'Bilan',
        cellule: 'B6',
        valeur: 'Oiu',
        message: expect.stringContaining('Vouliez-vous dire «\u00a0Oui\u00a0»'),
      },
    ],
    [
      'a date where a number is',
      ecrire('B11', new Date('2026-12-01')),
      { cellule: 'B11', valeur: '01/12/2026', message: expect.stringContaining('devenue une date') },
    ],
    [
      'a date where words are',
      ecrire('C6', new Date('2026-12-01')),
      { cellule: 'C6', message: expect.stringContaining('format Texte') },
    ],
    [
      'words where a number is',
      ecrire('B11', 'une centaine'),
      { cellule: 'B11', valeur: 'une centaine', message: 'Un nombre est attendu, par exemple 1200 ou 12,5.' },
    ],
    [
      'an unclear number',
      ecrire('B11', '1.200'),
      { cellule: 'B11', message: expect.stringContaining('1200 ou 1,200') },
    ],
    ['half a person', ecrire('B11', 1.5), { cellule: 'B11', message: expect.stringContaining('nombre entier') }],
    [
      'more than all',
      ecrire('B13', 9),
      { cellule: 'B13', message: expect.stringContaining('dépasse le dénominateur') },
    ],
    [
      'words that would be lost',
      ecrire('C11', 'environ'),
      { cellule: 'C11', message: expect.stringContaining('ne se remplit pas') },
    ],
    [
      'a text too long',
      ecrire('C21', 'x'.repeat(5001)),
      { cellule: 'C21', message: expect.stringContaining('1 caractères de trop') },
    ],
    [
      'a formula',
      ([f]) => f!.cells!.set('10,1', { formula: '20+22', formulaResult: 41 }),
      { cellule: 'B11', valeur: '=20+22', message: expect.stringContaining('écrivez son résultat') },
    ],
    [
      'merged cells',
      ([f]) => f!.merges!.push({ startRow: 5, startCol: 1, endRow: 5, endCol: 2 }),
      { cellule: 'B6', message: expect.stringContaining('défusionnez') },
    ],
    [
      'a row twice',
      ([f]) => f!.rows!.push([...(f!.rows![5] ?? [])]),
      { cellule: 'A24', message: expect.stringContaining('ligne 6') },
    ],
    [
      'the workbook of another report',
      (f) => void (f[2]!.rows![1]![1] = 'autre'),
      { feuille: '', valeur: 'Marcher ensemble, T3 2026', message: expect.stringContaining('autre bilan') },
    ],
    [
      'another version of the format',
      (f) => void (f[2]!.rows![0]![1] = 'coopilote-bilan/9'),
      { message: expect.stringContaining('coopilote-bilan/9') },
    ],
    [
      'no hidden sheet',
      (f) => void f.splice(2, 1),
      { message: expect.stringContaining('feuille cachée a été retirée') },
    ],
  ])('%s: the cell and the remedy are told', async (_, change, attendu) => {
    const refus = await abimer(change);
    expect(refus[0]).toMatchObject(attendu);
    expect(refus.length).toBeLessThanOrEqual(2);
  });

  it('a moved column: each heading that is not where it was', async () => {
    const refus = await abimer(([f]) => f?.rows?.forEach((r) => r.splice(1, 2, r[2] ?? null, r[1] ?? null)));
    expect(refus.map(({ cellule }) => cellule)).toEqual(['B4', 'C4']);
    expect(refus[0]?.message).toContain(
      '« Votre réponse » est attendue ici, qui se trouve en C'.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»'),
    );
  });

  it('reads numbers as they are typed, and answers whatever their case', async () => {
    for (const nombre of ['1 200,5', '1200.5', '1\u202f200,5', ' 1200,5 ']) {
      const { sheets } = await readXlsx(await bilanEnClasseur(BILAN, 'xlsx'));
      const feuilles = sheets.map(({ name, rows }): WriteSheet => ({ name, rows }));
      ecrire('B12', nombre)(feuilles);
      ecrire('B6', 'NON')(feuilles);
      ecrire('B7', 'partiellement')(feuilles);
      const lu = await lire(await writeXlsx({ sheets: feuilles }));
      expect([nombre, lu.refus, lu.contenu.valeurs[0]?.valeur]).toEqual([nombre, [], 1200.5]);
      expect(lu.contenu.reponses).toMatchObject({ ressources: { reponse: 'NON' }, publics: { reponse: 'EN_PARTIE' } });
    }
  });

  it('leaves alone what has no row in it, and tells a question that is no longer asked', async () => {
    const { sheets } = await readXlsx(await bilanEnClasseur(BILAN, 'xlsx'));
    const feuilles = sheets.map(({ name, rows }): WriteSheet => ({
      name,
      rows: name === 'Bilan' ? rows.filter((_, i) => i !== 20) : rows,
    }));
    const octets = await writeXlsx({ sheets: feuilles });
    expect((await lire(octets)).presents.has('freins')).toBe(false);
    const sansPart = await lire(octets, { ...BILAN, indicateurs: [SEANCES] });
    expect(sansPart.refus.map(({ cellule }) => cellule)).toEqual(['B13', 'B14']);
    expect(sansPart.refus[0]?.message).toContain('ne pose plus cette question');
  });
});
