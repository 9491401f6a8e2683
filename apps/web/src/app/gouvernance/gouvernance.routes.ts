import type { Routes } from '@angular/router';

/** Meetings: each has its heading and its tabs, which share the meeting loaded by `PageReunion`. */
export default [
  { path: '', pathMatch: 'full', redirectTo: '/cooperatives' },
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
    ],
  },
] satisfies Routes;
