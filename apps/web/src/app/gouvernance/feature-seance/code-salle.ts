import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { CodePresenceLu } from '@coopilote/domain/gouvernance';
import { SeanceApi } from '../data/seance-api';
import { Horloge } from './horloge';
import { SeanceStore } from './seance-store';

/** The next code is there as soon as this one is over; the one before still opens for as long again (`PresenceService`). */
const APRES_MS = 300;
const RELANCE_MS = 4_000;

/** The code that the room scans: asked for while the séance is open, renewed so that what is shown always opens. */
@Injectable()
export class CodeSalle {
  private readonly api = inject(SeanceApi);
  private readonly horloge = inject(Horloge);
  private readonly store = inject(SeanceStore);
  private minuterie: ReturnType<typeof setTimeout> | undefined;
  private readonly _code = signal<CodePresenceLu | null>(null);
  /** Null until it is known, and when no code is to be shown. */
  readonly code = this._code.asReadonly();

  constructor() {
    effect(() => {
      const montre = this.store.anime() && this.store.ouverte();
      untracked(() => {
        clearTimeout(this.minuterie);
        if (montre) void this.renouveler();
        else this._code.set(null);
      });
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.minuterie));
  }

  private async renouveler(): Promise<void> {
    try {
      const code = await this.api.lireCode(this.store.id());
      this._code.set(code);
      this.dans(Date.parse(code.expireLe) - this.horloge.maintenant() + APRES_MS);
    } catch {
      // A code past its time signs nobody in: better none than that one.
      const code = this._code();
      if (code && Date.parse(code.expireLe) <= this.horloge.maintenant()) this._code.set(null);
      this.dans(RELANCE_MS);
    }
  }

  private dans(ms: number): void {
    this.minuterie = setTimeout(() => void this.renouveler(), Math.max(APRES_MS, ms));
  }
}
