import { LIBELLES_ETATS_FICHE } from '../actions/fiche-action.rules';
import { CLES_QUESTIONS, LIBELLES_ETATS_BILAN, LIBELLES_NIVEAUX_BILAN, QUESTIONS_BILAN } from '../bilans/bilan.rules';
import { LIBELLES_DEVENIRS, LIBELLES_ETATS_BILAN_ANNUEL } from '../bilans/bilan-annuel.rules';
import { LIBELLES_ETATS_CAMPAGNE } from '../bilans/campagne.rules';
import { LIBELLES_ROLES } from '../comptes/roles';
import { LIBELLES_ETATS_ACTE } from '../conventions/etats.rules';
import { LIBELLES_NIVEAUX } from '../cooperatives/objectif.rules';
import { LIBELLES_PHASES } from '../cooperatives/phases.rules';
import { PRINCIPES } from '../cooperatives/principes.rules';
import { ecrireEuros } from '../commun/montant';
import { LIBELLES_ETATS_COMPTE_RENDU_FINANCIER } from '../financement/compte-rendu-financier.rules';
import {
  LIBELLES_ETATS_ACTE_FINANCEMENT,
  LIBELLES_FORMES_ACTE,
  LIBELLES_SUITES_NON_DEPENSE,
  LIBELLES_VERSEMENTS,
} from '../financement/financement.rules';
import {
  ecrirePourcent,
  LIBELLES_ETATS_MISE,
  LIBELLES_GENRES_MISE,
  LIBELLES_POSTES,
} from '../financement/mise-a-disposition.rules';
import { CODES_NATURES, NATURES } from '../financement/natures';
import {
  LIBELLES_ETATS_REUNION,
  LIBELLES_ETATS_TACHE,
  LIBELLES_ISSUES,
  LIBELLES_PRESENCE,
  LIBELLES_QUALITES,
  LIBELLES_SUITES,
} from '../gouvernance/genres';
import { LIBELLES_CRITICITES, LIBELLES_ETATS_ETAPE } from '../pilotage/tableaux.contract';
import { LIBELLES_MODES, LIBELLES_TYPES_INDICATEUR, LIBELLES_UNITES } from '../referentiel/listes';
import { LIBELLES_FORMES } from '../structures/structure.contract';

/** A table as people call it, and whether the word is feminine. */
const OBJETS: Record<string, [string, 'e' | '']> = {
  cooperative: ['Coopérative', 'e'],
  cooperative_thematique: ['Thématique de la coopérative', 'e'],
  cooperative_public: ['Population de la coopérative', 'e'],
  cooperative_commune: ['Commune de la coopérative', 'e'],
  cooperative_dispositif: ['Lien avec un dispositif', ''],
  adhesion: ['Adhésion', 'e'],
  objectif: ['Objectif', ''],
  etape: ['Étape', 'e'],
  structure: ['Structure', 'e'],
  contact: ['Contact', ''],
  fiche_action: ['Fiche-action', 'e'],
  fiche_action_mode: ['Mode d’intervention', ''],
  indicateur: ['Indicateur', ''],
  prevision: ['Prévision', 'e'],
  bilan_trimestriel: ['Bilan', ''],
  bilan_brouillon: ['Brouillon du bilan', ''],
  valeur: ['Valeur d’un bilan', 'e'],
  bilan_retour: ['Question renvoyée', 'e'],
  bilan_annuel: ['Bilan annuel', ''],
  volet_annuel: ['Action du bilan annuel', 'e'],
  campagne: ['Collecte', 'e'],
  etat_fige: ['État figé', ''],
  vue: ['Vue de la consolidation', 'e'],
  piece: ['Document', ''],
  instance: ['Instance', 'e'],
  membre_instance: ['Siège', ''],
  reunion: ['Réunion', 'e'],
  participant: ['Présence', 'e'],
  decision: ['Décision', 'e'],
  tache: ['Tâche', 'e'],
  convention: ['Convention', 'e'],
  partie: ['Partie de la convention', 'e'],
  acte: ['Texte de la convention', ''],
  depart: ['Départ d’un membre', ''],
  signature: ['Signature', 'e'],
  remarque_convention: ['Remarque sur la convention', 'e'],
  modele_convention: ['Modèle de convention', ''],
  budget_financement: ['Budget', ''],
  engagement: ['Engagement financier', ''],
  versement: ['Versement', ''],
  acte_financement: ['Acte de financement', ''],
  compte_rendu_financier: ['Compte rendu financier', ''],
  mise_a_disposition: ['Mise à disposition', 'e'],
  partie_mise: ['Partie de la mise à disposition', 'e'],
  cout_mise: ['Coût de la mise à disposition', ''],
  periode_mise: ['Période facturée', 'e'],
  appel_mise: ['Appel de la mise à disposition', ''],
  liste_valeur: ['Valeur de liste', 'e'],
  indicateur_commun: ['Indicateur commun', ''],
  utilisateur: ['Compte', ''],
  attribution: ['Rôle', ''],
};

