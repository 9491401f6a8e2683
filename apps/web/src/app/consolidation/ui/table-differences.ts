import { Component, booleanAttribute, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type EtatBilan, LIBELLES_ETATS_BILAN } from '@coopilote/domain/bilans/bilan.rules';
import type { DifferenceFigee } from '@coopilote/domain/etats-figes/etats-figes.contract';
import { LIBELLES_DIFFERENCES, LIBELLES_OBJETS, instantFige } from '@coopilote/domain/etats-figes/etats-figes.rules';
import { formatNombre } from '@coopilote/ui';
import { suffixe } from './suffixe';

const SANS: Partial<Record<DifferenceFigee['objet'], string>> = {
  BILAN: 'absent',
  TERRITOIRE: 'tout le territoire',
  RATTACHEMENT: 'aucun',
  THEMATIQUES: 'aucune',
  PUBLICS: 'aucun',
};

/** What is no longer as it was frozen, each line leading to its report. */
@Component({
  selector: 'co-table-differences',
  imports: [RouterLink],
  template: `
    <div class="cadre-table" role="region" tabindex="0" aria-label="Différences" [attr.aria-busy]="occupe()">
      <table class="table-cartes">
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Structure</th>
            <th scope="col">Dép.</th>
            <th scope="col">Différence</th>
            <th scope="col" class="num">Alors</th>
            <th scope="col" class="num">Maintenant</th>
            <th scope="col">Par</th>
          </tr>
        </thead>
        <tbody>
          @for (ligne of lignes(); track $index) {
            <tr>
              <th scope="row">
                @if (ligne.existe) {
                  <a [routerLink]="['/bilans', ligne.bilanId]">{{ ligne.action }}</a>
                } @else {
                  {{ ligne.action }}
                }
              </th>
              <td data-libelle="Structure">{{ ligne.structure }}</td>
              <td data-libelle="Département">{{ ligne.departementCode }}</td>
              <td data-libelle="Différence">
                {{ genres[ligne.genre].titre
                }}<span class="petit indicateur-unite">{{ objets[ligne.objet] }}{{ precision(ligne) }}</span>
              </td>
              <td data-libelle="Alors" class="num">{{ valeur(ligne, ligne.avant) }}</td>
              <td data-libelle="Maintenant" class="num">
                <b>{{ valeur(ligne, ligne.apres) }}</b>
              </td>
              <td data-libelle="Par">
                {{ ligne.par ?? '–' }}
                @if (ligne.le; as le) {
                  <span class="petit indicateur-unite num">{{ instant(le) }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class TableDifferences {
  readonly lignes = input.required<readonly DifferenceFigee[]>();
  readonly occupe = input(false, { transform: booleanAttribute });

  protected readonly genres = LIBELLES_DIFFERENCES;
  protected readonly objets = LIBELLES_OBJETS;
  protected readonly instant = instantFige;

  protected precision({ indicateur }: DifferenceFigee): string {
    return indicateur ? `\u00a0: ${indicateur}` : '';
  }

  protected valeur({ objet, unite }: DifferenceFigee, valeur: string | number | null): string {
    if (valeur === null) return SANS[objet] ?? '–';
    if (typeof valeur === 'number') return formatNombre(valeur) + (unite ? suffixe(unite) : '');
    return objet === 'BILAN' ? LIBELLES_ETATS_BILAN[valeur as EtatBilan] : valeur;
  }
}
