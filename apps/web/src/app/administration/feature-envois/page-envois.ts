import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  ETATS_ENVOI,
  type EnvoiLu,
  type EtatEnvoi,
  LIBELLES_ETATS_ENVOI,
} from '@coopilote/domain/notifications/envoi.contract';
import { ESSAIS_MAX } from '@coopilote/domain/notifications/envoi.rules';
import {
  Champ,
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
  compter,
} from '@coopilote/ui';
import { Subject, debounceTime } from 'rxjs';
import { TAILLE_PAGE } from '../data/envois';
import { PiecesEnvoi } from '../ui/pieces-envoi';
import { TableTravaux } from '../ui/table-travaux';
import { TexteEnvoi, premierLien } from '../ui/texte-envoi';
import { EnvoisStore } from './envois.store';

const ETATS: Record<EtatEnvoi, Omit<EtatMontre, 'texte'>> = {
  EN_ATTENTE: { ton: 'attente', icone: 'horloge' },
  ENVOYE: { ton: 'ok', icone: 'oui' },
  ECHEC: { ton: 'alerte', icone: 'alerte' },
};
/** Pause in typing before the list is asked again, in milliseconds. */
const ATTENTE_MS = 250;

/** The outbox: what was sent, to whom, what failed and why; and what the application does by itself. */
@Component({
  selector: 'co-page-envois',
  imports: [
    Champ,
    Chargement,
    Choix,
    DateJourPipe,
    Dialogue,
    ErreurChargement,
    Etat,
    HeurePipe,
    Icone,
    Pagination,
    PiecesEnvoi,
    TableTravaux,
    TexteEnvoi,
    Vide,
  ],
  providers: [EnvoisStore],
  templateUrl: './page-envois.html',
})
export class PageEnvois {
  protected readonly store = inject(EnvoisStore);
  private readonly toasts = inject(Toasts);
  protected readonly taille = TAILLE_PAGE;
  protected readonly etats = ETATS_ENVOI.map((etat) => ({ valeur: etat, libelle: LIBELLES_ETATS_ENVOI[etat] }));
  protected readonly compte = computed(() => compter(this.store.lus()?.total ?? 0, 'message'));
  protected readonly lu = signal<EnvoiLu | null>(null);
  protected readonly lien = computed(() => premierLien(this.lu()?.texte ?? ''));
  protected readonly frappes = new Subject<string>();

  constructor() {
    this.frappes
      .pipe(debounceTime(ATTENTE_MS), takeUntilDestroyed(inject(DestroyRef)))
      .subscribe((q) => this.store.changer({ q: q.trim() || null }));
  }

  protected montrer(etat: EtatEnvoi): EtatMontre {
    return { ...ETATS[etat], texte: LIBELLES_ETATS_ENVOI[etat] };
  }

  protected essais(envoi: EnvoiLu): string {
    return `${compter(envoi.essais, 'essai')} sur ${ESSAIS_MAX}`;
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