/** Columns as forms name them. What is not here is technical and stays unsaid. */
const CHAMPS: Record<string, string> = {
  intitule: 'intitulé',
  libelle: 'libellé',
  nom: 'nom',
  requete: 'adresse',
  partage: 'partage',
  prenom: 'prénom',
  sigle: 'sigle',
  logo: 'logo',
  presentation: 'présentation',
  phase: 'phase',
  debut: 'début',
  fin: 'fin',
  qpv: 'quartiers prioritaires',
  principes: 'principes de choix',
  e_parcours_referent: 'référent e-parcours',
  coordinateur_dd_id: 'coordination de la DD',
  copilote_id: 'second coordinateur',
  motif_sortie: 'motif de sortie',
  articulation: 'articulation',
  parent_id: 'objectif de rattachement',
  impact: 'impact',
  ordre: 'ordre',
  responsable: 'responsable',
  livrables: 'livrables',
  genre: 'genre',
  role: 'rôle',
  periodicite_jours: 'rythme (jours)',
  quorum: 'quorum (%)',
  qualite: 'qualité',
  titulaire_nom: 'titulaire',
  suppleant_nom: 'suppléant',
  titre: 'titre',
  lieu: 'lieu',
  visio: 'visioconférence',
  motif_annulation: 'motif de l’annulation',
  statut: 'présence',
  texte: 'texte',
  issue: 'issue',
  mode: 'mode',
  pour: 'pour',
  contre: 'contre',
  abstention: 'abstentions',
  suite: 'suite',
  quoi: 'tâche',
  qui: 'responsable',
  echeance: 'échéance',
  faite_le: 'faite le',
  etat: 'état',
  criticite: 'criticité',
  charge: 'charge',
  forme_juridique: 'forme juridique',
  agrement_esus: 'agrément ESUS',
  siren: 'SIREN',
  siret: 'SIRET',
  rna: 'RNA',
  finess: 'FINESS',
  secteur_id: 'secteur',
  adresse: 'adresse',
  commune_code: 'commune',
  telephone: 'téléphone',
  courriel: 'courriel',
  fonction: 'fonction',
  objectif_id: 'objectif opérationnel',
  contenu: 'contenu',
  calendrier_debut: 'début',
  calendrier_fin: 'fin',
  calendrier: 'calendrier',
  public1_id: 'public 1',
  public2_id: 'public 2',
  public3_id: 'public 3',
  autre_public: 'autre public',
  lieux: 'lieux',
  territoire_commune_code: 'territoire',
  moyens_humains: 'moyens humains',
  moyens_humains_etp: 'ETP',
  objectifs_poursuivis: 'objectifs poursuivis',
  resultats_attendus: 'résultats attendus',
  beneficiaires_cibles: 'bénéficiaires ciblés',
  motif_peu_indicateurs: 'raison du peu d’indicateurs',
  motif: 'motif',
  type: 'type',
  unite: 'unité',
  mode_agregation: 'mode d’agrégation',
  valeur_reference: 'valeur de référence',
  sources: 'sources',
  indicateur_commun_id: 'indicateur commun',
  valeur: 'valeur',
  numerateur: 'numérateur',
  denominateur: 'dénominateur',
  beneficiaires: 'bénéficiaires',
  ressources: 'ressources',
  publics: 'publics',
  realisation: 'réalisation',
  objectifs: 'objectifs',
  cooperation: 'coopération',
  pratiques: 'pratiques',
  ists: 'leviers sur les ISTS',
  parcours: 'parcours de santé',
  freins: 'freins',
  leviers: 'leviers',
  pistes: 'pistes',
  actif: 'activation',
  retiree: 'retrait',
  description: 'description',
  definition: 'définition',
  praps: 'public du PRAPS',
  question: 'question',
  niveau: 'niveau',
  niveau_bilan: 'niveau du bilan',
  objet: 'objet',
  duree_mois: 'durée (mois)',
  fige_le: 'figé le',
  effet: 'prise d’effet',
  representant: 'représentant',
  signe_le: 'signé le',
  resiliation_recue_le: 'résiliation reçue le',
  resiliation_effet: 'effet de la résiliation',
  resiliation_motif: 'motif de la résiliation',
  consulte_le: 'consultation des membres',
  compte_rendu: 'ce que les membres ont dit',
  traitee: 'traitée',
  article: 'article',
  annee: 'année',
  montant: 'montant',
  note: 'note',
  nature: 'nature du financement',
  financeur: 'financeur',
  depense: 'montant dépensé',
  suite_non_depense: 'montant non dépensé',
  prevu_le: 'date prévue',
  verse_le: 'date de paiement',
  motif_depassement: 'motif du dépassement',
  forme: 'forme de l’acte',
  reference: 'numéro de l’acte',
  duree: 'durée',
  demande_le: 'date de la demande',
  signataire_ars: 'signataire pour l’ARS',
  signataire_structure: 'représentant de la structure',
  imputation: 'imputation budgétaire',
  visas: 'autres visas',
  contexte: 'contexte',
  quotite: 'part du temps de travail',
  moyens: 'moyens partagés',
  porteur_contrat_id: 'structure porteuse du contrat',
  tva: 'TVA',
  taux_tva: 'taux de TVA',
  motif_sans_tva: 'raison, sans TVA',
  obligations_preteur: 'engagements de la structure qui met à disposition',
  obligations_beneficiaires: 'engagements des bénéficiaires',
  fin_effective: 'date de fin',
  motif_fin: 'motif de la fin',
  cle: 'clé de répartition',
  cse_le: 'consultation du CSE',
  cse_sans_objet: 'CSE sans objet',
  deliberation_le: 'délibération',
  avenant_le: 'avenant au contrat de travail',
  signataire: 'signataire',
  poste: 'poste',
  prevu: 'coût prévu',
  reel: 'coût réel',
  cout: 'coût',
  ht: 'montant hors taxes',
  ttc: 'montant toutes taxes comprises',
  facture_le: 'date de la facture',
  numero: 'numéro',
  paye_le: 'date de paiement',
  reunion_id: 'réunion',
  adopte_le: 'adopté le',
  motif_reouverture: 'raison de la réouverture',
  decision: 'décision',
  motif_decision: 'raison de la décision',
};

