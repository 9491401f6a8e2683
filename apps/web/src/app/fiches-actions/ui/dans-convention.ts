import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ConventionTouchee } from '@coopilote/domain/conventions';
import { Icone } from '@coopilote/ui';

/** Said before a fiche-action is changed: a signed convention describes it (R7). */
@Component({
  selector: 'co-dans-convention',
  imports: [Icone, RouterLink],
  template: `
    <p class="note">
      <co-icone nom="info" />
      <span>
        Cette fiche-action est décrite par la convention signée&nbsp;: ce qui change ici modifie la convention, et
        appelle un avenant. <a [routerLink]="['/conventions', convention().conventionId]">Voir la convention</a>
      </span>
    </p>
  `,
})
export class DansConvention {
  readonly convention = input.required<ConventionTouchee>();
}
