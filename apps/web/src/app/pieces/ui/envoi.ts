import { Component, computed, input, output } from '@angular/core';
import { Icone, Jauge, formatPourcent } from '@coopilote/ui';

/** A file on its way, or refused. */
export interface EnvoiMontre {
  cle: number;
  nom: string;
  /** Share that has left, from 0 to 1. */
  part: number;
  /** Why it was refused; null while it goes. */
  refus: string | null;
  /** The same file may pass another time. */
  rejouable: boolean;
}

/** One file being sent: how far it is, or why it was refused, beside its name. */
@Component({
  selector: 'co-envoi-piece',
  imports: [Icone, Jauge],
  template: `
    <p class="nom">{{ envoi().nom }}</p>
    @if (envoi().refus; as refus) {
      <p class="refus" role="alert">
        <co-icone nom="alerte" /> <span class="masque">{{ envoi().nom }}&nbsp;: </span>{{ refus }}
      </p>
      <div class="rang">
        @if (envoi().rejouable) {
          <button type="button" class="bouton second" (click)="reessayer.emit()">Réessayer</button>
        }
        <button type="button" class="bouton discret" (click)="oublier.emit()">
          Ôter de la liste<span class="masque"> le fichier {{ envoi().nom }}</span>
        </button>
      </div>
    } @else {
      <co-jauge [valeur]="pourcents()" [max]="100" [libelle]="'Envoi de ' + envoi().nom" />
      <p class="petit num">{{ etape() }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e2);
      padding: var(--e3) var(--e4);
    }
    .nom {
      overflow-wrap: anywhere;
      font-weight: 600;
    }
    .refus {
      display: flex;
      gap: var(--e2);
      align-items: baseline;
      color: var(--alerte);
    }
  `,
})
export class EnvoiPiece {
  readonly envoi = input.required<EnvoiMontre>();
  readonly reessayer = output<void>();
  readonly oublier = output<void>();
  protected readonly pourcents = computed(() => Math.round(100 * this.envoi().part));
  protected readonly etape = computed(() => {
    const { part } = this.envoi();
    if (part === 0) return 'En attente';
    return part < 1 ? `Envoi\u00a0: ${formatPourcent(part)}` : 'Vérification…';
  });
}
