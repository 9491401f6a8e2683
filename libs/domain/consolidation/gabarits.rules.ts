import { LIBELLES_ETATS_FICHE } from '../actions/fiche-action.rules';
import { LIBELLES_MODES, LIBELLES_TYPES_INDICATEUR, LIBELLES_UNITES } from '../referentiel/listes';
import { colonne, type ColonneExport, type Gabarit, type NomGabarit } from './gabarit';
import { GABARIT_T3 } from './gabarit-t3.rules';

const PERSONNES = { unite: 'personnes différentes' };
const BILANS = { unite: 'bilans' };
const ATTENDUS = 'Bilans que la période attendait';
const RECUS = 'Bilans transmis ou validés\u00a0: les seuls dont viennent les chiffres';
const MANQUANTS = 'Attendus moins reçus\u00a0; un bilan qui manque n’est compté nulle part comme zéro';
const AU_MOINS = 'Borne basse\u00a0: comme si les mêmes personnes revenaient chaque trimestre';
const AU_PLUS = 'Borne haute\u00a0: somme des trimestres, comme si personne ne revenait';

/** T6, one row an action over the period. */
const ACTIONS: Gabarit = {
  nom: 'actions',
  version: 1,
  titre: 'Actions de la consolidation (T6)',
  ligne: 'une action sur la période',
  colonnes: [
    colonne('departementCode', 'Code du département', 'code', 'Code officiel géographique'),
    colonne('departement', 'Département', 'texte', 'Nom du département'),
    colonne('cooperative', 'Coopérative d’acteurs', 'texte', 'Intitulé de la coopérative'),
    colonne('thematiques', 'Thématiques', 'texte', 'Celles de la coopérative, séparées par des virgules'),
    colonne('intitule', 'Action', 'texte', 'Intitulé de l’action'),
    colonne('structure', 'Structure', 'texte', 'Promoteur de l’action'),
    colonne('publics', 'Publics', 'texte', 'Publics cibles, séparés par des virgules'),
    colonne('territoire', 'Territoire', 'texte', 'Commune, ou tout le territoire de la coopérative'),
    colonne('etat', 'État de l’action', 'choix', 'Au jour de l’export', { mots: LIBELLES_ETATS_FICHE }),
    colonne('bilansAttendus', 'Bilans attendus', 'entier', ATTENDUS, BILANS),
    colonne('bilansRecus', 'Bilans reçus', 'entier', RECUS, BILANS),
    colonne('bilansValides', 'Bilans validés', 'entier', 'Parmi les reçus, ceux que la délégation a validés', BILANS),
    colonne('bilansManquants', 'Bilans manquants', 'entier', MANQUANTS, BILANS),
    colonne(
      'bilansEnRetard',
      'Bilans en retard',
      'entier',
      'Parmi les manquants, ceux dont l’échéance est passée',
      BILANS,
    ),
    colonne('beneficiairesCibles', 'Bénéficiaires ciblés', 'entier', 'Prévus dans la fiche-action', PERSONNES),
    colonne('beneficiairesBas', 'Bénéficiaires touchés, au moins', 'entier', AU_MOINS, PERSONNES),
    colonne('beneficiairesHaut', 'Bénéficiaires touchés, au plus', 'entier', AU_PLUS, PERSONNES),
    colonne('objectifsAtteints', 'Objectifs cibles atteints', 'oui', 'Réponse du dernier bilan reçu', {
      mots: { OUI: 'Oui', EN_PARTIE: 'Partiellement', NON: 'Non' },
    }),
    colonne('ficheActionId', 'Identifiant de l’action', 'code', 'Le même d’un export à l’autre'),
    colonne('cooperativeId', 'Identifiant de la coopérative', 'code', 'Le même d’un export à l’autre'),
    colonne('structureId', 'Identifiant de la structure', 'code', 'Le même d’un export à l’autre'),
  ],
};

const cle = (rang: number, ordinal: string): ColonneExport[] => [
  colonne(`axe${rang}`, `Axe ${rang}`, 'texte', `${ordinal} axe du regroupement demandé`),
  colonne(`cle${rang}`, `Clé ${rang}`, 'code', 'Code ou identifiant\u00a0; vide sur un sous-total de cet axe'),
  colonne(`libelle${rang}`, `Libellé ${rang}`, 'texte', 'Nom de la clé'),
];

