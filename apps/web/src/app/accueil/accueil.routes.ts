import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Accueil',
    loadComponent: () => import('./feature-accueil/page-accueil').then((module) => module.PageAccueil),
  },
] satisfies Routes;
