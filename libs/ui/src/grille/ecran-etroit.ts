import { DestroyRef, Signal, inject, signal } from '@angular/core';

/** Up to this width, in pixels, a table becomes cards. */
const ETROIT = 700;

/** Whether the screen is narrow (a width in pixels at most), followed as it changes. */
export function ecranEtroit(largeur = ETROIT): Signal<boolean> {
  const requete = window.matchMedia(`(max-width: ${largeur}px)`);
  const etroit = signal(requete.matches);
  const suivre = () => etroit.set(requete.matches);
  requete.addEventListener('change', suivre);
  inject(DestroyRef).onDestroy(() => requete.removeEventListener('change', suivre));
  return etroit.asReadonly();
}
