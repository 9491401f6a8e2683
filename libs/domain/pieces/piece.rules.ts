import type { Identite } from '../comptes/roles';
import { peut, type Ressource } from '../droits/droits.rules';

/** Octets: a report with its photographs passes, a film does not. */
export const TAILLE_MAX_PIECE = 20 * 1024 * 1024;
export const NOM_MAX_PIECE = 150;

interface Genre {
  libelle: string;
  /** Content type under which it leaves. */
  mime: string;
  /** Extensions of a name, without the dot. */
  extensions: readonly string[];
  /** Text has no signature: it is known by what it does not hold. */
  texte?: true;
}

/** Kinds accepted, named as a detector of signatures names them. Neither HTML, SVG, programs, macros nor archives. */
export const TYPES_PIECE = {
  pdf: { libelle: 'PDF', mime: 'application/pdf', extensions: ['pdf'] },
  png: { libelle: 'Image PNG', mime: 'image/png', extensions: ['png'] },
  jpg: { libelle: 'Image JPEG', mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  docx: {
    libelle: 'Word',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    libelle: 'Excel',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  pptx: {
    libelle: 'PowerPoint',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  odt: { libelle: 'Texte OpenDocument', mime: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { libelle: 'Tableur OpenDocument', mime: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  odp: {
    libelle: 'Présentation OpenDocument',
    mime: 'application/vnd.oasis.opendocument.presentation',
    extensions: ['odp'],
  },
  csv: { libelle: 'Tableau CSV', mime: 'text/csv; charset=utf-8', extensions: ['csv'], texte: true },
  txt: { libelle: 'Texte', mime: 'text/plain; charset=utf-8', extensions: ['txt'], texte: true },
} as const satisfies Record<string, Genre>;

export type TypePiece = keyof typeof TYPES_PIECE;
const GENRES: readonly (readonly [TypePiece, Genre])[] = Object.entries(TYPES_PIECE) as [TypePiece, Genre][];

/** « .pdf,.png,… », for a file chooser. */
export const EXTENSIONS_PIECE: readonly string[] = GENRES.flatMap(([, { extensions }]) =>
  extensions.map((e) => `.${e}`),
);

/**
 * A name as it may be kept and shown: the last part of a path, without controls nor marks that turn the reading direction
 * (« facture‮fdp.exe »), 150 characters at most, its extension kept. Empty when nothing is left of it.
 */
export function nettoyerNomPiece(nom: string): string {
  const net = (nom.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Control}\p{Surrogate}\p{Bidi_Control}\u2028\u2029]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const signes = [...net];
  if (signes.length <= NOM_MAX_PIECE) return net;
  const extension = [...(/\.[^. ]{1,10}$/.exec(net)?.[0] ?? '')];
  return [...signes.slice(0, NOM_MAX_PIECE - extension.length), ...extension].join('');
}

/** The kind that a name announces; null when it is none of ours. */
export function typeDuNom(nom: string): TypePiece | null {
  const extension = /[^.]\.([^.]+)$/.exec(nom)?.[1]?.toLowerCase() ?? '';
  return GENRES.find(([, { extensions }]) => extensions.includes(extension))?.[0] ?? null;
}

/** What can be told of a file before it is sent: null when nothing is wrong, else a sentence. */
export function refuserPiece(nom: string, taille: number): string | null {
  if (nettoyerNomPiece(nom) === '') return 'Le nom du fichier est vide.';
  if (typeDuNom(nom) === null) {
    return 'Ce genre de fichier n’est pas accepté\u00a0: PDF, image PNG ou JPEG, Word, Excel, PowerPoint, OpenDocument, CSV ou texte.';
  }
  if (taille === 0) return 'Le fichier est vide.';
  if (taille > TAILLE_MAX_PIECE) return 'Le fichier dépasse 20\u00a0Mo.';
  return null;
}

/**
 * Whether the content is what the name announces: `signature` is the kind that the first octets tell (null when they tell
 * none), `octetNul` whether a zero octet was met, which no text holds.
 */
export function refuserContenu(type: TypePiece, signature: string | null, octetNul: boolean): string | null {
  const { libelle, texte }: Genre = TYPES_PIECE[type];
  const juste = texte ? !octetNul && !(signature !== null && signature in TYPES_PIECE) : signature === type;
  return juste ? null : `Le contenu du fichier n’est pas celui que son nom annonce (${libelle}).`;
}

/** Taken away by who runs the CA, or by who deposited it as long as they may deposit. */
export function peutRetirerPiece(identite: Identite, deposeParId: string, ressource: Ressource): boolean {
  return (
    peut(identite, 'cooperative.modifier', ressource) ||
    (deposeParId === identite.utilisateurId && peut(identite, 'piece.deposer', ressource))
  );
}
