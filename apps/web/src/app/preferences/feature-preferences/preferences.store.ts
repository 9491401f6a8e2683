import { Injectable, computed, inject } from '@angular/core';
import { GENRES, LIBELLES_CHOIX_MESSAGE } from '@coopilote/domain/notifications/genres.rules';
import type { PreferenceLue } from '@coopilote/domain/notifications/preference.contract';
import { Toasts, versProbleme } from '@coopilote/ui';
import { PreferencesApi, preferences } from '../data/preferences-api';

/** How each kind of message reaches the person; a choice is kept as soon as it is made. */
@Injectable()
export class PreferencesStore {
  private readonly api = inject(PreferencesApi);
  private readonly toasts = inject(Toasts);

  readonly ressource = preferences();
  private readonly lues = computed(() => (this.ressource.hasValue() ? this.ressource.value() : []));
  readonly obligatoires = computed(() => this.lues().filter(({ genre }) => GENRES[genre].obligatoire));
  readonly facultatives = computed(() => this.lues().filter(({ genre }) => !GENRES[genre].obligatoire));

  /** Shown at once; put back as it was when the server refuses. */
  async choisir(choisie: PreferenceLue): Promise<void> {
    const avant = this.lues();
    this.ressource.set(avant.map((p) => (p.genre === choisie.genre ? choisie : p)));
    try {
      await this.api.choisir(choisie);
      const { libelle } = GENRES[choisie.genre];
      this.toasts.succes(`${libelle}\u00a0: ${LIBELLES_CHOIX_MESSAGE[choisie.choix].toLowerCase()}.`);
    } catch (erreur) {
      this.ressource.set(avant);
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
