import type { Routes } from '@angular/router';
import { DOMAINES } from './domaines';
import { connecte, domaineOuvert, premierePage } from './platform/gardes';

/** The domaines (see `domaines.ts`), then the pages of anyone, then what does not exist. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [premierePage], children: [] },
  ...DOMAINES.map((domaine) => ({
    path: domaine.chemin,
    canActivate: [connecte, domaineOuvert],
    data: { domaine },
    loadChildren: domaine.charger,
  })),
  // After the domaines: without a path of their own, their files are fetched one after the other before anything behind them.
  { path: '', loadChildren: () => import('./connexion/connexion.routes') },
  { path: '', loadChildren: () => import('./gouvernance/liens.routes') },
  { path: '', loadChildren: () => import('./bilans/liens.routes') },
  {
    path: 'interdit',
    title: 'Accès refusé',
    canActivate: [connecte],
    loadComponent: () => import('./shell/page-interdit').then((module) => module.PageInterdit),
  },
  {
    path: 'hors-ligne',
    title: 'Hors ligne',
    loadComponent: () => import('./shell/page-hors-ligne').then((module) => module.PageHorsLigne),
  },
  {
    path: '**',
    title: 'Page introuvable',
    loadComponent: () => import('./shell/page-introuvable').then((module) => module.PageIntrouvable),
  },
];
