import { Component, input } from '@angular/core';
import type { TotalConsolidation } from '@coopilote/domain/consolidation/consolidation.contract';
import { Jauge, NombrePipe, PourcentPipe } from '@coopilote/ui';

/** Share of the reports received, quarter by quarter: the last one stands out. */
@Component({
  selector: 'co-bilans-recus',
  imports: [Jauge, NombrePipe, PourcentPipe],
  template: `
    <ul class="barres num">
      @for (ligne of lignes(); track ligne.cle; let derniere = $last) {
        <li [class.barre-derniere]="derniere">
          <span>{{ ligne.libelle }}</span>
          <co-jauge
            grande
            [ton]="derniere ? 'marque' : 'neutre'"
            [valeur]="ligne.bilansRecus"
            [max]="ligne.bilansAttendus"
            [libelle]="'Bilans reçus au ' + ligne.libelle"
          />
          <span>{{ ligne.bilansAttendus ? (ligne.bilansRecus / ligne.bilansAttendus | pourcent) : '–' }}</span>
          <span class="petit">{{ ligne.bilansRecus | nombre }} / {{ ligne.bilansAttendus | nombre }}</span>
        </li>
      }
    </ul>
  `,
})
export class BilansRecus {
  readonly lignes = input.required<readonly TotalConsolidation[]>();
}
