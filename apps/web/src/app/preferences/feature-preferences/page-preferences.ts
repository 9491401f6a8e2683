import { Component, inject } from '@angular/core';
import { Carte, Chargement, EntetePage, ErreurChargement } from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { ChoixMessagePersonne } from '../ui/choix-message';
import { MessageObligatoire } from '../ui/message-obligatoire';
import { PreferencesStore } from './preferences.store';

/** « Mes messages »: what Coopilote writes about, and when. */
@Component({
  selector: 'co-page-preferences',
  imports: [Carte, Chargement, ChoixMessagePersonne, EntetePage, ErreurChargement, MessageObligatoire],
  providers: [PreferencesStore],
  host: { class: 'page-etroite' },
  template: `
    <co-entete-page titre="Mes messages">
      <p class="petit">
        Coopilote écrit à <b>{{ courriel }}</b>. Dites ce que vous voulez recevoir, et quand.
      </p>
    </co-entete-page>
    @if (store.ressource.error(); as erreur) {
      <co-erreur-chargement [erreur]="erreur" (reessayer)="store.ressource.reload()" />
    } @else if (!store.ressource.hasValue()) {
      <co-chargement [lignes]="6" libelle="Chargement de vos choix" />
    } @else {
      <div class="pile">
        <co-carte titre="À vous de choisir">
          @for (preference of store.facultatives(); track preference.genre) {
            <co-choix-message [preference]="preference" (choisie)="store.choisir($event)" />
          }
        </co-carte>
        <co-carte titre="Toujours envoyés">
          <p class="petit">
            Une réponse, une présence ou un geste est attendu de vous&nbsp;: ils partent tout de suite.
          </p>
          @for (preference of store.obligatoires(); track preference.genre) {
            <co-message-obligatoire [genre]="preference.genre" />
          }
          <co-message-obligatoire />
        </co-carte>
      </div>
    }
  `,
})
export class PagePreferences {
  protected readonly store = inject(PreferencesStore);
  protected readonly courriel = inject(SessionStore).utilisateur()?.courriel;
}
