import { Column, Entity } from 'typeorm';
import type { EtatMise, GenreMise, MiseFigee, PosteCout } from '@coopilote/domain/financement';
import {
  Booleen,
  Centimes,
  CentimesNuls,
  Cle,
  Entier,
  EntierNul,
  Jour,
  JourNul,
  Numero,
  Texte,
  TexteNul,
  Uuid,
  UuidNul,
} from './colonnes';
import { DeStructure } from './dans-cooperative';

/** Staff or means that a structure of a CA, their employer, lends to others. */
@Entity('mise_a_disposition')
export class MiseADisposition extends DeStructure {
  @Cle() id!: string;
  @UuidNul() ficheActionId!: string | null;
  @Texte() genre!: GenreMise;
  @Texte({ default: 'BROUILLON' }) etat!: EtatMise;
  @Texte() intitule!: string;
  @TexteNul() contexte!: string | null;
  @TexteNul() fonction!: string | null;
  /** Shares are hundredths of a percent. */
  @EntierNul() quotite!: number | null;
  @TexteNul() moyens!: string | null;
  @UuidNul() porteurContratId!: string | null;
  @Jour() debut!: string;
  @Jour() fin!: string;
  @Booleen() tva!: boolean;
  @EntierNul() tauxTva!: number | null;
  @TexteNul() motifSansTva!: string | null;
  @TexteNul() obligationsPreteur!: string | null;
  @TexteNul() obligationsBeneficiaires!: string | null;
  @UuidNul() remplaceId!: string | null;
  @JourNul() finEffective!: string | null;
  @TexteNul() motifFin!: string | null;
  /** All that its document says, as it was sent to the boards. */
  @Column({ type: 'jsonb', nullable: true }) fige!: MiseFigee | null;
  @TexteNul() empreinte!: string | null;
  @Numero() version!: number;
}

abstract class DeLaMise extends DeStructure {
  @Cle() id!: string;
  @Uuid() miseId!: string;
}

/** A structure of the convention, the lender among them. */
@Entity('partie_mise')
export class PartieMise extends DeLaMise {
  @Entier() rang!: number;
  @Entier() cle!: number;
  @JourNul() deliberationLe!: string | null;
  @JourNul() cseLe!: string | null;
  @TexteNul() cseSansObjet!: string | null;
  @JourNul() avenantLe!: string | null;
  @TexteNul() signataire!: string | null;
  @JourNul() signeLe!: string | null;
  @Numero() version!: number;
}

@Entity('cout_mise')
export class CoutMise extends DeLaMise {
  @Entier() rang!: number;
  @Entier() annee!: number;
  @Texte() poste!: PosteCout;
  @TexteNul() libelle!: string | null;
  @Centimes() prevu!: number;
  @CentimesNuls() reel!: number | null;
}

/** What it really cost from a day to another, split between the structures. */
@Entity('periode_mise')
export class PeriodeMise extends DeLaMise {
  @Jour() debut!: string;
  @Jour() fin!: string;
  @Centimes() cout!: number;
}

/** What a structure that benefits owes for a period. */
@Entity('appel_mise')
export class AppelMise extends DeLaMise {
  @Uuid() periodeId!: string;
  @Centimes() ht!: number;
  @Centimes() tva!: number;
  @Centimes() ttc!: number;
  @JourNul() factureLe!: string | null;
  @TexteNul() numero!: string | null;
  @JourNul() payeLe!: string | null;
  @Numero() version!: number;
}
