import { DateJour, Identifiant, Texte } from '../commun/champs';
import { PageDemandee } from '../commun/page.contract';

export class HistoriqueDemande extends PageDemandee {
  @Identifiant({ libelle: 'Coopérative' }) cooperative?: string;
  @Texte({ libelle: 'Table', max: 60 }) objet?: string;
  @Identifiant({ libelle: 'Objet' }) objetId?: string;
  @DateJour({ libelle: 'Depuis' }) depuis?: string;
}

/** One change: who, when, what before and after. */
export interface ChangementLu {
  id: string;
  quand: string;
  qui: string;
  objet: string;
  objetId: string;
  operation: 'CREATION' | 'MODIFICATION' | 'SUPPRESSION';
  /** A French phrase, e.g. « Fiche-action modifiée : intitulé, lieux ». */
  resume: string;
  avant: Record<string, unknown> | null;
  apres: Record<string, unknown> | null;
  /** Names of the persons, things and communes that the values cite, by their id or code. */
  noms: Record<string, string>;
  cooperativeId: string | null;
  /** Decision that the change carries out: « Décision 2026-14, Copil nº 7 ». */
  motif: string | null;
}
