import { Component, input } from '@angular/core';
import type { Avertissement } from '@coopilote/domain/cooperatives/avertissements.rules';
import { Icone } from './icone';

/** What the guide expects and that is missing, with its source: said, never blocking. */
@Component({
  selector: 'co-avertissements',
  imports: [Icone],
  template: `
    @if (avertissements().length) {
      <ul class="avertissements" aria-label="Avertissements">
        @for (avertissement of avertissements(); track avertissement.code) {
          <li class="note note-attente">
            <co-icone nom="info" />
            <span
              >{{ avertissement.message }} <span class="avertissement-source">({{ avertissement.source }})</span></span
            >
          </li>
        }
      </ul>
    }
  `,
})
export class Avertissements {
  readonly avertissements = input.required<readonly Avertissement[]>();
}
