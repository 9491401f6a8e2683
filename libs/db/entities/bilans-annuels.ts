import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContenuAnnuel, DevenirAction, EtatBilanAnnuel } from '@coopilote/domain/bilans';
import { Cle, Entier, Instant, InstantNul, Numero, Ordre, Texte, TexteNul, Uuid, UuidNul } from './colonnes';

/** The report of a year of a CA. */
@Entity('bilan_annuel')
export class BilanAnnuel {
  @Cle() id!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Entier() annee!: number;
  @Texte({ default: 'BROUILLON' }) etat!: EtatBilanAnnuel;
  @TexteNul() synthese!: string | null;
  @TexteNul() enseignements!: string | null;
  @TexteNul() perspectives!: string | null;
  @UuidNul() reunionId!: string | null;
  /** Last version presented; 0 before the first. */
  @Ordre() numeroVersion!: number;
  @InstantNul() adopteLe!: Date | null;
  @TexteNul() motifReouverture!: string | null;
  @Numero() version!: number;
}

/** One action in it. */
@Entity('volet_annuel')
export class VoletAnnuel {
  @Cle() id!: string;
  @Uuid() bilanAnnuelId!: string;
  @Uuid() ficheActionId!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Uuid() structureId!: string;
  @TexteNul() synthese!: string | null;
  @TexteNul() proposition!: DevenirAction | null;
  @TexteNul() motifProposition!: string | null;
  @TexteNul() decision!: DevenirAction | null;
  @TexteNul() motifDecision!: string | null;
  @Numero() version!: number;
}

/** What was presented, kept for ever. */
@Entity('bilan_annuel_version')
export class BilanAnnuelVersion {
  @Cle() bilanAnnuelId!: string;
  @PrimaryColumn({ type: 'integer' }) numero!: number;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Column({ type: 'jsonb' }) contenu!: ContenuAnnuel;
  @Texte() empreinte!: string;
  @Instant({ default: () => 'now()' }) presenteLe!: Date;
  @Uuid() presentePar!: string;
}
