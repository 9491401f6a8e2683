import { Component, computed, input } from '@angular/core';
import { chronoDit } from '@coopilote/domain/gouvernance';
import { Icone } from '@coopilote/ui';

/** The time left on the point under way, to be read from the back of a room. */
@Component({
  selector: 'co-seance-chrono',
  imports: [Icone],
  host: { '[class.depasse]': 'depasse()' },
  template: `
    <p role="timer" [attr.aria-label]="lu()">
      <span class="temps num" aria-hidden="true">{{ dit() }}</span>
      <span class="mots" aria-hidden="true">
        @if (depasse()) {
          <co-icone nom="alerte" />de dépassement
        } @else {
          {{ restant() < 120 && restant() >= 60 ? 'reste' : 'restent' }} sur {{ duree() }}&nbsp;min
        }
      </span>
    </p>
    <span class="barre-temps" aria-hidden="true"><b [style.width.%]="part()"></b></span>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e2);
      justify-items: end;
      min-width: 11rem;
      color: var(--marque);
    }
    :host(.depasse) {
      color: var(--accent);
    }
    p {
      display: grid;
      justify-items: end;
    }
    .temps {
      font-size: var(--taille-chrono, clamp(3rem, 5.2vw, 6rem));
      font-weight: 700;
      line-height: 0.95;
      letter-spacing: -0.02em;
      white-space: nowrap;
    }
    .mots {
      display: inline-flex;
      gap: 0.35em;
      align-items: center;
      color: var(--encre-2);
      white-space: nowrap;
    }
    :host(.depasse) .mots {
      color: var(--accent);
      font-weight: 650;
    }
    .barre-temps {
      width: 100%;
      height: 0.4rem;
      border-radius: 99px;
      background: var(--fond-2);
      overflow: hidden;
    }
    .barre-temps b {
      display: block;
      height: 100%;
      background: currentColor;
      transition: width 1s linear;
    }
    /* Under the title, and no longer beside it. */
    @media (max-width: 43.75rem) {
      :host,
      p {
        justify-items: start;
      }
    }
    @media (forced-colors: active) {
      .barre-temps {
        border: 1px solid;
        forced-color-adjust: none;
      }
    }
  `,
})
export class SeanceChrono {
  /** Seconds; negative past the time of the point. */
  readonly restant = input.required<number>();
  /** Minutes given to the point. */
  readonly duree = input.required<number>();

  protected readonly depasse = computed(() => this.restant() < 0);
  protected readonly dit = computed(() => chronoDit(this.restant()));
  /** By the minute: a screen reader that asks is not told every second. */
  protected readonly lu = computed(() => {
    const minutes = Math.abs(Math.trunc(this.restant() / 60));
    if (this.depasse()) return `Temps du point dépassé de ${minutes} min`;
    return minutes ? `${minutes} min restent sur ce point` : 'Moins d’une minute reste sur ce point';
  });
  protected readonly part = computed(() => {
    const total = this.duree() * 60;
    return Math.min(100, Math.max(0, (100 * (total - this.restant())) / total));
  });
}
