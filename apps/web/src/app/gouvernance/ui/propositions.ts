import { Component, input, output } from '@angular/core';
import { dureeDite, type PropositionPoint } from '@coopilote/domain/gouvernance';
import { Icone } from '@coopilote/ui';

/** What the programme itself puts forward, and why: one tap adds it. */
@Component({
  selector: 'co-propositions',
  imports: [Icone],
  template: `
    <ul>
      @for (proposition of propositions(); track proposition.cle) {
        <li>
          <div class="tete">
            <div>
              <p class="titre">{{ proposition.titre }}</p>
              <p class="petit">
                {{ proposition.raison }} · <span class="num">{{ duree(proposition.duree) }}</span>
              </p>
            </div>
            <button type="button" class="bouton second compact" (click)="ajoute.emit(proposition)">
              <co-icone nom="plus" />Ajouter<span class="masque">&nbsp;«&nbsp;{{ proposition.titre }}&nbsp;»</span>
            </button>
          </div>
          @if (proposition.details) {
            <details>
              <summary class="petit">
                Le détail<span class="masque">&nbsp;de «&nbsp;{{ proposition.titre }}&nbsp;»</span>
              </summary>
              <p class="petit details">{{ proposition.details }}</p>
            </details>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--e1);
      padding: var(--e3) 0;
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      border-top: 0;
      padding-top: 0;
    }
    li:last-child {
      padding-bottom: 0;
    }
    .tete {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--e2) var(--e3);
      align-items: start;
    }
    .titre {
      font-weight: 600;
    }
    summary {
      width: fit-content;
      cursor: pointer;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .details {
      margin-top: var(--e1);
      white-space: pre-line;
    }
    @media (pointer: coarse) {
      .bouton {
        min-height: 2.75rem;
      }
      summary {
        padding-block: var(--e2);
      }
    }
  `,
})
export class Propositions {
  readonly propositions = input.required<readonly PropositionPoint[]>();
  readonly ajoute = output<PropositionPoint>();
  protected readonly duree = dureeDite;
}
