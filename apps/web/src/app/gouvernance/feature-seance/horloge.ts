import { DestroyRef, Injectable, inject, signal } from '@angular/core';

const SECONDE_MS = 1000;

/**
 * The server's clock, second by second: the clocks of the room's devices differ, the time left must not. It beats on the
 * server's seconds, so that every screen turns at once.
 */
@Injectable()
export class Horloge {
  /** Server's time at the origin of `performance.now()`, which no change of the device's clock moves. */
  private origine = Date.now() - performance.now();
  private battement: ReturnType<typeof setTimeout> | undefined;
  private readonly _maintenant = signal(this.lire());
  /** Milliseconds since 1970. */
  readonly maintenant = this._maintenant.asReadonly();

  constructor() {
    this.battre();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.battement));
  }

  /**
   * Sets the clock on an answer of the server.
   * @param instant ISO 8601, read by the server between `envoye` and `recu` (`performance.now()`).
   */
  caler(instant: string, envoye: number, recu: number): void {
    this.origine = Date.parse(instant) - (envoye + recu) / 2;
    this.battre();
  }

  private lire(): number {
    return Math.round(this.origine + performance.now());
  }

  private battre(): void {
    clearTimeout(this.battement);
    const maintenant = this.lire();
    this._maintenant.set(maintenant);
    this.battement = setTimeout(() => this.battre(), SECONDE_MS - (maintenant % SECONDE_MS));
  }
}
