import { Component, computed, input, output } from '@angular/core';
import { TYPES_PIECE, type PieceLue } from '@coopilote/domain/pieces';
import { Icone, formatDateJour, formatHeure, formatNombre } from '@coopilote/ui';

/** One document: what it is, who added it and when; it opens by its name. */
@Component({
  selector: 'co-ligne-piece',
  imports: [Icone],
  template: `
    <co-icone nom="document" />
    <div>
      <a [href]="adresse()" [attr.download]="piece().nom">{{ piece().nom }}</a>
      <p class="petit">{{ detail() }}</p>
    </div>
    @if (piece().retirable) {
      <button type="button" class="bouton discret" (click)="retirer.emit()">
        <co-icone nom="corbeille" />Retirer<span class="masque"> le document {{ piece().nom }}</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: var(--e2) var(--e3);
      align-items: center;
      padding: var(--e3) var(--e4);
    }
    a {
      overflow-wrap: anywhere;
      font-weight: 600;
    }
    .petit {
      color: var(--encre-2);
    }
    @media (max-width: 30rem) {
      :host {
        grid-template-columns: auto minmax(0, 1fr);
      }
      button {
        grid-column: 2;
        justify-self: start;
      }
    }
  `,
})
export class LignePiece {
  readonly piece = input.required<PieceLue>();
  readonly retirer = output<void>();
  protected readonly adresse = computed(() => `/api/pieces/${this.piece().id}/contenu`);
  protected readonly detail = computed(() => {
    const { type, taille, deposePar, deposeLe } = this.piece();
    const quand = `${formatDateJour(deposeLe)} à ${formatHeure(deposeLe)}`;
    return [TYPES_PIECE[type].libelle, formatOctets(taille), `ajouté par ${deposePar} le ${quand}`].join(' · ');
  });
}

/** « 12 ko », « 3,4 Mo »: as file managers count, in thousands. */
function formatOctets(octets: number): string {
  return octets < 1_000_000
    ? `${formatNombre(Math.max(1, Math.round(octets / 1000)))}\u00a0ko`
    : `${formatNombre(octets / 1_000_000, 1)}\u00a0Mo`;
}
