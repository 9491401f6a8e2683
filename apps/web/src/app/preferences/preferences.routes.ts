import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Mes messages',
    loadComponent: () => import('./feature-preferences/page-preferences').then((module) => module.PagePreferences),
  },
] satisfies Routes;
