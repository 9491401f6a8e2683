import { Component, input } from '@angular/core';
import type { TravailLu } from '@coopilote/domain/commun/travail.contract';
import { DateJourPipe, Etat, HeurePipe, compter } from '@coopilote/ui';

/** What the application does by itself: when it last worked, when it comes back, and what failed. */
@Component({
  selector: 'co-table-travaux',
  imports: [DateJourPipe, Etat, HeurePipe],
  template: `
    <div class="cadre-table" role="region" tabindex="0" aria-label="Travaux">
      <table class="table-cartes">
        <thead>
          <tr>
            <th scope="col">Travail</th>
            <th scope="col">État</th>
            <th scope="col">Dernier passage réussi</th>
            <th scope="col">Prochain passage</th>
          </tr>
        </thead>
        <tbody>
          @for (travail of travaux(); track travail.nom) {
            <tr>
              <th scope="row">{{ travail.libelle }}</th>
              <td data-libelle="État">
                @if (travail.echecs) {
                  <co-etat ton="alerte" icone="alerte">{{ echecs(travail) }}</co-etat>
                  <p class="petit">
                    Le dernier le {{ travail.dernierEchec | dateJour }} à {{ travail.dernierEchec | heure }}&nbsp;; le
                    journal du serveur en dit plus sous
                    <span class="code">{{ travail.reference }}</span>
                  </p>
                } @else {
                  <co-etat ton="ok" icone="oui">en ordre</co-etat>
                }
                @if (travail.enAttente) {
                  <p class="petit num">{{ travail.enAttente }} en attente</p>
                }
              </td>
              <td data-libelle="Dernier passage réussi" class="nowrap">
                @if (travail.dernierSucces; as le) {
                  {{ le | dateJour }} à {{ le | heure }}
                } @else {
                  –
                }
              </td>
              <td data-libelle="Prochain passage" class="nowrap">
                @if (travail.prochain; as le) {
                  {{ le | dateJour }} à {{ le | heure }}
                } @else {
                  à la demande
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class TableTravaux {
  readonly travaux = input.required<readonly TravailLu[]>();

  protected echecs({ echecs }: TravailLu): string {
    return compter(echecs, 'échec');
  }
}
