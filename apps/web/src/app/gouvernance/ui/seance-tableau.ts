import { Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ColonnePoint, type TableauPoint, estHorsCible } from '@coopilote/domain/gouvernance';
import { Icone, Jauge, formatDateJour, formatNombre, formatPourcent } from '@coopilote/ui';

type Valeur = string | number | null | undefined;

const VIDE = '–';
/** Rows shown at first: on a screen that scrolls, on a wall that nobody scrolls, on a phone before the decisions. */
const LIGNES = 8;
const LIGNES_MUR = 5;
const CARTES = 3;

/** The table that a point is about; on a phone, a card a row. */
@Component({
  selector: 'co-seance-tableau',
  imports: [Icone, Jauge, RouterLink],
  template: `
    @if (etroit()) {
      <h3 [class.masque]="tableau().titre === titrePoint()">{{ tableau().titre }}</h3>
      <ul class="cartes">
        @for (ligne of montrees(); track $index) {
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
          @for (ligne of montrees(); track $index) {
            <tr>
              @for (colonne of tableau().colonnes; track colonne.cle; let premiere = $first) {
                @if (premiere) {
                  <th scope="row">{{ texte(colonne, ligne) }}</th>
                } @else if (colonne.genre === 'jauge') {
                  <td>
                    <div class="mesure">
                      @if (part(ligne[colonne.cle]); as part) {
                        <co-jauge
                          grande
                          [libelle]="colonne.entete + ', ' + texte(tableau().colonnes[0], ligne)"
                          [valeur]="part.valeur"
                          [max]="1"
                          [ton]="part.loin ? 'accent' : 'marque'"
                        />
                      }
                      <span class="num">{{ texte(colonne, ligne) }}</span>
                    </div>
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
    @if (cachees(); as nombre) {
      @if (liens()) {
        <button type="button" class="lien petit-lien" (click)="tout.set(true)">
          Montrer {{ nombre }}&nbsp;{{ nombre > 1 ? 'lignes' : 'ligne' }} de plus
        </button>
      } @else {
        <p class="petit">Et {{ nombre }}&nbsp;{{ nombre > 1 ? 'lignes' : 'ligne' }} de plus.</p>
      }
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
    tbody th {
      min-width: 11rem;
    }
    .large {
      width: 28%;
    }
    .mesure {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 3.5rem;
      gap: var(--e2);
      align-items: center;
      text-align: right;
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

  /** Another table starts short again. */
  protected readonly tout = linkedSignal<unknown, boolean>({ source: () => this.tableau(), computation: () => false });
  protected readonly montrees = computed(() => {
    const { lignes } = this.tableau();
    if (this.tout()) return lignes;
    return lignes.slice(0, this.etroit() ? CARTES : this.liens() ? LIGNES : LIGNES_MUR);
  });
  protected readonly cachees = computed(() => this.tableau().lignes.length - this.montrees().length);

  protected texte(colonne: ColonnePoint | undefined, ligne: TableauPoint['lignes'][number]): string {
    const valeur: Valeur = colonne ? ligne[colonne.cle] : null;
    if (valeur == null || valeur === '') return VIDE;
    if (typeof valeur === 'number') return colonne?.genre === 'jauge' ? formatPourcent(valeur) : formatNombre(valeur);
    return colonne?.genre === 'date' ? formatDateJour(valeur) : valeur;
  }

  /** A share far from what was meant: the bar says it by its colour, the figure beside it in full. */
  protected part(valeur: Valeur): { valeur: number; loin: boolean } | null {
    return typeof valeur === 'number' ? { valeur, loin: valeur < 1 && estHorsCible(valeur) } : null;
  }
}
