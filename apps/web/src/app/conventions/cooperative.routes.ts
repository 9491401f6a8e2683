import type { Routes } from '@angular/router';

/** The convention of one CA: a tab of its page, which gives it the parameter `id`. */
export const routesConvention = [
  {
    path: 'convention',
    title: 'Convention',
    loadComponent: () => import('./feature-convention/page-convention').then((module) => module.PageConvention),
  },
] satisfies Routes;
