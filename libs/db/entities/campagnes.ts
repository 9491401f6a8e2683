import { Entity } from 'typeorm';
import type { EtatCampagne } from '@coopilote/domain/bilans';
import {
  Cle,
  CleTexte,
  CleUuid,
  Entier,
  Instant,
  InstantNul,
  Jour,
  Numero,
  Texte,
  TexteNul,
  UuidNul,
} from './colonnes';

/** The collection of a quarter's reports in a département. */
@Entity('campagne')
export class Campagne {
  @Cle() id!: string;
  @Texte() departementCode!: string;
  @Entier() annee!: number;
  @Entier() trimestre!: number;
  @Jour() echeance!: string;
  @Texte({ default: 'OUVERTE' }) etat!: EtatCampagne;
  @TexteNul() motif!: string | null;
  /** Last closing or reopening. */
  @InstantNul() changeLe!: Date | null;
  @UuidNul() changePar!: string | null;
  @Numero() version!: number;
}

/** Who was reminded of a campaign, and when. */
@Entity('campagne_rappel')
export class CampagneRappel {
  @CleUuid() campagneId!: string;
  @Texte() departementCode!: string;
  @CleUuid() utilisateurId!: string;
  /** `MomentRappel`, or the day of a reminder that somebody asked for. */
  @CleTexte() moment!: string;
  @Instant({ default: () => 'now()' }) le!: Date;
}
