import { Injectable, signal } from '@angular/core';

/** Chromium's offer, which no standard library type describes. */
interface Offre extends Event {
  prompt(): Promise<unknown>;
}

/** Keeps the browser's offer to install the application until the person asks for it, in their menu. */
@Injectable({ providedIn: 'root' })
export class Installation {
  private readonly offre = signal<Offre | null>(null);
  readonly offerte = this.offre.asReadonly();

  constructor() {
    window.addEventListener('beforeinstallprompt', (evenement) => {
      evenement.preventDefault();
      this.offre.set(evenement as Offre);
    });
    window.addEventListener('appinstalled', () => this.offre.set(null));
  }

  /** An offer serves once. */
  async installer(): Promise<void> {
    const offre = this.offre();
    this.offre.set(null);
    await offre?.prompt();
  }
}
