import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  ETATS_ENVOI,
  type EnvoiLu,
  type EtatEnvoi,
  LIBELLES_ETATS_ENVOI,
} from '@coopilote/domain/notifications/envoi.contract';
import {
  Chargement,
  Choix,
  DateJourPipe,
  Dialogue,
  ErreurChargement,
  Etat,
  type EtatMontre,
  HeurePipe,
  Icone,
  Pagination,
  Toasts,
  Vide,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { TAILLE_PAGE, envois } from '../data/referentiels';
import { TexteEnvoi, premierLien } from '../ui/texte-envoi';

const ETATS: Record<EtatEnvoi, Omit<EtatMontre, 'texte'>> = {
  EN_ATTENTE: { ton: 'attente', icone: 'horloge' },
  ENVOYE: { ton: 'ok', icone: 'oui' },
  ECHEC: { ton: 'alerte', icone: 'alerte' },
};

/** The outbox: what was sent, to whom, and what failed. */
@Component({
  selector: 'co-page-envois',
  imports: [
    Chargement,
    Choix,
    DateJourPipe,
    Dialogue,
    ErreurChargement,
    Etat,
    HeurePipe,
    Icone,
    Pagination,
    TexteEnvoi,
    Vide,
  ],
  templateUrl: './page-envois.html',
})
export class PageEnvois {
  /** From the address. */
  readonly etat = input<string>();
  readonly page = input<string>();

  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly taille = TAILLE_PAGE;
  protected readonly numero = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly ressource = envois(() => ({ etat: this.etat() ?? '', page: this.numero() }));
  protected readonly lus = derniereValeur(this.ressource);
  protected readonly etats = ETATS_ENVOI.map((etat) => ({ valeur: etat, libelle: LIBELLES_ETATS_ENVOI[etat] }));
  protected readonly lu = signal<EnvoiLu | null>(null);
  protected readonly lien = computed(() => premierLien(this.lu()?.texte ?? ''));

  protected montrer(etat: EtatEnvoi): EtatMontre {
    return { ...ETATS[etat], texte: LIBELLES_ETATS_ENVOI[etat] };
  }

  protected changer(queryParams: { etat?: string | null; page?: number | null }): void {
    void this.routeur.navigate([], { queryParams: { page: null, ...queryParams }, queryParamsHandling: 'merge' });
  }

  protected async copier(lien: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(lien);
      this.toasts.succes('Lien copié.');
    } catch {
      this.toasts.erreur('Le navigateur a refusé de copier. Sélectionnez le lien dans le texte.');
    }
  }
}
