import { Component, booleanAttribute, input } from '@angular/core';

/** One rubric of the sheet: its name at the left, what is written at the right. */
@Component({
  selector: 'co-rubrique-fiche',
  template: `
    <h3>{{ titre() }}</h3>
    @if (riche()) {
      <div><ng-content /></div>
    } @else if (texte()) {
      <p>{{ texte() }}</p>
    } @else {
      <p class="vide-rubrique">À compléter</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 12rem minmax(0, 1fr);
      gap: var(--e1) var(--e6);
      padding: var(--e3) 0;
      border-top: 1px solid var(--trait);
      break-inside: avoid;
    }
    :host:first-of-type {
      border-top: 0;
    }
    h3 {
      font-size: 0.9375rem;
      line-height: 1.5;
      color: var(--encre-2);
      font-weight: 600;
    }
    p {
      white-space: pre-line;
      max-width: 42rem;
    }
    .vide-rubrique {
      color: var(--encre-2);
      font-style: italic;
    }
    @media (max-width: 43.75rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class RubriqueFiche {
  readonly titre = input.required<string>();
  readonly texte = input<string | null | undefined>(null);
  /** The content is projected instead of `texte`. */
  readonly riche = input(false, { transform: booleanAttribute });
}
