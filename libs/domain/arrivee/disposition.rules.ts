import { QUESTIONS_BILAN } from '../bilans/bilan.rules';
import { COLONNES_T4 } from '../pilotage/t4-bilan-trimestriel';
import { LIBELLES_NIVEAUX } from '../cooperatives/objectif.rules';
import { LIBELLES_MODES, LIBELLES_TYPES_INDICATEUR, LIBELLES_UNITES } from '../referentiel/listes';
import { LIBELLES_FORMES } from '../structures/structure.contract';

/** Layout of the workbook by which a CA that exists already arrives. Its columns never move: another order is another version. */
export const FORMAT_CLASSEUR_ARRIVEE = 'coopilote-arrivee/1';

export interface ColonneTable {
  cle: string;
  entete: string;
  genre: 'texte' | 'nombre' | 'jour' | 'choix';
  /** Name of the list of a `choix`. */
  liste?: string;
  requis?: boolean;
  largeur?: number;
  max?: number;
}

export const ETATS_ARRIVEE = { BROUILLON: 'Brouillon', EN_COURS: 'En cours', TERMINEE: 'Terminée' } as const;
export type EtatArrivee = keyof typeof ETATS_ARRIVEE;
export const TOUT_LE_TERRITOIRE = 'Tout le territoire';
export const NIVEAUX_RESULTAT_ARRIVEE = { INTERMEDIAIRE: 'Intermédiaire', FINAL: 'Final' } as const;

/** Lists that do not depend on the region. */
export const LISTES_FIXES: Record<string, readonly string[]> = {
  formes: Object.values(LIBELLES_FORMES),
  niveaux: Object.values(LIBELLES_NIVEAUX),
  etats: Object.values(ETATS_ARRIVEE),
  types: Object.values(LIBELLES_TYPES_INDICATEUR),
  unites: Object.values(LIBELLES_UNITES),
  modesAgregation: Object.values(LIBELLES_MODES),
  niveauxResultat: Object.values(NIVEAUX_RESULTAT_ARRIVEE),
  trimestres: ['T1', 'T2', 'T3', 'T4'],
  enPartie: ['Oui', 'En partie', 'Non'],
  partiellement: ['Oui', 'Partiellement', 'Non'],
};

const texte = (cle: string, entete: string, reste: Partial<ColonneTable> = {}): ColonneTable => ({
  cle,
  entete,
  genre: 'texte',
  ...reste,
});
const choix = (cle: string, entete: string, liste: string, requis = false): ColonneTable => ({
  cle,
  entete,
  genre: 'choix',
  liste,
  requis,
});
const REQUIS = { requis: true } as const;
const LONG = { largeur: 40 } as const;

/** Past reports: one row an action and a quarter, then the right-hand columns of T3 in the guide's order. */
const COLONNES_BILANS: ColonneTable[] = [
  texte('action', 'Action', { ...REQUIS, largeur: 30 }),
  { cle: 'annee', entete: 'Année', genre: 'nombre', requis: true, largeur: 8 },
  choix('trimestre', 'Trimestre', 'trimestres', true),
  { cle: 'beneficiaires', entete: 'Nombre de bénéficiaires touchés', genre: 'nombre' },
  ...COLONNES_T4.map(({ cle, entete, genre }): ColonneTable => {
    const question = QUESTIONS_BILAN.find((q) => q.cle === cle);
    if (question) return choix(cle, entete, question.milieu === 'En partie' ? 'enPartie' : 'partiellement');
    return texte(cle, entete, genre === 'long' ? LONG : {});
  }),
  texte('processus1', 'Indicateur de processus 1'),
  texte('processus2', 'Indicateur de processus 2'),
  texte('processus3', 'Indicateur de processus 3'),
];

