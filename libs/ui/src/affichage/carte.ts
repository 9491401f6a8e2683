import { Component, booleanAttribute, input } from '@angular/core';

let compteur = 0;

/** A framed section with its heading; `[actions]` go at the right of the heading. */
@Component({
  selector: 'co-carte',
  host: {
    class: 'carte',
    '[class.carte-sans-marge]': 'sansMarge()',
    role: 'group',
    '[attr.aria-labelledby]': 'titre() ? id : null',
  },
  template: `
    @if (titre()) {
      <div class="carte-tete">
        @if (niveau() === 2) {
          <h2 [id]="id">{{ titre() }}</h2>
        } @else {
          <h3 [id]="id">{{ titre() }}</h3>
        }
        <ng-content select="[actions]" />
      </div>
    }
    <ng-content />
  `,
})
export class Carte {
  readonly titre = input('');
  readonly niveau = input<2 | 3>(2);
  /** For a table or a list that touches the frame. */
  readonly sansMarge = input(false, { transform: booleanAttribute });
  protected readonly id = `carte-${++compteur}`;
}
