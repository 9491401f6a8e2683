import { DestroyRef, Injectable, inject } from '@angular/core';

/** Keeps the screen of a séance lit, where the browser can: a wall that goes dark interrupts a room. */
@Injectable()
export class VeilleEcran {
  private verrou: WakeLockSentinel | null = null;
  private voulu = false;

  constructor() {
    const revenir = (): void => void this.prendre();
    document.addEventListener('visibilitychange', revenir);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', revenir);
      this.tenir(false);
    });
  }

  tenir(voulu: boolean): void {
    this.voulu = voulu;
    if (voulu) void this.prendre();
    else void this.verrou?.release();
  }

  /** The browser lets go whenever the page is hidden: taken again when it comes back. */
  private async prendre(): Promise<void> {
    if (!this.voulu || document.visibilityState !== 'visible' || (this.verrou && !this.verrou.released)) return;
    try {
      this.verrou = await navigator.wakeLock?.request('screen');
      if (!this.voulu) await this.verrou?.release();
    } catch {
      // Refused (battery saver, no permission): the room touches the mouse, as it always did.
    }
  }
}