export const FEUILLES_ARRIVEE = {
  structures: {
    nom: 'Structures',
    colonnes: [
      texte('nom', 'Nom', { ...REQUIS, max: 200, largeur: 30 }),
      texte('sigle', 'Sigle', { max: 30, largeur: 10 }),
      choix('formeJuridique', 'Forme juridique', 'formes', true),
      choix('secteur', 'Secteur', 'secteurs', true),
      choix('commune', 'Commune', 'communes', true),
      texte('adresse', 'Adresse', { max: 300 }),
      texte('siret', 'SIRET', { max: 30 }),
      texte('rna', 'RNA', { max: 30 }),
      texte('finess', 'FINESS', { max: 30 }),
      { cle: 'debut', entete: 'Membre depuis le', genre: 'jour', requis: true },
    ],
  },
  objectifs: {
    nom: 'Objectifs',
    colonnes: [
      choix('niveau', 'Niveau', 'niveaux', true),
      texte('intitule', 'Intitulé', { ...REQUIS, ...LONG, max: 500 }),
      texte('parent', 'Rattaché à (intitulé)', LONG),
    ],
  },
  actions: {
    nom: 'Actions',
    colonnes: [
      texte('intitule', 'Intitulé', { ...REQUIS, max: 300, largeur: 30 }),
      texte('structure', 'Structure porteuse', { ...REQUIS, largeur: 30 }),
      choix('etat', 'État', 'etats', true),
      { cle: 'calendrierDebut', entete: 'Début', genre: 'jour', requis: true },
      { cle: 'calendrierFin', entete: 'Fin', genre: 'jour', requis: true },
      texte('objectif', 'Objectif opérationnel du projet', LONG),
      texte('objectifsPoursuivis', 'Objectifs poursuivis', LONG),
      texte('resultatsAttendus', 'Résultats attendus', LONG),
      choix('public1', 'Publics cibles 1', 'publics'),
      choix('public2', 'Publics cibles 2', 'publics'),
      choix('public3', 'Publics cibles 3', 'publics'),
      texte('autrePublic', 'Autre public cible', { max: 300 }),
      { cle: 'beneficiairesCibles', entete: 'Nombre de bénéficiaires ciblés', genre: 'nombre' },
      choix('territoire', 'Territoire d’intervention', 'territoires'),
      texte('contenu', 'Contenu de l’action', LONG),
      texte('lieux', 'Lieux précis', { ...LONG, max: 3000 }),
      texte('moyensHumains', 'Moyens humains', { ...LONG, max: 3000 }),
      { cle: 'moyensHumainsEtp', entete: 'ETP', genre: 'nombre' },
      texte('motifPeuIndicateurs', 'Pourquoi quelques indicateurs suffisent', { ...LONG, max: 1000 }),
    ],
  },
  indicateurs: {
    nom: 'Indicateurs',
    colonnes: [
      texte('action', 'Action', { ...REQUIS, largeur: 30 }),
      choix('type', 'Type', 'types', true),
      texte('libelle', 'Libellé', { ...REQUIS, ...LONG, max: 300 }),
      choix('unite', 'Unité', 'unites', true),
      choix('modeAgregation', 'Mode d’agrégation', 'modesAgregation', true),
      choix('niveauResultat', 'Niveau de résultat', 'niveauxResultat'),
      { cle: 'valeurReference', entete: 'Valeur de référence', genre: 'nombre' },
      texte('sources', 'Sources et méthodes', { ...LONG, max: 2000 }),
      { cle: 'annee', entete: 'Année des prévisions', genre: 'nombre' },
      { cle: 'prevu1', entete: 'Prévu T1', genre: 'nombre' },
      { cle: 'prevu2', entete: 'Prévu T2', genre: 'nombre' },
      { cle: 'prevu3', entete: 'Prévu T3', genre: 'nombre' },
      { cle: 'prevu4', entete: 'Prévu T4', genre: 'nombre' },
      { cle: 'prevuAnnee', entete: 'Prévu sur l’année', genre: 'nombre' },
    ],
  },
  bilans: { nom: 'Bilans', colonnes: COLONNES_BILANS },
} as const satisfies Record<string, { nom: string; colonnes: readonly ColonneTable[] }>;

export type FeuilleArrivee = keyof typeof FEUILLES_ARRIVEE;
export const CLES_FEUILLES_ARRIVEE = Object.keys(FEUILLES_ARRIVEE) as FeuilleArrivee[];
