import { Component, computed, input } from '@angular/core';
import { comparerMots } from '@coopilote/domain/commun/mots.rules';
import { Mots } from '@coopilote/ui';

/** What one part of a report said at the sending before, and says now, word by word. */
@Component({
  selector: 'co-changement-element',
  imports: [Mots],
  template: `<co-mots [mots]="mots()" />`,
})
export class ChangementElement {
  readonly avant = input.required<string>();
  readonly apres = input.required<string>();
  protected readonly mots = computed(() => comparerMots(this.avant(), this.apres()));
}
