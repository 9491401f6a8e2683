import { Component, input, output } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { DepartLu } from '@coopilote/domain/conventions';
import { Etat, ListeDefinition, formatDateJour, type Definition, type EtatMontre } from '@coopilote/ui';

/** Members that leave: what was asked, what the others said, the last day. */
@Component({
  selector: 'co-liste-departs',
  imports: [Etat, ListeDefinition],
  template: `
    <ul>
      @for (depart of departs(); track depart.id) {
        <li>
          <p class="tete">
            <b>{{ depart.structure }}</b>
            <co-etat [de]="etat(depart)" />
          </p>
          <co-liste-definition [definitions]="etapes(depart)" />
          @if (depart.peut.consulter || depart.peut.retirer) {
            <p class="rang">
              @if (depart.peut.consulter) {
                <button type="button" class="bouton" (click)="consulter.emit(depart)">
                  Enregistrer la consultation<span class="masque"> sur le départ de {{ depart.structure }}</span>
                </button>
              }
              @if (depart.peut.retirer) {
                <button type="button" class="bouton second" (click)="retirer.emit(depart)">
                  {{ depart.decide ? 'Renoncer au départ' : 'Retirer la demande'
                  }}<span class="masque"> de {{ depart.structure }}</span>
                </button>
              }
            </p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--e3);
      grid-template-columns: minmax(0, 1fr);
      padding: var(--e4) 0;
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      padding-top: 0;
      border-top: 0;
    }
    li:last-child {
      padding-bottom: 0;
    }
    .tete {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e1) var(--e3);
      align-items: baseline;
      justify-content: space-between;
    }
  `,
})
export class ListeDeparts {
  readonly departs = input.required<readonly DepartLu[]>();
  readonly consulter = output<DepartLu>();
  readonly retirer = output<DepartLu>();
  private readonly aujourdhui = jourAParis(new Date());

  protected etat({ decide, echeance }: DepartLu): EtatMontre {
    if (!decide) return { ton: 'attente', icone: 'partie', texte: 'membres à consulter' };
    return (echeance ?? '') < this.aujourdhui
      ? { ton: 'neutre', icone: 'neutre', texte: 'parti' }
      : { ton: 'ok', icone: 'oui', texte: 'décidé' };
  }

  protected etapes(d: DepartLu): Definition[] {
    const par = d.demandePar ? `, enregistrée par ${d.demandePar}` : '';
    return [
      { terme: 'Demande', valeur: `le ${formatDateJour(d.demandeLe)}${par}\n${d.motif}` },
      {
        terme: 'Consultation des membres',
        valeur: d.consulteLe
          ? `le ${formatDateJour(d.consulteLe)}\n${d.compteRendu}`
          : 'À mener par la délégation\u00a0: sans elle, le départ ne prend pas effet.',
      },
      {
        terme: 'Départ',
        valeur: d.decide
          ? `le ${formatDateJour(d.echeance)}, à l’échéance annuelle`
          : d.echeance
            ? `le ${formatDateJour(d.echeance)} si les membres sont consultés d’ici là, sinon à l’échéance suivante`
            : 'la convention a pris fin avant la consultation',
      },
    ];
  }
}
