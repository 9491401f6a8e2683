import { Component, computed, input } from '@angular/core';
import { LIBELLES_FORMES_ACTE, type FinancementStructure } from '@coopilote/domain/financement';
import { EurosPipe } from '@coopilote/ui';

/** The year of each structure, as the convention's article 3 lists them; under 700 px each row becomes a card. */
@Component({
  selector: 'co-table-financement-structures',
  imports: [EurosPipe],
  template: `
    <div class="cadre-table" role="region" tabindex="0" aria-label="Engagements par structure">
      <table class="table-cartes">
        <caption class="masque">
          Engagements par structure
        </caption>
        <thead>
          <tr>
            <th scope="col">Structure</th>
            <th scope="col" class="num">Engagé</th>
            <th scope="col" class="num">dont ARS</th>
            @if (avecRegion()) {
              <th scope="col" class="num">ARS, toute la région</th>
              <th scope="col">Acte à établir</th>
            }
            <th scope="col" class="num">Versé</th>
            <th scope="col" class="num">Reste à verser</th>
          </tr>
        </thead>
        <tbody>
          @for (s of structures(); track s.structureId) {
            <tr>
              <th scope="row">{{ s.structure }}</th>
              <td class="num" data-libelle="Engagé">{{ s.montant | euros }}</td>
              <td class="num" data-libelle="dont ARS">{{ s.subventionsArs | euros }}</td>
              @if (avecRegion()) {
                <td class="num" data-libelle="ARS, toute la région">{{ s.subventionsRegion | euros }}</td>
                <td data-libelle="Acte à établir">{{ s.forme ? formes[s.forme] : '–' }}</td>
              }
              <td class="num" data-libelle="Versé">{{ s.verse | euros }}</td>
              <td class="num" data-libelle="Reste à verser">{{ s.montant - s.verse | euros }}</td>
            </tr>
          }
          <tr class="total">
            <th scope="row">Ensemble</th>
            <td class="num" data-libelle="Engagé">{{ total().montant | euros }}</td>
            <td class="num" data-libelle="dont ARS">{{ total().subventionsArs | euros }}</td>
            @if (avecRegion()) {
              <td></td>
              <td></td>
            }
            <td class="num" data-libelle="Versé">{{ total().verse | euros }}</td>
            <td class="num" data-libelle="Reste à verser">{{ total().montant - total().verse | euros }}</td>
          </tr>
        </tbody>
      </table>
    </div>
  `,
})
export class TableFinancementStructures {
  readonly structures = input.required<readonly FinancementStructure[]>();

  protected readonly formes = LIBELLES_FORMES_ACTE;
  /** The sum over the region, and the form that it asks for, are for whom they are told to. */
  protected readonly avecRegion = computed(() => this.structures().some((s) => s.subventionsRegion !== null));
  protected readonly total = computed(() => {
    const somme = (cle: 'montant' | 'subventionsArs' | 'verse') =>
      this.structures().reduce((total, structure) => total + structure[cle], 0);
    return { montant: somme('montant'), subventionsArs: somme('subventionsArs'), verse: somme('verse') };
  });
}
