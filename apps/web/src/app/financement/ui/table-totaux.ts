import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import {
  LIBELLES_AXES_FINANCEMENT,
  type TotalFinancement,
  type TotauxFinancement,
} from '@coopilote/domain/financement';
import { EurosPipe, NombrePipe } from '@coopilote/ui';

/** Totals of money by the chosen axis; each line opens the engagements that it is made of. */
@Component({
  selector: 'co-table-totaux-financement',
  imports: [EurosPipe, NombrePipe, RouterLink],
  template: `
    <div class="cadre-table" role="region" tabindex="0" [attr.aria-label]="titre()">
      <table class="table-cartes table-totaux">
        <caption class="masque">
          {{
            titre()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ axe() }}</th>
            <th scope="col" class="num">Engagements</th>
            <th scope="col" class="num">Engagé</th>
            <th scope="col" class="num">dont ARS</th>
            <th scope="col" class="num">Versé</th>
            <th scope="col" class="num">Reversé</th>
            <th scope="col" class="num">Reste à verser</th>
          </tr>
        </thead>
        <tbody>
          @for (ligne of lignes(); track ligne.cle) {
            <tr [class.total]="ligne.cle === null">
              <th scope="row">
                <a routerLink="." fragment="engagements" [queryParams]="ligne.params">{{ ligne.nom }}</a>
              </th>
              <td class="num" data-libelle="Engagements">{{ ligne.engagements | nombre }}</td>
              <td class="num" data-libelle="Engagé">{{ ligne.montant | euros }}</td>
              <td class="num" data-libelle="dont ARS">{{ ligne.subventionsArs | euros }}</td>
              <td class="num" data-libelle="Versé">{{ ligne.verse | euros }}</td>
              <td class="num" data-libelle="Reversé">{{ ligne.reverse | euros }}</td>
              <td class="num" data-libelle="Reste à verser">{{ ligne.solde | euros }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class TableTotauxFinancement {
  readonly totaux = input.required<TotauxFinancement>();
  /** Filters that select exactly one line. */
  readonly filtrer = input.required<(ligne: TotalFinancement) => Params>();

  protected readonly axe = computed(() => LIBELLES_AXES_FINANCEMENT[this.totaux().axe]);
  protected readonly titre = computed(() => `Totaux par ${this.axe().toLocaleLowerCase('fr')}`);
  protected readonly lignes = computed(() => {
    const { lignes, total, axe } = this.totaux();
    return [...lignes, { ...total, cle: null }].map((ligne) => ({
      ...ligne,
      nom: axe === 'departement' && ligne.cle ? `${ligne.cle} ${ligne.libelle}` : ligne.libelle,
      params: { ...this.filtrer()(ligne), axe },
    }));
  });
}
