import { Component, computed, input, output } from '@angular/core';
import {
  AXES_AU_PLUS,
  AXES_GROUPES,
  type AxeGroupe,
  LIBELLES_AXES_GROUPES,
  lireAxes,
} from '@coopilote/domain/consolidation/groupes.rules';
import { Icone } from '@coopilote/ui';

const MOTS = ['Regrouper par', 'puis', 'puis'];

/** Up to three axes, in the order in which they nest. An axis chosen twice changes places with the first one. */
@Component({
  selector: 'co-choix-axes',
  imports: [Icone],
  template: `
    <div role="group" aria-label="Regroupement" class="axes sans-impression">
      @for (place of places(); track place.rang) {
        <span class="axe">
          <label [attr.for]="'axe-' + place.rang">{{ place.mot }}</label>
          <select
            #liste
            class="saisie saisie-choix"
            [id]="'axe-' + place.rang"
            [attr.aria-label]="'Axe ' + (place.rang + 1)"
            (change)="choisir(place.rang, liste.value)"
          >
            @if (!place.axe) {
              <option value="" selected>{{ place.rang ? '…' : 'aucun axe' }}</option>
            }
            @for (axe of tous; track axe) {
              <option [value]="axe" [selected]="axe === place.axe">{{ libelles[axe] }}</option>
            }
          </select>
          @if (place.axe) {
            <button
              type="button"
              class="bouton discret"
              [attr.aria-label]="'Retirer l’axe ' + libelles[place.axe]"
              (click)="retirer(place.rang)"
            >
              <co-icone nom="fermer" />
            </button>
          }
        </span>
      }
    </div>
  `,
  styles: `
    .axes,
    .axe {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e1) var(--e2);
      align-items: center;
    }
    .axe {
      flex-wrap: nowrap;
    }
    .axe label {
      font-size: var(--t-petit);
      color: var(--encre-2);
      white-space: nowrap;
    }
    .axe select {
      width: auto;
      min-height: 2.25rem;
      padding-block: 0.2rem;
    }
    .axe .bouton {
      min-width: 2rem;
      padding: var(--e1);
    }
  `,
})
export class ChoixAxes {
  readonly axes = input.required<readonly AxeGroupe[]>();
  readonly choisi = output<AxeGroupe[]>();

  protected readonly tous = AXES_GROUPES;
  protected readonly libelles = LIBELLES_AXES_GROUPES;
  protected readonly places = computed(() =>
    [...this.axes(), null].slice(0, AXES_AU_PLUS).map((axe, rang) => ({ axe, rang, mot: MOTS[rang] ?? '' })),
  );

  protected choisir(rang: number, valeur: string): void {
    const axe = AXES_GROUPES.find((connu) => connu === valeur);
    if (!axe) return;
    const axes = [...this.axes()];
    const [deja, ancien] = [axes.indexOf(axe), axes[rang]];
    axes[rang] = axe;
    if (deja >= 0 && ancien) axes[deja] = ancien;
    else if (deja >= 0) axes.splice(deja, 1);
    this.choisi.emit(ranger(axes));
  }

  protected retirer(rang: number): void {
    this.choisi.emit(this.axes().filter((_, place) => place !== rang));
  }
}

/** A quarter is inside its year: the year comes first. */
function ranger(axes: AxeGroupe[]): AxeGroupe[] {
  if (!lireAxes(axes.join(',')).refus) return axes;
  const [annee, trimestre] = [axes.indexOf('annee'), axes.indexOf('trimestre')];
  return axes.map((axe, rang) => (rang === annee ? 'trimestre' : rang === trimestre ? 'annee' : axe));
}
