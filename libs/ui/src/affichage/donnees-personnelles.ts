import { Component, computed, input } from '@angular/core';
import { reperer } from '@coopilote/domain/bilans/confidentialite.rules';
import { Icone } from './icone';

/** What looks like personal data of a beneficiary in a text, with its place (R16): said once the field was left, never blocking. */
@Component({
  selector: 'co-donnees-personnelles',
  imports: [Icone],
  template: `
    <div role="status">
      @for (donnee of donnees(); track donnee.extrait) {
        <p class="note note-attente">
          <co-icone nom="alerte" /><span
            >{{ donnee.message }} <b>«&nbsp;{{ donnee.extrait }}&nbsp;»</b>. Retirez-le s’il désigne une personne
            accompagnée.</span
          >
        </p>
      } @empty {
        <ng-content />
      }
    </div>
  `,
})
export class DonneesPersonnelles {
  /** Empty while the field is being written. */
  readonly texte = input.required<string>();
  protected readonly donnees = computed(() => reperer(this.texte()));
}
