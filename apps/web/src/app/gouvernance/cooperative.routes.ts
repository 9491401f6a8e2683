import type { Routes } from '@angular/router';

/** The governance of one CA: a tab of its page, which gives it the parameter `id`. */
export const routesGouvernance = [
  {
    path: 'gouvernance',
    title: 'Gouvernance',
    loadComponent: () => import('./feature-gouvernance/page-gouvernance').then((module) => module.PageGouvernance),
  },
] satisfies Routes;
