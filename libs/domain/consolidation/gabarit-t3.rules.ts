import { LIBELLES_ETATS_BILAN, QUESTIONS_BILAN, type CleQuestion } from '../bilans/bilan.rules';
import { LIBELLES_UNITES } from '../referentiel/listes';
import { colonne, type ColonneExport, type Gabarit } from './gabarit';

/** Indicators of one type that the table of the guide shows; the others are told in one cell. */
export const INDICATEURS_T3 = 3;

const PREVU = 'Prévu dans la fiche-action';
const DIT = 'Dit dans le bilan\u00a0; vide tant qu’il n’est pas reçu, ou si la question n’était pas posée';

/** The answer to a question, and its reason. */
function question(cle: CleQuestion, entete: string, motif: string): ColonneExport[] {
  const milieu = QUESTIONS_BILAN.find((q) => q.cle === cle)?.milieu ?? 'En partie';
  return [
    colonne(cle, entete, 'oui', DIT, { mots: { OUI: 'Oui', EN_PARTIE: milieu, NON: 'Non' } }),
    colonne(`${cle}Motif`, motif, 'long', DIT),
  ];
}

/** An indicator in four cells: what it is, its unit, what was reported for the quarter, what was forecast for it. */
function indicateurs(cle: string, nom: string): ColonneExport[] {
  return Array.from({ length: INDICATEURS_T3 }, (_, i) => i + 1).flatMap((rang) => [
    colonne(`${cle}${rang}`, `${nom} ${rang}`, 'texte', 'Libellé, dans l’ordre de la fiche-action'),
    colonne(`${cle}${rang}Unite`, `${nom} ${rang} – unité`, 'choix', 'Unité des deux chiffres qui suivent', {
      mots: LIBELLES_UNITES,
    }),
    colonne(`${cle}${rang}Valeur`, `${nom} ${rang} – réalisé`, 'nombre', 'Valeur du trimestre, si le bilan est reçu', {
      unite: 'celle de la colonne «\u00a0unité\u00a0»',
    }),
    colonne(`${cle}${rang}Prevision`, `${nom} ${rang} – prévu`, 'nombre', 'Prévision du trimestre', {
      unite: 'celle de la colonne «\u00a0unité\u00a0»',
    }),
  ]);
}

/** T3, suivi des actions par les acteurs (guide, fiche 5): its columns in the guide's order, after what says whose row it is. */
export const GABARIT_T3: Gabarit = {
  nom: 't3',
  version: 1,
  titre: 'Suivi des actions par les acteurs (T3)',
  ligne: 'un bilan attendu\u00a0: une action, un trimestre',
  colonnes: [
    colonne('trimestre', 'Trimestre', 'code', 'Trimestre du bilan, comme 2026-T3'),
    colonne('departementCode', 'Code du département', 'code', 'Code officiel géographique'),
    colonne('departement', 'Département', 'texte', 'Nom du département'),
    colonne('cooperative', 'Coopérative d’acteurs', 'texte', 'Intitulé de la coopérative'),
    colonne('structure', 'Structure', 'texte', 'Promoteur de l’action'),
    colonne('etatBilan', 'État du bilan', 'choix', 'Seuls les bilans transmis ou validés sont reçus', {
      mots: LIBELLES_ETATS_BILAN,
    }),
    colonne('transmisLe', 'Bilan transmis le', 'date', 'Jour de la dernière transmission, à Paris'),
    colonne('objectif', 'Objectif opérationnel du projet', 'long', PREVU),
    colonne('intitule', 'Intitulé de l’action', 'texte', PREVU),
    colonne('objectifsPoursuivis', 'Objectifs poursuivis', 'long', PREVU),
    colonne('resultatsAttendus', 'Résultats attendus', 'long', PREVU),
    colonne('public1', 'Public cible 1', 'texte', PREVU),
    colonne('public2', 'Public cible 2', 'texte', PREVU),
    colonne('public3', 'Public cible 3', 'texte', PREVU),
    colonne('autrePublic', 'Autre public cible', 'texte', PREVU),
    colonne('beneficiairesCibles', 'Bénéficiaires ciblés', 'entier', `${PREVU}, pour toute l’action`, {
      unite: 'personnes différentes',
    }),
    colonne('territoire', 'Territoire d’intervention', 'texte', 'Commune, ou tout le territoire de la coopérative'),
    ...question('ressources', 'Ressources mobilisées comme prévu', 'Ressources\u00a0: pourquoi\u00a0?'),
    ...question('publics', 'Groupes cibles atteints comme prévu', 'Groupes cibles\u00a0: pourquoi\u00a0?'),
    ...question('realisation', 'Actions réalisées et conformes', 'Réalisation\u00a0: pourquoi\u00a0?'),
    ...question('objectifs', 'Objectifs cibles atteints', 'Objectifs\u00a0: justification'),
    ...indicateurs('activite', 'Indicateur d’activité'),
    ...indicateurs('resultat', 'Indicateur de résultats'),
    ...question('cooperation', 'Dynamique de coopération améliorée', 'Coopération\u00a0: quels aspects\u00a0?'),
    ...question('pratiques', 'Pratiques améliorées', 'Pratiques\u00a0: quels aspects\u00a0?'),
    ...question('ists', 'Leviers sur les ISTS activés', 'ISTS\u00a0: lesquels\u00a0?'),
    ...question('parcours', 'Parcours de santé amélioré', 'Parcours de santé\u00a0: quels aspects\u00a0?'),
    colonne('freins', 'Freins identifiés', 'long', DIT),
    colonne('leviers', 'Leviers identifiés', 'long', DIT),
    colonne('pistes', 'Pistes d’amélioration', 'long', DIT),
    colonne('autresIndicateurs', 'Autres indicateurs', 'long', 'Ceux de processus, et ceux au-delà du troisième'),
    colonne('beneficiaires', 'Bénéficiaires touchés', 'entier', 'Pendant le trimestre, si le bilan est reçu', {
      unite: 'personnes différentes',
    }),
    colonne('ficheActionId', 'Identifiant de l’action', 'code', 'Le même d’un trimestre à l’autre'),
    colonne('bilanId', 'Identifiant du bilan', 'code', 'Adresse du bilan dans l’application'),
  ],
};
