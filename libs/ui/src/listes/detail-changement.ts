import { Component, computed, input } from '@angular/core';
import { estIdentifiant } from '@coopilote/domain/commun/champs';
import type { ChangementLu } from '@coopilote/domain/historique/historique.contract';
import { nomDeColonne, valeurEnMots } from '@coopilote/domain/historique/vocabulaire.rules';
import { ecrireSimple } from '../formulaire/conflit';

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
    thead th {
      width: 40%;
    }
    thead th:first-child {
      width: 20%;
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
    return Object.keys({ ...avant, ...apres }).flatMap((colonne) => {
      const nom = nomDeColonne(colonne);
      if (!nom || JSON.stringify(avant[colonne]) === JSON.stringify(apres[colonne])) return [];
      return [{ nom, avant: this.ecrire(colonne, avant[colonne]), apres: this.ecrire(colonne, apres[colonne]) }];
    });
  });

  private ecrire(colonne: string, valeur: unknown): string {
    const { objet, noms } = this.changement();
    // What the reader may not see, or what is gone, has no name: its id would say nothing.
    if (estIdentifiant(valeur)) return noms[valeur] ?? 'non visible';
    const cite = typeof valeur === 'string' ? noms[valeur] : undefined;
    return cite ?? valeurEnMots(objet, colonne, valeur) ?? ecrireSimple(valeur);
  }
}
