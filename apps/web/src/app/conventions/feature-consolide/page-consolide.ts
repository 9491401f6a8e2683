import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { ConventionLue, TexteConsolide } from '@coopilote/domain/conventions';
import {
  Chargement,
  EntetePage,
  ErreurChargement,
  Etat,
  SaisieDate,
  Vide,
  etatConvention,
  formatDateJour,
  versProbleme,
} from '@coopilote/ui';
import { LectureArticles } from '../ui/lecture-articles';
import { LogosParties } from '../ui/logos-parties';

/** What binds the parties on a day: the convention with the avenants signed by then. */
@Component({
  selector: 'co-page-consolide',
  imports: [
    Chargement,
    EntetePage,
    ErreurChargement,
    Etat,
    LectureArticles,
    LogosParties,
    RouterLink,
    SaisieDate,
    Vide,
  ],
  templateUrl: './page-consolide.html',
  styles: `
    .jour {
      display: block;
      max-width: 14rem;
      margin-bottom: var(--e6);
    }
    .feuille {
      display: grid;
      gap: var(--e6);
      grid-template-columns: minmax(0, 1fr);
      max-width: 60rem;
      padding: var(--e8);
    }
    .parties {
      display: grid;
      gap: var(--e1);
      padding-left: 1.4em;
    }
    section {
      display: grid;
      gap: var(--e3);
    }
    @media (max-width: 43.75rem) {
      .feuille {
        padding: var(--e4);
      }
    }
  `,
})
export class PageConsolide {
  readonly id = input.required<string>();
  /** From the address. */
  readonly jour = input<string>();

  private readonly routeur = inject(Router);
  protected readonly aujourdhui = jourAParis(new Date());
  protected readonly demande = computed(() =>
    /^\d{4}-\d{2}-\d{2}$/.test(this.jour() ?? '') ? (this.jour() ?? '') : this.aujourdhui,
  );
  protected readonly convention = httpResource<ConventionLue>(() => `/api/conventions/${this.id()}`);
  protected readonly texte = httpResource<TexteConsolide>(() => ({
    url: `/api/conventions/${this.id()}/texte`,
    params: { jour: this.demande() },
  }));
  protected readonly etat = etatConvention;

  protected readonly debut = computed(() =>
    this.convention.hasValue() ? (this.convention.value().periodes[0]?.debut ?? '') : '',
  );
  /** Nothing was in force that day: another one is asked for. */
  protected readonly rien = computed(() => {
    const erreur = this.texte.error();
    const probleme = erreur && versProbleme(erreur);
    return probleme?.statut === 409 ? probleme.message : null;
  });
  protected readonly origine = computed(() => {
    const acte = this.texte.hasValue() ? this.texte.value().acte : null;
    return acte ? `${acte.nom}, en vigueur depuis le ${formatDateJour(acte.effet)}` : '';
  });

  protected changer(jour: string | null): void {
    if (jour && jour !== this.demande()) void this.routeur.navigate([], { queryParams: { jour }, replaceUrl: true });
  }
}
