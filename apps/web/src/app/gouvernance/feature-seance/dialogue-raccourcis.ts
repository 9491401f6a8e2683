import { Component, input, model, output } from '@angular/core';
import { Case, Dialogue } from '@coopilote/ui';

export interface Raccourci {
  touche: string;
  effet: string;
}

/** The keys of the page, and the way to do without them. */
@Component({
  selector: 'co-dialogue-raccourcis',
  imports: [Case, Dialogue],
  template: `
    <co-dialogue titre="Touches de la séance" [ouvert]="true" (ouvertChange)="ferme.emit()">
      <dl class="touches">
        @for (raccourci of raccourcis(); track raccourci.touche) {
          <div>
            <dt>
              <kbd>{{ raccourci.touche }}</kbd>
            </dt>
            <dd>{{ raccourci.effet }}</dd>
          </div>
        }
      </dl>
      <co-case
        libelle="Raccourcis à une touche"
        aide="À décocher si une lettre dictée ou touchée par mégarde déclenche un acte."
        [(value)]="actifs"
      />
      <button actions type="button" class="bouton second" (click)="ferme.emit()">Fermer l’aide</button>
    </co-dialogue>
  `,
})
export class DialogueRaccourcis {
  readonly raccourcis = input.required<readonly Raccourci[]>();
  /** Keys alone act (WCAG 2.1.4: they can be turned off). */
  readonly actifs = model.required<boolean>();
  readonly ferme = output<void>();
}
