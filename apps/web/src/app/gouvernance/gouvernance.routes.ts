import type { Routes } from '@angular/router';

/** Meetings: prepared, held, and their minutes. */
export default [
  {
    path: ':id/seance',
    title: 'Séance',
    // The room sees the meeting alone: no bar, no notice around it.
    data: { pleinEcran: true },
    loadComponent: () => import('./feature-seance/page-seance').then((module) => module.PageSeance),
  },
] satisfies Routes;
