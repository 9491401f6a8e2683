import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { Etat } from '../affichage/etat';
import type { ModeleDeCellule } from './cellule-libre';
import type { ColonneGrille } from './colonne';
import { CHIFFRES, etatDe, texteDe, valeurDe } from './valeurs';

/** What is seen of a grid, as a plain table that paper can cut into pages: the grid itself draws only what its frame shows. */
@Component({
  selector: 'co-impression-grille',
  imports: [Etat, NgTemplateOutlet],
  host: { class: 'grille-impression' },
  template: `
    <table>
      <caption>
        {{
          libelle()
        }}
      </caption>
      <thead>
        @if (groupes(); as groupes) {
          <tr>
            @for (groupe of groupes; track $index) {
              <th scope="colgroup" [attr.colspan]="groupe.nombre">{{ groupe.nom }}</th>
            }
          </tr>
        }
        <tr>
          @for (colonne of colonnes(); track colonne.cle) {
            <th scope="col" [class]="'entete-' + colonne.genre">{{ colonne.court ?? colonne.entete }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (ligne of rangees(); track $index) {
          <tr [class]="ligne.classe">
            @for (cellule of ligne.cellules; track $index) {
              <td [class]="cellule.classe">
                @if (cellule.modele; as modele) {
                  <ng-container [ngTemplateOutlet]="modele" [ngTemplateOutletContext]="{ $implicit: ligne.ligne }" />
                } @else if (cellule.etat) {
                  <co-etat [de]="cellule.etat" />
                } @else {
                  {{ cellule.texte }}
                  @if (cellule.detail) {
                    <br /><span class="petit">{{ cellule.detail }}</span>
                  }
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class ImpressionGrille<L> {
  readonly libelle = input.required<string>();
  readonly colonnes = input.required<readonly ColonneGrille<L>[]>();
  readonly lignes = input.required<readonly L[]>();
  readonly modeles = input.required<ReadonlyMap<string, ModeleDeCellule>>();
  readonly classeLigne = input<((ligne: L) => string) | null>(null);

  /** Headings of the groups, above those of the columns; null when there is no group. */
  protected readonly groupes = computed(() => {
    const groupes: { nom: string; nombre: number }[] = [];
    for (const { groupe = '' } of this.colonnes()) {
      const dernier = groupes.at(-1);
      if (dernier?.nom === groupe) dernier.nombre++;
      else groupes.push({ nom: groupe, nombre: 1 });
    }
    return groupes.some(({ nom }) => nom) ? groupes : null;
  });

  protected readonly rangees = computed(() =>
    this.lignes().map((ligne) => ({
      ligne,
      classe: this.classeLigne()?.(ligne) ?? '',
      cellules: this.colonnes().map((colonne) => ({
        modele: this.modeles().get(colonne.cle) ?? null,
        etat: colonne.genre === 'etat' || colonne.genre === 'oui' ? etatDe(colonne, ligne) : null,
        texte: valeurDe(colonne, ligne) === null ? '' : texteDe(colonne, ligne),
        detail: colonne.detail?.(ligne) ?? '',
        classe: [
          `cellule-${colonne.genre}`,
          CHIFFRES.has(colonne.genre) ? 'num' : '',
          colonne.classe?.(ligne) ?? '',
        ].join(' '),
      })),
    })),
  );
}
