import type { Routes } from '@angular/router';

/** The annual reports of one CA: under the tab of its reports. */
export const routesBilansAnnuels = [
  {
    path: 'bilans-annuels/:bilanAnnuelId',
    title: 'Bilan annuel',
    loadComponent: () => import('./feature-bilan-annuel/page-bilan-annuel').then((module) => module.PageBilanAnnuel),
  },
] satisfies Routes;
