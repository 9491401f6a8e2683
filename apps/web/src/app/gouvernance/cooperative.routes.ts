import type { Routes } from '@angular/router';

/** The governance of one CA and its register of decisions: tabs of its page, which gives them the parameter `id`. */
export const routesGouvernance = [
  {
    path: 'gouvernance',
    title: 'Gouvernance',
    loadComponent: () => import('./feature-gouvernance/page-gouvernance').then((module) => module.PageGouvernance),
  },
  {
    path: 'gouvernance/decisions',
    title: 'Décisions',
    loadComponent: () => import('./feature-decisions/page-decisions').then((module) => module.PageDecisions),
  },
] satisfies Routes;
