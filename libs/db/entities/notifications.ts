import { Column, Entity } from 'typeorm';
import type { ChoixMessage, EtatEnvoi, GenreMessage } from '@coopilote/domain/notifications';
import {
  Cle,
  CleEntier,
  CleTexte,
  CleUuid,
  Entier,
  Instant,
  InstantNul,
  Ordre,
  Texte,
  TexteNul,
  Uuid,
} from './colonnes';

/** A message of the outbox. */
@Entity('envoi')
export class Envoi {
  @Cle() id!: string;
  /** Region whose administrator may read it; null for none. */
  @TexteNul() regionCode!: string | null;
  @Texte() destinataire!: string;
  @Texte() objet!: string;
  @Texte() texte!: string;
  @TexteNul() html!: string | null;
  /** Address that switches such messages off, when they may be. */
  @TexteNul() desabonnement!: string | null;
  @Texte({ default: 'EN_ATTENTE' }) etat!: EtatEnvoi;
  @Ordre() essais!: number;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
  @Instant({ default: () => 'now()' }) prochainEssai!: Date;
  @InstantNul() envoyeLe!: Date | null;
  @TexteNul() erreur!: string | null;
}

/** Bytes that messages carry, once however many carry them. */
@Entity('envoi_contenu')
export class EnvoiContenu {
  /** SHA-256 of the bytes, hexadecimal. */
  @CleTexte() empreinte!: string;
  @Column({ type: 'bytea' }) octets!: Buffer;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
}

@Entity('envoi_piece')
export class EnvoiPiece {
  @CleUuid() envoiId!: string;
  @CleEntier() rang!: number;
  @Texte() nom!: string;
  @Texte() type!: string;
  /** Of a calendar: what it asks of who gets it (RFC 5546, « REQUEST »); null for a file. */
  @TexteNul() methode!: string | null;
  /** In bytes. */
  @Entier() taille!: number;
  /** Null once the bytes have been let go. */
  @TexteNul() empreinte!: string | null;
}

@Entity('notification')
export class Notification {
  @Cle() id!: string;
  @Uuid() utilisateurId!: string;
  @Texte() genre!: GenreMessage;
  @Texte() titre!: string;
  @TexteNul() detail!: string | null;
  /** Path of the page that it is about. */
  @Texte() lien!: string;
  /** What the person hears of once, whoever tells it again; null for what is told when it happens. */
  @TexteNul() cle!: string | null;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
  /** By a message of its own. */
  @InstantNul() envoyeeLe!: Date | null;
  /** By the weekly digest. */
  @InstantNul() resumeeLe!: Date | null;
}

@Entity('preference_message')
export class PreferenceMessage {
  @CleUuid() utilisateurId!: string;
  @CleTexte() genre!: GenreMessage;
  @Texte() choix!: ChoixMessage;
}
