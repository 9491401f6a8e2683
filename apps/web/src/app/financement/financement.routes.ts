import type { Routes } from '@angular/router';

/** The money of one CA: a tab of its page, which gives it the parameter `id`, and each engagement. */
export const routesFinancement = [
  {
    path: 'financement',
    title: 'Financement',
    loadComponent: () => import('./feature-cooperative/page-financement').then((module) => module.PageFinancement),
  },
  {
    path: 'financement/:engagementId',
    title: 'Engagement',
    loadComponent: () => import('./feature-engagement/page-engagement').then((module) => module.PageEngagement),
  },
] satisfies Routes;
