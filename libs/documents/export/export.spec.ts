import { readXlsx } from 'hucre/xlsx';
import { GABARITS, type Gabarit, type ValeurExport } from '@coopilote/domain/consolidation';
import { lireClasseur } from '../classeur/lire';
import { ecrireExport } from './export';

const GABARIT: Gabarit = { ...GABARITS.t3, colonnes: GABARITS.t3.colonnes.slice(0, 17) };
const vide = (): ValeurExport[] => GABARIT.colonnes.map(() => null);
const rang = (cle: string) => GABARIT.colonnes.findIndex((c) => c.cle === cle);
const ligne = (valeurs: Record<string, ValeurExport>): ValeurExport[] =>
  Object.entries(valeurs).reduce((l, [cle, v]) => l.with(rang(cle), v), vide());

const LIGNES = [
  ligne({
    trimestre: '2026-T3',
    departementCode: '01',
    transmisLe: '2026-10-14',
    intitule: '=1+1',
    beneficiairesCibles: 1234,
  }),
  ligne({
    trimestre: '2026-T3',
    departementCode: '2A',
    intitule: 'a & <b> "c" 👩‍⚕️\u0000 _x0041_',
    objectif: 'deux\nlignes  et  espaces',
  }),
  ligne({ departementCode: '93', intitule: '-2', beneficiairesCibles: 0, resultatsAttendus: 'x'.repeat(40_000) }),
];
const NOTES = [
  { terme: 'Période', valeur: 'T3 2026' },
  { terme: 'Bilans manquants', valeur: '2' },
];

async function ecrire(format: 'xlsx' | 'ods' | 'csv' | 'json', lignes = LIGNES): Promise<Buffer> {
  async function* pages() {
    for (const l of lignes) yield [l];
  }
  const morceaux = [];
  for await (const morceau of ecrireExport(format, { gabarit: GABARIT, pages: pages(), notes: () => NOTES }))
    morceaux.push(morceau);
  return Buffer.concat(morceaux);
}

describe('A table written as it is read', () => {
  it.each(['xlsx', 'ods'] as const)(
    'is read by another library: types, filters of the heading, the sheet that explains it (%s)',
    async (format) => {
      const [donnees, notes] = (await lireClasseur(await ecrire(format))).feuilles;
      const lire = (l: number, cle: string) => donnees?.lire(l, rang(cle));
      expect(lire(1, 'beneficiairesCibles')).toEqual({ genre: 'NOMBRE', nombre: 1234 });
      expect(lire(3, 'beneficiairesCibles')).toEqual({ genre: 'NOMBRE', nombre: 0 });
      expect(lire(1, 'transmisLe')).toEqual({ genre: 'JOUR', jour: '2026-10-14' });
      expect(lire(1, 'intitule')).toEqual({ genre: 'TEXTE', texte: '=1+1' });
      expect(lire(2, 'objectif')).toEqual({ genre: 'TEXTE', texte: 'deux\nlignes  et  espaces' });
      expect([1, 2].map((l) => lire(l, 'departementCode'))).toEqual([
        { genre: 'TEXTE', texte: '01' },
        { genre: 'TEXTE', texte: '2A' },
      ]);
      expect(JSON.stringify(lire(2, 'intitule'))).toContain('a & <b>');
      expect(lire(2, 'beneficiairesCibles')?.genre).toBe('VIDE');
      const dit = [0, 1, 2, 3].map((l) => [0, 1].map((c) => JSON.stringify(notes?.lire(l, c))).join(' ')).join('\n');
      expect(dit).toContain('coopilote-t3/1');
      expect(dit).toContain('Bilans manquants');
    },
  );

  it('holds in Excel: a frozen heading, its filter, no cell past what a cell holds', async () => {
    const { sheets } = await readXlsx(await ecrire('xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual(['Données', 'À propos']);
    expect(sheets[0]?.freezePane).toMatchObject({ rows: 1 });
    expect(sheets[0]?.autoFilter?.range).toBe('A1:Q4');
    expect(String(sheets[0]?.rows[3]?.[rang('resultatsAttendus')]).length).toBe(32_767);
  });

  it('is a CSV that Excel reads in France, notes under the table', async () => {
    const csv = (await ecrire('csv')).toString('utf8');
    expect(csv.startsWith('\ufeffTrimestre;Code du département;')).toBe(true);
    expect(csv).toContain(";14/10/2026;;'=1+1;");
    expect(csv).toContain(";'-2;");
    expect(csv).toContain('\r\n\r\nPériode;T3 2026\r\nBilans manquants;2\r\n');
  });

  it('is typed in JSON, even empty', async () => {
    const lu = JSON.parse((await ecrire('json')).toString('utf8')) as {
      gabarit: string;
      lignes: Record<string, unknown>[];
      notes: object;
    };
    expect(lu.gabarit).toBe('coopilote-t3/1');
    expect(lu.lignes[0]).toMatchObject({
      departementCode: '01',
      beneficiairesCibles: 1234,
      transmisLe: '2026-10-14',
      objectif: null,
    });
    expect(lu.notes).toEqual({ Période: 'T3 2026', 'Bilans manquants': '2' });
    expect((JSON.parse((await ecrire('json', [])).toString('utf8')) as { lignes: unknown[] }).lignes).toEqual([]);
    expect(lu.lignes).toHaveLength(3);
  });

  it.each(['xlsx', 'ods', 'csv', 'json'] as const)(
    'stops reading when nobody takes it any more, whatever the format (%s)',
    async (format) => {
      let lues = 0;
      let fermee = false;
      async function* sansFin() {
        try {
          for (;;) yield Array.from({ length: 100 }, () => LIGNES[lues++ % 2] ?? []);
        } finally {
          fermee = true;
        }
      }
      for await (const morceau of ecrireExport(format, { gabarit: GABARIT, pages: sansFin(), notes: () => NOTES })) {
        expect(morceau.length).toBeLessThan(1_000_000);
        if (lues > 5000) break;
      }
      expect([fermee, lues < 20_000]).toEqual([true, true]);
    },
  );
});
