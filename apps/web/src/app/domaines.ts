import type { Route } from '@angular/router';
import type { Role } from '@coopilote/domain/comptes/roles';

/** A part of the site, loaded when it is first opened. */
export interface Domaine {
  /** First segment of the address. */
  chemin: string;
  /** Word in the navigation; null for what is reached from elsewhere. */
  libelle: string | null;
  charger: NonNullable<Route['loadChildren']>;
  /** Operation without which neither the entry nor the pages show. */
  operation?: string;
  /** Roles to which the entry and the pages are kept. */
  roles?: readonly Role[];
}

/** The site, in the order of the navigation. A domaine is added by one line here and a `<chemin>.routes.ts` of its own. */
export const DOMAINES: readonly Domaine[] = [
  { chemin: 'accueil', libelle: 'Accueil', charger: () => import('./accueil/accueil.routes') },
  {
    chemin: 'cooperatives',
    libelle: 'Coopératives',
    charger: () => import('./cooperatives/cooperatives.routes'),
    operation: 'cooperative.lire',
  },
  {
    chemin: 'fiches-actions',
    libelle: null,
    charger: () => import('./fiches-actions/fiches-actions.routes'),
    operation: 'fiche.lire',
  },
  {
    chemin: 'reunions',
    libelle: null,
    charger: () => import('./gouvernance/gouvernance.routes'),
    operation: 'reunion.lire',
  },
  {
    chemin: 'conventions',
    libelle: null,
    charger: () => import('./conventions/conventions.routes'),
    operation: 'convention.lire',
  },
  {
    chemin: 'bilans',
    libelle: 'Bilans',
    charger: () => import('./bilans/bilans.routes'),
    operation: 'bilan.lire',
  },
  {
    chemin: 'consolidation',
    libelle: 'Consolidation',
    charger: () => import('./consolidation/consolidation.routes'),
    operation: 'consolidation.lire',
  },
  {
    chemin: 'structures',
    libelle: 'Structures',
    charger: () => import('./structures/structures.routes'),
    operation: 'structure.lire',
  },
  {
    chemin: 'administration',
    libelle: 'Administration',
    charger: () => import('./administration/administration.routes'),
    operation: 'compte.nommer',
  },
  { chemin: 'preferences', libelle: null, charger: () => import('./preferences/preferences.routes') },
  { chemin: 'recherche', libelle: null, charger: () => import('./recherche/recherche.routes') },
];
