import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const executer = promisify(execFile);

async function dansUnDossier<T>(work: (dossier: string) => Promise<T>): Promise<T> {
  const dossier = await mkdtemp(join(tmpdir(), 'coopilote-documents-'));
  try {
    return await work(dossier);
  } finally {
    await rm(dossier, { recursive: true, force: true });
  }
}

export interface PdfLu {
  /** Text of each page, as it is laid out. */
  pages: string[];
  /** Text of each page in the order in which it was written: a cell after the other. */
  suite: string[];
  /** What `pdfinfo` says: Title, Author, Pages… */
  infos: Record<string, string>;
  polices: { nom: string; incorporee: boolean }[];
}

/** Reads a PDF with poppler, which reports on its standard error whatever is not as it should be. */
export async function lirePdf(octets: Buffer): Promise<PdfLu> {
  return dansUnDossier(async (dossier) => {
    const fichier = join(dossier, 'document.pdf');
    await writeFile(fichier, octets);
    const poppler = async (outil: string, ...suite: string[]): Promise<string> => {
      const { stdout, stderr } = await executer(
        outil,
        [...suite.slice(0, -1), fichier, ...suite.slice(-1)].filter(Boolean),
      );
      if (stderr) throw new Error(`${outil} : ${stderr}`);
      return stdout;
    };
    const texte = async (ordre: string): Promise<string[]> =>
      (await poppler('pdftotext', ordre, '-')).split('\f').slice(0, -1);
    const infos = (await poppler('pdfinfo', '')).split('\n').map((ligne) => /^([^:]+):\s*(.*)$/.exec(ligne));
    const polices = (await poppler('pdffonts', '')).trim().split('\n').slice(2);
    return {
      pages: await texte('-layout'),
      suite: await texte('-raw'),
      infos: Object.fromEntries(infos.flatMap((info) => (info?.[1] ? [[info[1], info[2] ?? '']] : []))),
      polices: polices.map((ligne) => {
        const [nom = '', ...mots] = ligne.trim().split(/\s+/);
        // « … emb sub uni object ID »: two numbers end the line.
        return { nom, incorporee: mots.at(-5) === 'yes' };
      }),
    };
  });
}

/** Entries of a PDF's outline as qpdf reads them, each with those under it. It refuses a file with any fault. */
export async function lirePlan(octets: Buffer): Promise<EntreePlan[]> {
  return dansUnDossier(async (dossier) => {
    const fichier = join(dossier, 'document.pdf');
    await writeFile(fichier, octets);
    await executer('qpdf', ['--check', fichier]);
    const { stdout } = await executer('qpdf', ['--json=2', '--json-key=outlines', fichier], { maxBuffer: 2 ** 26 });
    const entrees = (liste: Signet[]): EntreePlan[] =>
      liste.map(({ title, kids }) => ({ titre: title, sous: entrees(kids) }));
    return entrees((JSON.parse(stdout) as { outlines: Signet[] }).outlines);
  });
}
export interface EntreePlan {
  titre: string;
  sous: EntreePlan[];
}
interface Signet {
  title: string;
  kids: Signet[];
}

/** Text of a Word document as LibreOffice opens it. */
export const lireDocx = async (octets: Buffer): Promise<string> =>
  (await convertir(octets, 'txt:Text (encoded):UTF8', 'txt')).toString('utf8');

/** The same, as a web page: its marks are in it. */
export const lireDocxEnHtml = async (octets: Buffer): Promise<string> =>
  (await convertir(octets, 'html:HTML (StarWriter):UTF8', 'html')).toString('utf8');

/** The same, laid out in pages. */
export const lireDocxEnPages = async (octets: Buffer): Promise<string[]> =>
  (await lirePdf(await convertir(octets, 'pdf', 'pdf'))).suite;

/** Cells of the first sheet of a workbook as LibreOffice Calc opens it: texts as they are, figures in full. */
export async function lireXlsx(octets: Buffer): Promise<string[][]> {
  // Tabs between cells, UTF-8, texts between quotes, values rather than what their format shows.
  const csv = await convertir(octets, 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,true,false', 'csv', 'xlsx');
  return csv
    .toString('utf8')
    .split('\n')
    .map((ligne) => ligne.split('\t').map((cellule) => cellule.replace(/^"(.*)"$/, '$1')));
}

async function convertir(octets: Buffer, format: string, extension: string, de = 'docx'): Promise<Buffer> {
  return dansUnDossier(async (dossier) => {
    const fichier = join(dossier, `document.${de}`);
    await writeFile(fichier, octets);
    await executer('soffice', [
      // Its own profile: another LibreOffice that runs would answer in its place, and write nothing here.
      `-env:UserInstallation=file://${dossier}/profil`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      dossier,
      fichier,
    ]);
    return readFile(join(dossier, `document.${extension}`));
  });
}
