import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EtatFiche } from '@coopilote/domain/actions';
import type { AuteursBilan, ContenuBilan, EtatBilan, NiveauBilan, Reponse } from '@coopilote/domain/bilans';
import type { ModeAgregation, NiveauResultat, TypeIndicateur, Unite } from '@coopilote/domain/referentiel';
import {
  Booleen,
  Cle,
  CleEntier,
  CleUuid,
  Entier,
  EntierNul,
  Instant,
  InstantNul,
  Jour,
  Mesure,
  MesureNulle,
  Numero,
  Ordre,
  Texte,
  TexteNul,
  Uuid,
  UuidNul,
} from './colonnes';

@Entity('fiche_action')
export class FicheAction {
  @Cle() id!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  /** Promoteur référent. */
  @Uuid() structureId!: string;
  @UuidNul() objectifId!: string | null;
  @Entier() numero!: number;
  @Texte() intitule!: string;
  @Texte() intituleRecherche!: string;
  @TexteNul() contenu!: string | null;
  @Jour() calendrierDebut!: string;
  @Jour() calendrierFin!: string;
  @TexteNul() calendrier!: string | null;
  @Column({ type: 'uuid', nullable: true, name: 'public1_id' }) public1Id!: string | null;
  @Column({ type: 'uuid', nullable: true, name: 'public2_id' }) public2Id!: string | null;
  @Column({ type: 'uuid', nullable: true, name: 'public3_id' }) public3Id!: string | null;
  @TexteNul() autrePublic!: string | null;
  @TexteNul() lieux!: string | null;
  /** Null: the whole territory of the CA. */
  @TexteNul() territoireCommuneCode!: string | null;
  @TexteNul() moyensHumains!: string | null;
  @Column({ type: 'numeric', precision: 8, scale: 2, nullable: true }) moyensHumainsEtp!: number | null;
  @TexteNul() objectifsPoursuivis!: string | null;
  @TexteNul() resultatsAttendus!: string | null;
  @EntierNul() beneficiairesCibles!: number | null;
  @TexteNul() motifPeuIndicateurs!: string | null;
  /** How much its reports ask; the delegation sets it. */
  @Texte({ default: 'COMPLET' }) niveauBilan!: NiveauBilan;
  @Texte({ default: 'BROUILLON' }) etat!: EtatFiche;
  @TexteNul() motif!: string | null;
  @Booleen() demonstration!: boolean;
  @Numero() version!: number;
}

/** Keys that every row under a fiche-action carries: policies and composite foreign keys hold them true. */
abstract class SousFiche {
  @Uuid() ficheActionId!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Uuid() structureId!: string;
}

@Entity('fiche_action_mode')
export class FicheActionMode {
  @CleUuid() ficheActionId!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Uuid() structureId!: string;
  @CleUuid() modeId!: string;
}

@Entity('indicateur')
export class Indicateur extends SousFiche {
  @Cle() id!: string;
  @Texte() type!: TypeIndicateur;
  @TexteNul() niveauResultat!: NiveauResultat | null;
  @Texte() libelle!: string;
  @Texte() unite!: Unite;
  @Texte() modeAgregation!: ModeAgregation;
  @MesureNulle() valeurReference!: number | null;
  @TexteNul() sources!: string | null;
  @UuidNul() indicateurCommunId!: string | null;
  @Ordre() ordre!: number;
  @Numero() version!: number;
}

@Entity('prevision')
export class Prevision extends SousFiche {
  @CleUuid() indicateurId!: string;
  @CleEntier() annee!: number;
  /** 0 for the whole year. */
  @CleEntier() trimestre!: number;
  @Mesure() valeur!: number;
}

