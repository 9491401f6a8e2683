import { Component, computed, input, output } from '@angular/core';
import type { TacheLue } from '@coopilote/domain/gouvernance';
import { Icone, formatDateLongue } from '@coopilote/ui';

/** A task as the room reads it: what, who, when. */
@Component({
  selector: 'co-seance-carte-tache',
  imports: [Icone],
  styleUrl: './seance-carte.css',
  host: { class: 'tache', '[class.neuve]': 'neuve()' },
  template: `
    <div class="tete">
      <p class="petit mots">
        <span
          >À faire par <b>{{ tache().qui }}</b>{{ quand() }}</span
        >
      </p>
      @if (modifiable()) {
        <span class="actes">
          <button type="button" class="bouton discret" (click)="modifier.emit()">
            <co-icone nom="crayon" /><span class="masque">Modifier la tâche de {{ tache().qui }}</span>
          </button>
          <button type="button" class="bouton discret" (click)="supprimer.emit()">
            <co-icone nom="corbeille" /><span class="masque">Supprimer la tâche de {{ tache().qui }}</span>
          </button>
        </span>
      }
    </div>
    <p class="texte">{{ tache().quoi }}</p>
  `,
})
export class SeanceCarteTache {
  readonly tache = input.required<TacheLue>();
  readonly modifiable = input(false);
  /** It has just come: shown for a moment. */
  readonly neuve = input(false);
  readonly modifier = output<void>();
  readonly supprimer = output<void>();

  protected readonly quand = computed(() => {
    const { echeance } = this.tache();
    return echeance ? `, avant le ${formatDateLongue(echeance)}` : '';
  });
}
