import { Injectable, computed, signal } from '@angular/core';

/** Between two questions to a server that did not answer, in milliseconds. */
const SONDE_MS = 5_000;

/** Whether there is a network, and a server at its end: the browser knows the first only, and not always. */
@Injectable({ providedIn: 'root' })
export class Reseau {
  private readonly _enLigne = signal(navigator.onLine);
  private readonly repond = signal(true);
  private sonde = 0;
  /** What the browser says. It may be wrong about the server; it is right about the plane and the underground. */
  readonly enLigne = this._enLigne.asReadonly();
  /** The server answered last time. */
  readonly joignable = computed(() => this.enLigne() && this.repond());

  constructor() {
    window.addEventListener('online', () => {
      this.repond.set(true);
      this._enLigne.set(true);
    });
    window.addEventListener('offline', () => this._enLigne.set(false));
  }

  /** What a request has shown. A server that is not there is asked again until it answers. */
  constater(repond: boolean): void {
    this.repond.set(repond);
    if (!repond && !this.sonde) this.sonde = window.setTimeout(() => void this.sonder(), SONDE_MS);
  }

  private async sonder(): Promise<void> {
    this.sonde = 0;
    if (this.repond()) return;
    // Without network the browser will say when it is back: nothing is asked meanwhile.
    this.constater(navigator.onLine && (await vivant()));
  }
}

async function vivant(): Promise<boolean> {
  try {
    return (await fetch('/api/health/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
