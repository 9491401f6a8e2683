import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { LIMITES_CLASSEUR } from '@coopilote/domain/classeurs';
import type { ClasseurEcrit } from './classeur';
import { ecrireClasseur } from './ecrire';
import { montrer } from './feuille';
import { lireClasseur } from './lire';

const CLASSEUR: ClasseurEcrit = {
  titre: 'Essai',
  listes: { reponses: ['Oui', 'Non'] },
  feuilles: [
    {
      nom: 'Données & co',
      colonnes: [{ largeur: 20 }, { largeur: 20, cachee: true }],
      lignes: [
        [{ valeur: '=HYPERLINK("http://exemple.test")', style: 'question' }, { valeur: '+33 1 <b>&"\'' }],
        [
          { valeur: 'deux\nlignes  et  espaces', libre: true },
          { valeur: 12.5, genre: 'nombre' },
        ],
        [{ valeur: '\u0000\ud800 @commande', liste: 'reponses' }, { valeur: null }],
      ],
      protegee: true,
      figees: 1,
    },
  ],
};

const dire = async (octets: Promise<Uint8Array> | Uint8Array): Promise<string> =>
  lireClasseur(await octets).then(
    () => 'lu',
    (erreur: Error) => erreur.message,
  );

describe('A workbook of ours', () => {
  it.each(['xlsx', 'ods'] as const)(
    'is read back as it was written, and no text of it is a formula (%s)',
    async (format) => {
      const { feuilles } = await lireClasseur(await ecrireClasseur(CLASSEUR, format));
      const [feuille] = feuilles;
      const mots = [0, 1, 2].map((l) => [0, 1].map((c) => montrer(feuille?.lire(l, c) ?? { genre: 'VIDE' })));
      expect(feuilles.map(({ nom }) => nom)).toEqual(['Données & co', 'Listes']);
      expect(mots.slice(0, 2)).toEqual([
        ['=HYPERLINK("http://exemple.test")', '+33 1 <b>&"\''],
        ['deux\nlignes  et  espaces', '12,5'],
      ]);
      expect(feuille?.lire(0, 0).genre).toBe('TEXTE');
      expect(mots[2]?.[0]).toContain('@commande');
    },
  );
});

describe('A file that is not a workbook of ours', () => {
  const bon = () => ecrireClasseur(CLASSEUR, 'xlsx');
  const refait = async (change: (entrees: Record<string, Uint8Array>) => void, format: 'xlsx' | 'ods' = 'xlsx') => {
    const entrees = unzipSync(await ecrireClasseur(CLASSEUR, format));
    change(entrees);
    return zipSync(entrees);
  };
  const lignes = (nombre: number) =>
    writeXlsx({ sheets: [{ name: 'Actions', rows: Array.from({ length: nombre }, (_, i) => [`Ligne ${i}`, i]) }] });

  it('says so, and what to send', async () => {
    for (const octets of ['bonjour', '', '%PDF-1.7', 'PK', 'PK\u0003\u0004 et rien']) {
      expect(await dire(strToU8(octets))).toMatch(/n’est pas un classeur/);
    }
    expect(await dire(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toMatch(/n’est pas un classeur/);
    expect(await dire((await bon()).subarray(0, 2000))).toMatch(/abîmé/);
    expect(await dire(refait((e) => void (e['xl/workbook.xml'] = strToU8('<pas fini'))))).toMatch(
      /n’est pas un classeur/,
    );
  });

  it('tells the old format, the binary one and a password apart', async () => {
    const ole = (suite = '') => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(suite, 'utf16le')]);
    expect(await dire(ole())).toMatch(/\.xls\), .*enregistrez-le au format \.xlsx ou \.ods/);
    expect(await dire(ole('EncryptedPackage'))).toMatch(/protégé par un mot de passe\. Retirez-le/);
    expect(
      await dire(writeXlsx({ sheets: [{ name: 'a', rows: [[1]] }], encryption: { password: 'x', spinCount: 10 } })),
    ).toMatch(/mot de passe/);
    expect(
      await dire(refait((e) => void (e['META-INF/manifest.xml'] = strToU8('<m:encryption-data/>')), 'ods')),
    ).toMatch(/mot de passe/);
    expect(await dire(zipSync({ 'xl/workbook.bin': strToU8('x') }))).toMatch(/\.xlsb/);
  });

  it('is refused past 5 000 rows, before it is parsed, the limit said', async () => {
    expect(await dire(lignes(LIMITES_CLASSEUR.lignes))).toBe('lu');
    expect(await dire(lignes(LIMITES_CLASSEUR.lignes + 1))).toMatch(/plus de 5\u202f000 lignes, la limite/);
    const debut = performance.now();
    const vingtMille = await lignes(20_000);
    const ecrit = performance.now();
    expect(await dire(vingtMille)).toMatch(/plus de 5\u202f000 lignes/);
    expect(performance.now() - ecrit).toBeLessThan(Math.max(500, ecrit - debut));
  });

  it('is refused when it swells, with memory bounded, whatever its directory claims', async () => {
    const bombe = deflateRawSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 });
    const octets = zipAvec('xl/worksheets/sheet1.xml', bombe, 1000);
    const avant = process.memoryUsage().rss;
    expect(octets.length).toBeLessThan(LIMITES_CLASSEUR.octets);
    expect(await dire(octets)).toMatch(/plus de 32\u00a0Mo/);
    expect(process.memoryUsage().rss - avant).toBeLessThan(150 * 1024 * 1024);
  });

  it('ends nowhere far: a cell at the last corner of the sheet costs nothing', async () => {
    const loin = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>';
    const octets = await refait((e) => {
      e['xl/worksheets/sheet1.xml'] = strToU8(
        strFromU8(e['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).replace('</sheetData>', loin),
      );
    });
    expect((await lireClasseur(octets)).feuilles[0]?.hauteur).toBe(3);
  });
});

/** An archive of one entry, whose directory says that it opens into `pretendu` bytes. */
function zipAvec(nom: string, comprime: Buffer, pretendu: number): Buffer {
  const entete = (signature: number, taille: number, place: number): Buffer => {
    const tampon = Buffer.alloc(taille);
    tampon.writeUInt32LE(signature, 0);
    tampon.writeUInt16LE(8, place);
    tampon.writeUInt32LE(comprime.length, place + 10);
    tampon.writeUInt32LE(pretendu, place + 14);
    tampon.writeUInt16LE(nom.length, place + 18);
    return Buffer.concat([tampon, Buffer.from(nom)]);
  };
  const local = entete(0x04034b50, 30, 8);
  const central = entete(0x02014b50, 46, 10);
  const fin = Buffer.alloc(22);
  fin.writeUInt32LE(0x06054b50, 0);
  fin.writeUInt16LE(1, 10);
  fin.writeUInt32LE(central.length, 12);
  fin.writeUInt32LE(local.length + comprime.length, 16);
  return Buffer.concat([local, comprime, central, fin]);
}
