import { Injectable, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** How long a page may take to show its title before the focus stays on the main landmark, in milliseconds. */
const PATIENCE_MS = 5000;

/**
 * After a navigation, the focus goes to the new page's h1, as a page load would do it (RGAA 12). It stays where it is on the
 * first page, on a change of filters (same path), and on a tab that was just chosen.
 */
@Injectable({ providedIn: 'root' })
export class FocusNavigation {
  private readonly routeur = inject(Router);
  private chemin = '';
  private observateur: MutationObserver | null = null;

  demarrer(): void {
    this.routeur.events.pipe(filter((evenement) => evenement instanceof NavigationEnd)).subscribe((fin) => {
      const chemin = fin.urlAfterRedirects.split(/[?#]/)[0] ?? '';
      const premiere = this.chemin === '';
      const change = chemin !== this.chemin;
      this.chemin = chemin;
      if (!premiere && change && !document.activeElement?.closest('.onglets'))
        requestAnimationFrame(() => this.poser());
    });
  }

  private poser(): void {
    this.observateur?.disconnect();
    const principal = document.querySelector<HTMLElement>('main');
    if (!principal || this.versTitre(principal)) return;
    principal.focus({ preventScroll: true });
    this.observateur = new MutationObserver(() => {
      const ailleurs = document.activeElement !== principal && document.activeElement !== document.body;
      if (ailleurs || this.versTitre(principal)) this.observateur?.disconnect();
    });
    this.observateur.observe(principal, { childList: true, subtree: true });
    const celuiCi = this.observateur;
    setTimeout(() => celuiCi.disconnect(), PATIENCE_MS);
  }

  private versTitre(principal: HTMLElement): boolean {
    const titre = principal.querySelector<HTMLElement>('h1');
    if (!titre) return false;
    titre.tabIndex = -1;
    titre.focus({ preventScroll: true });
    return true;
  }
}
