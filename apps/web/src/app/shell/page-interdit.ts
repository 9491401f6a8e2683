import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EntetePage } from '@coopilote/ui/affichage/entete-page';
import { Interdit } from '@coopilote/ui/affichage/interdit';

@Component({
  selector: 'co-page-interdit',
  imports: [EntetePage, Interdit, RouterLink],
  template: `
    <div class="page-etroite">
      <co-entete-page titre="Accès refusé" />
      <co-interdit><a actions class="bouton" routerLink="/">Revenir à la première page</a></co-interdit>
    </div>
  `,
})
export class PageInterdit {}
