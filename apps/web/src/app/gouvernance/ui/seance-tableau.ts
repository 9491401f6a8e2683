import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icone, Jauge, formatDateJour, formatNombre, formatPourcent } from '@coopilote/ui';
import type { TableauPoint } from './tableau-point';

type Colonne = TableauPoint['colonnes'][number];
type Valeur = string | number | null | undefined;

const VIDE = '–';
/** Under this share of what was meant, an indicator is off its target. */
const PART_ATTENDUE = 0.8;

/** The table that a point is about; on a phone, a card a row. */
@Component({
  selector: 'co-seance-tableau',
  imports: [Icone, Jauge, RouterLink],
  template: `
    @if (etroit()) {
      <h3 [class.masque]="tableau().titre === titrePoint()">{{ tableau().titre }}</h3>
      <ul class="cartes">
        @for (ligne of tableau().lignes; track $index) {
          <li>
            <b>{{ texte(tableau().colonnes[0], ligne) }}</b>
            <dl>
              @for (colonne of tableau().colonnes.slice(1); track colonne.cle) {
                <div>
                  <dt class="petit">{{ colonne.entete }}</dt>
                  <dd>{{ texte(colonne, ligne) }}</dd>
                </div>
              }
            </dl>
          </li>
        }
      </ul>
    } @else {
      <table>
        <caption [class.masque]="tableau().titre === titrePoint()">
          {{
            tableau().titre
          }}
        </caption>
        <thead>
          <tr>
            @for (colonne of tableau().colonnes; track colonne.cle) {
              <th scope="col" [class.num]="colonne.genre === 'nombre'" [class.large]="colonne.genre === 'jauge'">
                {{ colonne.entete }}
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (ligne of tableau().lignes; track $index) {
            <tr>
              @for (colonne of tableau().colonnes; track colonne.cle; let premiere = $first) {
                @if (premiere) {
                  <th scope="row">{{ texte(colonne, ligne) }}</th>
                } @else if (colonne.genre === 'jauge') {
                  <td>
                    @if (part(ligne[colonne.cle]); as part) {
                      <co-jauge
                        grande
                        [libelle]="colonne.entete + ', ' + texte(tableau().colonnes[0], ligne)"
                        [valeur]="part.valeur"
                        [max]="1"
                        [ton]="part.loin ? 'accent' : 'marque'"
                      />
                    }
                    <span class="petit num">{{ texte(colonne, ligne) }}</span>
                  </td>
                } @else {
                  <td [class.num]="colonne.genre === 'nombre'">{{ texte(colonne, ligne) }}</td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    }
    @if (!tableau().lignes.length) {
      <p class="petit">Rien à montrer&nbsp;: ce qui était en cause est réglé.</p>
    }
    @if (tableau().lien; as lien) {
      @if (liens()) {
        <a class="petit-lien sans-impression" [routerLink]="lien" target="_blank">
          <co-icone nom="externe" /> Ouvrir dans un nouvel onglet
        </a>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e2);
      grid-template-columns: minmax(0, 1fr);
    }
    table {
      font-size: 1.0625rem;
    }
    caption {
      font-weight: 600;
      color: var(--encre-2);
    }
    tbody th {
      font-size: inherit;
      font-weight: 650;
      color: inherit;
    }
    .large {
      width: 30%;
    }
    .cartes {
      display: grid;
      gap: var(--e3);
      list-style: none;
    }
    .cartes li {
      display: grid;
      gap: var(--e2);
      padding: var(--e3);
      border: 1px solid var(--trait);
      border-radius: 6px;
      background: var(--papier);
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
      gap: var(--e2) var(--e4);
    }
  `,
})
export class SeanceTableau {
  readonly tableau = input.required<TableauPoint>();
  /** A heading that the point's own title already gives is only read. */
  readonly titrePoint = input('');
  readonly etroit = input(false);
  readonly liens = input(false);

  protected texte(colonne: Colonne | undefined, ligne: TableauPoint['lignes'][number]): string {
    const valeur: Valeur = colonne ? ligne[colonne.cle] : null;
    if (valeur == null || valeur === '') return VIDE;
    if (typeof valeur === 'number') return colonne?.genre === 'jauge' ? formatPourcent(valeur) : formatNombre(valeur);
    return colonne?.genre === 'date' ? formatDateJour(valeur) : valeur;
  }

  /** A share far from what was meant: the bar says it by its colour, the figure beside it in full. */
  protected part(valeur: Valeur): { valeur: number; loin: boolean } | null {
    return typeof valeur === 'number' ? { valeur, loin: valeur < PART_ATTENDUE } : null;
  }
}
