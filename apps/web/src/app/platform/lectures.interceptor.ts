import { HttpContextToken, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { versProbleme } from '@coopilote/ui/formulaire/probleme';
import { catchError, from, of, switchMap, tap, throwError } from 'rxjs';
import { CopiesLectures } from './copies-lectures';
import { Reseau } from './reseau';

/** Set on a reading that only the server may answer: to compare two versions, a copy would lie. */
export const DU_SERVEUR = new HttpContextToken(() => false);

/** What a partner needs to write reports: the home page, the list, one report, its receipt, and who is signed in. */
const GARDEES = /^\/api\/(session|accueil|bilans-trimestriels(\/[0-9a-f-]{36}(\/recu)?)?)$/;
/** No answer, or a proxy that answers for a server that is not there. */
const SANS_SERVEUR = [0, 502, 503, 504];

/** Keeps the answers to some readings on the device, and gives them when the server cannot be reached. */
export const lectures: HttpInterceptorFn = (requete, suivant) => {
  const reseau = inject(Reseau);
  const copies = inject(CopiesLectures);
  const gardee = requete.method === 'GET' && GARDEES.test(requete.url) && !requete.context.get(DU_SERVEUR);
  const personne = copies.personne();
  const adresse = requete.urlWithParams;
  return suivant(requete).pipe(
    tap((evenement) => {
      if (!(evenement instanceof HttpResponse)) return;
      reseau.constater(true);
      if (gardee) void copies.garder(adresse, evenement.body, personne);
    }),
    catchError((erreur: unknown) => {
      const { statut } = versProbleme(erreur);
      const absent = SANS_SERVEUR.includes(statut);
      reseau.constater(!absent);
      if (statut === 401 && gardee) void copies.effacer();
      if (!absent || !gardee) return throwError(() => erreur);
      return from(copies.lire(adresse)).pipe(
        switchMap((copie) =>
          copie ? of(new HttpResponse({ body: copie.corps, url: adresse })) : throwError(() => erreur),
        ),
      );
    }),
  );
};
