import { Component, computed, input } from '@angular/core';
import { LIBELLES_PHASES, PHASES, PHASES_CALENDRIER, type Phase } from '@coopilote/domain/cooperatives';
import { rangDePhase } from './phases-montrees';

/** The six phases (guide, fiche 3), those behind, the present one, those to come. */
@Component({
  selector: 'co-barre-phases',
  host: { role: 'img', '[attr.aria-label]': 'texte()' },
  template: `
    @for (segment of segments(); track segment.phase) {
      <span [class]="segment.temps"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
      gap: 4px;
      align-items: center;
      min-height: 0.8rem;
    }
    span {
      height: 0.5rem;
      border-radius: 2px;
      background: var(--fond-2);
      forced-color-adjust: none;
    }
    .passee {
      background: color-mix(in oklab, var(--marque), var(--papier) 45%);
    }
    .presente {
      height: 0.8rem;
      background: var(--marque);
    }
    @media (forced-colors: active) {
      span {
        border: 1px solid;
      }
    }
    @media print {
      span {
        print-color-adjust: exact;
      }
    }
  `,
})
export class BarrePhases {
  readonly phase = input.required<Phase>();

  protected readonly texte = computed(() => `${LIBELLES_PHASES[this.phase()]}, ${rangDePhase(this.phase())}`);
  protected readonly segments = computed(() => {
    const present = PHASES.indexOf(this.phase());
    return PHASES_CALENDRIER.map((phase, rang) => ({
      phase,
      temps: rang < present ? 'passee' : rang === present ? 'presente' : 'a-venir',
    }));
  });
}
