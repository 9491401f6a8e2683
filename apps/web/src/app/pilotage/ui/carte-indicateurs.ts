import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { COLONNES_T2 } from '@coopilote/domain/pilotage/t2-indicateurs';
import type { LigneT2 } from '@coopilote/domain/pilotage/tableaux.contract';
import { IndicateursCellule } from './indicateurs-cellule';

/** A row of T2 on a narrow screen: the action, then each thing that it has, under its heading. */
@Component({
  selector: 'co-carte-indicateurs',
  imports: [IndicateursCellule, RouterLink],
  host: { class: 'pile-serree' },
  template: `
    <div>
      <a class="grille-carte-titre" [routerLink]="lien()">{{ ligne().intitule }}</a>
      <p class="petit">{{ ligne().structure }}</p>
    </div>
    @for (rubrique of rubriques(); track rubrique.entete) {
      <div class="carte-indicateurs-rubrique">
        <p class="petit">{{ rubrique.entete }}</p>
        @if (rubrique.indicateurs; as indicateurs) {
          <co-indicateurs-cellule [indicateurs]="indicateurs" />
        } @else {
          <p class="pre-ligne">{{ rubrique.texte }}</p>
        }
      </div>
    }
  `,
})
export class CarteIndicateurs {
  readonly ligne = input.required<LigneT2>();
  readonly lien = input.required<string>();

  protected readonly rubriques = computed(() =>
    COLONNES_T2.flatMap(({ cle, entete }) => {
      const contenu = cle === 'intitule' ? null : this.ligne()[cle];
      if (!contenu?.length) return [];
      const texte = typeof contenu === 'string' ? contenu : '';
      return [{ entete, texte, indicateurs: typeof contenu === 'string' ? null : contenu }];
    }),
  );
}
