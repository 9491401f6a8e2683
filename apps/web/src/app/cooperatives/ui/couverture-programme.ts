import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Etat, Icone } from '@coopilote/ui';

/** What the programme still lacks, by name. */
export interface ManquesDuProgramme {
  objectifsSansAction: readonly { id: string; intitule: string }[];
  actionsSansResultat: readonly { id: string; intitule: string; structure: string }[];
  publicsSansAction: readonly string[];
}

/** Which objective has no action, which action no result indicator, which public nobody aims at. */
@Component({
  selector: 'co-couverture-programme',
  imports: [Etat, Icone, RouterLink],
  template: `
    @let m = manques();
    <section>
      <h3>
        Objectifs sans action
        <co-etat [ton]="m.objectifsSansAction.length ? 'attente' : 'ok'">{{
          m.objectifsSansAction.length || 'aucun'
        }}</co-etat>
      </h3>
      <ul>
        @for (objectif of m.objectifsSansAction; track objectif.id) {
          <li>{{ objectif.intitule }}</li>
        }
      </ul>
    </section>
    <section>
      <h3>
        Actions sans indicateur de résultats
        <co-etat [ton]="m.actionsSansResultat.length ? 'attente' : 'ok'">{{
          m.actionsSansResultat.length || 'aucune'
        }}</co-etat>
      </h3>
      <ul>
        @for (action of m.actionsSansResultat; track action.id) {
          <li>
            <a [routerLink]="['/fiches-actions', action.id]">{{ action.intitule }}</a>
            <span class="petit">{{ action.structure }}</span>
          </li>
        }
      </ul>
    </section>
    <section>
      <h3>
        Publics que personne ne vise
        <co-etat [ton]="m.publicsSansAction.length ? 'attente' : 'ok'">{{
          m.publicsSansAction.length || 'aucun'
        }}</co-etat>
      </h3>
      <ul>
        @for (public of m.publicsSansAction; track public) {
          <li>{{ public }}</li>
        }
      </ul>
    </section>
    @if (!m.objectifsSansAction.length && !m.actionsSansResultat.length && !m.publicsSansAction.length) {
      <p class="note"><co-icone nom="oui" />Chaque objectif a son action, chaque action sa mesure.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e4);
    }
    h3 {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e2);
      align-items: center;
      font-size: 1rem;
    }
    ul {
      display: grid;
      gap: var(--e2);
      list-style: none;
      font-size: 0.9375rem;
      line-height: 1.35;
    }
    ul:not(:empty) {
      margin-top: var(--e2);
    }
    li {
      padding-left: var(--e3);
      border-left: 3px dashed var(--accent);
    }
    li .petit {
      display: block;
    }
  `,
})
export class CouvertureProgramme {
  readonly manques = input.required<ManquesDuProgramme>();
}
