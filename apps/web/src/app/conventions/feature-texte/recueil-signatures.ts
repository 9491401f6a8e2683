import { Component, computed, input, output } from '@angular/core';
import { LIBELLES_MODES_SIGNATURE, type ActeLu } from '@coopilote/domain/conventions';
import { DateJourPipe, Etat, Icone } from '@coopilote/ui';

/** Who has signed, when and how; who is waited for. */
@Component({
  selector: 'co-recueil-signatures',
  imports: [DateJourPipe, Etat, Icone],
  template: `
    <ul>
      @for (ligne of lignes(); track ligne.partie.id) {
        <li>
          <p class="nom">{{ ligne.partie.nom }}</p>
          @if (ligne.signature; as signature) {
            <co-etat ton="ok">a signé le {{ signature.signeLe | dateJour }}</co-etat>
            <p class="petit">
              {{ modes[signature.mode] }}
              @if (signature.par) {
                <span>({{ signature.par }})</span>
              }
              @if (signature.pieceId) {
                <span aria-hidden="true"> · </span>
                <a [href]="'/api/pieces/' + signature.pieceId + '/contenu'" download
                  >Copie signée<span class="masque"> de {{ ligne.partie.nom }}</span></a
                >
              }
            </p>
          } @else {
            <co-etat ton="attente" icone="horloge">attendue</co-etat>
            @if (acte().peut.deposer) {
              <button type="button" class="bouton second compact" (click)="deposer.emit(ligne.partie.id)">
                <co-icone nom="importer" />Déposer la copie signée<span class="masque"> de {{ ligne.partie.nom }}</span>
              </button>
            }
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
      gap: var(--e1);
      justify-items: start;
      padding-top: var(--e3);
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      padding-top: 0;
      border-top: 0;
    }
    .nom {
      font-weight: 600;
    }
    .bouton {
      margin-top: var(--e1);
    }
  `,
})
export class RecueilSignatures {
  readonly acte = input.required<ActeLu>();
  /** Party whose signed copy is to be deposited. */
  readonly deposer = output<string>();
  protected readonly modes = LIBELLES_MODES_SIGNATURE;
  protected readonly lignes = computed(() => {
    const { parties, recueil } = this.acte();
    return parties.map((partie) => ({ partie, signature: recueil.find(({ partieId }) => partieId === partie.id) }));
  });
}
