import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import {
  LIBELLES_AXES,
  type TotalConsolidation,
  type TotauxConsolidation,
} from '@coopilote/domain/consolidation/consolidation.contract';
import { NombrePipe, PourcentPipe } from '@coopilote/ui';
import { fourchette } from './fourchette';

/** Totals by the chosen axis, with the grand total; each figure leads to what it is made of. */
@Component({
  selector: 'co-table-totaux',
  imports: [NombrePipe, PourcentPipe, RouterLink],
  template: `
    @let t = totaux();
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
            <th scope="col" class="num">Actions</th>
            <th scope="col" class="num">Bilans reçus</th>
            <th scope="col" class="num">En retard</th>
            <th scope="col" class="num">Bénéficiaires</th>
            <th scope="col" class="num">Ciblés</th>
            <th scope="col" class="num">Part</th>
          </tr>
        </thead>
        <tbody>
          @for (ligne of lignes(); track ligne.cle) {
            <tr [class.total]="ligne.cle === null">
              <th scope="row">
                @if (ligne.cle === null) {
                  {{ ligne.libelle }}
                } @else {
                  <a routerLink="/consolidation" [queryParams]="ligne.reste">{{ ligne.libelle }}</a>
                }
              </th>
              <td class="num" data-libelle="Actions">
                <a routerLink="/consolidation" fragment="actions" [queryParams]="ligne.reste">{{
                  ligne.actions | nombre
                }}</a>
              </td>
              <td class="num" data-libelle="Bilans reçus">
                <a routerLink="/consolidation/sources" [queryParams]="ligne.filtres"
                  >{{ ligne.bilansRecus | nombre }} / {{ ligne.bilansAttendus | nombre }}</a
                >
              </td>
              <td class="num" data-libelle="En retard">{{ ligne.bilansEnRetard | nombre }}</td>
              <td class="num" data-libelle="Bénéficiaires">
                <a routerLink="/consolidation/sources" [queryParams]="ligne.filtres">{{
                  intervalle(ligne.beneficiairesBas, ligne.beneficiairesHaut)
                }}</a>
              </td>
              <td class="num" data-libelle="Ciblés">{{ ligne.beneficiairesCibles | nombre }}</td>
              <td class="num" data-libelle="Part">{{ ligne.part | pourcent }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (t.chevauchement) {
      <p class="petit">
        Une même action peut compter dans plusieurs lignes&nbsp;: leur somme dépasse alors le total, qui ne la compte
        qu’une fois.
      </p>
    }
  `,
  host: { class: 'pile-serree' },
})
export class TableTotaux {
  readonly totaux = input.required<TotauxConsolidation>();
  readonly titre = input.required<string>();
  readonly libelleTotal = input('Ensemble');
  /** Filters that select exactly one line. */
  readonly filtrer = input.required<(ligne: TotalConsolidation) => Params>();

  protected readonly intervalle = fourchette;
  protected readonly axe = computed(() => LIBELLES_AXES[this.totaux().axe]);
  protected readonly lignes = computed(() => {
    const { lignes, total, axe } = this.totaux();
    return [...lignes, { ...total, cle: null, libelle: this.libelleTotal() }].map((ligne) => {
      const filtres = this.filtrer()(ligne);
      const part = ligne.beneficiairesCibles ? ligne.beneficiairesHaut / ligne.beneficiairesCibles : null;
      return { ...ligne, libelle: nommer(axe, ligne), part, filtres, reste: { ...filtres, axe } };
    });
  });
}

/** A département is known by its number as much as by its name. */
function nommer(axe: string, { cle, libelle }: TotalConsolidation): string {
  return axe === 'departement' && cle && !libelle.startsWith(cle) ? `${cle} ${libelle}` : libelle;
}
