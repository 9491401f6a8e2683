import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { AccueilLu } from '@coopilote/domain/pilotage/accueil.contract';

/** What is due, what comes, what changed, for the person signed in. Call it in an injection context. */
export function ressourceAccueil(): HttpResourceRef<AccueilLu | undefined> {
  return httpResource<AccueilLu>(() => '/api/accueil');
}
