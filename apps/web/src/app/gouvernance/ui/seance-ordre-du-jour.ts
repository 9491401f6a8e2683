import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, afterRenderEffect, computed, inject, input, output } from '@angular/core';
import {
  type EnCours,
  type PointLu,
  chronoDit,
  finEstimee,
  heureDite,
  tempsPasse,
  tempsRestant,
} from '@coopilote/domain/gouvernance';
import { Icone } from '@coopilote/ui';

interface Ligne {
  point: PointLu;
  rang: number;
  enCours: boolean;
  depasse: boolean;
  temps: string;
  /** What the time is, for who does not see where it stands. */
  mot: string;
}

/** Under a minute of delay, nobody is late. */
const TOLERANCE_MS = 60_000;

/** The agenda of a séance, with the time left on each point, and the hour at which it should end. */
@Component({
  selector: 'co-seance-ordre-du-jour',
  imports: [Icone, NgTemplateOutlet],
  template: `
    <ol>
      @for (ligne of lignes(); track ligne.point.id) {
        <li [class.en]="ligne.enCours" [class.fait]="ligne.point.traite && !ligne.enCours">
          @if (modifiable()) {
            <button
              type="button"
              class="ligne"
              [attr.aria-current]="ligne.enCours ? 'step' : null"
              (click)="prendre.emit(ligne.point.id)"
            >
              @if (!ligne.enCours) {
                <span class="masque">Passer au point&nbsp;:</span>
              }
              <ng-container [ngTemplateOutlet]="contenu" [ngTemplateOutletContext]="{ $implicit: ligne }" />
            </button>
          } @else {
            <span class="ligne" [attr.aria-current]="ligne.enCours ? 'step' : null">
              <ng-container [ngTemplateOutlet]="contenu" [ngTemplateOutletContext]="{ $implicit: ligne }" />
            </span>
          }
        </li>
      }
    </ol>
    @if (fin(); as fin) {
      <p class="fin" [class.retard]="fin.retard">
        @if (fin.retard) {
          <co-icone nom="horloge" />
        }
        <span>
          Fin estimée à <b class="num">{{ fin.heure }}</b>{{
            fin.retard ? ', ' + fin.retard + ' min après l’heure prévue' : ''
          }}
        </span>
      </p>
    }

    <ng-template #contenu let-ligne>
      <span class="numero num">
        @if (ligne.point.traite && !ligne.enCours) {
          <co-icone nom="oui" /><span class="masque">Traité</span>
        } @else {
          {{ ligne.rang }}
        }
      </span>
      <span class="titre">{{ ligne.point.titre }}</span>
      <span class="temps num" [class.depasse]="ligne.depasse"
        >{{ ligne.temps }}<span class="masque"> {{ ligne.mot }}</span></span
      >
    </ng-template>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e4);
      align-content: start;
    }
    ol {
      display: grid;
      gap: 2px;
      list-style: none;
    }
    .ligne {
      display: grid;
      grid-template-columns: 1.6rem minmax(0, 1fr) auto;
      gap: var(--e2);
      align-items: baseline;
      width: 100%;
      padding: var(--e2) var(--e3);
      border: 0;
      border-left: 4px solid transparent;
      border-radius: 6px;
      background: none;
      color: inherit;
      text-align: left;
      line-height: 1.3;
    }
    button.ligne:hover {
      background: color-mix(in oklab, var(--marque-clair), transparent 45%);
    }
    li {
      color: var(--encre-2);
    }
    li.en .ligne {
      border-left-color: var(--marque);
      background: var(--marque-clair);
      color: var(--marque-fonce);
      font-weight: 650;
    }
    .numero .icone {
      color: var(--ok);
      translate: 0 0.15em;
    }
    .temps {
      white-space: nowrap;
    }
    .temps.depasse {
      color: var(--accent);
    }
    .fin {
      display: flex;
      gap: var(--e2);
      align-items: baseline;
      padding: var(--e3);
      border-top: 1px solid var(--trait);
      color: var(--encre-2);
    }
    .fin .icone {
      translate: 0 0.125em;
    }
    .fin.retard {
      color: var(--accent);
    }
    @media (forced-colors: active) {
      li.en .ligne {
        outline: 2px solid Highlight;
      }
    }
  `,
})
export class SeanceOrdreDuJour {
  /** In the order of the agenda. */
  readonly points = input.required<readonly PointLu[]>();
  readonly enCours = input.required<EnCours>();
  /** Server's time, milliseconds since 1970. */
  readonly maintenant = input.required<number>();
  /** The séance is open: its end is then estimated. */
  readonly ouverte = input.required<boolean>();
  /** Instant at which it was to end, ISO 8601. */
  readonly finPrevue = input.required<string | null>();
  readonly fuseau = input.required<string>();
  readonly modifiable = input(false);
  readonly prendre = output<string>();

  protected readonly lignes = computed<Ligne[]>(() => this.points().map((point, rang) => this.ligne(point, rang + 1)));
  protected readonly fin = computed(() => {
    if (!this.ouverte()) return null;
    const fin = finEstimee(this.points(), this.enCours(), this.maintenant());
    const prevue = this.finPrevue();
    const ecart = prevue ? fin - Date.parse(prevue) : 0;
    return {
      heure: heureDite(new Date(fin), this.fuseau()),
      retard: ecart >= TOLERANCE_MS ? Math.floor(ecart / 60_000) : 0,
    };
  });

  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly pointId = computed(() => this.enCours().pointId);

  constructor() {
    // A long agenda follows the séance by itself: nobody scrolls a wall.
    afterRenderEffect(() => {
      if (this.pointId()) this.hote.nativeElement.querySelector('li.en')?.scrollIntoView({ block: 'nearest' });
    });
  }

  private ligne(point: PointLu, rang: number): Ligne {
    const enCours = point.id === this.enCours().pointId;
    const commune = { point, rang, enCours, depasse: false };
    if (enCours) {
      const restant = tempsRestant(point, this.enCours(), this.maintenant());
      const depasse = restant < 0;
      return { ...commune, depasse, temps: chronoDit(restant), mot: depasse ? 'de dépassement' : 'restent' };
    }
    if (point.traite) {
      const minutes = Math.max(1, Math.round(tempsPasse(point, this.enCours(), this.maintenant()) / 60));
      return { ...commune, temps: `${minutes}\u00a0min`, mot: 'passées' };
    }
    const reste = Math.max(0, Math.ceil(point.duree - point.ecoule / 60));
    return { ...commune, temps: `${reste}\u00a0min`, mot: 'prévues' };
  }
}
