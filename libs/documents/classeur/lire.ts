import { strFromU8, zipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { lettresColonne, LIMITES_CLASSEUR } from '@coopilote/domain/classeurs';
import { ClasseurRefuse, type ClasseurLu, type FeuilleLue, type ValeurLue } from './classeur';
import { ouvrirZip, PROTEGE } from './ouvrir-zip';

const ETENDUE = `A1:${lettresColonne(LIMITES_CLASSEUR.colonnes - 1)}${LIMITES_CLASSEUR.lignes + 1}`;
const TROP_DE_LIGNES = (feuille: string): string =>
  `${feuille} compte plus de ${LIMITES_CLASSEUR.lignes.toLocaleString('fr-FR')} lignes, la limite d’un envoi\u00a0: retirez les lignes vides, ou partagez le classeur en plusieurs.`;
/** Past this, looking for them at each cell would cost more than reading the sheet. */
const FUSIONS_MAX = 500;
const TROP_DE_FUSIONS =
  'Ce classeur a trop de cellules fusionnées pour être lu\u00a0: défusionnez-les, puis envoyez-le à nouveau.';
const PAS_UN_CLASSEUR = 'Ce fichier n’est pas un classeur. Envoyez le fichier téléchargé ici, au format .xlsx ou .ods.';
const ANCIEN =
  'Ce classeur est dans un ancien format (.xls), qui ne se lit pas ici. Ouvrez-le, enregistrez-le au format .xlsx ou .ods, puis envoyez-le à nouveau.';
const BINAIRE =
  'Ce classeur est dans un format binaire (.xlsb), qui ne se lit pas ici. Enregistrez-le au format .xlsx ou .ods, puis envoyez-le à nouveau.';

/**
 * Reads a workbook in XLSX or ODS, told by its content and not by its name, within bounds of weight and size.
 * @throws ClasseurRefuse with what to do
 */
export async function lireClasseur(octets: Uint8Array): Promise<ClasseurLu> {
  refuserAutresFormats(octets);
  const entrees = await ouvrirZip(octets);
  const xlsx = entrees.has('xl/workbook.xml');
  if (entrees.has('xl/workbook.bin')) throw new ClasseurRefuse(BINAIRE);
  refuserOuvert(entrees, xlsx);
  // What the library opens is what was measured: the same entries, stored as they are.
  const mesure = zipSync(Object.fromEntries(entrees), { level: 0 });
  const classeur = await (
    xlsx
      ? readXlsx(mesure, { range: ETENDUE, readStyles: true })
      : readOds(mesure, { range: ETENDUE, readStyles: true })
  ).catch(() => {
    throw new ClasseurRefuse(PAS_UN_CLASSEUR);
  });
  return { feuilles: classeur.sheets.map(enFeuille) };
}

function refuserAutresFormats(octets: Uint8Array): void {
  const debut = [...octets.subarray(0, 4)];
  const commence = (...signature: number[]): boolean => signature.every((octet, i) => debut[i] === octet);
  if (commence(0xd0, 0xcf, 0x11, 0xe0)) {
    // Excel puts a protected .xlsx in the container of the old format.
    const protege = Buffer.from(octets).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new ClasseurRefuse(protege ? PROTEGE : ANCIEN);
  }
  if (!commence(0x50, 0x4b)) throw new ClasseurRefuse(PAS_UN_CLASSEUR);
}

/** @throws ClasseurRefuse for what can be told before anything is parsed. */
function refuserOuvert(entrees: Map<string, Uint8Array>, xlsx: boolean): void {
  const texte = (nom: string): string => strFromU8(entrees.get(nom) ?? new Uint8Array());
  if (!xlsx) {
    const chiffre = entrees.has('encrypted-package') || texte('META-INF/manifest.xml').includes('encryption-data');
    if (chiffre) throw new ClasseurRefuse(PROTEGE);
    if (!texte('mimetype').includes('opendocument.spreadsheet')) throw new ClasseurRefuse(PAS_UN_CLASSEUR);
  }
  for (const [nom, contenu] of entrees) {
    if (!/(^content|\/worksheets\/[^/]+)\.xml$/.test(nom)) continue;
    const lignes = compter(contenu, xlsx ? '<row ' : '<table:table-row');
    if (lignes > LIMITES_CLASSEUR.lignes * (xlsx ? 1 : 3))
      throw new ClasseurRefuse(TROP_DE_LIGNES('Une feuille de ce classeur'));
  }
}

function compter(octets: Uint8Array, motif: string): number {
  const tampon = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
  let nombre = 0;
  for (let place = tampon.indexOf(motif); place >= 0; place = tampon.indexOf(motif, place + motif.length)) nombre++;
  return nombre;
}

function enFeuille(feuille: Sheet): FeuilleLue {
  if (feuille.rows.length > LIMITES_CLASSEUR.lignes)
    throw new ClasseurRefuse(TROP_DE_LIGNES(`La feuille «\u00a0${feuille.name}\u00a0»`));
  const fusions = feuille.merges ?? [];
  if (fusions.length > FUSIONS_MAX) throw new ClasseurRefuse(TROP_DE_FUSIONS);
  return {
    nom: feuille.name,
    hauteur: feuille.rows.length,
    largeur: Math.max(0, ...feuille.rows.map((ligne) => ligne.length)),
    lire(ligne, colonne): ValeurLue {
      const fusion = fusions.some(
        (f) => ligne >= f.startRow && ligne <= f.endRow && colonne >= f.startCol && colonne <= f.endCol,
      );
      if (fusion) return { genre: 'FUSION' };
      const detail = feuille.cells?.get(`${ligne},${colonne}`);
      if (detail?.formula !== undefined) return { genre: 'FORMULE', formule: detail.formula };
      return valeurDe(feuille.rows[ligne]?.[colonne] ?? null, detail?.style?.numFmt);
    },
  };
}

function valeurDe(valeur: string | number | boolean | Date | null, format: string | undefined): ValeurLue {
  if (valeur === null) return { genre: 'VIDE' };
  if (typeof valeur === 'number') {
    return format?.includes('%') ? { genre: 'POURCENTAGE', nombre: valeur } : { genre: 'NOMBRE', nombre: valeur };
  }
  if (typeof valeur === 'boolean') return { genre: 'BOOLEEN', vrai: valeur };
  if (valeur instanceof Date) return { genre: 'JOUR', jour: valeur.toISOString().slice(0, 10) };
  const texte = valeur.replace(/\r\n?/g, '\n').trim();
  return texte ? { genre: 'TEXTE', texte } : { genre: 'VIDE' };
}
