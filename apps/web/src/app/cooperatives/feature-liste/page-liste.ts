import { Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LIBELLES_PHASES, PHASES } from '@coopilote/domain/cooperatives';
import {
  Carte,
  Case,
  Chargement,
  Choix,
  EntetePage,
  ErreurChargement,
  Icone,
  Pagination,
  SaisieTexte,
  Vide,
  compter,
  type Option,
} from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { LigneCooperative } from '../ui/ligne-cooperative';
import { ListeStore, TAILLE_PAGE } from './liste.store';

/** Pause in typing before the list follows the search, in milliseconds. */
const ATTENTE_MS = 300;

/** Every CA that the reader may see. The filters live in the address: a list can be sent, and « back » finds it again. */
@Component({
  selector: 'co-page-liste',
  imports: [
    Carte,
    Case,
    Chargement,
    Choix,
    EntetePage,
    ErreurChargement,
    Icone,
    LigneCooperative,
    Pagination,
    RouterLink,
    SaisieTexte,
    Vide,
  ],
  providers: [ListeStore],
  templateUrl: './page-liste.html',
  styleUrl: './page-liste.css',
})
export class PageListe {
  readonly q = input<string>();
  readonly departement = input<string>();
  readonly thematique = input<string>();
  readonly phase = input<string>();
  readonly alerte = input<string>();
  readonly page = input<string>();

  protected readonly store = inject(ListeStore);
  protected readonly session = inject(SessionStore);
  protected readonly taille = TAILLE_PAGE;
  protected readonly phases: readonly Option[] = PHASES.map((phase) => ({
    valeur: phase,
    libelle: LIBELLES_PHASES[phase],
  }));
  protected readonly rang = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly resume = computed(() => {
    if (!this.store.page.hasValue()) return '';
    const total = this.store.page.value().total;
    return total === 0 ? '' : `${compter(total, 'coopérative')}${this.store.filtree() ? ' avec ces filtres' : ''}`;
  });
  private readonly routeur = inject(Router);
  private minuterie?: ReturnType<typeof setTimeout>;

  constructor() {
    effect(() =>
      this.store.filtres.set({
        q: this.q(),
        departement: this.departement(),
        thematique: this.thematique(),
        phase: this.phase(),
        alerte: this.alerte(),
        page: this.rang(),
      }),
    );
    inject(DestroyRef).onDestroy(() => clearTimeout(this.minuterie));
  }

  protected chercher(texte: string): void {
    clearTimeout(this.minuterie);
    this.minuterie = setTimeout(() => this.filtrer({ q: texte.trim() || null }), ATTENTE_MS);
  }

  protected filtrer(change: Record<string, string | number | null>): void {
    void this.routeur.navigate([], {
      queryParams: { page: null, ...change },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected toutMontrer(): void {
    void this.routeur.navigate([], { queryParams: {} });
  }
}
