import { Component } from '@angular/core';
import { Icone } from './icone';

/** What one may not see: who may open it is said in the content, when there is one. */
@Component({
  selector: 'co-interdit',
  imports: [Icone],
  host: { class: 'vide' },
  template: `
    <co-icone nom="cadenas" />
    <p class="vide-titre">Vous n’avez pas accès à cette page</p>
    <div class="vide-texte">
      <ng-content
        >Elle appartient à une autre coopérative, à un autre département ou à un autre rôle. Votre délégation
        départementale peut vous y inviter.</ng-content
      >
    </div>
    <div class="vide-actions"><ng-content select="[actions]" /></div>
  `,
})
export class Interdit {}
