import type { Routes } from '@angular/router';

/** What a link opens without an account: one's answers to a poll, one's signature at a meeting. */
export default [
  {
    path: 'sondage/:lien',
    title: 'Choisir une date',
    loadComponent: () => import('./feature-sondage/page-sondage').then((module) => module.PageSondage),
  },
  {
    path: 'presence/:reunionId/:code',
    title: 'Émargement',
    loadComponent: () => import('./feature-presence/page-presence').then((module) => module.PagePresence),
  },
] satisfies Routes;
