import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CooperativeLigne } from '@coopilote/domain/cooperatives';
import { Etat, NombrePipe, compter } from '@coopilote/ui';
import { BarrePhases } from './barre-phases';
import { PHASES_COURTES } from './phases-montrees';

const COMMUNES_NOMMEES = 4;

/** A CA in the list: where it is, how far it has come, what is late. */
@Component({
  selector: 'co-ligne-cooperative',
  imports: [BarrePhases, Etat, NombrePipe, RouterLink],
  template: `
    @let ca = ligne();
    <div class="quoi">
      <p class="petit">{{ ca.departement }} · {{ communes() }}</p>
      <h2>
        <a [routerLink]="['/cooperatives', ca.id]">{{ ca.intitule }}</a>
      </h2>
      @if (ca.thematiques.length) {
        <p class="petit">{{ ca.thematiques.join(', ') }}</p>
      }
    </div>
    <div class="phase">
      <p>{{ phase() }}</p>
      <co-barre-phases [phase]="ca.phase" />
    </div>
    <dl class="nombres num">
      <div>
        <dt class="petit">{{ ca.structures < 2 ? 'structure' : 'structures' }}</dt>
        <dd>{{ ca.structures | nombre }}</dd>
      </div>
      <div>
        <dt class="petit">{{ ca.actions < 2 ? 'action' : 'actions' }}</dt>
        <dd>{{ ca.actions | nombre }}</dd>
      </div>
    </dl>
    <p class="alerte">
      @if (ca.bilansEnRetard) {
        <co-etat ton="alerte">{{ retards() }}</co-etat>
      } @else if (ca.phase === 'CLOSE') {
        <co-etat ton="neutre" icone="oui">close</co-etat>
      }
    </p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 13rem 10rem 12rem;
      gap: var(--e3) var(--e6);
      align-items: center;
      padding: var(--e4) var(--e6);
      position: relative;
    }
    :host:hover {
      background: var(--fond);
    }
    .quoi {
      display: grid;
      gap: 0.15rem;
    }
    h2 {
      font-size: var(--t-3);
    }
    h2 a {
      color: var(--encre);
      text-decoration: none;
    }
    /* The whole row leads to the CA; the link alone is read and focused. */
    h2 a::after {
      content: '';
      position: absolute;
      inset: 0;
    }
    h2 a:hover {
      text-decoration: underline;
    }
    .phase {
      display: grid;
      gap: var(--e1);
      font-size: 0.9375rem;
    }
    .nombres {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--e3);
    }
    .nombres div {
      display: grid;
    }
    .nombres dd {
      order: -1;
      font-size: var(--t-3);
      font-weight: 650;
      line-height: 1.2;
    }
    .alerte:empty {
      display: none;
    }
    @media (max-width: 68rem) {
      :host {
        grid-template-columns: minmax(0, 1fr) 11rem;
      }
    }
    @media (max-width: 43.75rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
        padding: var(--e4);
      }
      .nombres {
        justify-content: start;
        grid-template-columns: auto auto;
        gap: var(--e4);
      }
      .nombres div {
        display: flex;
        gap: var(--e1);
        align-items: baseline;
      }
      .nombres dd {
        font-size: 1rem;
      }
    }
  `,
})
export class LigneCooperative {
  readonly ligne = input.required<CooperativeLigne>();

  protected readonly phase = computed(() => PHASES_COURTES[this.ligne().phase]);
  protected readonly retards = computed(() => `${compter(this.ligne().bilansEnRetard, 'bilan')} en retard`);
  protected readonly communes = computed(() => {
    const { communes } = this.ligne();
    const nommees = communes.slice(0, COMMUNES_NOMMEES).join(', ');
    const reste = communes.length - COMMUNES_NOMMEES;
    return reste > 0 ? `${nommees} et ${compter(reste, 'autre')}` : nommees;
  });
}
