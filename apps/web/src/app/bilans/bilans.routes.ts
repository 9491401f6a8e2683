import type { Routes } from '@angular/router';

/** The list, one report (form or reading), and its receipt. */
export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Bilans trimestriels',
    loadComponent: () => import('./feature-liste/page-bilans').then((module) => module.PageBilans),
  },
  {
    path: 'collecte',
    title: 'Collecte des bilans',
    loadComponent: () => import('./feature-collecte/page-collecte').then((module) => module.PageCollecte),
  },
  {
    path: ':id',
    pathMatch: 'full',
    title: 'Bilan trimestriel',
    loadComponent: () => import('./feature-bilan/page-bilan').then((module) => module.PageBilan),
  },
  {
    path: ':id/recu',
    title: 'Reçu du bilan',
    loadComponent: () => import('./feature-recu/page-recu').then((module) => module.PageRecu),
  },
] satisfies Routes;
