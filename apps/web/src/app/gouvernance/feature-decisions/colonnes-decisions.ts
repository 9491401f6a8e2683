import { modeDit } from '@coopilote/domain/gouvernance/presence.rules';
import type { DecisionLue } from '@coopilote/domain/gouvernance/seance.contract';
import type { ColonneGrille } from '@coopilote/ui/grille';
import { detailChangement, etatChangement, etatIssue, etatSuite } from '../modele/decisions';

const versCompteRendu = ({ reunionId }: DecisionLue): string => `/reunions/${reunionId}/compte-rendu`;

/** The register of decisions. */
export const COLONNES_DECISIONS: readonly ColonneGrille<DecisionLue>[] = [
  { cle: 'numero', entete: 'Numéro', genre: 'texte', largeur: 100, fige: true, principale: true },
  { cle: 'date', entete: 'Date', genre: 'date', largeur: 110 },
  { cle: 'reunion', entete: 'Réunion', genre: 'lien', largeur: 170, lien: versCompteRendu },
  { cle: 'texte', entete: 'Décision', genre: 'long' },
  { cle: 'issue', entete: 'Issue', genre: 'etat', largeur: 125, etat: ({ issue }) => etatIssue(issue) },
  { cle: 'mode', entete: 'Mode', genre: 'texte', largeur: 160, masquee: true, valeur: modeDit },
  { cle: 'changementDit', entete: 'Changement du programme', genre: 'texte' },
  {
    cle: 'application',
    entete: 'Application',
    genre: 'etat',
    largeur: 165,
    etat: etatChangement,
    detail: detailChangement,
    exporte: (ligne) => [etatChangement(ligne)?.texte, detailChangement(ligne)].filter(Boolean).join(' ') || null,
  },
  { cle: 'suite', entete: 'Suite', genre: 'etat', largeur: 285, etat: etatSuite },
];
