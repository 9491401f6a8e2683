import { Component, input, output } from '@angular/core';
import { Icone, type NomIcone } from '@coopilote/ui';

export interface Segment<V extends string> {
  valeur: V;
  libelle: string;
  icone?: NomIcone;
}

let compteur = 0;

/** A few words of which one holds, side by side: quicker than a list when the room waits. */
@Component({
  selector: 'co-seance-segments',
  imports: [Icone],
  template: `
    <fieldset>
      <legend class="champ-libelle">{{ libelle() }}</legend>
      <div class="choix-courts">
        @for (segment of segments(); track segment.valeur) {
          <label [class.choisi]="segment.valeur === valeur()">
            <input
              type="radio"
              class="masque"
              [name]="nom"
              [checked]="segment.valeur === valeur()"
              (change)="choisi.emit(segment.valeur)"
            />
            @if (segment.icone; as icone) {
              <co-icone [nom]="icone" />
            }
            {{ segment.libelle }}
          </label>
        }
      </div>
    </fieldset>
  `,
  styles: `
    fieldset {
      min-width: 0;
    }
    legend {
      padding: 0;
    }
    /* In a narrow column the words go on a second row: the gaps are the rules between them. */
    .choix-courts {
      display: flex;
      flex-wrap: wrap;
      gap: 1px;
      overflow: hidden;
      border: 1px solid var(--trait-fort);
      border-radius: 6px;
      background: var(--trait-fort);
      margin-top: var(--e1);
    }
    label {
      position: relative;
      flex: 1 1 auto;
      display: inline-flex;
      gap: 0.35em;
      align-items: center;
      justify-content: center;
      min-height: 2.5rem;
      padding: 0 var(--e2);
      background: var(--papier);
      font-size: 0.9375rem;
      white-space: nowrap;
      cursor: pointer;
    }
    label:hover:not(.choisi) {
      background: var(--fond-2);
    }
    label.choisi {
      background: var(--marque);
      color: var(--sur-marque);
      font-weight: 650;
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--marque);
      outline-offset: -3px;
    }
    label.choisi:has(:focus-visible) {
      outline-color: var(--sur-marque);
    }
    @media (forced-colors: active) {
      label.choisi {
        outline: 3px solid Highlight;
        outline-offset: -3px;
      }
    }
  `,
})
export class SeanceSegments<V extends string> {
  readonly libelle = input.required<string>();
  readonly segments = input.required<readonly Segment<V>[]>();
  readonly valeur = input.required<V | null>();
  readonly choisi = output<V>();
  protected readonly nom = `segments-${++compteur}`;
}
