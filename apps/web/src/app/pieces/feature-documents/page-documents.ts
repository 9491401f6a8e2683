import { Component, inject } from '@angular/core';
import { CooperativeStore } from '../../cooperatives/data/cooperative.store';
import { Pieces } from '../feature-pieces/pieces';

/** The documents of a CA: one of its tabs. */
@Component({
  selector: 'co-page-documents',
  imports: [Pieces],
  template: `
    <h2 class="masque">Documents de la coopérative</h2>
    @if (ca.id(); as id) {
      <co-pieces objet="COOPERATIVE" [objetId]="id" />
    }
  `,
})
export class PageDocuments {
  protected readonly ca = inject(CooperativeStore);
}
