import { Component, computed, input, output } from '@angular/core';
import type { PrevisionSaisie } from '@coopilote/domain/actions';
import { SaisieNombre, formatNombre } from '@coopilote/ui';

/** Forecasts typed in a grid: a row a year of the action's calendar, the four quarters then the year. */
@Component({
  selector: 'co-grille-previsions',
  imports: [SaisieNombre],
  template: `
    <div class="cadre-table">
      <table>
        <caption class="masque">
          Valeurs prévues par trimestre et par année
        </caption>
        <thead>
          <tr>
            <th scope="col">Année</th>
            @for (trimestre of trimestres; track trimestre) {
              <th scope="col">{{ trimestre ? 'T' + trimestre : 'Toute l’année' }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (ligne of lignes(); track ligne.annee) {
            <tr>
              <th scope="row" class="num">{{ ligne.annee }}</th>
              @for (cellule of ligne.cellules; track cellule.trimestre) {
                <td>
                  <co-saisie-nombre
                    libelleMasque
                    [libelle]="cellule.libelle"
                    [decimales]="entier() ? 0 : 4"
                    [nom]="cellule.nom"
                    [value]="cellule.valeur"
                    [erreur]="cellule.erreur"
                    (valueChange)="ecrire(ligne.annee, cellule.trimestre, $event)"
                  />
                  @if (cellule.somme !== null) {
                    <span class="petit num">somme&nbsp;: {{ cellule.somme }}</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    th,
    td {
      padding: var(--e1) var(--e2);
      min-width: 5rem;
      vertical-align: middle;
    }
    th[scope='row'] {
      min-width: 0;
    }
    td .petit {
      display: block;
      text-align: right;
      white-space: nowrap;
    }
  `,
})
export class GrillePrevisions {
  readonly debut = input.required<string>();
  readonly fin = input.required<string>();
  readonly previsions = input.required<readonly PrevisionSaisie[]>();
  readonly entier = input(false);
  /** The mode adds quarters: their sum is said beside the year. */
  readonly additionne = input(false);
  readonly erreur = input<(chemin: `previsions.${string}`) => string | null>(() => null);
  readonly changement = output<PrevisionSaisie[]>();

  protected readonly trimestres = [1, 2, 3, 4, 0];
  protected readonly lignes = computed(() => {
    const connues = this.previsions().map(({ annee }) => annee);
    const premiere = Math.min(Number(this.debut().slice(0, 4)), ...connues);
    const derniere = Math.max(Number(this.fin().slice(0, 4)), ...connues);
    return Array.from({ length: Math.max(1, derniere - premiere + 1) }, (_, rang) => this.ligne(premiere + rang));
  });

  protected ecrire(annee: number, trimestre: number, valeur: number | null): void {
    const autres = this.previsions().filter((p) => p.annee !== annee || p.trimestre !== trimestre);
    const rang = (p: PrevisionSaisie) => p.annee * 5 + (p.trimestre || 5);
    const toutes = valeur === null ? autres : [...autres, { annee, trimestre, valeur }];
    this.changement.emit(toutes.sort((a, b) => rang(a) - rang(b)));
  }

  private ligne(annee: number) {
    const cellules = this.trimestres.map((trimestre) => {
      const rang = this.previsions().findIndex((p) => p.annee === annee && p.trimestre === trimestre);
      const chemin = `previsions.${rang}.valeur` as const;
      const valeur = this.previsions()[rang]?.valeur ?? null;
      return {
        trimestre,
        valeur,
        nom: rang < 0 ? `previsions.${annee}-${trimestre}` : chemin,
        erreur: rang < 0 ? null : this.erreur()(chemin),
        libelle: trimestre ? `T${trimestre} ${annee}` : `Toute l’année ${annee}`,
        somme: trimestre === 0 && valeur === null ? this.somme(annee) : null,
      };
    });
    return { annee, cellules };
  }

  private somme(annee: number): string | null {
    const trimestres = this.previsions().filter((p) => p.annee === annee && p.trimestre > 0);
    if (!this.additionne() || !trimestres.length) return null;
    return formatNombre(
      trimestres.reduce((somme, { valeur }) => somme + valeur, 0),
      undefined,
    );
  }
}
