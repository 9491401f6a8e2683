import { Injectable, signal } from '@angular/core';

/** Whether the browser has a network. It may be wrong about the server; it is right about the plane and the underground. */
@Injectable({ providedIn: 'root' })
export class Reseau {
  private readonly _enLigne = signal(navigator.onLine);
  readonly enLigne = this._enLigne.asReadonly();

  constructor() {
    window.addEventListener('online', () => this._enLigne.set(true));
    window.addEventListener('offline', () => this._enLigne.set(false));
  }
}
