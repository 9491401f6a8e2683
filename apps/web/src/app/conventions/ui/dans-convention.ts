import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ConventionTouchee } from '@coopilote/domain/conventions';
import { Icone } from '@coopilote/ui';

/** Said before something is changed that the convention in force holds (R7). */
@Component({
  selector: 'co-dans-convention',
  imports: [Icone, RouterLink],
  template: `
    <p class="note">
      <co-icone nom="info" />
      <span>
        {{ quoi() }}&nbsp;: ce qui change ici modifie la convention, et appelle un avenant.
        <a [routerLink]="['/conventions', convention().conventionId]">Voir la convention</a>
      </span>
    </p>
  `,
})
export class DansConvention {
  /** How the convention holds it, « Cet objectif est inscrit dans la convention signée ». */
  readonly quoi = input.required<string>();
  readonly convention = input.required<Pick<ConventionTouchee, 'conventionId'>>();
}
