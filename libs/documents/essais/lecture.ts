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
  /** Text of each page. */
  pages: string[];
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
    const texte = await poppler('pdftotext', '-layout', '-');
    const infos = (await poppler('pdfinfo', '')).split('\n').map((ligne) => /^([^:]+):\s*(.*)$/.exec(ligne));
    const polices = (await poppler('pdffonts', '')).trim().split('\n').slice(2);
    return {
      pages: texte.split('\f').slice(0, -1),
      infos: Object.fromEntries(infos.flatMap((info) => (info?.[1] ? [[info[1], info[2] ?? '']] : []))),
      polices: polices.map((ligne) => {
        const [nom = '', ...mots] = ligne.trim().split(/\s+/);
        // « … emb sub uni object ID »: two numbers end the line.
        return { nom, incorporee: mots.at(-5) === 'yes' };
      }),
    };
  });
}

/** Text of a Word document as LibreOffice opens it. */
export async function lireDocx(octets: Buffer): Promise<string> {
  return dansUnDossier(async (dossier) => {
    const fichier = join(dossier, 'document.docx');
    await writeFile(fichier, octets);
    await executer('soffice', [
      // Its own profile: another LibreOffice that runs would answer in its place, and write nothing here.
      `-env:UserInstallation=file://${dossier}/profil`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      dossier,
      fichier,
    ]);
    return readFile(join(dossier, 'document.txt'), 'utf8');
  });
}
