import { Component, computed, input, output } from '@angular/core';
import { LIBELLES_SUITES, SUITES_DECISION, type SuiteDecision } from '@coopilote/domain/gouvernance/genres';
import type { DecisionLue } from '@coopilote/domain/gouvernance/seance.contract';
import { Etat, Icone, type NomIcone } from '@coopilote/ui';
import { etatSuite } from '../modele/decisions';

const ICONES: Record<SuiteDecision, NomIcone> = { DECIDE: 'horloge', FAIT: 'oui', PAS_FAIT: 'non' };

/** Décidé, fait, pas fait: set in one tap by who runs the CA, read by the others. */
@Component({
  selector: 'co-suite-decision',
  imports: [Etat, Icone],
  template: `
    @if (etat(); as etat) {
      @if (modifiable()) {
        <div class="suite" role="group" [attr.aria-label]="'Suite de la décision ' + decision().numero">
          @for (suite of suites; track suite.valeur) {
            <button
              type="button"
              [attr.aria-pressed]="suite.valeur === decision().suite"
              [disabled]="occupe()"
              (click)="choisir(suite.valeur)"
            >
              <co-icone [nom]="suite.icone" />{{ suite.libelle }}
            </button>
          }
        </div>
      } @else {
        <co-etat [de]="etat" />
      }
    }
  `,
  styles: `
    .suite {
      display: inline-flex;
      border: 1px solid var(--trait-fort);
      border-radius: 6px;
      background: var(--papier);
    }
    button {
      display: inline-flex;
      gap: 0.3em;
      align-items: center;
      min-height: 2rem;
      padding: 0 0.5rem;
      border: 0;
      background: none;
      font-size: var(--t-petit);
      white-space: nowrap;
    }
    button + button {
      border-left: 1px solid var(--trait-fort);
    }
    button:hover:not([aria-pressed='true']) {
      background: var(--fond-2);
    }
    button:first-child {
      border-radius: 5px 0 0 5px;
    }
    button:last-child {
      border-radius: 0 5px 5px 0;
    }
    [aria-pressed='true'] {
      background: var(--marque);
      color: var(--sur-marque);
      font-weight: 650;
    }
    @media (max-width: 43.75rem) {
      .suite {
        display: flex;
      }
      button {
        flex: 1 1 auto;
        justify-content: center;
        min-height: 2.75rem;
      }
    }
    @media (forced-colors: active) {
      [aria-pressed='true'] {
        outline: 3px solid Highlight;
        outline-offset: -3px;
      }
    }
    @media print {
      .suite {
        border: 0;
      }
      button:not([aria-pressed='true']) {
        display: none;
      }
    }
  `,
})
export class SuiteDecisionChoix {
  readonly decision = input.required<DecisionLue>();
  readonly modifiable = input.required<boolean>();
  readonly occupe = input(false);
  readonly choisie = output<SuiteDecision>();

  protected readonly suites = SUITES_DECISION.map((valeur) => ({
    valeur,
    libelle: LIBELLES_SUITES[valeur],
    icone: ICONES[valeur],
  }));
  protected readonly etat = computed(() => etatSuite(this.decision()));

  protected choisir(suite: SuiteDecision): void {
    if (suite !== this.decision().suite) this.choisie.emit(suite);
  }
}
