import { Component, booleanAttribute, effect, inject, input } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { Case, Chargement, Choix, ErreurChargement, Pagination, Vide, compter } from '@coopilote/ui';
import { ListeBilans } from '../ui/liste-bilans';
import { type FiltresListe, ListeBilansStore } from './liste-bilans-store';

/** The list with its filters, kept in the address: it can be sent, and Back finds it as it was. */
@Component({
  selector: 'co-vue-liste-bilans',
  imports: [Case, Chargement, Choix, ErreurChargement, ListeBilans, Pagination, Vide],
  providers: [ListeBilansStore],
  templateUrl: './vue-liste.html',
  styleUrl: './vue-liste.css',
})
export class VueListeBilans {
  readonly filtres = input.required<FiltresListe>();
  readonly sansCooperative = input(false, { transform: booleanAttribute });

  protected readonly store = inject(ListeBilansStore);
  protected readonly compter = compter;
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);

  constructor() {
    effect(() => this.store.filtrer(this.filtres()));
  }

  protected changer(filtre: Partial<Omit<FiltresListe, 'cooperative'>>): void {
    const queryParams = {
      page: null,
      ...Object.fromEntries(Object.entries(filtre).map(([cle, valeur]) => [cle, valeur || null])),
    };
    void this.routeur.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }
}
