import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SyntheseLue } from '@coopilote/domain/cooperatives';
import { compter } from '@coopilote/ui';

/** Past this number the dots would fill the card: the words alone stay. */
const POINTS_MAX = 40;

/** One dot a thing: full when it is covered, a dashed ring when something is missing. The words beside say the same. */
@Component({
  selector: 'co-couverture',
  imports: [RouterLink],
  template: `
    <ul>
      @for (rangee of rangees(); track rangee.nom) {
        <li>
          <span>{{ rangee.nom }}</span>
          <span class="points" aria-hidden="true">
            @for (plein of rangee.points; track $index) {
              <i [class.trou]="!plein"></i>
            }
          </span>
          @if (rangee.manque) {
            <a class="petit" routerLink="programme">{{ rangee.mots }}</a>
          } @else {
            <span class="petit">{{ rangee.mots }}</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--e3);
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 5.5rem minmax(0, 1fr) auto;
      gap: var(--e3);
      align-items: center;
      font-size: 0.9375rem;
    }
    .points {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
    }
    i {
      width: 0.8rem;
      height: 0.8rem;
      border-radius: 50%;
      background: var(--marque);
      forced-color-adjust: none;
    }
    .trou {
      background: transparent;
      border: 2px dashed var(--accent);
    }
    @media print {
      i {
        print-color-adjust: exact;
      }
    }
  `,
})
export class Couverture {
  readonly couverture = input.required<SyntheseLue['couverture']>();

  protected readonly rangees = computed(() => {
    const c = this.couverture();
    return [
      this.rangee('Objectifs', 'objectif', c.objectifs, c.objectifsSansAction, 'sans action', 'tous ont une action'),
      this.rangee('Actions', 'action', c.actions, c.actionsSansResultat, 'sans résultat', 'toutes mesurées'),
      this.rangee('Publics', 'public', c.publics, c.publicsSansAction, 'sans action', 'tous visés'),
    ];
  });

  private rangee(nom: string, nomCompte: string, total: number, manque: number, sans: string, tous: string) {
    const points = total > POINTS_MAX ? [] : Array.from({ length: total }, (_, rang) => rang < total - manque);
    const mots = total === 0 ? `aucun${nomCompte === 'action' ? 'e' : ''}` : manque ? `${manque} ${sans}` : tous;
    return { nom, points, manque: manque > 0, mots: points.length ? mots : `${compter(total, nomCompte)}, ${mots}` };
  }
}
