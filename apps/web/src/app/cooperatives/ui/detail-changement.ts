import { Component, computed, input } from '@angular/core';
import type { ChangementLu } from '@coopilote/domain/historique';

/** Columns that say nothing to a person. */
const TECHNIQUES = /^(id|version|demonstration)$|_id$|Id$|^(cree|modifie)/;

/** Before and after of each field that changed, under a fold. */
@Component({
  selector: 'co-detail-changement',
  template: `
    @if (champs().length) {
      <details>
        <summary class="petit">Avant et après</summary>
        <div class="cadre-table">
          <table>
            <thead>
              <tr>
                <th scope="col">Champ</th>
                <th scope="col">Avant</th>
                <th scope="col">Après</th>
              </tr>
            </thead>
            <tbody>
              @for (champ of champs(); track champ.nom) {
                <tr>
                  <th scope="row">{{ champ.nom }}</th>
                  <td>{{ champ.avant }}</td>
                  <td>{{ champ.apres }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      </details>
    }
  `,
  styles: `
    summary {
      cursor: pointer;
      width: fit-content;
    }
    details[open] summary {
      margin-bottom: var(--e2);
    }
    td {
      white-space: pre-line;
    }
  `,
})
export class DetailChangement {
  readonly changement = input.required<ChangementLu>();

  protected readonly champs = computed(() => {
    const { avant, apres } = this.changement();
    if (!avant || !apres) return [];
    return Object.keys({ ...avant, ...apres })
      .filter((nom) => !TECHNIQUES.test(nom) && JSON.stringify(avant[nom]) !== JSON.stringify(apres[nom]))
      .map((nom) => ({ nom: nom.replaceAll('_', ' '), avant: lisible(avant[nom]), apres: lisible(apres[nom]) }));
  });
}

function lisible(valeur: unknown): string {
  if (valeur == null || valeur === '') return '–';
  return typeof valeur === 'object' ? JSON.stringify(valeur) : String(valeur);
}
