import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { type CompteCampagne, tauxCampagne } from '@coopilote/domain/bilans/campagne.rules';
import { NombrePipe, PourcentPipe } from '@coopilote/ui/format/pipes';

/** A line of the collection: a département or a CA, and where its reports are. */
export interface LigneCollecte extends CompteCampagne {
  cle: string;
  libelle: string;
  lien: string;
  filtres: Params;
  /** Filters under which its reports are listed; null where no list is theirs alone. */
  bilans: { lien: string; filtres: Params } | null;
}

const COLONNES = [
  { cle: 'attendus', entete: 'Attendus', filtre: {} },
  { cle: 'aRemplir', entete: 'À remplir', filtre: { etat: 'A_REMPLIR' } },
  { cle: 'brouillons', entete: 'Brouillons', filtre: { etat: 'BROUILLON' } },
  { cle: 'transmis', entete: 'Transmis', filtre: { etat: 'TRANSMIS' } },
  { cle: 'aCompleter', entete: 'À compléter', filtre: { etat: 'A_COMPLETER' } },
  { cle: 'valides', entete: 'Validés', filtre: { etat: 'VALIDE' } },
  { cle: 'enRetard', entete: 'En retard', filtre: { enRetard: 'true' } },
] as const;

/** The collection line by line, each count leading to its reports; under 700 px each line becomes a card. */
@Component({
  selector: 'co-table-collecte',
  imports: [NombrePipe, PourcentPipe, RouterLink],
  template: `
    <div class="cadre-table" role="region" tabindex="0" [attr.aria-label]="titre()">
      <table class="table-cartes">
        <caption class="masque">
          {{
            titre()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ axe() }}</th>
            @for (colonne of colonnes; track colonne.cle) {
              <th scope="col" class="num">{{ colonne.entete }}</th>
            }
            <th scope="col" class="num">Complétude</th>
            <th scope="col" class="num">À l’heure</th>
          </tr>
        </thead>
        <tbody>
          @for (ligne of rangees(); track ligne.cle) {
            <tr>
              <th scope="row">
                <a [routerLink]="ligne.lien" [queryParams]="ligne.filtres">{{ ligne.libelle }}</a>
              </th>
              @for (colonne of colonnes; track colonne.cle) {
                <td class="num" [attr.data-libelle]="colonne.entete">
                  @if (ligne.bilans && ligne[colonne.cle]) {
                    <a [routerLink]="ligne.bilans.lien" [queryParams]="avec(ligne.bilans.filtres, colonne.filtre)">{{
                      ligne[colonne.cle] | nombre
                    }}</a>
                  } @else {
                    {{ ligne[colonne.cle] | nombre }}
                  }
                </td>
              }
              <td class="num" data-libelle="Complétude">{{ ligne.completude | pourcent }}</td>
              <td class="num" data-libelle="À l’heure">{{ ligne.promptitude | pourcent }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class TableCollecte {
  readonly titre = input.required<string>();
  /** What a line is. */
  readonly axe = input.required<string>();
  readonly lignes = input.required<readonly LigneCollecte[]>();

  protected readonly colonnes = COLONNES;
  protected readonly rangees = computed(() => this.lignes().map((ligne) => ({ ...ligne, ...tauxCampagne(ligne) })));

  protected avec(filtres: Params, filtre: Params): Params {
    return { ...filtres, ...filtre };
  }
}
