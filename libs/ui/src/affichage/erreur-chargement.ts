import { Component, computed, input, output, signal } from '@angular/core';
import { versProbleme } from '../formulaire/probleme';
import { Icone } from './icone';
import { Interdit } from './interdit';

const SANS_RESEAU = 'Cette page ne se lit pas sans réseau\u00a0: elle se chargera d’elle-même à son retour.';

/**
 * What failed to load, in a sentence, with the number to quote and a retry. A 403 shows the forbidden state instead; without
 * network the page says so, and loads by itself when it comes back.
 */
@Component({
  selector: 'co-erreur-chargement',
  imports: [Icone, Interdit],
  host: { '(window:online)': 'retrouver()', '(window:offline)': 'connecte.set(false)' },
  template: `
    @if (probleme().statut === 403) {
      <co-interdit>{{ probleme().message }}</co-interdit>
    } @else {
      <div class="vide" role="alert">
        <co-icone [nom]="probleme().horsLigne ? 'coupe' : 'alerte'" />
        <p class="vide-titre">{{ titre() }}</p>
        <p class="vide-texte">{{ texte() }}</p>
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

  protected readonly connecte = signal(navigator.onLine);
  protected readonly probleme = computed(() => versProbleme(this.erreur()));
  private readonly coupe = computed(() => this.probleme().horsLigne && !this.connecte());
  protected readonly texte = computed(() => (this.coupe() ? SANS_RESEAU : this.probleme().message));
  protected readonly titre = computed(() => {
    if (this.coupe()) return 'Hors ligne';
    if (this.probleme().horsLigne) return 'Le serveur ne répond pas';
    return this.probleme().statut === 404 ? 'Introuvable' : 'Le chargement a échoué';
  });

  protected retrouver(): void {
    this.connecte.set(true);
    if (this.probleme().horsLigne) this.reessayer.emit();
  }
}
