import type { Routes } from '@angular/router';

/** Lists of fiches-actions are those of a CA (its programme, T3): the bare address leads there. */
export default [
  { path: '', pathMatch: 'full', redirectTo: '/cooperatives' },
  {
    path: 'nouvelle',
    title: 'Nouvelle fiche-action',
    loadComponent: () => import('./feature-saisie/page-saisie').then((module) => module.PageSaisie),
  },
  {
    path: ':id/modifier',
    title: 'Modifier la fiche-action',
    loadComponent: () => import('./feature-saisie/page-saisie').then((module) => module.PageSaisie),
  },
  {
    path: ':id',
    title: 'Fiche-action',
    loadComponent: () => import('./feature-fiche/page-fiche').then((module) => module.PageFiche),
  },
] satisfies Routes;
