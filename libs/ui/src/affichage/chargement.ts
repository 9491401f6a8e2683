import { Component, computed, input } from '@angular/core';

/** Grey lines while a page loads; they appear after a moment only, so that a quick answer does not flicker. */
@Component({
  selector: 'co-chargement',
  host: { class: 'chargement', role: 'status' },
  template: `
    <span class="masque">{{ libelle() }}</span>
    @for (rang of rangs(); track rang) {
      <span class="chargement-ligne"></span>
    }
  `,
})
export class Chargement {
  readonly lignes = input(4);
  readonly libelle = input('Chargement en cours');
  protected readonly rangs = computed(() => Array.from({ length: this.lignes() }, (_, rang) => rang));
}
