import { Column, Entity } from 'typeorm';
import type { Liste, ModeAgregation, TypeIndicateur, Unite } from '@coopilote/domain/referentiel';
import { Booleen, Cle, CleTexte, EntierNul, Instant, Numero, Ordre, Texte, TexteNul } from './colonnes';

@Entity('region')
export class Region {
  @CleTexte() code!: string;
  @Texte() nom!: string;
}

@Entity('departement')
export class Departement {
  @CleTexte() code!: string;
  @Texte() nom!: string;
  @Texte() regionCode!: string;
}

@Entity('intercommunalite')
export class Intercommunalite {
  @CleTexte() code!: string;
  @Texte() nom!: string;
  @Texte() type!: string;
}

@Entity('commune')
export class Commune {
  @CleTexte() code!: string;
  @Texte() nom!: string;
  @Texte() nomRecherche!: string;
  @Texte() type!: string;
  @Texte() departementCode!: string;
  @Column({ type: 'text', array: true, default: () => "'{}'" }) codesPostaux!: string[];
  @EntierNul() population!: number | null;
  @TexteNul() epciCode!: string | null;
  @TexteNul() eptCode!: string | null;
}

@Entity('decoupage')
export class Decoupage {
  @CleTexte() version!: string;
  @Instant({ default: () => 'now()' }) chargeLe!: Date;
}

@Entity('liste_valeur')
export class ListeValeur {
  @Cle() id!: string;
  @Texte() regionCode!: string;
  @Texte() liste!: Liste;
  @Texte() code!: string;
  @Texte() libelle!: string;
  @TexteNul() description!: string | null;
  @Booleen() praps!: boolean;
  @Ordre() ordre!: number;
  @Booleen() retiree!: boolean;
  @Numero() version!: number;
}

@Entity('indicateur_commun')
export class IndicateurCommun {
  @Cle() id!: string;
  @Texte() regionCode!: string;
  @Texte() code!: string;
  @Texte() libelle!: string;
  @Texte() type!: TypeIndicateur;
  @Texte() unite!: Unite;
  @Texte() modeAgregation!: ModeAgregation;
  @TexteNul() definition!: string | null;
  @Booleen() retiree!: boolean;
  @Numero() version!: number;
}
