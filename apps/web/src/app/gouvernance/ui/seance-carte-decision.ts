import { Component, computed, input, output } from '@angular/core';
import { type DecisionLue, modeDit } from '@coopilote/domain/gouvernance';
import { Etat, Icone } from '@coopilote/ui';
import { etatIssue } from '../modele/decisions';

/** A decision as the room reads it. */
@Component({
  selector: 'co-seance-carte-decision',
  imports: [Etat, Icone],
  styleUrl: './seance-carte.css',
  host: { '[class.neuve]': 'neuve()' },
  template: `
    <div class="tete">
      <p class="petit mots">
        <span
          >Décision <b class="num">{{ decision().numero }}</b></span
        >
        <co-etat [de]="etat()" />
        <span>{{ mode() }}</span>
      </p>
      @if (modifiable()) {
        <span class="actes">
          <button type="button" class="bouton discret" (click)="modifier.emit()">
            <co-icone nom="crayon" /><span class="masque">Modifier la décision {{ decision().numero }}</span>
          </button>
          <button type="button" class="bouton discret" (click)="supprimer.emit()">
            <co-icone nom="corbeille" /><span class="masque">Supprimer la décision {{ decision().numero }}</span>
          </button>
        </span>
      }
    </div>
    <p class="texte">{{ decision().texte }}</p>
    @if (decision().changementDit; as change) {
      <p class="petit change">
        <co-icone nom="calendrier" /><span>{{ change }}</span>
      </p>
    }
  `,
})
export class SeanceCarteDecision {
  readonly decision = input.required<DecisionLue>();
  readonly modifiable = input(false);
  /** It has just come: shown for a moment. */
  readonly neuve = input(false);
  readonly modifier = output<void>();
  readonly supprimer = output<void>();

  protected readonly etat = computed(() => etatIssue(this.decision().issue));
  protected readonly mode = computed(() => modeDit(this.decision()));
}
