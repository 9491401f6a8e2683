import { ApplicationRef, DestroyRef, Injectable, effect, inject, signal } from '@angular/core';

const CLE = 'coopilote.seance.raccourcis';
/** Where a key is a letter that somebody types, or belongs to what is open over the page. */
const SAISIE = 'input, textarea, select, dialog, [contenteditable="true"]';

/** Keys that act alone, as long as nobody types; a person may turn them off (WCAG 2.1.4). */
@Injectable()
export class Raccourcis {
  private readonly application = inject(ApplicationRef);
  readonly actifs = signal(localStorage.getItem(CLE) !== 'non');
  private actes: Readonly<Record<string, () => void>> = {};

  constructor() {
    effect(() => localStorage.setItem(CLE, this.actifs() ? 'oui' : 'non'));
    const presser = (evenement: KeyboardEvent): void => this.presser(evenement);
    document.addEventListener('keydown', presser);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', presser));
  }

  /** @param actes by `KeyboardEvent.key`, letters in lower case. */
  ecouter(actes: Readonly<Record<string, () => void>>): void {
    this.actes = actes;
  }

  private presser(evenement: KeyboardEvent): void {
    if (!this.actifs() || evenement.ctrlKey || evenement.metaKey || evenement.altKey || evenement.repeat) return;
    const cible = evenement.target as HTMLElement | null;
    if (evenement.defaultPrevented || cible?.closest(SAISIE) || document.querySelector('dialog[open]')) return;
    const acte = this.actes[evenement.key.length === 1 ? evenement.key.toLowerCase() : evenement.key];
    if (!acte) return;
    evenement.preventDefault();
    acte();
    // What the key opens is there, with the focus, before the next key: the first letters are never lost.
    this.application.tick();
  }
}
