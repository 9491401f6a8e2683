import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EntetePage } from '@coopilote/ui/affichage/entete-page';
import { Vide } from '@coopilote/ui/affichage/vide';
import { Reseau } from '../platform/reseau';

/** A page whose files are not on the device: there is no network, or they belong to a version that is no more. */
@Component({
  selector: 'co-page-hors-ligne',
  imports: [EntetePage, RouterLink, Vide],
  template: `
    <div class="page-etroite">
      @if (reseau.joignable()) {
        <co-entete-page titre="Page à recharger" />
        <co-vide titre="Cette page n’a pas pu être chargée" icone="alerte">
          Le réseau est coupé par moments, ou une nouvelle version de Coopilote est arrivée. Ce que vous avez écrit dans
          un bilan est gardé.
          <button actions type="button" class="bouton" (click)="recharger()">Recharger la page</button>
        </co-vide>
      } @else {
        <co-entete-page titre="Hors ligne" />
        <co-vide titre="Cette page ne se lit pas sans réseau" icone="coupe">
          Elle s’ouvrira à son retour. L’accueil et les bilans déjà ouverts ici restent lisibles, et un bilan peut
          s’écrire sans réseau.
          <a actions class="bouton" routerLink="/">Revenir à la première page</a>
        </co-vide>
      }
    </div>
  `,
})
export class PageHorsLigne {
  protected readonly reseau = inject(Reseau);

  protected recharger(): void {
    location.reload();
  }
}
