import { Component, ElementRef, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { Icone, Toasts } from '@coopilote/ui';
import { ecrireSvg, peindrePng, telechargerBlob } from './telecharger-image';

/** A row of the table under a picture; the link gives the reports behind its figures. */
export interface LigneImage {
  cellules: readonly string[];
  lien: Params;
}

/** A picture under its title, with what it shows in a sentence, its table, and the picture itself to take away. */
@Component({
  selector: 'co-cadre-image',
  imports: [Icone, RouterLink],
  template: `
    <figure class="carte" [attr.aria-label]="titre()">
      <figcaption>
        <h3>{{ titre() }}</h3>
        <p>{{ phrase() }}</p>
      </figcaption>
      <ng-content select="[choix]" />
      <div class="dessin"><ng-content /></div>
      <ng-content select="[credit]" />
      <div class="image-pied sans-impression">
        <details>
          <summary>Voir le tableau</summary>
          <div class="image-table" role="region" tabindex="0" [attr.aria-label]="'Tableau : ' + titre()">
            <table>
              <thead>
                <tr>
                  @for (entete of entetes(); track entete) {
                    <th scope="col" [class.num]="!$first">{{ entete }}</th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (ligne of lignes(); track ligne.cellules[0]) {
                  <tr>
                    @for (cellule of ligne.cellules; track $index) {
                      @if ($first) {
                        <th scope="row">{{ cellule }}</th>
                      } @else if ($index === 1 && cellule !== '–') {
                        <td class="num">
                          <a routerLink="/consolidation/sources" [queryParams]="ligne.lien">{{ cellule }}</a>
                        </td>
                      } @else {
                        <td class="num">{{ cellule }}</td>
                      }
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
        </details>
        <div class="rang">
          <button type="button" class="lien" (click)="telecharger('png')">
            <co-icone nom="telecharger" /> PNG<span class="masque">, {{ titre() }}</span>
          </button>
          <button type="button" class="lien" (click)="telecharger('svg')">
            <co-icone nom="telecharger" /> SVG<span class="masque">, {{ titre() }}</span>
          </button>
        </div>
      </div>
    </figure>
  `,
  styleUrl: './cadre-image.css',
})
export class CadreImage {
  readonly titre = input.required<string>();
  readonly phrase = input.required<string>();
  /** What the picture is drawn from, written under it in the file. */
  readonly pied = input.required<string>();
  /** What it measures, beside the title in the file. */
  readonly sujet = input.required<string>();
  /** Name of the file. */
  readonly nom = input.required<string>();
  readonly entetes = input.required<readonly string[]>();
  readonly lignes = input.required<readonly LigneImage[]>();
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly toasts = inject(Toasts);

  protected async telecharger(genre: 'png' | 'svg'): Promise<void> {
    const dessin = this.hote.querySelector<SVGSVGElement>('.dessin svg');
    if (!dessin) return;
    try {
      const { svg, taille } = ecrireSvg(dessin, {
        titre: `${this.titre()}\u00a0: ${this.sujet()}`,
        pied: this.pied(),
      });
      const contenu =
        genre === 'svg' ? new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }) : await peindrePng(svg, taille);
      telechargerBlob(`${this.nom()}.${genre}`, contenu);
    } catch {
      this.toasts.erreur('Le navigateur n’a pas pu faire l’image. Le tableau en donne les mêmes chiffres.');
    }
  }
}
