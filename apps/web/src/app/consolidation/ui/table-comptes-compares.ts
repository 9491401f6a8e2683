import { Component, computed, input } from '@angular/core';
import type { ComptesCompares, ComptesFiges } from '@coopilote/domain/etats-figes/etats-figes.contract';
import { formatNombre } from '@coopilote/ui';

const COLONNES: readonly { cle: keyof ComptesFiges; entete: string }[] = [
  { cle: 'attendus', entete: 'Attendus' },
  { cle: 'recus', entete: 'Reçus' },
  { cle: 'valides', entete: 'Validés' },
  { cle: 'beneficiaires', entete: 'Bénéficiaires' },
  { cle: 'cibles', entete: 'Ciblés' },
];

/** The reports of each département at both moments: one figure when nothing moved, « 40 → 41 » otherwise. */
@Component({
  selector: 'co-table-comptes-compares',
  template: `
    <div class="cadre-table" role="region" tabindex="0" aria-label="Bilans comparés">
      <table class="table-cartes">
        <thead>
          <tr>
            <th scope="col">Département</th>
            @for (colonne of colonnes; track colonne.cle) {
              <th scope="col" class="num">{{ colonne.entete }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (ligne of rangees(); track ligne.nom) {
            <tr [class.total]="ligne.ensemble">
              <th scope="row">{{ ligne.nom }}</th>
              @for (cellule of ligne.cellules; track $index) {
                <td class="num nowrap" [attr.data-libelle]="cellule.entete">
                  @if (cellule.change) {
                    {{ cellule.avant }}&nbsp;<span aria-hidden="true">→</span
                    ><span class="masque">, maintenant</span>&nbsp;<b>{{ cellule.apres }}</b>
                  } @else {
                    {{ cellule.avant }}
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class TableComptesCompares {
  readonly lignes = input.required<readonly ComptesCompares[]>();
  protected readonly colonnes = COLONNES;
  protected readonly rangees = computed(() =>
    this.lignes().map(({ departementCode, departement, avant, apres }) => ({
      nom: departementCode ? `${departementCode} ${departement}` : departement,
      ensemble: departementCode === null,
      cellules: COLONNES.map(({ cle, entete }) => ({
        entete,
        avant: formatNombre(avant[cle]),
        apres: formatNombre(apres[cle]),
        change: avant[cle] !== apres[cle],
      })),
    })),
  );
}
