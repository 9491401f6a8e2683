import { LIBELLES_ETATS_FICHE } from '@coopilote/domain/actions';
import { LIBELLES_ETATS_BILAN } from '@coopilote/domain/bilans';
import { LIBELLES_PHASES } from '@coopilote/domain/cooperatives';

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
  prenom: 'prénom',
  sigle: 'sigle',
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
};

const ETATS: Record<string, Record<string, string>> = {
  fiche_action: LIBELLES_ETATS_FICHE,
  bilan_trimestriel: LIBELLES_ETATS_BILAN,
};
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
    const champ = CHAMPS[cle.replace(/_motif$/, '')];
    if (!champ) return [];
    const libelle =
      cle === 'etat'
        ? ETATS[objet]?.[String(valeur)]
        : cle === 'phase'
          ? (LIBELLES_PHASES as Record<string, string>)[String(valeur)]
          : null;
    return [libelle ? `${champ} (${libelle})` : champ];
  });
  return champs.length ? `${acte}\u00a0: ${[...new Set(champs)].join(', ')}` : acte;
}
