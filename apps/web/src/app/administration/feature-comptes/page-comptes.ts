import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { CompteLu } from '@coopilote/domain/comptes/compte.contract';
import { LIBELLES_ROLES, ROLES } from '@coopilote/domain/comptes/roles';
import {
  Champ,
  Chargement,
  Choix,
  DateJourPipe,
  ErreurChargement,
  Etat,
  Icone,
  Pagination,
  Toasts,
  Vide,
  compter,
  formatDateJour,
} from '@coopilote/ui';
import { Subject, debounceTime } from 'rxjs';
import { etatCompte } from '../../platform/etat-compte';
import { SessionStore } from '../../platform/session-store';
import { TAILLE_PAGE } from '../data/comptes';
import { ComptesStore } from './comptes.store';
import { DialogueCompte } from './dialogue-compte';

/** Pause in typing before the list is asked again, in milliseconds. */
const ATTENTE_MS = 250;

/** The people of the region, or of the département for a DD. */
@Component({
  selector: 'co-page-comptes',
  imports: [Champ, Chargement, Choix, DateJourPipe, DialogueCompte, ErreurChargement, Etat, Icone, Pagination, Vide],
  providers: [ComptesStore],
  templateUrl: './page-comptes.html',
})
export class PageComptes {
  protected readonly store = inject(ComptesStore);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(SessionStore);
  protected readonly peutGerer = this.session.peut('compte.gerer');
  protected readonly moi = computed(() => this.session.utilisateur()?.id);
  protected readonly taille = TAILLE_PAGE;
  protected readonly libelles = LIBELLES_ROLES;
  protected readonly roles = ROLES.map((role) => ({ valeur: role, libelle: LIBELLES_ROLES[role] }));
  protected readonly etat = etatCompte;
  protected readonly compte = computed(() => compter(this.store.lue()?.total ?? 0, 'compte'));
  protected readonly invitation = signal(false);
  protected readonly frappes = new Subject<string>();

  constructor() {
    this.frappes
      .pipe(debounceTime(ATTENTE_MS), takeUntilDestroyed(inject(DestroyRef)))
      .subscribe((q) => this.store.changer({ q: q.trim() || null }));
  }

  /** The scope of a role, and its end when it has one. */
  protected ou({ portee, fin }: CompteLu['attributions'][number]): string {
    return fin ? `${portee}, jusqu’au ${formatDateJour(fin)}` : portee;
  }

  protected invite(courriel: string): void {
    this.toasts.succes(`Invitation envoyée à ${courriel}.`);
    this.store.ressource.reload();
  }
}
