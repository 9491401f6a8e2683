import type { Routes } from '@angular/router';

/** What a link opens without an account: the questions of a report that a colleague answers. */
export default [
  {
    path: 'contribution/:lien',
    title: 'Une partie d’un bilan',
    loadComponent: () => import('./feature-contribution/page-contribution').then((module) => module.PageContribution),
  },
] satisfies Routes;
