import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@coopilote/domain/comptes';
import {
  Booleen,
  Cle,
  CleTexte,
  Entier,
  Instant,
  InstantNul,
  Jour,
  JourNul,
  Numero,
  Ordre,
  Texte,
  TexteNul,
  Uuid,
  UuidNul,
} from './colonnes';

@Entity('utilisateur')
export class Utilisateur {
  @Cle() id!: string;
  @Texte() courriel!: string;
  @Texte() prenom!: string;
  @Texte() nom!: string;
  /** Null until the invited person has chosen a password. */
  @TexteNul() motDePasseHash!: string | null;
  @Booleen(true) actif!: boolean;
  @Ordre() echecs!: number;
  @InstantNul() verrouilleJusqu!: Date | null;
  @InstantNul() derniereConnexion!: Date | null;
  @Booleen() demonstration!: boolean;
  @Numero() version!: number;
}

@Entity('attribution')
export class AttributionRole {
  @Cle() id!: string;
  @Uuid() utilisateurId!: string;
  @Texte() role!: Role;
  @Texte() regionCode!: string;
  /** Département of the scope; null for the regional roles only. */
  @TexteNul() departementCode!: string | null;
  @UuidNul() cooperativeId!: string | null;
  @UuidNul() structureId!: string | null;
  @Jour({ default: () => 'app.aujourdhui()' }) debut!: string;
  @JourNul() fin!: string | null;
}

@Entity('session')
export class Session {
  /** SHA-256 of the cookie's token: the token itself is kept nowhere. */
  @CleTexte() empreinte!: string;
  @Uuid() utilisateurId!: string;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
  @Instant() expireLe!: Date;
  @Instant({ default: () => 'now()' }) vueLe!: Date;
}

@Entity('lien_unique')
export class LienUnique {
  @CleTexte() empreinte!: string;
  @Texte() usage!: 'INVITATION' | 'REINITIALISATION';
  @Uuid() utilisateurId!: string;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
  @Instant() expireLe!: Date;
  @InstantNul() utiliseLe!: Date | null;
}

@Entity('tentative')
export class Tentative {
  @CleTexte() cle!: string;
  @PrimaryColumn({ type: 'timestamptz' }) fenetre!: Date;
  @Entier() nombre!: number;
}

@Entity('idempotence')
export class Idempotence {
  @PrimaryColumn({ type: 'uuid' }) utilisateurId!: string;
  @CleTexte() cle!: string;
  /** SHA-256 of method, path and body: the same key for another request is refused. */
  @Texte() empreinte!: string;
  @Entier() statut!: number;
  @Column({ type: 'jsonb', nullable: true }) corps!: unknown;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
}
