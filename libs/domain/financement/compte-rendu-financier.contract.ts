import { Choix, Entier, Identifiant, ListeObjets, Montant, TexteLong, Version } from '../commun/champs';
import type { Avertissement } from '../cooperatives/avertissements.rules';
import type { Operation } from '../droits/droits.rules';
import { CODES_COMPTES, type CodeCompte, type EtatCompteRenduFinancier } from './compte-rendu-financier.rules';

export class LigneCompte {
  @Choix(CODES_COMPTES, { libelle: 'Compte', requis: true }) compte!: CodeCompte;
  @Montant({ libelle: 'Prévu', requis: true, min: 0 }) prevu!: number;
  @Montant({ libelle: 'Réalisé', requis: true, min: 0 }) realise!: number;
}

/** What the structure writes, line by line and in words. */
export class ContenuCompteRenduFinancier {
  @ListeObjets(() => LigneCompte, { libelle: 'Charges et produits', requis: true, max: CODES_COMPTES.length })
  lignes!: LigneCompte[];
  @TexteLong({ libelle: 'Règles de répartition des charges indirectes', max: 5000 }) repartition?: string | null;
  @TexteLong({ libelle: 'Écarts significatifs entre le prévu et le réalisé', max: 5000 }) ecarts?: string | null;
  @TexteLong({ libelle: 'Mise en œuvre de l’action', max: 5000 }) miseEnOeuvre?: string | null;
  @Entier({ libelle: 'Nombre de bénéficiaires', max: 10_000_000 }) beneficiaires?: number | null;
  @TexteLong({ libelle: 'Dates et lieux', max: 2000 }) lieux?: string | null;
  @TexteLong({ libelle: 'Objectifs atteints au regard des indicateurs', max: 5000 }) objectifs?: string | null;
}
export class CompteRenduFinancierModifie extends ContenuCompteRenduFinancier {
  @Version() version!: number;
}
export class CompteRenduFinancierCree {
  @Identifiant({ libelle: 'Coopérative', requis: true }) cooperativeId!: string;
  @Identifiant({ libelle: 'Structure', requis: true }) structureId!: string;
  @Identifiant({ libelle: 'Fiche-action' }) ficheActionId?: string | null;
  @Entier({ libelle: 'Année', requis: true, min: 2000, max: 2100 }) annee!: number;
}
export class TransitionCompteRenduFinancier {
  @Choix(['TRANSMIS', 'A_COMPLETER'], { libelle: 'Nouvel état', requis: true }) vers!: 'TRANSMIS' | 'A_COMPLETER';
  @TexteLong({ libelle: 'Motif du renvoi', max: 1000 }) motif?: string | null;
  @Version() version!: number;
}

export interface CompteRenduFinancierResume {
  id: string;
  structureId: string;
  structure: string;
  ficheActionId: string | null;
  action: string | null;
  etat: EtatCompteRenduFinancier;
  transmisLe: string | null;
}
export interface CompteRenduFinancierLu extends CompteRenduFinancierResume {
  cooperativeId: string;
  annee: number;
  contenu: ContenuCompteRenduFinancier;
  motif: string | null;
  avertissements: Avertissement[];
  operations: Operation[];
  version: number;
}
/** A compte rendu as it was sent (R15), the last first in a list. */
export interface VersionCompteRenduFinancier {
  numero: number;
  contenu: ContenuCompteRenduFinancier;
  /** SHA-256 of the content, in hexadecimal. */
  empreinte: string;
  transmisLe: string;
  transmisPar: string;
  /** Why this version came back, if it did. */
  retour: { motif: string; par: string; le: string } | null;
}
