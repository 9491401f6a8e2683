import type { EtatBilan } from '../bilans/bilan.rules';
import type { IndicateurConsolide } from './consolidation.contract';

/** A common indicator of a report: one line even where several regions share it. */
export type IndicateurRapport = Pick<
  IndicateurConsolide,
  'libelle' | 'unite' | 'modeAgregation' | 'bas' | 'haut' | 'prevision' | 'taux'
> & { actions: number; releves: number };

/** A line of its tables, or their total. */
export interface TotalRapport {
  libelle: string;
  actions: number;
  bilansAttendus: number;
  bilansRecus: number;
  bilansValides: number;
  beneficiairesCibles: number;
  beneficiairesBas: number;
  beneficiairesHaut: number;
}

/** A report that was expected and was not received. */
export interface BilanManquant {
  action: string;
  structure: string;
  /** « T3 2026 ». */
  trimestre: string;
  etat: EtatBilan;
}

export interface ManquantsDepartement {
  departement: string;
  nombre: number;
  /** The first ones. */
  bilans: BilanManquant[];
}

/** All that the report of a period says. */
export interface RapportConsolidation {
  perimetre: string;
  periode: string;
  filtres: readonly string[];
  demonstration: boolean;
  total: TotalRapport;
  /** Reports missing whose deadline is past. */
  enRetard: number;
  departements: readonly TotalRapport[];
  thematiques: readonly TotalRapport[];
  publics: readonly TotalRapport[];
  /** The quarters of the evolution, which may begin before the period. */
  trimestres: readonly TotalRapport[];
  evolution: string;
  indicateurs: readonly IndicateurRapport[];
  manquants: readonly ManquantsDepartement[];
}

/** Missing reports named for a département at most: the others are in the export. */
export const MANQUANTS_NOMMES = 12;
