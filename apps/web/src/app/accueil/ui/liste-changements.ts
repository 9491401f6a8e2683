import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AccueilLu } from '@coopilote/domain/pilotage/accueil.contract';
import { formatDateLongue, formatHeure } from '@coopilote/ui';
import { LienPipe } from './lien.pipe';

/** What others have done since: who, what, when. */
@Component({
  selector: 'co-liste-changements',
  imports: [LienPipe, RouterLink],
  template: `
    <ul>
      @for (changement of changements(); track $index) {
        <li>
          <p>
            <b>{{ changement.qui }}</b>&ngsp;
            @if (changement.lien; as lien) {
              <a [routerLink]="lien | lien">{{ changement.quoi }}</a>
            } @else {
              {{ changement.quoi }}
            }
          </p>
          <p class="petit">{{ quand(changement.quand) }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
    }
    li {
      padding: var(--e2) 0;
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      border: 0;
      padding-top: 0;
    }
  `,
})
export class ListeChangements {
  readonly changements = input.required<AccueilLu['changements']>();

  /** A day alone has no hour to say. */
  protected quand(instant: string): string {
    return instant.length > 10 ? `${formatDateLongue(instant)}, ${formatHeure(instant)}` : formatDateLongue(instant);
  }
}
