import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  ISSUES_DECISION,
  LIBELLES_ISSUES,
  LIBELLES_SUITES,
  SUITES_DECISION,
} from '@coopilote/domain/gouvernance/genres';
import { Chargement, Choix, ErreurChargement, Icone, Vide, type Option } from '@coopilote/ui';
import { CarteGrille, CelluleDeGrille, Grille } from '@coopilote/ui/grille';
import { CarteDecision } from '../ui/carte-decision';
import { SuiteDecisionChoix } from '../ui/suite-decision';
import { COLONNES_DECISIONS } from './colonnes-decisions';
import { DecisionsStore, type FiltresDecisions } from './decisions.store';

/** Every decision of a CA, by year and number, and what became of it. */
@Component({
  selector: 'co-page-decisions',
  imports: [
    CarteDecision,
    CarteGrille,
    CelluleDeGrille,
    Chargement,
    Choix,
    ErreurChargement,
    Grille,
    Icone,
    RouterLink,
    SuiteDecisionChoix,
    Vide,
  ],
  providers: [DecisionsStore],
  templateUrl: './page-decisions.html',
  styles: `
    .filtres-decisions {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(10rem, 14rem));
      gap: var(--e3) var(--e4);
      margin-bottom: var(--e2);
    }
  `,
  host: { class: 'page-large pile-serree' },
})
export class PageDecisions {
  /** The CA, from the address. */
  readonly id = input.required<string>();
  readonly annee = input<string>();
  readonly issue = input<string>();
  readonly suite = input<string>();

  protected readonly store = inject(DecisionsStore);
  private readonly routeur = inject(Router);

  protected readonly colonnes = COLONNES_DECISIONS;
  protected readonly issues: readonly Option[] = ISSUES_DECISION.map((valeur) => ({
    valeur,
    libelle: LIBELLES_ISSUES[valeur],
  }));
  protected readonly suites: readonly Option[] = SUITES_DECISION.map((valeur) => ({
    valeur,
    libelle: LIBELLES_SUITES[valeur],
  }));
  protected readonly annees = computed<readonly Option[]>(() =>
    this.store.annees().map((annee) => ({ valeur: annee, libelle: annee })),
  );
  protected readonly nomFichier = computed(() =>
    ['decisions', this.store.cooperative()?.sigle, this.store.filtres().annee].filter(Boolean).join('-'),
  );

  constructor() {
    effect(() => {
      const id = this.id();
      const filtres: FiltresDecisions = {
        annee: this.annee() ?? '',
        issue: ISSUES_DECISION.find((issue) => issue === this.issue()) ?? '',
        suite: SUITES_DECISION.find((suite) => suite === this.suite()) ?? '',
      };
      untracked(() => {
        this.store.cooperativeId.set(id);
        this.store.filtres.set(filtres);
      });
    });
  }

  /** A filter lives in the address: it can be sent, and the browser's Back undoes it. */
  protected filtrer(filtre: keyof FiltresDecisions, valeur: string | null): void {
    void this.routeur.navigate([], { queryParams: { [filtre]: valeur }, queryParamsHandling: 'merge' });
  }
}
