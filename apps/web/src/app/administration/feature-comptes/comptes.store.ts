import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import type { CompteLu } from '@coopilote/domain/comptes/compte.contract';
import { LIBELLES_ROLES } from '@coopilote/domain/comptes/roles';
import { Dialogues, Toasts, versProbleme } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { ComptesApi, comptes } from '../data/comptes';

/** The accounts, as the address filters them, and what is done of each. */
@Injectable()
export class ComptesStore {
  private readonly api = inject(ComptesApi);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly adresse = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  readonly filtres = computed(() => ({
    q: this.adresse().get('q') ?? '',
    role: this.adresse().get('role') ?? '',
    page: Math.max(1, Number(this.adresse().get('page')) || 1),
  }));
  readonly filtre = computed(() => !!(this.filtres().q || this.filtres().role));
  readonly ressource = comptes(this.filtres);
  readonly lue = derniereValeur(this.ressource);

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

  renvoyer(compte: CompteLu): Promise<void> {
    return this.faire(() => this.api.renvoyer(compte), `Nouvelle invitation envoyée à ${compte.courriel}.`);
  }

  reactiver(compte: CompteLu): Promise<void> {
    return this.faire(() => this.api.reactiver(compte), `Compte de ${nom(compte)} réactivé.`);
  }

  async desactiver(compte: CompteLu): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: `Désactiver le compte de ${nom(compte)}\u00a0?`,
      texte: 'Ses sessions se ferment tout de suite. Ce qui a été écrit reste, et le compte peut être réactivé.',
      action: 'Désactiver le compte',
      danger: true,
    });
    if (accord) await this.faire(() => this.api.desactiver(compte), `Compte de ${nom(compte)} désactivé.`);
  }

  async retirerRole(compte: CompteLu, attribution: CompteLu['attributions'][number]): Promise<void> {
    const role = LIBELLES_ROLES[attribution.role];
    const accord = await this.dialogues.confirmer({
      titre: `Mettre fin à ce rôle de ${nom(compte)}\u00a0?`,
      texte: `«\u00a0${role}\u00a0», ${attribution.portee}. L’historique garde qui l’a tenu.`,
      action: 'Mettre fin au rôle',
      danger: true,
    });
    if (accord) await this.faire(() => this.api.retirerRole(compte, attribution.id), 'Rôle terminé.');
  }

  private async faire(acte: () => Promise<void>, fait: string): Promise<void> {
    try {
      await acte();
      this.toasts.succes(fait);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
    this.ressource.reload();
  }
}

function nom({ prenom, nom: famille }: CompteLu): string {
  return `${prenom} ${famille}`;
}
