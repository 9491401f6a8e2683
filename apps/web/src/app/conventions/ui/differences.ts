import { Component, computed, input } from '@angular/core';
import type { Difference, GenreDifference } from '@coopilote/domain/conventions';
import { Mots } from '@coopilote/ui';

const GENRES: Record<GenreDifference, string> = {
  DEPART: 'Départ',
  PARTIE: 'Partie',
  OBJECTIF: 'Objectif',
  ACTION: 'Action',
  CONTRIBUTION: 'Contribution',
  ARTICLE: 'Article',
  DUREE: 'Durée',
};

/** Differences with a signed text, thing by thing, word by word: said to who does not see the strokes. */
@Component({
  selector: 'co-differences',
  imports: [Mots],
  template: `
    <ul>
      @for (groupe of groupes(); track groupe.cle) {
        <li>
          <p class="objet">
            <span class="petit">{{ groupe.genre }}</span> {{ groupe.objet }}
          </p>
          <dl>
            @for (difference of groupe.differences; track difference.champ) {
              <div>
                <dt>{{ difference.champ }}</dt>
                <dd>
                  @if (difference.avant === null) {
                    <span class="quoi">nouveau</span>
                  } @else if (difference.apres === null) {
                    <span class="quoi">retiré</span>
                  }
                  <co-mots [mots]="difference.mots" />
                </dd>
              </div>
            }
          </dl>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      display: grid;
      gap: var(--e3);
      grid-template-columns: minmax(0, 1fr);
    }
    li {
      display: grid;
      gap: var(--e1);
      padding-top: var(--e3);
      border-top: 1px solid var(--trait);
    }
    .objet {
      font-weight: 650;
    }
    .objet .petit {
      font-weight: 400;
      margin-right: var(--e1);
    }
    dl {
      display: grid;
      gap: var(--e2);
    }
    dl > div {
      display: grid;
      grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr);
      gap: var(--e1) var(--e4);
    }
    dt {
      font-size: var(--t-petit);
      color: var(--encre-2);
    }
    dd {
      max-width: 46rem;
    }
    .quoi {
      margin-right: var(--e2);
      font-size: var(--t-petit);
      color: var(--encre-2);
      font-style: italic;
    }
    @media (max-width: 43.75rem) {
      dl > div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class Differences {
  readonly differences = input.required<readonly Difference[]>();

  protected readonly groupes = computed(() => {
    const groupes = new Map<string, { cle: string; genre: string; objet: string; differences: Difference[] }>();
    for (const difference of this.differences()) {
      const cle = `${difference.genre} ${difference.cle}`;
      const groupe = groupes.get(cle) ?? {
        cle,
        genre: GENRES[difference.genre],
        objet: difference.objet === GENRES[difference.genre] ? '' : difference.objet,
        differences: [],
      };
      groupe.differences.push(difference);
      groupes.set(cle, groupe);
    }
    return [...groupes.values()];
  });
}
