import { DestroyRef, Signal, inject, signal } from '@angular/core';

/** Below this width a table becomes cards. */
const ETROIT = '(max-width: 700px)';

/** Whether the screen is narrow, followed as it changes. */
export function ecranEtroit(): Signal<boolean> {
  const requete = window.matchMedia(ETROIT);
  const etroit = signal(requete.matches);
  const suivre = () => etroit.set(requete.matches);
  requete.addEventListener('change', suivre);
  inject(DestroyRef).onDestroy(() => requete.removeEventListener('change', suivre));
  return etroit.asReadonly();
}
