import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: 'Consolidation',
    loadComponent: () =>
      import('./feature-consolidation/page-consolidation').then((module) => module.PageConsolidation),
  },
  {
    path: 'sources',
    title: 'Sources d’un chiffre',
    loadComponent: () => import('./feature-sources/page-sources').then((module) => module.PageSources),
  },
  {
    path: 'financement',
    title: 'Financements',
    loadComponent: () => import('../financement/feature-region/page-argent').then((module) => module.PageArgent),
  },
  {
    path: 'etats-figes',
    title: 'États figés',
    loadComponent: () => import('./feature-etats-figes/page-etats-figes').then((module) => module.PageEtatsFiges),
  },
  {
    path: 'etats-figes/:id',
    title: 'État figé',
    loadComponent: () => import('./feature-etats-figes/page-etat-fige').then((module) => module.PageEtatFige),
  },
] satisfies Routes;
