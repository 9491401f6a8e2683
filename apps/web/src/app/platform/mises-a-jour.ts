import { Injectable, isDevMode, signal } from '@angular/core';

const UNE_HEURE_MS = 3_600_000;

/**
 * The service worker, which keeps the application itself on the device, and its newer versions: a version that comes while
 * one works is told, and waits for the person.
 */
@Injectable({ providedIn: 'root' })
export class MisesAJour {
  private readonly _prete = signal(false);
  private inscription: ServiceWorkerRegistration | null = null;
  /** A newer version is on the device. */
  readonly prete = this._prete.asReadonly();

  /** Once the first page is there: nothing of this may delay it. */
  async demarrer(): Promise<void> {
    if (isDevMode() || !('serviceWorker' in navigator)) return;
    try {
      this.inscription = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    } catch {
      // Refused by the browser (private mode, policy): the application works, with the network only.
      return;
    }
    // This page has just come from the network: it is the newest version already, and nothing is typed yet.
    if (navigator.onLine) this.inscription.waiting?.postMessage('appliquer');
    this.inscription.addEventListener('updatefound', () => this.suivre(this.inscription?.installing ?? null));
    this.suivre(this.inscription.installing);
    setInterval(() => void this.chercher(), UNE_HEURE_MS);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.chercher();
    });
  }

  /** Drafts are on the device already: the page comes back with them. */
  appliquer(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    const neuve = this.inscription?.waiting;
    if (neuve) neuve.postMessage('appliquer');
    // Another tab has applied it already.
    else location.reload();
  }

  private suivre(neuve: ServiceWorker | null): void {
    neuve?.addEventListener('statechange', () => {
      // Without a controller this is the first version ever: there is nothing to tell.
      if (neuve.state === 'installed' && navigator.serviceWorker.controller) this._prete.set(true);
    });
  }

  private async chercher(): Promise<void> {
    try {
      await this.inscription?.update();
    } catch {
      // No network: the next time will do.
    }
  }
}
