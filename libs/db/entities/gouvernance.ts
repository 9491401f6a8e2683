import { Column, Entity } from 'typeorm';
import type {
  Changement,
  ContenuCompteRendu,
  EtatCompteRendu,
  EtatReunion,
  EtatTache,
  GenreInstance,
  GenrePoint,
  IssueDecision,
  MinuteFigee,
  ModeDecision,
  QualiteMembre,
  ReponseCreneau as Reponse,
  StatutPresence,
  SuiteDecision,
} from '@coopilote/domain/gouvernance';
import {
  Booleen,
  Cle,
  CleTexte,
  CleUuid,
  Entier,
  EntierNul,
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
import { DansCooperative } from './dans-cooperative';

abstract class DansReunion extends DansCooperative {
  @Uuid() reunionId!: string;
}

@Entity('instance')
export class Instance extends DansCooperative {
  @Cle() id!: string;
  @Texte() genre!: GenreInstance;
  @Texte() intitule!: string;
  @TexteNul() role!: string | null;
  @EntierNul() periodiciteJours!: number | null;
  /** Share of the voting seats that must be present or represented, in percent; null: none. */
  @EntierNul() quorum!: number | null;
  @Numero() version!: number;
}

@Entity('membre_instance')
export class MembreInstance extends DansCooperative {
  @Cle() id!: string;
  @Uuid() instanceId!: string;
  @Texte() qualite!: QualiteMembre;
  @UuidNul() structureId!: string | null;
  @Texte() titulaireNom!: string;
  @TexteNul() titulaireCourriel!: string | null;
  @UuidNul() titulaireId!: string | null;
  @TexteNul() suppleantNom!: string | null;
  @TexteNul() suppleantCourriel!: string | null;
  @UuidNul() suppleantId!: string | null;
  @Jour() debut!: string;
  @JourNul() fin!: string | null;
  @Numero() version!: number;
}

@Entity('reunion')
export class Reunion extends DansCooperative {
  @Cle() id!: string;
  @Uuid() instanceId!: string;
  @Entier() numero!: number;
  @Texte() titre!: string;
  @Texte({ default: 'PREPARATION' }) etat!: EtatReunion;
  @InstantNul() debut!: Date | null;
  @InstantNul() fin!: Date | null;
  /** Minutes; kept while the date is sought. */
  @Entier({ default: 120 }) duree!: number;
  /** IANA name of the time zone in which the meeting was proposed. */
  @Texte({ default: 'Europe/Paris' }) fuseau!: string;
  @TexteNul() lieu!: string | null;
  @TexteNul() visio!: string | null;
  @TexteNul() message!: string | null;
  /** SEQUENCE of the invitation (RFC 5545): grows at each sending. */
  @Ordre() sequence!: number;
  @InstantNul() convoqueeLe!: Date | null;
  @TexteNul() motifAnnulation!: string | null;
  @InstantNul() ouverteLe!: Date | null;
  @InstantNul() closeLe!: Date | null;
  /** Point under way, and since when. */
  @UuidNul() pointId!: string | null;
  @InstantNul() pointDepuis!: Date | null;
  @Booleen() sondageOuvert!: boolean;
  @Booleen() demonstration!: boolean;
  @Numero() version!: number;
}

/** « point » is a type of PostgreSQL: the table has a longer name. */
@Entity('point_reunion')
export class Point extends DansReunion {
  @Cle() id!: string;
  @Entier() ordre!: number;
  @Texte() titre!: string;
  @TexteNul() details!: string | null;
  /** Minutes. */
  @Entier() duree!: number;
  @Texte() genre!: GenrePoint;
  /** What it was proposed for, so that it is not proposed twice. */
  @TexteNul() cle!: string | null;
  @TexteNul() rapporteur!: string | null;
  /** Seconds spent on it before it was left. */
  @Ordre() ecoule!: number;
  @Booleen() traite!: boolean;
  @Numero() version!: number;
}

@Entity('participant')
export class Participant extends DansReunion {
  @Cle() id!: string;
  @UuidNul() membreId!: string | null;
  @UuidNul() structureId!: string | null;
  @Texte() qualite!: QualiteMembre;
  @Texte() nom!: string;
  @TexteNul() courriel!: string | null;
  @UuidNul() utilisateurId!: string | null;
  @TexteNul() suppleantNom!: string | null;
  @TexteNul() suppleantCourriel!: string | null;
  @UuidNul() suppleantId!: string | null;
  @Booleen(true) votant!: boolean;
  @Texte({ default: 'ATTENDU' }) statut!: StatutPresence;
  @TexteNul() presentNom!: string | null;
  @UuidNul() pouvoirA!: string | null;
  @InstantNul() arriveLe!: Date | null;
  @Numero() version!: number;
}

@Entity('decision')
export class Decision extends DansReunion {
  @Cle() id!: string;
  @UuidNul() pointId!: string | null;
  @Entier() annee!: number;
  @Entier() numero!: number;
  @Texte() texte!: string;
  @Texte({ default: 'ADOPTEE' }) issue!: IssueDecision;
  @Texte({ default: 'CONSENSUS' }) mode!: ModeDecision;
  @EntierNul() pour!: number | null;
  @EntierNul() contre!: number | null;
  @EntierNul() abstention!: number | null;
  @Column({ type: 'jsonb', nullable: true }) changement!: Changement | null;
  @InstantNul() appliqueLe!: Date | null;
  @TexteNul() echecApplication!: string | null;
  @Texte({ default: 'DECIDE' }) suite!: SuiteDecision;
  @Numero() version!: number;
}

@Entity('tache')
export class Tache extends DansReunion {
  @Cle() id!: string;
  @UuidNul() pointId!: string | null;
  @Texte() quoi!: string;
  @Texte() qui!: string;
  @UuidNul() utilisateurId!: string | null;
  @UuidNul() structureId!: string | null;
  @JourNul() echeance!: string | null;
  @Texte({ default: 'A_FAIRE' }) etat!: EtatTache;
  @JourNul() faiteLe!: string | null;
  @Numero() version!: number;
}

@Entity('note_point')
export class NotePoint extends DansReunion {
  @CleUuid() pointId!: string;
  /** Yjs document, as one update. */
  @Column({ type: 'bytea' }) document!: Buffer;
  @Texte({ default: '' }) texte!: string;
}

@Entity('compte_rendu')
export class CompteRenduVersion extends DansReunion {
  @Cle() id!: string;
  @Entier() numero!: number;
  @Texte({ default: 'PROJET' }) etat!: EtatCompteRendu;
  @Column({ type: 'jsonb' }) contenu!: ContenuCompteRendu;
  @Column({ type: 'jsonb', nullable: true }) fige!: MinuteFigee | null;
  /** SHA-256 of `contenu` and `fige`, hexadecimal. */
  @TexteNul() empreinte!: string | null;
  @TexteNul() motifCorrection!: string | null;
  @InstantNul() valideLe!: Date | null;
  @UuidNul() validePar!: string | null;
  @InstantNul() envoyeLe!: Date | null;
  @InstantNul() approuveLe!: Date | null;
  @UuidNul() approuveEn!: string | null;
  @Numero() version!: number;
}

@Entity('creneau')
export class Creneau extends DansReunion {
  @Cle() id!: string;
  @Instant() debut!: Date;
  @Instant() fin!: Date;
}

@Entity('reponse_creneau')
export class ReponseCreneau extends DansReunion {
  @CleUuid() creneauId!: string;
  @CleUuid() participantId!: string;
  @Texte() reponse!: Reponse;
}

@Entity('lien_reunion')
export class LienReunion extends DansReunion {
  @CleTexte() empreinte!: string;
  @Texte() usage!: 'SONDAGE' | 'PRESENCE';
  @UuidNul() participantId!: string | null;
  @Instant() expireLe!: Date;
  @InstantNul() utiliseLe!: Date | null;
}

@Entity('agenda')
export class Agenda {
  @CleUuid() utilisateurId!: string;
  @Texte() empreinte!: string;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
  @InstantNul() luLe!: Date | null;
}
