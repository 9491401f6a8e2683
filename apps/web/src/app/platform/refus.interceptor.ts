import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Probleme } from '@coopilote/ui/formulaire/probleme';
import { catchError, throwError } from 'rxjs';
import { problemeDeReponse } from './probleme-de-reponse';
import { SessionStore } from './session-store';

/** Turns every refusal into a `Probleme`; a session that expired leads to sign in, and back to the same page. */
export const refus: HttpInterceptorFn = (requete, suivant) => {
  const session = inject(SessionStore);
  const routeur = inject(Router);
  return suivant(requete).pipe(
    catchError((erreur: unknown) => {
      const probleme = erreur instanceof HttpErrorResponse ? problemeDeReponse(erreur) : erreur;
      if (probleme instanceof Probleme && probleme.statut === 401 && session.expirer()) {
        void routeur.navigate(['/connexion'], { queryParams: { retour: routeur.url, motif: 'expiree' } });
      }
      return throwError(() => probleme);
    }),
  );
};
