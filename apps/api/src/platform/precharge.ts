import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Pages that are opened from a message, on a phone: their scripts, and what they ask first. */
const PAGES: { adresse: RegExp; scripts: string[]; demandes: (id: string) => string[] }[] = [
  {
    adresse: new RegExp(`^/bilans/(${UUID})$`),
    scripts: ['bilans.routes', 'page-bilan'],
    demandes: (id) => [`/api/bilans-trimestriels/${id}`],
  },
];

/**
 * Links that have the browser fetch with the page what it would otherwise find step after step: the page’s scripts, what they import,
 * and its first answers. Answers none for the other pages.
 */
export async function lirePrecharges(dossier: string): Promise<(chemin: string) => string> {
  const fichiers = await readdir(dossier);
  const pages = await Promise.all(
    PAGES.map(async ({ adresse, scripts, demandes }) => {
      const noms = scripts.flatMap((nom) =>
        fichiers.filter((f) => f.startsWith(`${nom}-`) && /^-[\w-]{8}\.js$/.test(f.slice(nom.length))),
      );
      const liens = [...(await avecImports(dossier, noms))]
        .map((nom) => `<link rel="modulepreload" href="${nom}">`)
        .join('');
      return { adresse, liens, demandes };
    }),
  );
  return (chemin) => {
    for (const { adresse, liens, demandes } of pages) {
      const id = adresse.exec(chemin)?.[1];
      if (id) return liens + demandes(id).map(demandee).join('');
    }
    return '';
  };
}

/** A question that the application asks first, with the cookies of the session. */
export const demandee = (url: string): string =>
  `<link rel="preload" as="fetch" href="${url}" crossorigin="anonymous">`;

async function avecImports(dossier: string, noms: readonly string[], vus = new Set<string>()): Promise<Set<string>> {
  for (const nom of noms) {
    if (vus.has(nom)) continue;
    vus.add(nom);
    const script = await readFile(join(dossier, nom), 'utf8');
    const importes = [...script.matchAll(/\b(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
      ([, importe = '']) => importe,
    );
    await avecImports(dossier, importes, vus);
  }
  return vus;
}
