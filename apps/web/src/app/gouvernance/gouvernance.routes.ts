import type { Routes } from '@angular/router';

/** Meetings. */
export default [
  {
    path: ':id',
    loadComponent: () => import('./temp-reunion').then((module) => module.TempReunion),
    children: [
      {
        path: 'compte-rendu',
        title: 'Compte-rendu',
        loadComponent: () => import('./feature-compte-rendu/page-compte-rendu').then((module) => module.PageCompteRendu),
      },
    ],
  },
] satisfies Routes;
