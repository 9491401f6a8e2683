import { Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { IndicateurConsolide } from '@coopilote/domain/consolidation/consolidation.contract';
import { LIBELLES_MODES, LIBELLES_UNITES } from '@coopilote/domain/referentiel/listes';
import { NombrePipe, formatNombre } from '@coopilote/ui';
import { fourchette } from './fourchette';

/** Common indicators over the selection, each with the way its values are put together. */
@Component({
  selector: 'co-table-indicateurs',
  imports: [NombrePipe, RouterLink],
  template: `
    <div class="cadre-table" role="region" tabindex="0" aria-label="Indicateurs communs">
      <table class="table-cartes">
        <thead>
          <tr>
            <th scope="col">Indicateur commun</th>
            <th scope="col">Type</th>
            <th scope="col">Mode d’agrégation</th>
            <th scope="col" class="num">Valeur</th>
            <th scope="col" class="num">Prévu</th>
            <th scope="col" class="num">Taux</th>
            <th scope="col" class="num">Actions</th>
            <th scope="col" class="num">Bilans</th>
          </tr>
        </thead>
        <tbody>
          @for (indicateur of indicateurs(); track indicateur.indicateurCommunId) {
            <tr>
              <th scope="row">
                {{ indicateur.libelle }}<span class="petit indicateur-unite">{{ unites[indicateur.unite] }}</span>
              </th>
              <td data-libelle="Type">{{ types[indicateur.type] }}</td>
              <td data-libelle="Mode d’agrégation">{{ modes[indicateur.modeAgregation] }}</td>
              <td class="num" data-libelle="Valeur">
                @if (indicateur.haut === null) {
                  –
                } @else {
                  <a routerLink="/consolidation/sources" [queryParams]="filtrer()(indicateur)">{{
                    valeur(indicateur)
                  }}</a>
                }
              </td>
              <td class="num" data-libelle="Prévu">{{ avecUnite(indicateur.prevision, indicateur) }}</td>
              <td class="num" data-libelle="Taux">
                {{ indicateur.taux === null ? '–' : (indicateur.taux | nombre) + ' %' }}
              </td>
              <td class="num" data-libelle="Actions">{{ indicateur.actions | nombre }}</td>
              <td class="num" data-libelle="Bilans">
                <a routerLink="/consolidation/sources" [queryParams]="filtrer()(indicateur)">{{
                  indicateur.bilans | nombre
                }}</a>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class TableIndicateurs {
  readonly indicateurs = input.required<readonly IndicateurConsolide[]>();
  /** Filters that select exactly the values of one indicator. */
  readonly filtrer = input.required<(indicateur: IndicateurConsolide) => Params>();

  protected readonly modes = LIBELLES_MODES;
  protected readonly unites = LIBELLES_UNITES;
  protected readonly types = { PROCESSUS: 'processus', ACTIVITE: 'activité', RESULTAT: 'résultats' };

  protected valeur(indicateur: IndicateurConsolide): string {
    return fourchette(indicateur.bas, indicateur.haut) + suffixe(indicateur);
  }

  protected avecUnite(nombre: number | null, indicateur: IndicateurConsolide): string {
    return formatNombre(nombre) + (nombre === null ? '' : suffixe(indicateur));
  }
}

function suffixe({ unite }: IndicateurConsolide): string {
  return unite === 'POURCENTAGE' ? '\u202f%' : unite === 'EUROS' ? '\u00a0€' : '';
}
