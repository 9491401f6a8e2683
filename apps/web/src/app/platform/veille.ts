import { ApplicationRef, Injectable, Injector, effect, inject, untracked } from '@angular/core';
import { NavigationStart, Router } from '@angular/router';
import { filter } from 'rxjs';
import { CopiesLectures } from './copies-lectures';
import { DepotLocal } from './depot-local';
import { Installation } from './installation';
import { MisesAJour } from './mises-a-jour';
import { Reseau } from './reseau';
import { SessionStore } from './session-store';

/** A server that is not there is asked again after so long, in milliseconds. */
const RELANCE_MS = 30_000;

/** What goes on beside the pages: what waits for the network leaves when it is back, the application keeps itself on the device. */
@Injectable({ providedIn: 'root' })
export class Veille {
  private readonly injecteur = inject(Injector);
  private readonly application = inject(ApplicationRef);
  private readonly routeur = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly reseau = inject(Reseau);
  private readonly depot = inject(DepotLocal);
  private readonly lectures = inject(CopiesLectures);
  private readonly misesAJour = inject(MisesAJour);

  private parti = false;

  demarrer(): void {
    this.injecteur.get(Installation);
    this.routeur.events.pipe(filter((evenement) => evenement instanceof NavigationStart)).subscribe(({ url }) => {
      if (url.split('?')[0] !== this.routeur.url.split('?')[0]) this.lectures.tourner();
    });
    void this.application.whenStable().then(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => void this.misesAJour.demarrer());
      else void this.misesAJour.demarrer();
    });
    effect(
      () => {
        const [la, connecte] = [this.reseau.joignable(), this.session.connecte()];
        untracked(() => void (la ? this.revenir(connecte) : (this.parti = true)));
      },
      { injector: this.injecteur },
    );
    setInterval(() => {
      if (this.reseau.joignable() && this.session.connecte()) void this.fairePartir();
    }, RELANCE_MS);
  }

  /** The server is asked again who is there: the session may have ended while the network was away. */
  private async revenir(connecte: boolean): Promise<void> {
    const revenu = this.parti;
    this.parti = false;
    if (revenu) await this.session.finirSortie();
    if (revenu) await this.session.verifier();
    if (connecte) await this.fairePartir();
  }

  /** Loaded only when something waits. */
  private async fairePartir(): Promise<void> {
    const base = await this.depot.base();
    if (!(await base?.count('envois').catch(() => 0))) return;
    const { EnvoisDifferes } = await import('../bilans/data/envois-differes');
    await this.injecteur.get(EnvoisDifferes).partir();
  }
}
