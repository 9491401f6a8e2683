import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CompteRenduFinancierResume } from '@coopilote/domain/financement';
import { Etat } from '@coopilote/ui';
import { etatCompteRenduFinancier } from './etat-compte-rendu';

/** Comptes rendus financiers of a year, and where each stands. */
@Component({
  selector: 'co-liste-comptes-rendus',
  imports: [Etat, RouterLink],
  template: `
    <ul class="liste-nue">
      @for (cr of comptesRendus(); track cr.id) {
        <li>
          <span>
            <a [routerLink]="['compte-rendu', cr.id]">{{ cr.action ?? 'Ensemble du programme' }}</a><span class="petit"
              >, {{ cr.structure }}</span
            >
          </span>
          <co-etat [de]="etat(cr.etat)" />
        </li>
      }
    </ul>
  `,
})
export class ListeComptesRendus {
  readonly comptesRendus = input.required<readonly CompteRenduFinancierResume[]>();
  protected readonly etat = etatCompteRenduFinancier;
}
