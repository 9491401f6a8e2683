import { Component, ElementRef, afterRenderEffect, booleanAttribute, input, model, viewChild } from '@angular/core';
import { Icone } from '../affichage/icone';

let compteur = 0;

/**
 * A dialog over the page: the browser's own, which holds the focus, closes with Échap and gives the focus back.
 * Content in the middle, `[actions]` at the foot. The content exists only while it is open.
 */
@Component({
  selector: 'co-dialogue',
  imports: [Icone],
  template: `
    <dialog
      #boite
      class="dialogue"
      [class.dialogue-large]="large()"
      [attr.aria-labelledby]="id"
      (close)="ouvert.set(false)"
    >
      @if (ouvert()) {
        <div class="dialogue-tete">
          <h2 [id]="id">{{ titre() }}</h2>
          <button type="button" class="bouton discret" (click)="ouvert.set(false)" aria-label="Fermer">
            <co-icone nom="fermer" />
          </button>
        </div>
        <div class="dialogue-corps"><ng-content /></div>
        <div class="dialogue-actions"><ng-content select="[actions]" /></div>
      }
    </dialog>
  `,
})
export class Dialogue {
  readonly ouvert = model.required<boolean>();
  readonly titre = input.required<string>();
  readonly large = input(false, { transform: booleanAttribute });

  protected readonly id = `dialogue-${++compteur}`;
  private readonly boite = viewChild.required<ElementRef<HTMLDialogElement>>('boite');

  constructor() {
    // After the render: the browser gives the focus to the first control that is there when the dialog opens.
    afterRenderEffect(() => {
      const boite = this.boite().nativeElement;
      if (this.ouvert() && !boite.open) boite.showModal();
      if (!this.ouvert() && boite.open) boite.close();
    });
  }
}
