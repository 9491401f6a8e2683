import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import type { ConventionLue } from '@coopilote/domain/conventions';
import { catchError, map, of } from 'rxjs';

/** Texts that parties sign, and what binds them on a day. */
export default [
  { path: '', pathMatch: 'full', redirectTo: '/cooperatives' },
  {
    path: 'textes/:acteId',
    title: 'Convention',
    loadComponent: () => import('./feature-texte/page-texte').then((module) => module.PageTexte),
  },
  {
    // Where messages and deadlines lead: the tab of its CA. What cannot be read says so on the page of its text.
    path: ':id',
    pathMatch: 'full',
    redirectTo: ({ params: { id } }) => {
      const routeur = inject(Router);
      return inject(HttpClient)
        .get<ConventionLue>(`/api/conventions/${id}`)
        .pipe(
          map(({ cooperativeId }) => routeur.createUrlTree(['/cooperatives', cooperativeId, 'convention'])),
          catchError(() => of(routeur.createUrlTree(['/conventions', id, 'texte']))),
        );
    },
  },
  {
    path: ':id/texte',
    title: 'Texte consolidé',
    loadComponent: () => import('./feature-consolide/page-consolide').then((module) => module.PageConsolide),
  },
] satisfies Routes;
