import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EntetePage } from '@coopilote/ui/affichage/entete-page';
import { Vide } from '@coopilote/ui/affichage/vide';

@Component({
  selector: 'co-page-introuvable',
  imports: [EntetePage, RouterLink, Vide],
  template: `
    <div class="page-etroite">
      <co-entete-page titre="Cette page n’existe pas" />
      <co-vide titre="Rien à cette adresse" icone="chercher">
        L’adresse a pu changer, ou être mal recopiée. Ce que vous cherchez se retrouve depuis la première page.
        <a actions class="bouton" routerLink="/">Revenir à la première page</a>
      </co-vide>
    </div>
  `,
})
export class PageIntrouvable {}
