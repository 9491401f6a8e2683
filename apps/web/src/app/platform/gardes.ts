import { inject } from '@angular/core';
import { CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { DOMAINES, Domaine } from '../domaines';
import { SessionStore } from './session-store';

/** Signed in, or sent to sign in and brought back after. */
export const connecte: CanActivateFn = (_route, etat) => {
  if (inject(SessionStore).connecte()) return true;
  return inject(Router).createUrlTree(['/connexion'], { queryParams: { retour: etat.url } });
};

/** The domaine of the route is open to this person; else the forbidden page shows at the same address. */
export const domaineOuvert: CanActivateFn = (route) => {
  const ouvert = estOuvert(inject(SessionStore), route.data['domaine'] as Domaine);
  return ouvert || new RedirectCommand(inject(Router).parseUrl('/interdit'), { skipLocationChange: true });
};

/** The root address leads to the first domaine that is open. */
export const premierePage: CanActivateFn = () => {
  const session = inject(SessionStore);
  if (!session.connecte()) return inject(Router).parseUrl('/connexion');
  const premier = DOMAINES.find((domaine) => domaine.libelle && estOuvert(session, domaine));
  return inject(Router).parseUrl(`/${premier?.chemin ?? 'interdit'}`);
};

/** Whether a domaine shows in this person's navigation. */
export function estOuvert(session: SessionStore, domaine: Domaine): boolean {
  if (domaine.operation && !session.peut(domaine.operation)) return false;
  return !domaine.roles || session.aRole(...domaine.roles);
}
