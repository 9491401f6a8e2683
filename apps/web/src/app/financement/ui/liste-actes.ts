import { Component, input, output } from '@angular/core';
import { LIBELLES_FORMES_ACTE, type ActeLu } from '@coopilote/domain/financement';
import { DateJourPipe, Etat, Icone, formatEuros } from '@coopilote/ui';

/** Acts of a year: what each covers, where it stands, its documents. */
@Component({
  selector: 'co-liste-actes',
  imports: [DateJourPipe, Etat, Icone],
  template: `
    <ul class="liste-nue">
      @for (acte of actes(); track acte.id) {
        <li>
          <div class="acte">
            <strong>{{ acte.structure }}</strong>
            <span class="num">{{ designer(acte) }}</span>
            @if (acte.manques.length) {
              <span class="petit">Il manque {{ acte.manques.join(' et ') }} (R5).</span>
            }
          </div>
          <div class="rang">
            @if (acte.etat === 'SIGNE') {
              <co-etat ton="ok">signé le {{ acte.signeLe | dateJour }}</co-etat>
            } @else {
              <co-etat ton="attente" icone="crayon">en projet</co-etat>
            }
            @if (acte.engagements) {
              <a class="petit-lien" [href]="adresse(acte, 'pdf')" download
                ><co-icone nom="telecharger" />PDF<span class="masque"> de l’acte de {{ acte.structure }}</span></a
              >
              <a class="petit-lien" [href]="adresse(acte, 'docx')" download
                ><co-icone nom="telecharger" />Word<span class="masque">, acte de {{ acte.structure }}</span></a
              >
            }
            @if (modifiable() && acte.etat === 'PROJET') {
              <button type="button" class="bouton second compact" (click)="ouvrir.emit(acte)">
                Compléter<span class="masque"> l’acte de {{ acte.structure }}</span>
              </button>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    .acte {
      display: grid;
      gap: 0.1rem;
      flex: 1 1 16rem;
    }
    a {
      display: inline-flex;
      gap: 0.3em;
      align-items: center;
    }
  `,
})
export class ListeActes {
  readonly actes = input.required<readonly ActeLu[]>();
  readonly modifiable = input(false);
  readonly ouvrir = output<ActeLu>();

  /** « décision d’attribution nº 2026-12, 15 850,00 € ». */
  protected designer({ forme, reference, montant }: ActeLu): string {
    const acte = forme ? LIBELLES_FORMES_ACTE[forme] : 'acte';
    return `${acte}${reference ? ` nº\u00a0${reference}` : ''}, ${formatEuros(montant)}`;
  }

  protected adresse({ id }: ActeLu, format: string): string {
    return `/api/actes-financement/${id}/document.${format}`;
  }
}