/** The groups of a regrouping, each subtotal before what it gathers. */
const GROUPES: Gabarit = {
  nom: 'groupes',
  version: 1,
  titre: 'Regroupement de la consolidation',
  ligne: 'un groupe, un sous-total, ou le total',
  colonnes: [
    colonne('niveau', 'Niveau', 'entier', '0 pour le total\u00a0; sinon le nombre d’axes que la ligne précise'),
    ...cle(1, 'Premier'),
    ...cle(2, 'Deuxième'),
    ...cle(3, 'Troisième'),
    colonne('actions', 'Actions', 'entier', 'Actions différentes du groupe', { unite: 'actions' }),
    colonne('attendus', 'Bilans ou valeurs attendus', 'entier', 'Des valeurs sous un indicateur, sinon des bilans'),
    colonne('recus', 'Bilans ou valeurs reçus', 'entier', 'Les seuls dont viennent les chiffres'),
    colonne('manquants', 'Bilans ou valeurs manquants', 'entier', MANQUANTS),
    colonne('valides', 'Bilans validés', 'entier', 'Vide sous un indicateur', BILANS),
    colonne(
      'cibles',
      'Bénéficiaires ciblés',
      'entier',
      'Prévus dans les fiches-actions\u00a0; vide sous un indicateur',
      PERSONNES,
    ),
    colonne('bas', 'Réalisé, au moins', 'nombre', 'Égal à la borne haute, sauf pour des personnes différentes', {
      unite: 'celle de la colonne «\u00a0Unité\u00a0»',
    }),
    colonne('haut', 'Réalisé, au plus', 'nombre', 'Agrégé selon le mode', {
      unite: 'celle de la colonne «\u00a0Unité\u00a0»',
    }),
    colonne('prevision', 'Prévu', 'nombre', 'Agrégé selon le mode\u00a0; vide sans prévision', {
      unite: 'celle de la colonne «\u00a0Unité\u00a0»',
    }),
    colonne('unite', 'Unité', 'choix', 'De l’indicateur, ou personnes différentes', { mots: LIBELLES_UNITES }),
    colonne('mode', 'Mode d’agrégation', 'choix', 'Comment les valeurs sont réunies', { mots: LIBELLES_MODES }),
  ],
};

/** The common indicators over the selection. */
const INDICATEURS: Gabarit = {
  nom: 'indicateurs',
  version: 1,
  titre: 'Indicateurs communs de la consolidation',
  ligne: 'un indicateur commun d’une région sur la période',
  colonnes: [
    colonne('regionCode', 'Code de la région', 'code', 'Région qui a défini l’indicateur'),
    colonne('region', 'Région', 'texte', 'Nom de la région'),
    colonne('code', 'Code', 'code', 'Code de l’indicateur commun, le même d’une région à l’autre'),
    colonne('libelle', 'Indicateur commun', 'texte', 'Libellé de l’indicateur'),
    colonne('type', 'Type', 'choix', 'Processus, activité ou résultats', { mots: LIBELLES_TYPES_INDICATEUR }),
    colonne('unite', 'Unité', 'choix', 'Ce que comptent les chiffres', { mots: LIBELLES_UNITES }),
    colonne('mode', 'Mode d’agrégation', 'choix', 'Comment les valeurs sont réunies', { mots: LIBELLES_MODES }),
    colonne('bas', 'Réalisé, au moins', 'nombre', 'Égal à la borne haute, sauf pour des personnes différentes', {
      unite: 'celle de la colonne «\u00a0Unité\u00a0»',
    }),
    colonne('haut', 'Réalisé, au plus', 'nombre', 'Des bilans reçus seulement', {
      unite: 'celle de la colonne «\u00a0Unité\u00a0»',
    }),
    colonne('prevision', 'Prévu', 'nombre', 'Sur la période\u00a0; vide sans prévision', {
      unite: 'celle de la colonne «\u00a0Unité\u00a0»',
    }),
    colonne('taux', 'Taux de réalisation', 'entier', 'Réalisé au plus, rapporté au prévu', { unite: '%' }),
    colonne('actions', 'Actions', 'entier', 'Actions qui ont donné une valeur', { unite: 'actions' }),
    colonne('bilans', 'Bilans', 'entier', 'Bilans reçus qui portent une valeur', BILANS),
    colonne('indicateurCommunId', 'Identifiant de l’indicateur', 'code', 'Le même d’un export à l’autre'),
  ],
};

/** The layouts of the exports, each with its columns once for all. */
export const GABARITS: Record<NomGabarit, Gabarit> = {
  actions: ACTIONS,
  groupes: GROUPES,
  indicateurs: INDICATEURS,
  t3: GABARIT_T3,
};

/** « coopilote-t3/1 ». */
export const referenceGabarit = ({ nom, version }: Gabarit): string => `coopilote-${nom}/${version}`;

/** What every file says of its figures. */
export const METHODE: readonly string[] = [
  'Les chiffres viennent des seuls bilans reçus (transmis ou validés). Un bilan renvoyé à compléter en sort jusqu’à son retour.',
  'Un bilan qui manque est compté manquant\u00a0: il n’entre dans aucun chiffre, et n’est jamais lu comme zéro. Une case vide est une absence, un 0 est un zéro déclaré.',
  'Les personnes différentes ne s’additionnent pas\u00a0: leur nombre est donné entre deux bornes, du plus grand trimestre de chaque action à la somme des trimestres.',
  'Chaque indicateur suit son mode\u00a0: somme, dernière valeur, moyenne, maximum, ou ratio (somme des numérateurs sur somme des dénominateurs).',
];
