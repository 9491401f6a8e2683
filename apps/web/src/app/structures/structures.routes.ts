import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: 'Structures',
    loadComponent: () => import('./feature-liste/page-structures').then((module) => module.PageStructures),
  },
  {
    path: 'nouvelle',
    title: 'Nouvelle structure',
    loadComponent: () => import('./feature-saisie/page-saisie-structure').then((module) => module.PageSaisieStructure),
  },
  {
    path: ':id',
    title: 'Structure',
    loadComponent: () => import('./feature-structure/page-structure').then((module) => module.PageStructure),
  },
  {
    path: ':id/modifier',
    title: 'Modifier la structure',
    loadComponent: () => import('./feature-saisie/page-saisie-structure').then((module) => module.PageSaisieStructure),
  },
] satisfies Routes;