/** Columns in cents, and in hundredths of a percent. */
const MONTANTS = ['montant', 'depense', 'prevu', 'reel', 'cout', 'ht', 'ttc'];
const POURCENTS = ['cle', 'quotite', 'taux_tva'];

type Libelles = Readonly<Record<string, string>>;

/** States, by table: the same word of the base says different things. */
const ETATS: Record<string, Libelles> = {
  fiche_action: LIBELLES_ETATS_FICHE,
  bilan_trimestriel: LIBELLES_ETATS_BILAN,
  bilan_annuel: LIBELLES_ETATS_BILAN_ANNUEL,
  campagne: LIBELLES_ETATS_CAMPAGNE,
  etape: LIBELLES_ETATS_ETAPE,
  reunion: LIBELLES_ETATS_REUNION,
  tache: LIBELLES_ETATS_TACHE,
  acte: LIBELLES_ETATS_ACTE,
  acte_financement: LIBELLES_ETATS_ACTE_FINANCEMENT,
  compte_rendu_financier: LIBELLES_ETATS_COMPTE_RENDU_FINANCIER,
  mise_a_disposition: LIBELLES_ETATS_MISE,
};
/** Codes of the other columns, as forms name them. */
const CODES: Record<string, Libelles> = {
  phase: LIBELLES_PHASES,
  criticite: LIBELLES_CRITICITES,
  forme_juridique: LIBELLES_FORMES,
  type: LIBELLES_TYPES_INDICATEUR,
  unite: LIBELLES_UNITES,
  mode_agregation: LIBELLES_MODES,
  niveau: { ...LIBELLES_NIVEAUX, ...LIBELLES_NIVEAUX_BILAN },
  niveau_bilan: LIBELLES_NIVEAUX_BILAN,
  role: LIBELLES_ROLES,
  qualite: LIBELLES_QUALITES,
  statut: LIBELLES_PRESENCE,
  issue: LIBELLES_ISSUES,
  suite: LIBELLES_SUITES,
  nature: Object.fromEntries(CODES_NATURES.map((code) => [code, NATURES[code].libelle])),
  suite_non_depense: LIBELLES_SUITES_NON_DEPENSE,
  forme: LIBELLES_FORMES_ACTE,
  poste: LIBELLES_POSTES,
  decision: LIBELLES_DEVENIRS,
  question: Object.fromEntries(QUESTIONS_BILAN.map(({ cle, question }) => [cle, question])),
};
/** The answers of a report, with the guide's word between yes and no. */
const REPONSES = new Map<string, Libelles>(
  QUESTIONS_BILAN.map(({ cle, milieu }) => [
    cle,
    { OUI: 'oui', EN_PARTIE: milieu.toLocaleLowerCase('fr'), NON: 'non' },
  ]),
);
const PRINCIPES_PAR_CODE = new Map<string, string>(PRINCIPES.map(({ code, libelle }) => [code, libelle]));

