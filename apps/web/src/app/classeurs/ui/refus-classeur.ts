import { Component, computed, input } from '@angular/core';
import type { RefusCellule } from '@coopilote/domain/classeurs/classeur.contract';
import { compter } from '@coopilote/ui';

/** What is wrong in a workbook: where, what stands there, and the remedy. */
@Component({
  selector: 'co-refus-classeur',
  template: `
    <h3>{{ titre() }}</h3>
    <p>Rien n’a été écrit. Corrigez dans votre classeur, enregistrez-le, puis renvoyez-le.</p>
    <ul>
      @for (refus of montres(); track $index) {
        <li>
          @if (lieu(refus); as ou) {
            <b class="num">{{ ou }}</b>
          }
          @if (refus.valeur) {
            <span class="valeur">«&nbsp;{{ refus.valeur }}&nbsp;»</span>
          }
          <span>{{ refus.message }}</span>
        </li>
      }
    </ul>
    @if (refus().length > montres().length) {
      <p class="petit">Et {{ refus().length - montres().length }} autres, montrés une fois ceux-ci corrigés.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e3);
      padding: var(--e4);
      border-left: 4px solid var(--alerte);
      border-radius: var(--rayon);
      background: var(--alerte-clair);
    }
    ul {
      display: grid;
      list-style: none;
      margin: 0;
      padding: 0;
    }
    li {
      display: grid;
      gap: var(--e1);
      padding: var(--e3) 0;
      border-top: 1px solid var(--trait);
    }
    .valeur {
      overflow-wrap: anywhere;
    }
  `,
  host: { role: 'alert' },
})
export class RefusClasseur {
  readonly refus = input.required<readonly RefusCellule[]>();

  protected readonly titre = computed(() => `${compter(this.refus().length, 'point')} à corriger dans le classeur`);
  protected readonly montres = computed(() => this.refus().slice(0, 100));

  protected lieu({ feuille, cellule }: RefusCellule): string {
    return cellule ? `${feuille}!${cellule}` : feuille;
  }
}
