import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NiveauObjectif, Phase } from '@coopilote/domain/cooperatives';
import type { Criticite, EtatEtape, GenreEtape } from '@coopilote/domain/pilotage';
import type { FormeJuridique, TypeLogo } from '@coopilote/domain/structures';
import {
  Booleen,
  Cle,
  CleTexte,
  EntierNul,
  Jour,
  JourNul,
  Numero,
  Ordre,
  Texte,
  TexteNul,
  Uuid,
  UuidNul,
} from './colonnes';

@Entity('structure')
export class Structure {
  @Cle() id!: string;
  @Texte() regionCode!: string;
  @Texte() departementCode!: string;
  @Texte() nom!: string;
  /** Name folded by `normaliserRecherche`. */
  @Texte() nomRecherche!: string;
  @TexteNul() sigle!: string | null;
  @Texte() formeJuridique!: FormeJuridique;
  @Booleen() agrementEsus!: boolean;
  @TexteNul() siren!: string | null;
  @TexteNul() siret!: string | null;
  @TexteNul() rna!: string | null;
  @TexteNul() finess!: string | null;
  @Uuid() secteurId!: string;
  @TexteNul() adresse!: string | null;
  @Texte() communeCode!: string;
  @TexteNul() telephone!: string | null;
  @TexteNul() courriel!: string | null;
  @TexteNul() presentation!: string | null;
  /** SHA-256 of its logo, in hexadecimal. */
  @TexteNul() logo!: string | null;
  @Booleen() demonstration!: boolean;
  @Numero() version!: number;
}

/** An image that structures and frozen texts bear; never modified. */
@Entity('logo')
export class Logo {
  @CleTexte() empreinte!: string;
  @Texte() type!: TypeLogo;
  @Column({ type: 'bytea' }) octets!: Buffer;
}

@Entity('contact')
export class Contact {
  @Cle() id!: string;
  @Uuid() structureId!: string;
  @Texte() departementCode!: string;
  @Texte() prenom!: string;
  @Texte() nom!: string;
  @TexteNul() fonction!: string | null;
  @TexteNul() courriel!: string | null;
  @TexteNul() telephone!: string | null;
  @Booleen() principal!: boolean;
  @Numero() version!: number;
}

@Entity('cooperative')
export class Cooperative {
  @Cle() id!: string;
  @Texte() regionCode!: string;
  @Texte() departementCode!: string;
  @Texte() intitule!: string;
  @Texte() intituleRecherche!: string;
  @TexteNul() sigle!: string | null;
  @TexteNul() presentation!: string | null;
  @Texte() phase!: Phase;
  @Jour() debut!: string;
  @JourNul() fin!: string | null;
  @Column({ type: 'text', array: true, default: () => "'{}'" }) qpv!: string[];
  @Column({ type: 'jsonb', default: () => "'[]'" }) principes!: {
    code: string;
    respecte: boolean;
    commentaire: string | null;
  }[];
  @TexteNul() eParcoursReferent!: string | null;
  /** R1: always somebody of the DD. */
  @Uuid() coordinateurDdId!: string;
  @UuidNul() copiloteId!: string | null;
  @Booleen() demonstration!: boolean;
  @Numero() version!: number;
}

@Entity('cooperative_thematique')
export class CooperativeThematique {
  @PrimaryColumn({ type: 'uuid' }) cooperativeId!: string;
  @Texte() departementCode!: string;
  @PrimaryColumn({ type: 'uuid' }) thematiqueId!: string;
}

@Entity('cooperative_public')
export class CooperativePublic {
  @PrimaryColumn({ type: 'uuid' }) cooperativeId!: string;
  @Texte() departementCode!: string;
  @PrimaryColumn({ type: 'uuid' }) publicId!: string;
}

@Entity('cooperative_commune')
export class CooperativeCommune {
  @PrimaryColumn({ type: 'uuid' }) cooperativeId!: string;
  @Texte() departementCode!: string;
  @PrimaryColumn({ type: 'text' }) communeCode!: string;
}

@Entity('cooperative_dispositif')
export class CooperativeDispositif {
  @PrimaryColumn({ type: 'uuid' }) cooperativeId!: string;
  @Texte() departementCode!: string;
  @PrimaryColumn({ type: 'uuid' }) dispositifId!: string;
  @TexteNul() articulation!: string | null;
}

@Entity('adhesion')
export class Adhesion {
  @Cle() id!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Uuid() structureId!: string;
  @Jour() debut!: string;
  @JourNul() fin!: string | null;
  @TexteNul() motifSortie!: string | null;
  @Numero() version!: number;
}

@Entity('objectif')
export class Objectif {
  @Cle() id!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Texte() niveau!: NiveauObjectif;
  @UuidNul() parentId!: string | null;
  @Texte() intitule!: string;
  @TexteNul() impact!: string | null;
  @Ordre() ordre!: number;
  @Numero() version!: number;
}

@Entity('etape')
export class Etape {
  @Cle() id!: string;
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
  @Texte() phase!: Phase;
  @Texte() genre!: GenreEtape;
  @Texte() intitule!: string;
  @TexteNul() responsable!: string | null;
  @JourNul() debut!: string | null;
  @JourNul() fin!: string | null;
  @TexteNul() livrables!: string | null;
  @Texte({ default: 'A_FAIRE' }) etat!: EtatEtape;
  @TexteNul() criticite!: Criticite | null;
  @EntierNul() charge!: number | null;
  @Ordre() ordre!: number;
  @Numero() version!: number;
}
