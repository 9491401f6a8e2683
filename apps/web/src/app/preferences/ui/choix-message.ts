import { Component, computed, input, output } from '@angular/core';
import {
  CHOIX_MESSAGE,
  type ChoixMessage,
  GENRES,
  LIBELLES_CHOIX_MESSAGE,
} from '@coopilote/domain/notifications/genres.rules';
import type { PreferenceLue } from '@coopilote/domain/notifications/preference.contract';
import { Icone } from '@coopilote/ui';

/** One kind of message, and the three ways in which it may come. */
@Component({
  selector: 'co-choix-message',
  imports: [Icone],
  styleUrl: './choix-message.css',
  template: `
    <fieldset [attr.aria-describedby]="'aide-' + preference().genre">
      <legend>{{ genre().libelle }}</legend>
      <p class="petit" [id]="'aide-' + preference().genre">{{ genre().aide }}</p>
      <div class="choix">
        @for (un of choix; track un.valeur) {
          <label [class.choisi]="un.valeur === preference().choix">
            <input
              class="masque"
              type="radio"
              [name]="preference().genre"
              [value]="un.valeur"
              [checked]="un.valeur === preference().choix"
              (change)="choisir(un.valeur)"
            />
            @if (un.valeur === preference().choix) {
              <co-icone nom="oui" />
            }
            {{ un.libelle }}
          </label>
        }
      </div>
    </fieldset>
  `,
})
export class ChoixMessagePersonne {
  readonly preference = input.required<PreferenceLue>();
  readonly choisie = output<PreferenceLue>();

  protected readonly choix = CHOIX_MESSAGE.map((valeur) => ({ valeur, libelle: LIBELLES_CHOIX_MESSAGE[valeur] }));
  protected readonly genre = computed(() => GENRES[this.preference().genre]);

  protected choisir(choix: ChoixMessage): void {
    this.choisie.emit({ genre: this.preference().genre, choix });
  }
}
