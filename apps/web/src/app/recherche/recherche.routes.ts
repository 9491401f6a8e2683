import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: 'Recherche',
    loadComponent: () => import('./feature-recherche/page-recherche').then((module) => module.PageRecherche),
  },
] satisfies Routes;
