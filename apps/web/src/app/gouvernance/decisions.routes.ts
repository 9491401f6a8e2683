import type { Routes } from '@angular/router';

/** The register of decisions of one CA: a child of its page, which gives it the parameter `id`. */
export const routesDecisions = [
  {
    path: 'gouvernance/decisions',
    title: 'Décisions',
    loadComponent: () => import('./feature-decisions/page-decisions').then((module) => module.PageDecisions),
  },
] satisfies Routes;
