import type { Routes } from '@angular/router';

/** T3 and T2 of one CA: children of its page, which gives them the parameter `id`. */
export const routesSuivi = [
  {
    path: 'suivi',
    title: 'Suivi des actions',
    loadComponent: () => import('./feature-suivi/page-suivi').then((module) => module.PageSuivi),
  },
  {
    path: 'indicateurs',
    title: 'Suivi des indicateurs',
    loadComponent: () => import('./feature-indicateurs/page-indicateurs').then((module) => module.PageIndicateurs),
  },
] satisfies Routes;

export default routesSuivi;
