import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import type { EnvoiLu } from '@coopilote/domain/notifications/envoi.contract';
import { Toasts, versProbleme } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { EnvoisApi, envois, travaux } from '../data/envois';

/** The outbox, as the address filters it, and the jobs that fill and empty it. */
@Injectable()
export class EnvoisStore {
  private readonly api = inject(EnvoisApi);
  private readonly toasts = inject(Toasts);
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly adresse = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  readonly filtres = computed(() => ({
    q: this.adresse().get('q') ?? '',
    etat: this.adresse().get('etat') ?? '',
    page: Math.max(1, Number(this.adresse().get('page')) || 1),
  }));
  readonly filtre = computed(() => !!(this.filtres().q || this.filtres().etat));
  readonly ressource = envois(this.filtres);
  readonly lus = derniereValeur(this.ressource);
  readonly travaux = travaux();
  /** Messages wait for want of a mail server. */
  readonly sansServeur = computed(
    () => this.lus()?.lignes.some(({ etat, prochainEssai }) => etat === 'EN_ATTENTE' && !prochainEssai) ?? false,
  );

  /** Jobs that were given up: said above the messages, which may fill several screens. */
  readonly travauxEnEchec = computed(
    () => (this.travaux.hasValue() ? this.travaux.value() : []).filter(({ echecs }) => echecs > 0).length,
  );

  changer(params: Params): void {
    void this.routeur.navigate([], {
      relativeTo: this.route,
      queryParams: { page: null, ...params },
      queryParamsHandling: 'merge',
      // What was changed stays in sight.
      scroll: 'manual',
      replaceUrl: true,
    });
  }

  async reessayer(envoi: EnvoiLu): Promise<void> {
    try {
      await this.api.reessayer(envoi);
      this.toasts.succes(`Le message à ${envoi.destinataire} repart.`);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
    this.ressource.reload();
  }
}
