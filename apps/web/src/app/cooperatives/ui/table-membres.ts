import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AdhesionLue } from '@coopilote/domain/cooperatives';
import { DateJourPipe, NombrePipe, compter } from '@coopilote/ui';

/** Member structures, one row each; below 700 px each row becomes a card. */
@Component({
  selector: 'co-table-membres',
  imports: [DateJourPipe, NombrePipe, RouterLink],
  template: `
    <div class="cadre-table">
      <table>
        <caption class="masque">
          {{
            legende()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">Structure</th>
            <th scope="col">Secteur</th>
            <th scope="col">Commune</th>
            <th scope="col">Entrée</th>
            <th scope="col">Sortie</th>
            <th scope="col" class="num">Actions</th>
            @if (modifiable()) {
              <th scope="col">Comptes</th>
              <th scope="col"><span class="masque">Modifier</span></th>
            }
          </tr>
        </thead>
        <tbody>
          @for (adhesion of adhesions(); track adhesion.id) {
            <tr>
              <th scope="row">
                <a [routerLink]="['/structures', adhesion.structureId]">{{ adhesion.structure }}</a>
                @if (adhesion.motifSortie) {
                  <span class="petit motif">{{ adhesion.motifSortie }}</span>
                }
              </th>
              <td data-nom="Secteur">{{ adhesion.secteur }}</td>
              <td data-nom="Commune">{{ adhesion.commune }}</td>
              <td data-nom="Entrée">{{ adhesion.debut | dateJour }}</td>
              <td data-nom="Sortie">{{ adhesion.fin | dateJour }}</td>
              <td data-nom="Actions" class="num">{{ adhesion.actions | nombre }}</td>
              @if (modifiable()) {
                <td data-nom="Comptes">
                  <span class="comptes">
                    <span [class.aucun]="!adhesion.comptes">{{ comptes(adhesion) }}</span>
                    @if (invitable()) {
                      <button type="button" class="lien" (click)="inviter.emit(adhesion)">
                        Inviter<span class="masque">&nbsp;une personne de {{ adhesion.structure }}</span>
                      </button>
                    }
                  </span>
                </td>
                <td class="acte">
                  <button type="button" class="lien" (click)="modifier.emit(adhesion)">
                    Modifier<span class="masque">&nbsp;l’adhésion de {{ adhesion.structure }}</span>
                  </button>
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    tbody th {
      color: var(--encre);
      font-size: 0.9375rem;
      min-width: 14rem;
    }
    .motif {
      display: block;
      font-weight: 400;
    }
    .comptes {
      display: flex;
      gap: var(--e3);
      justify-content: space-between;
      white-space: nowrap;
    }
    .aucun {
      color: var(--accent);
    }
    .acte {
      text-align: right;
    }
    @media (max-width: 43.75rem) {
      .cadre-table {
        border: 0;
        background: none;
      }
      table,
      tbody {
        display: grid;
        gap: var(--e3);
      }
      thead {
        display: none;
      }
      tr {
        display: grid;
        gap: var(--e1);
        padding: var(--e4);
        border: 1px solid var(--trait);
        border-radius: var(--rayon);
        background: var(--papier);
      }
      th,
      td {
        padding: 0;
        border: 0;
        text-align: left;
      }
      tbody th {
        min-width: 0;
        margin-bottom: var(--e1);
      }
      td[data-nom] {
        display: grid;
        grid-template-columns: 6rem minmax(0, 1fr);
      }
      td[data-nom]::before {
        content: attr(data-nom);
        color: var(--encre-2);
        font-size: var(--t-petit);
      }
      td .lien {
        min-height: 2.75rem;
        margin-block: -0.6rem;
      }
    }
  `,
})
export class TableMembres {
  readonly adhesions = input.required<readonly AdhesionLue[]>();
  readonly legende = input.required<string>();
  /** The reader manages the members: the acts show, and the accounts, which the API tells only to who sees them. */
  readonly modifiable = input(false);
  readonly invitable = input(false);
  readonly modifier = output<AdhesionLue>();
  readonly inviter = output<AdhesionLue>();

  protected comptes(adhesion: AdhesionLue): string {
    return adhesion.comptes ? compter(adhesion.comptes, 'compte') : 'aucun compte';
  }
}
