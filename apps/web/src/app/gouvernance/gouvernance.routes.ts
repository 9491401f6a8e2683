import type { Routes } from '@angular/router';

/** Meetings: each has its heading and its tabs, which share the meeting loaded by `PageReunion`; the séance fills the screen. */
export default [
  { path: '', pathMatch: 'full', redirectTo: '/cooperatives' },
  {
    path: ':id/seance',
    title: 'Séance',
    // The room sees the meeting alone: no bar, no notice around it.
    data: { pleinEcran: true },
    loadComponent: () => import('./feature-seance/page-seance').then((module) => module.PageSeance),
  },
  {
    path: ':id',
    loadComponent: () => import('./feature-reunion/page-reunion').then((module) => module.PageReunion),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Préparation',
        loadComponent: () => import('./feature-preparation/page-preparation').then((module) => module.PagePreparation),
      },
      {
        path: 'compte-rendu',
        title: 'Compte-rendu',
        loadComponent: () =>
          import('./feature-compte-rendu/page-compte-rendu').then((module) => module.PageCompteRendu),
      },
    ],
  },
] satisfies Routes;
