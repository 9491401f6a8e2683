import { Component, computed, input, output } from '@angular/core';
import type { VueLue } from '@coopilote/domain/vues/vues.contract';
import { LIBELLES_RYTHMES_VUE } from '@coopilote/domain/vues/vues.rules';
import { Etat, Icone } from '@coopilote/ui';

/** The person's own views, then those shared with them; each opens its address. */
@Component({
  selector: 'co-vues-enregistrees',
  imports: [Etat, Icone],
  template: `
    @for (groupe of groupes(); track groupe.titre) {
      <h3>{{ groupe.titre }}</h3>
      <ul class="vues">
        @for (vue of groupe.vues; track vue.id) {
          <li>
            <div>
              <div class="rang">
                <button type="button" class="lien" (click)="choisir.emit(vue)">{{ vue.nom }}</button>
                @if (vue.requete === courante()) {
                  <co-etat ton="ok">affichée</co-etat>
                }
              </div>
              @if (vue.detail) {
                <p class="petit">{{ vue.detail }}</p>
              }
            </div>
            <button
              type="button"
              class="bouton discret"
              [attr.aria-label]="'Régler la vue ' + vue.nom"
              (click)="regler.emit(vue)"
            >
              <co-icone nom="crayon" />
            </button>
          </li>
        }
      </ul>
    } @empty {
      <p>
        Aucune vue encore. Choisissez des filtres et un découpage, puis enregistrez-les sous un nom&nbsp;: vous les
        retrouverez d’un geste, et pourrez en recevoir les chiffres par courriel.
      </p>
    }
  `,
  styles: `
    .vues {
      list-style: none;
      padding: 0;
      margin: 0;
    }
    .vues li {
      display: flex;
      justify-content: space-between;
      align-items: start;
      gap: var(--e3);
      padding: var(--e2) 0;
      border-top: 1px solid var(--trait);
    }
  `,
  host: { class: 'pile-serree' },
})
export class VuesEnregistrees {
  readonly vues = input.required<readonly VueLue[]>();
  /** What the address says now. */
  readonly courante = input.required<string>();
  readonly choisir = output<VueLue>();
  readonly regler = output<VueLue>();

  protected readonly groupes = computed(() => {
    const vues = this.vues().map((vue) => ({ ...vue, detail: detailDe(vue) }));
    return [
      { titre: 'Mes vues', vues: vues.filter(({ sienne }) => sienne) },
      { titre: 'Partagées avec moi', vues: vues.filter(({ sienne }) => !sienne) },
    ].filter((groupe) => groupe.vues.length > 0);
  });
}

/** « Vue par défaut · partagée avec Seine-Saint-Denis · chaque mois, le premier jour ». */
function detailDe({ parDefaut, partage, territoire, sienne, auteur, rythme }: VueLue): string {
  return [
    parDefaut ? 'vue par défaut' : '',
    partage === 'MOI' ? '' : sienne ? `partagée avec ${territoire}` : `par ${auteur}, avec ${territoire}`,
    rythme ? `envoyée ${LIBELLES_RYTHMES_VUE[rythme].toLocaleLowerCase('fr')}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
