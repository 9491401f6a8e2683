import { Component, input } from '@angular/core';
import type { PieceEnvoiLue } from '@coopilote/domain/notifications/envoi.contract';
import { Icone, formatNombre } from '@coopilote/ui';

/** Names and sizes of what a message carries. */
@Component({
  selector: 'co-pieces-envoi',
  imports: [Icone],
  template: `
    @if (pieces().length) {
      <ul class="pieces-envoi petit" aria-label="Pièces jointes">
        @for (piece of pieces(); track $index) {
          <li><co-icone nom="document" />{{ piece.nom }} ({{ taille(piece) }})</li>
        }
      </ul>
    }
  `,
})
export class PiecesEnvoi {
  readonly pieces = input.required<readonly PieceEnvoiLue[]>();

  protected taille({ taille }: PieceEnvoiLue): string {
    return taille < 1_000_000
      ? `${formatNombre(Math.max(1, Math.round(taille / 1000)))}\u00a0ko`
      : `${formatNombre(taille / 1_000_000, 1)}\u00a0Mo`;
  }
}
