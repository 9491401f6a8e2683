import { Component, computed, input } from '@angular/core';
import { GENRES, type GenreMessage } from '@coopilote/domain/notifications/genres.rules';
import { Icone } from '@coopilote/ui';

const LIENS = {
  libelle: 'Liens de votre compte',
  aide: 'Une invitation, ou un nouveau mot de passe que vous avez demandé.',
};

/** A kind of message that cannot be switched off; without `genre`, the one-time links of the account. */
@Component({
  selector: 'co-message-obligatoire',
  imports: [Icone],
  styleUrl: './message-obligatoire.css',
  template: `
    <co-icone nom="cadenas" />
    <div>
      <h3>{{ message().libelle }}</h3>
      <p class="petit">{{ message().aide }}</p>
    </div>
  `,
})
export class MessageObligatoire {
  readonly genre = input<GenreMessage>();
  protected readonly message = computed(() => {
    const genre = this.genre();
    return genre ? GENRES[genre] : LIENS;
  });
}
