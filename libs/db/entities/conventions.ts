import { Column, Entity } from 'typeorm';
import type {
  ArticleConvention,
  ContenuConvention,
  Difference,
  EtatActe,
  GenreActe,
  GenrePartie,
  ModeSignature,
} from '@coopilote/domain/conventions';
import {
  Booleen,
  Cle,
  CleUuid,
  Entier,
  Instant,
  InstantNul,
  Jour,
  JourNul,
  Numero,
  Texte,
  TexteNul,
  Uuid,
  UuidNul,
} from './colonnes';
import { DansCooperative } from './dans-cooperative';

/** A version of a region's template; never rewritten. */
@Entity('modele_convention')
export class ModeleConvention {
  @Cle() id!: string;
  @Texte() regionCode!: string;
  @Entier() numero!: number;
  @Column({ type: 'jsonb' }) articles!: ArticleConvention[];
  @Texte() motif!: string;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
  @Uuid() creePar!: string;
}

abstract class DansConvention extends DansCooperative {
  @Uuid() conventionId!: string;
}

@Entity('convention')
export class Convention extends DansCooperative {
  @Cle() id!: string;
  @Entier() numero!: number;
  @UuidNul() resiliationPartieId!: string | null;
  @JourNul() resiliationRecueLe!: string | null;
  @JourNul() resiliationEffet!: string | null;
  @TexteNul() resiliationMotif!: string | null;
  @Booleen() demonstration!: boolean;
  @Numero() version!: number;
}

@Entity('partie')
export class Partie extends DansConvention {
  @Cle() id!: string;
  @Entier() rang!: number;
  @Texte() genre!: GenrePartie;
  @UuidNul() structureId!: string | null;
  @Texte() nom!: string;
  @TexteNul() representant!: string | null;
  @TexteNul() qualite!: string | null;
  /** Account that signs for this party in the application. */
  @UuidNul() signataireId!: string | null;
}

/** A member that leaves at the annual deadline, once the members were consulted. */
@Entity('depart')
export class Depart extends DansConvention {
  @Cle() id!: string;
  @Uuid() structureId!: string;
  @Jour() demandeLe!: string;
  @Texte() motif!: string;
  @Uuid() demandePar!: string;
  @JourNul() consulteLe!: string | null;
  @TexteNul() compteRendu!: string | null;
  @UuidNul() consultePar!: string | null;
  @JourNul() effet!: string | null;
  @Numero() version!: number;
}

/** A text that parties sign: the convention, an avenant, a renewal. */
@Entity('acte')
export class Acte extends DansConvention {
  @Cle() id!: string;
  @Texte() genre!: GenreActe;
  /** 0 for the convention itself. */
  @Entier() numero!: number;
  @Texte({ default: 'BROUILLON' }) etat!: EtatActe;
  @TexteNul() objet!: string | null;
  @Entier() dureeMois!: number;
  /** Why it was opened again, or given up. */
  @TexteNul() motif!: string | null;
  @InstantNul() figeLe!: Date | null;
  @UuidNul() figePar!: string | null;
  /** R6: day of the last signature. */
  @JourNul() effet!: string | null;
  @Numero() version!: number;
}

/** What is written of an acte, then what is frozen of it: the data, the words, the exact file that is signed. */
@Entity('acte_texte')
export class ActeTexte extends DansConvention {
  @CleUuid() acteId!: string;
  /** The articles with their variables: the template's as it stood, then as they were edited for this convention. */
  @Column({ type: 'jsonb' }) textes!: ArticleConvention[];
  @Column({ type: 'jsonb', nullable: true }) contenu!: ContenuConvention | null;
  @Column({ type: 'jsonb', nullable: true }) differences!: Difference[] | null;
  @Column({ type: 'bytea', nullable: true, select: false }) fichier!: Buffer | null;
  /** SHA-256 of the file, in hexadecimal. */
  @TexteNul() empreinte!: string | null;
}

/** The logo that a party had when a text was frozen. */
@Entity('acte_logo')
export class ActeLogo extends DansConvention {
  @CleUuid() acteId!: string;
  @CleUuid() partieId!: string;
  @Texte() empreinte!: string;
}

/** Append-only. */
@Entity('signature')
export class Signature extends DansConvention {
  @CleUuid() acteId!: string;
  @CleUuid() partieId!: string;
  @Jour() signeLe!: string;
  @Texte() mode!: ModeSignature;
  @UuidNul() pieceId!: string | null;
  @Uuid() utilisateurId!: string;
  @Instant({ default: () => 'now()' }) enregistreLe!: Date;
  @TexteNul() empreinte!: string | null;
}

/** The last code sent to a person who signs for a party; only its hash is kept. */
@Entity('code_signature')
export class CodeSignature extends DansConvention {
  @CleUuid() acteId!: string;
  @CleUuid() partieId!: string;
  @CleUuid() utilisateurId!: string;
  @Texte() empreinte!: string;
  @Instant() expireLe!: Date;
  @Entier({ default: 0 }) essais!: number;
}

@Entity('remarque_convention')
export class RemarqueConvention extends DansConvention {
  @Cle() id!: string;
  @Uuid() acteId!: string;
  @Texte() article!: string;
  @Texte() texte!: string;
  @Uuid() utilisateurId!: string;
  /** For whom it is said; null for who animates the CA. */
  @UuidNul() structureId!: string | null;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
  @Booleen() traitee!: boolean;
}
