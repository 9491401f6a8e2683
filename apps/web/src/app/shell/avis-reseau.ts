import { Component, computed, inject } from '@angular/core';
import { Icone } from '@coopilote/ui/affichage/icone';
import { formatDateLongue, formatHeure } from '@coopilote/ui/format/format';
import { CopiesLectures } from '../platform/copies-lectures';
import { MisesAJour } from '../platform/mises-a-jour';
import { Reseau } from '../platform/reseau';

/** Strips under the bar: no network, a page as it was kept on the device, a newer version of the application. */
@Component({
  selector: 'co-avis-reseau',
  imports: [Icone],
  template: `
    @if (copie() || !reseau.enLigne()) {
      <p class="avis avis-hors-ligne" role="status">
        <co-icone nom="coupe" />
        @if (copie(); as telleQua) {
          <span>{{ telleQua }}</span>
          @if (reseau.joignable()) {
            <button type="button" class="lien" (click)="recharger()">Recharger la page</button>
          }
        } @else {
          <span>Hors ligne. Gardez cette page ouverte&nbsp;: ce que vous y avez saisi reste à l’écran.</span>
        }
      </p>
    }
    @if (misesAJour.prete()) {
      <p class="avis avis-version" role="status">
        <span>Une nouvelle version de Coopilote est prête.</span>
        <button type="button" class="lien" (click)="misesAJour.appliquer()">La prendre maintenant</button>
      </p>
    }
  `,
})
export class AvisReseau {
  protected readonly reseau = inject(Reseau);
  protected readonly misesAJour = inject(MisesAJour);
  private readonly lectures = inject(CopiesLectures);

  protected readonly copie = computed(() => {
    const le = this.lectures.tellesQua();
    if (!le) return '';
    const jour = new Date(le).toDateString() === new Date().toDateString() ? '' : ` le ${formatDateLongue(le)}`;
    const quand = jour ? `que${jour} à ${formatHeure(le)}` : `qu’à ${formatHeure(le)}`;
    return this.reseau.joignable() ? `Le réseau est revenu\u00a0: page telle ${quand}.` : `Hors ligne, tel ${quand}.`;
  });

  protected recharger(): void {
    location.reload();
  }
}
