import { Component, computed, inject } from '@angular/core';
import { heureDite } from '@coopilote/domain/gouvernance';
import { Etat } from '@coopilote/ui';
import { etatPresence } from '../ui/seance-etats';
import { SeanceStore } from './seance-store';

/** Where the reader's own attendance stands, and how to mend it. */
@Component({
  selector: 'co-ma-presence',
  imports: [Etat],
  template: `
    @if (moi(); as moi) {
      <p class="rang">
        <b>{{ moi.nom }}</b> <co-etat [de]="etat(moi.statut)" />
      </p>
      @if (moi.statut === 'PRESENT') {
        @if (heure(); as heure) {
          <p class="petit">Depuis {{ heure }}.</p>
        }
      } @else {
        <p class="petit">{{ consigne }}</p>
      }
    } @else {
      <p class="petit">{{ consigne }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e1);
    }
  `,
})
export class MaPresence {
  private readonly store = inject(SeanceStore);
  protected readonly etat = etatPresence;
  protected readonly consigne =
    'Pour émarger, scannez le code affiché dans la salle, ou signalez-vous à la personne qui anime.';

  protected readonly moi = computed(() => this.store.reunion()?.participants.find((p) => p.moi) ?? null);
  protected readonly heure = computed(() => {
    const [moi, reunion] = [this.moi(), this.store.reunion()];
    return moi?.arriveLe && reunion ? heureDite(new Date(moi.arriveLe), reunion.fuseau) : '';
  });
}
