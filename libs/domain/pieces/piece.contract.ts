import { Choix, Identifiant } from '../commun/champs';
import type { TypePiece } from './piece.rules';

/** What a piece may hang on. */
export const OBJETS_PIECE = ['COOPERATIVE', 'REUNION', 'ACTE', 'ACTE_FINANCEMENT'] as const;
export type ObjetPiece = (typeof OBJETS_PIECE)[number];

/** The thing whose pieces are read, or to which one is added. */
export class CiblePiece {
  @Choix(OBJETS_PIECE, { libelle: 'Objet', requis: true }) objet!: ObjetPiece;
  @Identifiant({ libelle: 'Élément', requis: true }) objetId!: string;
}

export interface PieceLue {
  id: string;
  nom: string;
  type: TypePiece;
  /** Octets. */
  taille: number;
  deposePar: string;
  /** Instant, ISO 8601. */
  deposeLe: string;
  demonstration: boolean;
  /** The reader may take it away. */
  retirable: boolean;
}

export interface PiecesLues {
  pieces: PieceLue[];
  /** The reader may add one. */
  depot: boolean;
}
