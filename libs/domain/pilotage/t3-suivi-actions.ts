import type { Colonne } from './colonne';

const PREVU = 'Ce qui était prévu';
const FAIT = 'Ce qui a été fait';
const ACTIVITE = 'Indicateurs d’activité';
const RESULTATS = 'Indicateurs de résultats';
const EFFETS = 'Effets de l’action';
const ANALYSE = 'Freins, leviers, pistes';
const POURQUOI = 'Si non ou partiellement… pourquoi ?';

/** T3, suivi des actions par les acteurs (guide, fiche 5), one row an action, in the guide's order. */
export const COLONNES_T3 = [
  {
    cle: 'objectif',
    entete: 'Objectif opérationnel du projet',
    court: 'Objectif opérationnel',
    genre: 'texte',
    fige: true,
  },
  { cle: 'intitule', entete: 'Intitulés des actions', court: 'Action', genre: 'texte', fige: true },
  { cle: 'objectifsPoursuivis', entete: 'Objectifs poursuivis', genre: 'long', groupe: PREVU },
  { cle: 'resultatsAttendus', entete: 'Résultats attendus', genre: 'long', groupe: PREVU },
  {
    cle: 'public1',
    entete: 'Publics cibles ? 1',
    court: 'Public 1',
    genre: 'liste',
    liste: 'PUBLIC_CIBLE',
    groupe: PREVU,
  },
  {
    cle: 'public2',
    entete: 'Publics cibles ? 2',
    court: 'Public 2',
    genre: 'liste',
    liste: 'PUBLIC_CIBLE',
    groupe: PREVU,
  },
  {
    cle: 'public3',
    entete: 'Publics cibles ? 3',
    court: 'Public 3',
    genre: 'liste',
    liste: 'PUBLIC_CIBLE',
    groupe: PREVU,
  },
  {
    cle: 'autrePublic',
    entete: 'Si autre public cible, précisez :',
    court: 'Autre public',
    genre: 'texte',
    groupe: PREVU,
  },
  {
    cle: 'beneficiairesCibles',
    entete: 'Nombre de bénéficiaires ciblés',
    court: 'Bénéf. ciblés',
    genre: 'nombre',
    groupe: PREVU,
  },
  {
    cle: 'territoire',
    entete: 'Territoire d’intervention',
    court: 'Territoire',
    genre: 'liste',
    liste: 'COMMUNE',
    groupe: PREVU,
  },
  {
    cle: 'ressources',
    entete: 'Les ressources ont été mobilisées comme prévu',
    court: 'Ressources',
    genre: 'oui',
    groupe: FAIT,
  },
  { cle: 'ressourcesMotif', entete: POURQUOI, court: 'Pourquoi ?', genre: 'long', groupe: FAIT },
  {
    cle: 'publics',
    entete: 'Les groupes cibles ont été atteints comme prévu',
    court: 'Publics atteints',
    genre: 'oui',
    groupe: FAIT,
  },
  { cle: 'publicsMotif', entete: POURQUOI, court: 'Pourquoi ?', genre: 'long', groupe: FAIT },
  {
    cle: 'realisation',
    entete: 'Les actions ont été réalisées et sont conformes à la programmation',
    court: 'Conforme',
    genre: 'oui',
    groupe: FAIT,
  },
  { cle: 'realisationMotif', entete: POURQUOI, court: 'Pourquoi ?', genre: 'long', groupe: FAIT },
  { cle: 'objectifs', entete: 'Les objectifs cibles ont été atteints', court: 'Objectifs', genre: 'oui', groupe: FAIT },
  {
    cle: 'objectifsMotif',
    entete: 'Si, Non ou Partiellement … (Justifiez, éléments clés)',
    court: 'Justification',
    genre: 'long',
    groupe: FAIT,
  },
  { cle: 'activite1', entete: 'Indicateur d’activité 1', court: '1', genre: 'indicateur', groupe: ACTIVITE },
  { cle: 'activite2', entete: 'Indicateur d’activité 2', court: '2', genre: 'indicateur', groupe: ACTIVITE },
  { cle: 'activite3', entete: 'Indicateur d’activité 3', court: '3', genre: 'indicateur', groupe: ACTIVITE },
  { cle: 'resultat1', entete: 'Indicateur de résultats 1', court: '1', genre: 'indicateur', groupe: RESULTATS },
  { cle: 'resultat2', entete: 'Indicateur de résultats 2', court: '2', genre: 'indicateur', groupe: RESULTATS },
  { cle: 'resultat3', entete: 'Indicateur de résultats 3', court: '3', genre: 'indicateur', groupe: RESULTATS },
  {
    cle: 'cooperation',
    entete: 'Est-ce que l’action a contribué à améliorer la dynamique de coopération ?',
    court: 'Coopération',
    genre: 'oui',
    groupe: EFFETS,
  },
  { cle: 'cooperationMotif', entete: 'Sur quels aspects ?', genre: 'long', groupe: EFFETS },
  {
    cle: 'pratiques',
    entete: 'Est-ce que l’action a contribué à l’amélioration des pratiques ?',
    court: 'Pratiques',
    genre: 'oui',
    groupe: EFFETS,
  },
  { cle: 'pratiquesMotif', entete: 'Sur quels aspects ?', genre: 'long', groupe: EFFETS },
  {
    cle: 'ists',
    entete: 'Est-ce que l’action a contribué à activer des leviers permettant d’agir sur les ISTS ?',
    court: 'Leviers ISTS',
    genre: 'oui',
    groupe: EFFETS,
  },
  { cle: 'istsMotif', entete: 'Lesquels ?', genre: 'long', groupe: EFFETS },
  {
    cle: 'parcours',
    entete:
      'Est-ce que l’action a contribué à l’amélioration du parcours de santé des bénéficiaires sur le territoire ?',
    court: 'Parcours de santé',
    genre: 'oui',
    groupe: EFFETS,
  },
  { cle: 'parcoursMotif', entete: 'Sur quels aspects ?', genre: 'long', groupe: EFFETS },
  { cle: 'freins', entete: 'Freins identifiés', genre: 'long', groupe: ANALYSE },
  { cle: 'leviers', entete: 'Leviers Identifiés', genre: 'long', groupe: ANALYSE },
  { cle: 'pistes', entete: 'Pistes d’amélioration', genre: 'long', groupe: ANALYSE },
] as const satisfies readonly Colonne[];