/** Tables that the history tells, as people call them, in French order. */
export const TABLES_SUIVIES: readonly { table: string; nom: string }[] = Object.entries(OBJETS)
  .map(([table, [nom]]) => ({ table, nom }))
  .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));

/** A column as forms name it (« ressources, motif »); null when it is technical. */
export function nomDeColonne(colonne: string): string | null {
  const question = colonne.replace(/_motif$/, '');
  if (question !== colonne && (CLES_QUESTIONS as readonly string[]).includes(question)) {
    return `${CHAMPS[question]}, motif`;
  }
  return CHAMPS[colonne] ?? null;
}

/** A coded value in words; undefined when the value is not a code, and says itself. */
export function valeurEnMots(table: string, colonne: string, valeur: unknown): string | undefined {
  if (colonne === 'principes' && Array.isArray(valeur)) return valeur.map(principeEnMots).join('\n');
  if (typeof valeur === 'number' && MONTANTS.includes(colonne)) return ecrireEuros(valeur);
  if (typeof valeur === 'number' && POURCENTS.includes(colonne)) return ecrirePourcent(valeur);
  if (typeof valeur !== 'string') return undefined;
  if (table === 'mise_a_disposition' && colonne === 'genre') return (LIBELLES_GENRES_MISE as Libelles)[valeur];
  if (table === 'versement' && colonne === 'genre') return (LIBELLES_VERSEMENTS as Libelles)[valeur];
  // A hash says nothing to anybody.
  if (colonne === 'logo') return 'une image';
  if (colonne === 'etat') return ETATS[table]?.[valeur];
  return (table === 'bilan_trimestriel' ? REPONSES.get(colonne) : CODES[colonne])?.[valeur];
}

function principeEnMots(principe: { code: string; respecte: boolean; commentaire?: string | null }): string {
  const { code, respecte, commentaire } = principe;
  const dit = `${PRINCIPES_PAR_CODE.get(code) ?? code}\u00a0: ${respecte ? 'oui' : 'non'}`;
  return commentaire ? `${dit} (${commentaire})` : dit;
}

const ACTES = { CREATION: 'ajouté', MODIFICATION: 'modifié', SUPPRESSION: 'supprimé' };

export interface ChangementResume {
  objet: string;
  operation: keyof typeof ACTES;
  apres: Record<string, unknown> | null;
}

/** « Fiche-action « Ateliers » modifiée : intitulé, lieux ». */
export function resumer({ objet, operation, apres }: ChangementResume, nom: string | null): string {
  const [mot, genre] = OBJETS[objet] ?? [objet, ''];
  const sujet = nom ? `${mot} «\u00a0${nom}\u00a0»` : mot;
  const acte = `${sujet} ${ACTES[operation]}${genre}`;
  if (operation !== 'MODIFICATION') return acte;
  const champs = Object.entries(apres ?? {}).flatMap(([cle, valeur]) => {
    const champ = CHAMPS[cle] ?? CHAMPS[cle.replace(/_motif$/, '')];
    if (!champ) return [];
    const libelle = cle === 'etat' || cle === 'phase' ? valeurEnMots(objet, cle, valeur) : undefined;
    return [libelle ? `${champ} (${libelle})` : champ];
  });
  return champs.length ? `${acte}\u00a0: ${[...new Set(champs)].join(', ')}` : acte;
}
