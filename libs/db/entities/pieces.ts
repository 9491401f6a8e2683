import { Entity } from 'typeorm';
import type { ObjetPiece, TypePiece } from '@coopilote/domain/pieces';
import { Booleen, Cle, CleTexte, Entier, Instant, Texte, Uuid } from './colonnes';

/** A document attached to a CA, or to something of a CA. Never modified: taken away, and deposited again. */
@Entity('piece')
export class Piece {
  @Cle() id!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Texte() objet!: ObjetPiece;
  @Uuid() objetId!: string;
  @Texte() nom!: string;
  @Texte() type!: TypePiece;
  @Entier() taille!: number;
  /** SHA-256 of the content, in hexadecimal: its name in the storage. */
  @Texte() empreinte!: string;
  @Uuid() deposePar!: string;
  @Instant({ default: () => 'now()' }) deposeLe!: Date;
  @Booleen() demonstration!: boolean;
}

/** A content that the storage holds, or is about to: written before it, deleted with it. */
@Entity('piece_contenu')
export class PieceContenu {
  @CleTexte() empreinte!: string;
  @Instant({ default: () => 'now()' }) deposeLe!: Date;
}
