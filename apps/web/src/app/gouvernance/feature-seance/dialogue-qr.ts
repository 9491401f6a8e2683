import { Component, inject, output } from '@angular/core';
import { Dialogue } from '@coopilote/ui';
import { SeanceQr } from '../ui/seance-qr';
import { CodeSalle } from './code-salle';

/** The code, as large as the screen: scanned from the last row. */
@Component({
  selector: 'co-dialogue-qr',
  imports: [Dialogue, SeanceQr],
  template: `
    <co-dialogue large titre="Émargez avec votre téléphone" [ouvert]="true" (ouvertChange)="ferme.emit()">
      @if (code(); as lu) {
        <p>Ouvrez l’appareil photo, visez le code, puis touchez votre nom.</p>
        <co-seance-qr [adresse]="lu.adresse" libelle="Code QR de l’émargement" />
      } @else {
        <p role="status">Le code arrive…</p>
      }
      <button actions type="button" class="bouton second" (click)="ferme.emit()">Revenir à la séance</button>
    </co-dialogue>
  `,
  styles: `
    co-seance-qr {
      width: min(100%, 62dvh);
      justify-self: center;
    }
  `,
})
export class DialogueQr {
  readonly ferme = output<void>();
  protected readonly code = inject(CodeSalle).code;
}
