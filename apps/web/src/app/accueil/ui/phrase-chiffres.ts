import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AccueilLu } from '@coopilote/domain/pilotage/accueil.contract';
import { lireTrimestre } from '@coopilote/domain/commun/trimestre';
import { Jauge } from '@coopilote/ui/affichage/jauge';
import { compter, formatNombre, formatTrimestre } from '@coopilote/ui/format/format';

/** The last ended quarter in one sentence; each figure opens what is behind it. */
@Component({
  selector: 'co-phrase-chiffres',
  imports: [Jauge, RouterLink],
  template: `
    <p class="phrase num">
      <a routerLink="/bilans" [queryParams]="{ trimestre: chiffres().trimestre }">{{ recus() }}</a> au
      {{ trimestre() }}&nbsp;:
      @if (consolidation()) {
        <a routerLink="/consolidation">{{ beneficiaires() }}</a>{{ intervalle() }}.
      } @else {
        {{ beneficiaires() }}{{ intervalle() }}.
      }
    </p>
    <co-jauge grande [valeur]="chiffres().bilansRecus" [max]="chiffres().bilansAttendus" libelle="Bilans reçus" />
    <p class="petit num">
      {{ compter(chiffres().cooperatives, 'coopérative') }}, {{ compter(chiffres().actions, 'action') }} suivies ce
      trimestre.
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e3);
    }
    .phrase {
      font-size: var(--t-2);
      line-height: 1.35;
      font-weight: 600;
      max-width: 46rem;
      text-wrap: pretty;
    }
  `,
})
export class PhraseChiffres {
  readonly chiffres = input.required<NonNullable<AccueilLu['chiffres']>>();
  /** True when the reader may open the consolidation. */
  readonly consolidation = input(false);

  protected readonly compter = compter;
  protected readonly trimestre = computed(() => {
    const { trimestre } = this.chiffres();
    const lu = lireTrimestre(trimestre);
    return lu ? formatTrimestre(lu) : trimestre;
  });
  protected readonly recus = computed(() => {
    const { bilansRecus, bilansAttendus } = this.chiffres();
    return `${compter(bilansRecus, 'bilan')} sur ${formatNombre(bilansAttendus)} ${bilansRecus < 2 ? 'reçu' : 'reçus'}`;
  });
  protected readonly beneficiaires = computed(() => compter(this.chiffres().beneficiaires.haut, 'bénéficiaire'));
  protected readonly intervalle = computed(() => {
    const { bas, haut } = this.chiffres().beneficiaires;
    return bas === haut ? '' : `, entre ${formatNombre(bas)} et ${formatNombre(haut)} si les publics se recoupent`;
  });
}
