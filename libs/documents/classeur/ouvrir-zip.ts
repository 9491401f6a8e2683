import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { strFromU8 } from 'fflate';
import { LIMITES_CLASSEUR } from '@coopilote/domain/classeurs';
import { ClasseurRefuse } from './classeur';

const gonfler = promisify(inflateRaw);
const ILLISIBLE =
  'Ce fichier n’est pas un classeur, ou il est abîmé. Envoyez le fichier téléchargé ici, au format .xlsx ou .ods.';
const TROP_GROS = `Ce classeur s’ouvre en plus de ${LIMITES_CLASSEUR.octetsOuverts / 1024 / 1024}\u00a0Mo\u00a0: il n’est pas lu. Reprenez le fichier téléchargé ici, sans images ni feuilles ajoutées.`;

interface Entree {
  nom: string;
  methode: number;
  chiffree: boolean;
  debut: number;
  taille: number;
}

/**
 * Opens an archive within bounds: what its directory claims is not believed, each entry stops where what is left of the bound
 * ends. Only XML is opened: no image, no macro.
 * @throws ClasseurRefuse
 */
export async function ouvrirZip(octets: Uint8Array): Promise<Map<string, Uint8Array>> {
  const entrees = repertoire(octets).filter(({ nom }) => /(\.(xml|rels|bin)|mimetype|encrypted-package)$/.test(nom));
  const ouvertes = new Map<string, Uint8Array>();
  let reste: number = LIMITES_CLASSEUR.octetsOuverts;
  for (const { nom, methode, chiffree, debut, taille } of entrees) {
    if (chiffree) throw new ClasseurRefuse(PROTEGE);
    const comprime = octets.subarray(debut, debut + taille);
    const ouvert = methode === 0 ? comprime : await gonfle(comprime, reste);
    reste -= ouvert.length;
    if (reste <= 0) throw new ClasseurRefuse(TROP_GROS);
    ouvertes.set(nom, ouvert);
  }
  return ouvertes;
}

export const PROTEGE =
  'Ce classeur est protégé par un mot de passe. Retirez-le (Fichier, Enregistrer sous, sans mot de passe), puis envoyez-le à nouveau.';

async function gonfle(comprime: Uint8Array, reste: number): Promise<Uint8Array> {
  try {
    return await gonfler(comprime, { maxOutputLength: reste });
  } catch (erreur) {
    const tropGros = (erreur as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ClasseurRefuse(tropGros ? TROP_GROS : ILLISIBLE);
  }
}

/** Entries of the central directory (APPNOTE 4.3.12). No workbook of ours needs ZIP64: one that does is over the bounds. */
function repertoire(octets: Uint8Array): Entree[] {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const fin = finDuRepertoire(vue);
  const nombre = vue.getUint16(fin + 10, true);
  if (nombre > LIMITES_CLASSEUR.entrees) throw new ClasseurRefuse(TROP_GROS);
  const entrees: Entree[] = [];
  let place = vue.getUint32(fin + 16, true);
  try {
    for (let i = 0; i < nombre; i++) {
      if (vue.getUint32(place, true) !== 0x02014b50) throw new RangeError();
      const longueurs = [28, 30, 32].map((ecart) => vue.getUint16(place + ecart, true));
      const [longueurNom = 0] = longueurs;
      const local = vue.getUint32(place + 42, true);
      if (vue.getUint32(local, true) !== 0x04034b50) throw new RangeError();
      const debut = local + 30 + vue.getUint16(local + 26, true) + vue.getUint16(local + 28, true);
      const taille = vue.getUint32(place + 20, true);
      if (debut + taille > octets.length) throw new RangeError();
      entrees.push({
        nom: strFromU8(octets.subarray(place + 46, place + 46 + longueurNom)),
        methode: vue.getUint16(place + 10, true),
        chiffree: (vue.getUint16(place + 8, true) & 1) === 1,
        debut,
        taille,
      });
      place += 46 + longueurs.reduce((somme, longueur) => somme + longueur, 0);
    }
  } catch {
    throw new ClasseurRefuse(ILLISIBLE);
  }
  return entrees;
}

function finDuRepertoire(vue: DataView): number {
  for (let place = vue.byteLength - 22; place >= Math.max(0, vue.byteLength - 22 - 65_535); place--) {
    if (vue.getUint32(place, true) === 0x06054b50) return place;
  }
  throw new ClasseurRefuse(ILLISIBLE);
}
