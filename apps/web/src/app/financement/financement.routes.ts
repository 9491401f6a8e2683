import type { Routes } from '@angular/router';

/** The money of one CA: a tab of its page, which gives it the parameter `id`, and each engagement. */
export const routesFinancement = [
  {
    path: 'financement',
    title: 'Financement',
    loadComponent: () => import('./feature-cooperative/page-financement').then((module) => module.PageFinancement),
  },
  {
    path: 'financement/compte-rendu/:compteRenduId',
    title: 'Compte rendu financier',
    loadComponent: () =>
      import('./feature-compte-rendu/page-compte-rendu').then((module) => module.PageCompteRenduFinancier),
  },
  {
    path: 'financement/mises-a-disposition/:miseId',
    title: 'Mise à disposition',
    loadComponent: () => import('./feature-mise/page-mise').then((module) => module.PageMise),
  },
  {
    path: 'financement/:engagementId',
    title: 'Engagement',
    loadComponent: () => import('./feature-engagement/page-engagement').then((module) => module.PageEngagement),
  },
] satisfies Routes;
