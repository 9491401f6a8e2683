import { Component, computed, input } from '@angular/core';
import { NombrePipe } from '@coopilote/ui';

interface Prevision {
  annee: number;
  trimestre: number;
  valeur: number;
}

/** Forecasts of an indicator, a row a year. */
@Component({
  selector: 'co-previsions-lues',
  imports: [NombrePipe],
  template: `
    @if (annees().length) {
      <table>
        <caption class="masque">
          Prévisions&nbsp;:
          {{
            libelle()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="masque">Année</span></th>
            @for (trimestre of trimestres; track trimestre) {
              <th scope="col" class="num">{{ trimestre ? 'T' + trimestre : 'Année' }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (ligne of annees(); track ligne.annee) {
            <tr>
              <th scope="row">{{ ligne.annee }}</th>
              @for (valeur of ligne.valeurs; track $index) {
                <td class="num">{{ valeur | nombre }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="petit">Aucune prévision</p>
    }
  `,
  styles: `
    table {
      width: auto;
      font-size: var(--t-petit);
    }
    th,
    td {
      padding: 0.15rem var(--e3) 0.15rem 0;
      min-width: 3rem;
    }
    tbody tr:last-child > * {
      border-bottom: 0;
    }
  `,
})
export class PrevisionsLues {
  readonly previsions = input.required<readonly Prevision[]>();
  readonly libelle = input.required<string>();

  /** The four quarters, then the year (0). */
  protected readonly trimestres = [1, 2, 3, 4, 0];
  protected readonly annees = computed(() =>
    [...new Set(this.previsions().map(({ annee }) => annee))].sort().map((annee) => ({
      annee,
      valeurs: this.trimestres.map(
        (trimestre) => this.previsions().find((p) => p.annee === annee && p.trimestre === trimestre)?.valeur ?? null,
      ),
    })),
  );
}
