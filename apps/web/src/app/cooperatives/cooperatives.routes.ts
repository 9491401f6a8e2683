import type { Routes } from '@angular/router';
import { routesBilansAnnuels } from '../bilans-annuels/bilans-annuels.routes';
import { routesFinancement } from '../financement/financement.routes';
import { routesConvention } from '../conventions/cooperative.routes';
import { routesGouvernance } from '../gouvernance/cooperative.routes';
import { routesSuivi } from '../pilotage/pilotage.routes';

/** A page to create, a page to edit, and a CA with its tabs; the tabs share the CA loaded by `PageCooperative`. */
export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Coopératives',
    loadComponent: () => import('./feature-liste/page-liste').then((module) => module.PageListe),
  },
  {
    path: 'nouvelle',
    title: 'Créer une coopérative',
    loadComponent: () => import('./feature-saisie/page-saisie').then((module) => module.PageSaisie),
  },
  {
    path: ':id/modifier',
    title: 'Modifier la coopérative',
    loadComponent: () => import('./feature-saisie/page-saisie').then((module) => module.PageSaisie),
  },
  {
    path: ':id',
    loadComponent: () => import('./feature-cooperative/page-cooperative').then((module) => module.PageCooperative),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Synthèse',
        loadComponent: () => import('./feature-synthese/page-synthese').then((module) => module.PageSynthese),
      },
      {
        path: 'programme',
        title: 'Programme',
        loadComponent: () => import('./feature-programme/page-programme').then((module) => module.PageProgramme),
      },
      {
        path: 'reprise',
        title: 'Reprendre l’existant',
        loadComponent: () => import('./feature-reprise/page-reprise').then((module) => module.PageReprise),
      },
      {
        path: 'membres',
        title: 'Membres',
        loadComponent: () => import('./feature-membres/page-membres').then((module) => module.PageMembres),
      },
      {
        path: 'calendrier',
        title: 'Calendrier',
        loadComponent: () => import('./feature-calendrier/page-calendrier').then((module) => module.PageCalendrier),
      },
      ...routesGouvernance,
      ...routesConvention,
      ...routesSuivi,
      ...routesFinancement,
      ...routesBilansAnnuels,
      {
        path: 'bilans',
        title: 'Bilans',
        loadComponent: () =>
          import('../bilans/feature-liste/page-bilans-cooperative').then((module) => module.PageBilansCooperative),
      },
      {
        path: 'documents',
        title: 'Documents',
        loadComponent: () =>
          import('../pieces/feature-documents/page-documents').then((module) => module.PageDocuments),
      },
      {
        path: 'historique',
        title: 'Historique',
        loadComponent: () => import('./feature-historique/page-historique').then((module) => module.PageHistorique),
      },
    ],
  },
] satisfies Routes;
