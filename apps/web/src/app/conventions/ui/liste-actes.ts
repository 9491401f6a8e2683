import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dureeEnMots, type ActeResume } from '@coopilote/domain/conventions';
import { Etat, compter, etatActe, formatDateJour } from '@coopilote/ui';

/** The texts of a convention: what each is, where it stands, who has signed. */
@Component({
  selector: 'co-liste-actes',
  imports: [Etat, RouterLink],
  template: `
    <ul>
      @for (acte of actes(); track acte.id) {
        <li>
          <a [routerLink]="['/conventions/textes', acte.id]">{{ acte.nom }}</a>
          <co-etat [de]="etat(acte.etat)" />
          <p class="petit">{{ detail(acte) }}</p>
          @if (acte.objet) {
            <p class="objet">{{ acte.objet }}</p>
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
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--e1) var(--e3);
      align-items: baseline;
      padding: var(--e3) 0;
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      padding-top: 0;
      border-top: 0;
    }
    a {
      font-weight: 650;
    }
    p {
      grid-column: 1 / -1;
    }
    .objet {
      white-space: pre-line;
      max-width: 46rem;
    }
  `,
})
export class ListeActes {
  readonly actes = input.required<readonly ActeResume[]>();
  protected readonly etat = etatActe;

  protected detail({ genre, etat, dureeMois, effet, signatures, attendues }: ActeResume): string {
    return [
      genre === 'AVENANT' ? '' : `pour ${dureeEnMots(dureeMois)}`,
      attendues && (etat === 'EN_SIGNATURE' || etat === 'SIGNE')
        ? `${compter(signatures, 'signature')} sur ${attendues}`
        : '',
      effet ? `en vigueur depuis le ${formatDateJour(effet)}` : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
