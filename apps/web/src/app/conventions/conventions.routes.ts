import type { Routes } from '@angular/router';

/** Texts that parties sign, and what binds them on a day. */
export default [
  { path: '', pathMatch: 'full', redirectTo: '/cooperatives' },
  {
    path: 'textes/:acteId',
    title: 'Convention',
    loadComponent: () => import('./feature-texte/page-texte').then((module) => module.PageTexte),
  },
  {
    path: ':id/texte',
    title: 'Texte consolidé',
    loadComponent: () => import('./feature-consolide/page-consolide').then((module) => module.PageConsolide),
  },
] satisfies Routes;
