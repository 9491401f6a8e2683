import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import type { CompteRenduLu } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import { Etat, etatCompteRendu } from '@coopilote/ui';

/** Where the minutes stand, under the heading of their meeting; the acts at the right. */
@Component({
  selector: 'co-compte-rendu-entete',
  imports: [Etat],
  encapsulation: ViewEncapsulation.None,
  host: { class: 'entete-page compte-rendu-entete' },
  template: `
    <div class="entete-page-texte">
      <h2>Compte-rendu</h2>
      <div class="rang">
        <co-etat [de]="etat()" />
        @if (compteRendu().numero > 1 || compteRendu().versions.length > 1) {
          <co-etat ton="neutre" icone="document">version {{ compteRendu().numero }}</co-etat>
        }
        @if (compteRendu().envoyeLe) {
          <co-etat ton="neutre" icone="envoi">envoyé</co-etat>
        }
      </div>
    </div>
    <div class="entete-page-actions"><ng-content /></div>
  `,
  styles: `
    .compte-rendu-entete {
      margin-bottom: var(--e4);
    }
  `,
})
export class CompteRenduEntete {
  readonly compteRendu = input.required<CompteRenduLu>();
  protected readonly etat = computed(() => etatCompteRendu(this.compteRendu().etat));
}
