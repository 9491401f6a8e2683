import { Column, Entity } from 'typeorm';
import type { EtatBilan } from '@coopilote/domain/bilans';
import type { Phase } from '@coopilote/domain/cooperatives';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';
import {
  Centimes,
  Cle,
  CleTexte,
  CleUuid,
  Entier,
  EntierNul,
  Instant,
  MesureNulle,
  Texte,
  TexteNul,
  Uuid,
  UuidNul,
} from './colonnes';

/** A quarter as it stood at an instant. Written by `app.figer_trimestre` alone, and never again. */
@Entity('etat_fige')
export class EtatFige {
  @Cle() id!: string;
  @Texte() regionCode!: string;
  /** Null for the whole région. */
  @TexteNul() departementCode!: string | null;
  @Entier() annee!: number;
  @Entier() trimestre!: number;
  @Texte() nom!: string;
  /** SHA-256 of its canonical form, hexadecimal. */
  @Texte() empreinte!: string;
  @Instant() figeLe!: Date;
  @Uuid() figePar!: string;
}

@Entity('etat_fige_departement')
export class EtatFigeDepartement {
  @CleUuid() etatFigeId!: string;
  @CleTexte() departementCode!: string;
  @Entier() attendus!: number;
  @Entier() recus!: number;
  @Entier() valides!: number;
  @Centimes() beneficiaires!: number;
  @Centimes() cibles!: number;
}

@Entity('etat_fige_bilan')
export class EtatFigeBilan {
  @CleUuid() etatFigeId!: string;
  @CleUuid() bilanId!: string;
  @Uuid() ficheActionId!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Uuid() structureId!: string;
  @Texte() etat!: EtatBilan;
  @Entier() numeroVersion!: number;
  @EntierNul() beneficiaires!: number | null;
  @EntierNul() beneficiairesCibles!: number | null;
  @TexteNul() territoireCommuneCode!: string | null;
  @Texte() phase!: Phase;
  /** Codes of the lists, as they were. */
  @Column({ type: 'text', array: true }) thematiques!: string[];
  @Column({ type: 'text', array: true }) publics!: string[];
}

@Entity('etat_fige_valeur')
export class EtatFigeValeur {
  @CleUuid() etatFigeId!: string;
  @CleUuid() bilanId!: string;
  @CleUuid() indicateurId!: string;
  @Texte() departementCode!: string;
  @UuidNul() indicateurCommunId!: string | null;
  @Texte() unite!: Unite;
  @Texte() modeAgregation!: ModeAgregation;
  @MesureNulle() valeur!: number | null;
  @MesureNulle() numerateur!: number | null;
  @MesureNulle() denominateur!: number | null;
  @MesureNulle() prevision!: number | null;
}
