import { Component, input } from '@angular/core';
import { Icone, NomIcone } from './icone';

/** An empty page or list: says what is missing, and what to do first (`[actions]`). */
@Component({
  selector: 'co-vide',
  imports: [Icone],
  host: { class: 'vide' },
  template: `
    <co-icone [nom]="icone()" />
    <p class="vide-titre">{{ titre() }}</p>
    <div class="vide-texte"><ng-content /></div>
    <div class="vide-actions"><ng-content select="[actions]" /></div>
  `,
})
export class Vide {
  readonly titre = input.required<string>();
  readonly icone = input<NomIcone>('document');
}
