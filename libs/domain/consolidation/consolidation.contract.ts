import { Choix, Identifiant, Texte, TexteFormate } from '../commun/champs';
import type { Jour } from '../commun/dates';
import { PageDemandee } from '../commun/page.contract';
import { PHASES, type Phase } from '../cooperatives/phases.rules';
import type { EtatBilan, Reponse } from '../bilans/bilan.rules';
import type { ModeAgregation, TypeIndicateur, Unite } from '../referentiel/listes';
import type { EtatFiche } from '../actions/fiche-action.rules';

const TRIMESTRE = /^20\d{2}-T[1-4]$/;
const ATTENDU = 'une valeur comme 2026-T3 est attendue';

/** Filters of T6, the same for rows, groups and sources, so that each figure opens exactly what is behind it. */
export class FiltresConsolidation extends PageDemandee {
  /** First and last quarter of the period; the last ended quarter when both are absent. */
  @TexteFormate({ libelle: 'Du trimestre', motif: TRIMESTRE, attendu: ATTENDU }) du?: string;
  @TexteFormate({ libelle: 'Au trimestre', motif: TRIMESTRE, attendu: ATTENDU }) au?: string;
  @Texte({ libelle: 'Région', max: 3 }) region?: string;
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
  /** Values of the region's list, by id or by the code, which regions share; « SANS » for none, several with « ~ ». */
  @Texte({ libelle: 'Thématique', max: 120 }) thematique?: string;
  @Texte({ libelle: 'Public', max: 120 }) public?: string;
  /** « TOUT » for the actions that name no commune. */
  @Texte({ libelle: 'Territoire', max: 5 }) territoire?: string;
  @Texte({ libelle: 'Intercommunalité', max: 9 }) epci?: string;
  @Choix(PHASES, { libelle: 'Phase' }) phase?: Phase;
  @Identifiant({ libelle: 'Structure' }) structure?: string;
  @Identifiant({ libelle: 'Coopérative' }) cooperative?: string;
  @Identifiant({ libelle: 'Indicateur commun' }) indicateurCommun?: string;
  /** The same by its code, which regions share, alone or with its unit and mode (« SEANCES:HEURES:SOMME »). */
  @Texte({ libelle: 'Indicateur', max: 80 }) indicateur?: string;
}

/** One action of the region over the period. */
export interface ConsolidationLigne {
  ficheActionId: string;
  departementCode: string;
  departement: string;
  cooperativeId: string;
  cooperative: string;
  thematiques: string;
  intitule: string;
  structureId: string;
  structure: string;
  publics: string;
  territoire: string;
  etat: EtatFiche;
  beneficiairesCibles: number | null;
  beneficiairesBas: number | null;
  beneficiairesHaut: number | null;
  bilansAttendus: number;
  bilansRecus: number;
  bilansValides: number;
  bilansEnRetard: number;
  objectifsAtteints: Reponse | null;
}

/** A common indicator over the selection. */
export interface IndicateurConsolide {
  indicateurCommunId: string;
  libelle: string;
  type: TypeIndicateur;
  unite: Unite;
  modeAgregation: ModeAgregation;
  bas: number | null;
  haut: number | null;
  prevision: number | null;
  taux: number | null;
  actions: number;
  bilans: number;
}

/** A report behind a figure, or one that it lacks; on a common indicator, one row for each indicator that feeds it. */
export interface SourceConsolidation {
  bilanId: string;
  indicateurId: string | null;
  ficheActionId: string;
  action: string;
  structure: string;
  cooperative: string;
  departementCode: string;
  annee: number;
  trimestre: number;
  etat: EtatBilan;
  echeance: Jour;
  beneficiaires: number | null;
  /** Value of the common indicator asked for, if any. */
  valeur: number | null;
  numerateur: number | null;
  denominateur: number | null;
}