/** Where a report stands, and what it said when it was last sent (its answers are null before). */
@Entity('bilan_trimestriel')
export class BilanTrimestriel extends SousFiche {
  @Cle() id!: string;
  @Entier() annee!: number;
  @Entier() trimestre!: number;
  @Texte({ default: 'A_REMPLIR' }) etat!: EtatBilan;
  @Texte({ default: 'COMPLET' }) niveau!: NiveauBilan;
  @Jour() echeance!: string;
  @EntierNul() beneficiaires!: number | null;
  @TexteNul() ressources!: Reponse | null;
  @TexteNul() ressourcesMotif!: string | null;
  @TexteNul() publics!: Reponse | null;
  @TexteNul() publicsMotif!: string | null;
  @TexteNul() realisation!: Reponse | null;
  @TexteNul() realisationMotif!: string | null;
  @TexteNul() objectifs!: Reponse | null;
  @TexteNul() objectifsMotif!: string | null;
  @TexteNul() cooperation!: Reponse | null;
  @TexteNul() cooperationMotif!: string | null;
  @TexteNul() pratiques!: Reponse | null;
  @TexteNul() pratiquesMotif!: string | null;
  @TexteNul() ists!: Reponse | null;
  @TexteNul() istsMotif!: string | null;
  @TexteNul() parcours!: Reponse | null;
  @TexteNul() parcoursMotif!: string | null;
  @TexteNul() freins!: string | null;
  @TexteNul() leviers!: string | null;
  @TexteNul() pistes!: string | null;
  @Ordre() remplies!: number;
  @Ordre() total!: number;
  /** Number of sendings so far. */
  @Ordre() numeroVersion!: number;
  @InstantNul() transmisLe!: Date | null;
  @UuidNul() transmisPar!: string | null;
  @InstantNul() valideLe!: Date | null;
  @UuidNul() validePar!: string | null;
  @Instant({ default: () => 'now()' }) modifieLe!: Date;
  @Numero() version!: number;
}

/** What a structure is writing: its alone until it is sent, then gone. */
@Entity('bilan_brouillon')
export class BilanBrouillon extends SousFiche {
  @CleUuid() bilanId!: string;
  @Column({ type: 'jsonb' }) contenu!: ContenuBilan;
  @Column({ type: 'jsonb', default: {} }) auteurs!: AuteursBilan;
}

/** Questions of a report given to somebody without an account, and what they wrote. */
@Entity('contribution_bilan')
export class ContributionBilan extends SousFiche {
  @Cle() id!: string;
  @Uuid() bilanId!: string;
  @Column({ type: 'text', array: true }) questions!: string[];
  @Texte() nom!: string;
  @Texte() courriel!: string;
  @TexteNul() mot!: string | null;
  /** SHA-256 of the link, hexadecimal. */
  @Texte() empreinte!: string;
  @Instant() expireLe!: Date;
  @Uuid() demandePar!: string;
  @Instant({ default: () => 'now()' }) demandeLe!: Date;
  @InstantNul() retireeLe!: Date | null;
  @Column({ type: 'jsonb', default: { reponses: {}, valeurs: [] } }) contenu!: ContenuBilan;
  @InstantNul() ecritLe!: Date | null;
  @InstantNul() finieLe!: Date | null;
  @Numero() version!: number;
}

@Entity('valeur')
export class Valeur extends SousFiche {
  @CleUuid() bilanId!: string;
  @CleUuid() indicateurId!: string;
  @MesureNulle() valeur!: number | null;
  @MesureNulle() numerateur!: number | null;
  @MesureNulle() denominateur!: number | null;
}

@Entity('bilan_version')
export class BilanVersion extends SousFiche {
  @CleUuid() bilanId!: string;
  @CleEntier() numero!: number;
  @Column({ type: 'jsonb' }) contenu!: ContenuBilan;
  /** SHA-256 of the content as sent, hexadecimal. */
  @Texte() empreinte!: string;
  @Column({ type: 'jsonb', default: {} }) auteurs!: AuteursBilan;
  @Instant() transmisLe!: Date;
  @Uuid() transmisPar!: string;
}

@Entity('bilan_retour')
export class BilanRetour extends SousFiche {
  @Cle() id!: string;
  @Uuid() bilanId!: string;
  /** Version that is sent back. */
  @Entier() numero!: number;
  @Texte() question!: string;
  @Texte() motif!: string;
  @Uuid() par!: string;
  @Instant({ default: () => 'now()' }) le!: Date;
}

@Entity('historique')
export class Historique {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: number;
  @Instant({ default: () => 'clock_timestamp()' }) quand!: Date;
  @UuidNul() utilisateurId!: string | null;
  @Texte() auteur!: string;
  @TexteNul() requete!: string | null;
  @Texte() objet!: string;
  @Texte() objetId!: string;
  @Texte() operation!: 'CREATION' | 'MODIFICATION' | 'SUPPRESSION';
  @Column({ type: 'jsonb', nullable: true }) avant!: Record<string, unknown> | null;
  @Column({ type: 'jsonb', nullable: true }) apres!: Record<string, unknown> | null;
  @TexteNul() regionCode!: string | null;
  @TexteNul() departementCode!: string | null;
  @UuidNul() cooperativeId!: string | null;
  @UuidNul() structureId!: string | null;
  /** Decision that a change carries out, when one does. */
  @TexteNul() motif!: string | null;
  /** Told of a meeting while it was being prepared: for those who prepare it. */
  @Booleen() preparation!: boolean;
}
