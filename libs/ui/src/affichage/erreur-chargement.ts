import { Component, computed, input, output } from '@angular/core';
import { versProbleme } from '../formulaire/probleme';
import { Icone } from './icone';
import { Interdit } from './interdit';

/** What failed to load, in a sentence, with the number to quote and a retry. A 403 shows the forbidden state instead. */
@Component({
  selector: 'co-erreur-chargement',
  imports: [Icone, Interdit],
  template: `
    @if (probleme().statut === 403) {
      <co-interdit>{{ probleme().message }}</co-interdit>
    } @else {
      <div class="vide" role="alert">
        <co-icone [nom]="probleme().horsLigne ? 'coupe' : 'alerte'" />
        <p class="vide-titre">{{ titre() }}</p>
        <p class="vide-texte">{{ probleme().message }}</p>
        @if (probleme().statut !== 404) {
          <div class="vide-actions">
            <button type="button" class="bouton second" (click)="reessayer.emit()">Réessayer</button>
          </div>
        }
        @if (probleme().correlation) {
          <p class="petit num">Référence à citer&nbsp;: {{ probleme().correlation }}</p>
        }
      </div>
    }
  `,
})
export class ErreurChargement {
  /** What was thrown: `ressource.error()` goes here as it is. */
  readonly erreur = input.required<unknown>();
  readonly reessayer = output<void>();

  protected readonly probleme = computed(() => versProbleme(this.erreur()));
  protected readonly titre = computed(() => {
    if (this.probleme().horsLigne) return 'Le serveur ne répond pas';
    return this.probleme().statut === 404 ? 'Introuvable' : 'Le chargement a échoué';
  });
}
