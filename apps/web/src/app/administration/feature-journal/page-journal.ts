import { Component, computed, inject, input } from '@angular/core';
import { type Params, Router } from '@angular/router';
import { TABLES_SUIVIES } from '@coopilote/domain/historique/vocabulaire.rules';
import {
  Chargement,
  Choix,
  ErreurChargement,
  ListeHistorique,
  Pagination,
  SaisieDate,
  SaisieTexte,
  Vide,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { TAILLE_PAGE, journal } from '../data/journal';

/** Who changed what in the region, the newest first; the address holds the filters. */
@Component({
  selector: 'co-page-journal',
  imports: [Chargement, Choix, ErreurChargement, ListeHistorique, Pagination, SaisieDate, SaisieTexte, Vide],
  templateUrl: './page-journal.html',
  styles: `
    .filtres {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 18rem));
      gap: var(--e3) var(--e4);
      align-items: end;
      margin-bottom: var(--e4);
    }
  `,
})
export class PageJournal {
  /** Table, from the address. */
  readonly objet = input<string>();
  /** 'YYYY-MM-DD', from the address. */
  readonly depuis = input<string>();
  /** Part of the author's name, from the address. */
  readonly q = input<string>();
  readonly page = input<string>();

  private readonly routeur = inject(Router);
  protected readonly taille = TAILLE_PAGE;
  protected readonly tables = TABLES_SUIVIES.map(({ table, nom }) => ({ valeur: table, libelle: nom }));
  protected readonly filtres = computed(() => ({
    objet: this.objet() ?? '',
    depuis: this.depuis() ?? '',
    q: this.q() ?? '',
    page: Math.max(1, Number(this.page()) || 1),
  }));
  protected readonly filtre = computed(() => !!(this.filtres().objet || this.filtres().depuis || this.filtres().q));
  protected readonly ressource = journal(this.filtres);
  protected readonly lu = derniereValeur(this.ressource);

  /** An empty value leaves the address. */
  protected changer(params: Params): void {
    const queryParams = Object.fromEntries(Object.entries(params).map(([nom, valeur]) => [nom, valeur || null]));
    void this.routeur.navigate([], {
      queryParams: { page: null, ...queryParams },
      queryParamsHandling: 'merge',
      // What was changed stays in sight.
      scroll: 'manual',
      replaceUrl: true,
    });
  }
}
