import { Component, input } from '@angular/core';
import type { Morceau } from '@coopilote/domain/commun/mots.rules';

/** Two texts compared word by word: what went is struck, what came is underlined, and both are said to who does not see it. */
@Component({
  selector: 'co-mots',
  template: `
    @for (mot of mots(); track $index) {
      @switch (mot.genre) {
        @case ('RETIRE') {
          <del><span class="masque"> [retiré&nbsp;: </span>{{ mot.texte }}<span class="masque">] </span></del>
        }
        @case ('AJOUTE') {
          <ins><span class="masque"> [ajouté&nbsp;: </span>{{ mot.texte }}<span class="masque">] </span></ins>
        }
        @default {
          <span>{{ mot.texte }}</span>
        }
      }
    }
  `,
  styles: `
    :host {
      white-space: pre-line;
    }
    del {
      color: var(--alerte);
      background: var(--alerte-clair);
      text-decoration: line-through;
    }
    ins {
      color: var(--ok);
      background: var(--ok-clair);
      text-decoration: underline;
      text-underline-offset: 0.15em;
    }
  `,
})
export class Mots {
  readonly mots = input.required<readonly Morceau[]>();
}
