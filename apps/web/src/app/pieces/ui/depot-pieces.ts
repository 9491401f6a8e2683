import { Component, output, signal } from '@angular/core';
import { EXTENSIONS_PIECE } from '@coopilote/domain/pieces';
import { Icone } from '@coopilote/ui';

/** Where files are dropped, or chosen by a tap or the keyboard. */
@Component({
  selector: 'co-depot-pieces',
  imports: [Icone],
  template: `
    <label
      [class.survol]="survol()"
      (dragenter)="survoler($event)"
      (dragover)="survoler($event)"
      (dragleave)="survol.set(false)"
      (drop)="lacher($event)"
    >
      <input
        type="file"
        class="masque"
        multiple
        [accept]="accepte"
        aria-describedby="depot-aide"
        (change)="choisir($event)"
      />
      <co-icone nom="importer" />
      <span
        ><strong>Ajouter des documents</strong
        ><span class="glisser">&nbsp;: les choisir, ou les glisser ici</span></span
      >
    </label>
    <p id="depot-aide" class="petit">
      PDF, images, Word, Excel, PowerPoint, OpenDocument, CSV ou texte&nbsp;; 20&nbsp;Mo au plus par fichier.
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e2);
    }
    label {
      display: flex;
      gap: var(--e3);
      align-items: center;
      justify-content: center;
      min-height: 5rem;
      padding: var(--e4);
      border: 2px dashed var(--trait-fort);
      border-radius: var(--rayon);
      background: var(--papier);
      color: var(--marque);
      cursor: pointer;
    }
    label:hover,
    label.survol {
      border-color: var(--marque);
      background: var(--marque-clair);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--marque);
      outline-offset: 2px;
    }
    .petit {
      color: var(--encre-2);
    }
    @media (hover: none) {
      .glisser {
        display: none;
      }
    }
  `,
})
export class DepotPieces {
  readonly fichiers = output<File[]>();
  protected readonly accepte = EXTENSIONS_PIECE.join(',');
  protected readonly survol = signal(false);

  protected survoler(evenement: DragEvent): void {
    if (!evenement.dataTransfer?.types.includes('Files')) return;
    // Without this the browser would open the file in place of the page.
    evenement.preventDefault();
    this.survol.set(true);
  }

  protected lacher(evenement: DragEvent): void {
    evenement.preventDefault();
    this.survol.set(false);
    this.emettre(evenement.dataTransfer?.files);
  }

  protected choisir(evenement: Event): void {
    const champ = evenement.target as HTMLInputElement;
    this.emettre(champ.files);
    // The same file chosen again is a choice again.
    champ.value = '';
  }

  private emettre(fichiers: FileList | null | undefined): void {
    if (fichiers?.length) this.fichiers.emit([...fichiers]);
  }
}
