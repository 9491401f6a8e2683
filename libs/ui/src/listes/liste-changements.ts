import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SyntheseLue } from '@coopilote/domain/cooperatives/cooperative.contract';
import { formatDateLongue, formatHeure } from '../format/format';
import { LienPipe } from './lien.pipe';

/** What others have done since: what, who, when; the newest first. */
@Component({
  selector: 'co-liste-changements',
  imports: [LienPipe, RouterLink],
  template: `
    <ul>
      @for (changement of montres(); track $index) {
        <li>
          @if (changement.lien; as lien) {
            <a [routerLink]="lien | lien">{{ changement.quoi }}</a>
          } @else {
            <span>{{ changement.quoi }}</span>
          }
          <span class="petit">{{ changement.qui }}, {{ changement.quand }}</span>
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
      justify-items: start;
      padding: var(--e2) 0;
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      border-top: 0;
      padding-top: 0;
    }
  `,
})
export class ListeChangements {
  readonly changements = input.required<SyntheseLue['changements']>();

  protected readonly montres = computed(() =>
    this.changements().map(({ qui, quoi, lien, quand }) => ({ qui, quoi, lien, quand: ecrireQuand(quand) })),
  );
}

/** A day alone has no hour to say. */
function ecrireQuand(instant: string): string {
  return instant.length > 10 ? `${formatDateLongue(instant)}, ${formatHeure(instant)}` : formatDateLongue(instant);
}
