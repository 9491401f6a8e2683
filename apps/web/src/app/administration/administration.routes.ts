import { inject } from '@angular/core';
import { CanActivateFn, RedirectCommand, Router, type Routes } from '@angular/router';
import { SessionStore } from '../platform/session-store';

/** A tab that is not the person's own shows the forbidden page at the same address. */
function reserve(operation: string): CanActivateFn {
  return () =>
    inject(SessionStore).peut(operation) ||
    new RedirectCommand(inject(Router).parseUrl('/interdit'), { skipLocationChange: true });
}

export default [
  {
    path: '',
    loadComponent: () =>
      import('./feature-administration/page-administration').then((module) => module.PageAdministration),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'comptes' },
      {
        path: 'comptes',
        title: 'Comptes',
        loadComponent: () => import('./feature-comptes/page-comptes').then((module) => module.PageComptes),
      },
      {
        path: 'referentiels',
        title: 'Référentiels',
        canActivate: [reserve('referentiel.modifier')],
        loadComponent: () =>
          import('./feature-referentiels/page-referentiels').then((module) => module.PageReferentiels),
      },
      {
        path: 'indicateurs-communs',
        title: 'Indicateurs communs',
        canActivate: [reserve('referentiel.modifier')],
        loadComponent: () =>
          import('./feature-indicateurs/page-indicateurs-communs').then((module) => module.PageIndicateursCommuns),
      },
      {
        path: 'modele-convention',
        title: 'Modèle de convention',
        canActivate: [reserve('modele.modifier')],
        loadComponent: () =>
          import('../conventions/feature-modele/page-modele-convention').then((module) => module.PageModeleConvention),
      },
      {
        path: 'envois',
        title: 'Envois',
        canActivate: [reserve('envoi.lire')],
        loadComponent: () => import('./feature-envois/page-envois').then((module) => module.PageEnvois),
      },
      {
        // The whole region's history is its administrator's, as the outbox is.
        path: 'journal',
        title: 'Journal',
        canActivate: [reserve('envoi.lire')],
        loadComponent: () => import('./feature-journal/page-journal').then((module) => module.PageJournal),
      },
    ],
  },
] satisfies Routes;
