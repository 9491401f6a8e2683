import { Column, Entity } from 'typeorm';
import type {
  ActeFige,
  ContenuCompteRenduFinancier,
  EtatActe,
  EtatCompteRenduFinancier,
  FormeActe,
  GenreVersement,
  NatureFinancement,
  SuiteNonDepense,
} from '@coopilote/domain/financement';
import {
  Booleen,
  Centimes,
  CentimesNuls,
  Cle,
  CleEntier,
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
import { DansCooperative, DeStructure } from './dans-cooperative';

abstract class Argent extends DansCooperative {
  @Cle() id!: string;
  @Numero() version!: number;
}

/** Budget of the programme of a CA for a year. */
@Entity('budget_financement')
export class BudgetFinancement extends Argent {
  @Entier() annee!: number;
  @Centimes() montant!: number;
  @TexteNul() note!: string | null;
}

@Entity('engagement')
export class Engagement extends Argent {
  @Uuid() structureId!: string;
  @UuidNul() ficheActionId!: string | null;
  @Entier() annee!: number;
  @Texte() nature!: NatureFinancement;
  @TexteNul() financeur!: string | null;
  @Centimes() montant!: number;
  @TexteNul() objet!: string | null;
  @CentimesNuls() depense!: number | null;
  @TexteNul() suiteNonDepense!: SuiteNonDepense | null;
  /** The signed act that carries it. */
  @UuidNul() acteId!: string | null;
  /** The engagement of the year before whose remainder it is: already granted, already paid. */
  @UuidNul() reporteDe!: string | null;
  @Booleen() demonstration!: boolean;
}

/** Décision d'attribution or convention de financement: its form is told by R4, and kept at its signature. */
@Entity('acte_financement')
export class ActeFinancement extends Argent {
  @Uuid() structureId!: string;
  @Entier() annee!: number;
  @Texte({ default: 'PROJET' }) etat!: EtatActe;
  @TexteNul() forme!: FormeActe | null;
  @TexteNul() reference!: string | null;
  @Entier({ default: 1 }) duree!: number;
  @JourNul() demandeLe!: string | null;
  @TexteNul() signataireArs!: string | null;
  @TexteNul() signataireStructure!: string | null;
  @TexteNul() imputation!: string | null;
  @TexteNul() visas!: string | null;
  @JourNul() signeLe!: string | null;
  /** All that its document says, as it was signed. */
  @Column({ type: 'jsonb', nullable: true }) fige!: ActeFige | null;
  @TexteNul() empreinte!: string | null;
}

@Entity('versement')
export class Versement extends Argent {
  @Uuid() engagementId!: string;
  @Uuid() structureId!: string;
  @Texte() genre!: GenreVersement;
  @Centimes() montant!: number;
  @Jour() prevuLe!: string;
  @JourNul() verseLe!: string | null;
  @TexteNul() libelle!: string | null;
  @TexteNul() motifDepassement!: string | null;
}

/** What became of a subsidised action's money for a year, as its structure tells it (Cerfa nº 15059). */
@Entity('compte_rendu_financier')
export class CompteRenduFinancier extends Argent {
  @Uuid() structureId!: string;
  @UuidNul() ficheActionId!: string | null;
  @Entier() annee!: number;
  @Texte({ default: 'BROUILLON' }) etat!: EtatCompteRenduFinancier;
  @Column({ type: 'jsonb' }) contenu!: ContenuCompteRenduFinancier;
  /** Why it came back. */
  @TexteNul() motif!: string | null;
  @InstantNul() transmisLe!: Date | null;
  @TexteNul() empreinte!: string | null;
}

abstract class DeCompteRenduFinancier extends DeStructure {
  @CleUuid() compteRenduId!: string;
  @CleEntier() numero!: number;
}

/** A compte rendu as it was sent (R15); never rewritten. */
@Entity('compte_rendu_financier_version')
export class CompteRenduFinancierVersion extends DeCompteRenduFinancier {
  @Column({ type: 'jsonb' }) contenu!: ContenuCompteRenduFinancier;
  /** SHA-256 of the content, in hexadecimal. */
  @Texte() empreinte!: string;
  @Instant() transmisLe!: Date;
  @UuidNul() transmisPar!: string | null;
}

/** Why a version was sent back; never rewritten. */
@Entity('compte_rendu_financier_retour')
export class CompteRenduFinancierRetour extends DeCompteRenduFinancier {
  @Texte() motif!: string;
  @Uuid() par!: string;
  @Instant() le!: Date;
}
