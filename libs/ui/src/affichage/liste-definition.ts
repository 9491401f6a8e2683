import { Component, booleanAttribute, input } from '@angular/core';

export interface Definition {
  terme: string;
  /** Empty or null is written « – ». */
  valeur: string | null | undefined;
}

/** Terms and their values. Rich values: project `<dt>`/`<dd>` pairs, each in a `<div>`. */
@Component({
  selector: 'co-liste-definition',
  template: `
    <dl class="liste-definition" [class.colonnes]="colonnes()">
      @for (definition of definitions(); track definition.terme) {
        <div>
          <dt>{{ definition.terme }}</dt>
          <dd>{{ definition.valeur || '–' }}</dd>
        </div>
      }
      <ng-content />
    </dl>
  `,
})
export class ListeDefinition {
  readonly definitions = input<readonly Definition[]>([]);
  readonly colonnes = input(false, { transform: booleanAttribute });
}
