import { Booleen, Choix, Entier, Texte, TexteFormate, TexteLong, Version } from '../commun/champs';
import {
  MODES_AGREGATION,
  TYPES_INDICATEUR,
  UNITES,
  type ModeAgregation,
  type TypeIndicateur,
  type Unite,
} from './listes';

export const LISTES = ['THEMATIQUE', 'PUBLIC_CIBLE', 'SECTEUR', 'MODE_INTERVENTION', 'DISPOSITIF'] as const;
export type Liste = (typeof LISTES)[number];
export const LIBELLES_LISTES: Record<Liste, string> = {
  THEMATIQUE: 'Thématiques',
  PUBLIC_CIBLE: 'Publics cibles',
  SECTEUR: 'Secteurs',
  MODE_INTERVENTION: 'Modes d’intervention',
  DISPOSITIF: 'Dispositifs',
};

export class ValeurListeSaisie {
  @Choix(LISTES, { libelle: 'Liste', requis: true }) liste!: Liste;
  @TexteFormate({
    libelle: 'Code',
    motif: /^[A-Z0-9_]{2,40}$/,
    attendu: 'majuscules, chiffres et _ seulement',
    requis: true,
  })
  code!: string;
  @Texte({ libelle: 'Libellé', requis: true, max: 160 }) libelle!: string;
  @TexteLong({ libelle: 'Description', max: 1000 }) description?: string | null;
  /** Public of the regional programme for access to prevention and care (PRAPS). */
  @Booleen({ libelle: 'Public PRAPS' }) praps?: boolean | null;
  @Entier({ libelle: 'Ordre', max: 9999 }) ordre?: number | null;
}
export class ValeurListeModifiee {
  @Texte({ libelle: 'Libellé', requis: true, max: 160 }) libelle!: string;
  @TexteLong({ libelle: 'Description', max: 1000 }) description?: string | null;
  @Booleen({ libelle: 'Public PRAPS' }) praps?: boolean | null;
  @Entier({ libelle: 'Ordre', max: 9999 }) ordre?: number | null;
  /** True: no longer proposed; what uses it keeps it. */
  @Booleen({ libelle: 'Retirée' }) retiree?: boolean | null;
  @Version() version!: number;
}
export interface ValeurListeLue {
  id: string;
  liste: Liste;
  code: string;
  libelle: string;
  description: string | null;
  praps: boolean;
  ordre: number;
  retiree: boolean;
  /** Number of things that use it, counted for who may change the lists (0 for others); only at 0 may it be deleted. */
  usages: number;
  version: number;
}

export class IndicateurCommunSaisi {
  @TexteFormate({
    libelle: 'Code',
    motif: /^[A-Z0-9_]{2,40}$/,
    attendu: 'majuscules, chiffres et _ seulement',
    requis: true,
  })
  code!: string;
  @Texte({ libelle: 'Libellé', requis: true, max: 200 }) libelle!: string;
  @Choix(TYPES_INDICATEUR, { libelle: 'Type', requis: true }) type!: TypeIndicateur;
  @Choix(UNITES, { libelle: 'Unité', requis: true }) unite!: Unite;
  @Choix(MODES_AGREGATION, { libelle: 'Mode d’agrégation', requis: true }) modeAgregation!: ModeAgregation;
  @TexteLong({ libelle: 'Définition', max: 2000 }) definition?: string | null;
}
export class IndicateurCommunModifie extends IndicateurCommunSaisi {
  @Booleen({ libelle: 'Retiré' }) retiree?: boolean | null;
  @Version() version!: number;
}
export interface IndicateurCommunLu extends IndicateurCommunSaisi {
  id: string;
  retiree: boolean;
  usages: number;
  version: number;
}

export class ListesDemandees {
  @Choix(LISTES, { libelle: 'Liste' }) liste?: Liste;
  /** True: those that are no longer proposed too. */
  @Booleen({ libelle: 'Retirées' }) retirees?: boolean;
}
export class IndicateursCommunsDemandes {
  /** True: those that are no longer proposed too. */
  @Booleen({ libelle: 'Retirés' }) retirees?: boolean;
}

export class DepartementsDemandes {
  @Texte({ libelle: 'Région', max: 3 }) region?: string;
}
export class IntercommunalitesDemandees {
  @Texte({ libelle: 'Recherche', max: 100 }) q?: string;
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
}
export class CommunesDemandees {
  /** Name, INSEE code or postcode, as one types it. */
  @Texte({ libelle: 'Recherche', max: 100 }) q?: string;
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
  @Texte({ libelle: 'EPCI', max: 9 }) epci?: string;
}
export interface CommuneLue {
  code: string;
  nom: string;
  departementCode: string;
  codesPostaux: string[];
  population: number | null;
  /** Code of its EPT (Grand Paris) or EPCI. */
  epci: string | null;
}
export interface DepartementLu {
  code: string;
  nom: string;
  regionCode: string;
}
export interface IntercommunaliteLue {
  code: string;
  nom: string;
  type: string;
  communes: string[];
}
export interface RegionLue {
  code: string;
  nom: string;
}
