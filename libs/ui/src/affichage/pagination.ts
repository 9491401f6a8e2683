import { Component, computed, input, model } from '@angular/core';
import { formatNombre } from '../format/format';
import { Icone } from './icone';

/** Previous and next page, and where one is: « 101 à 200 sur 1 284 ». Pages count from 1. */
@Component({
  selector: 'co-pagination',
  imports: [Icone],
  template: `
    @if (total() > 0) {
      <nav class="pagination" [attr.aria-label]="libelle()">
        <button type="button" class="bouton second" [disabled]="page() <= 1" (click)="page.set(page() - 1)">
          <co-icone nom="gauche" />Page précédente
        </button>
        <span class="petit num" aria-live="polite">{{ position() }}</span>
        <button type="button" class="bouton second" [disabled]="page() >= pages()" (click)="page.set(page() + 1)">
          Page suivante<co-icone nom="droite" />
        </button>
      </nav>
    }
  `,
})
export class Pagination {
  readonly page = model.required<number>();
  readonly taille = input.required<number>();
  readonly total = input.required<number>();
  readonly libelle = input('Pages');

  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / this.taille())));
  protected readonly position = computed(() => {
    const debut = (this.page() - 1) * this.taille() + 1;
    return `${formatNombre(debut)} à ${formatNombre(Math.min(debut + this.taille() - 1, this.total()))} sur ${formatNombre(this.total())}`;
  });
}
