import { Component, input } from '@angular/core';
import type { DifferenceCompteRendu } from '@coopilote/domain/financement/differences-compte-rendu.rules';
import { Mots } from '@coopilote/ui';

/** What two versions of a compte rendu say otherwise, part by part. */
@Component({
  selector: 'co-differences-compte-rendu',
  imports: [Mots],
  template: `
    @if (differences().length) {
      <dl>
        @for (difference of differences(); track difference.titre) {
          <div>
            <dt>{{ difference.titre }}</dt>
            <dd><co-mots [mots]="difference.mots" /></dd>
          </div>
        }
      </dl>
    } @else {
      <p class="petit">Les deux textes sont les mêmes.</p>
    }
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--e2);
    }
    dl > div {
      display: grid;
      grid-template-columns: minmax(8rem, 18rem) minmax(0, 1fr);
      gap: var(--e1) var(--e4);
    }
    dt {
      font-size: var(--t-petit);
      color: var(--encre-2);
    }
    dd {
      max-width: 46rem;
    }
    @media (max-width: 43.75rem) {
      dl > div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class DifferencesCompteRendu {
  readonly differences = input.required<readonly DifferenceCompteRendu[]>();
}
