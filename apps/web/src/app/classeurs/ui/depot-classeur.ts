import { Component, input, output } from '@angular/core';
import { Icone } from '@coopilote/ui';

let compteur = 0;

/** Where a workbook is chosen, by a tap, the keyboard or a drop. */
@Component({
  selector: 'co-depot-classeur',
  imports: [Icone],
  template: `
    <label
      class="bouton grand"
      [class.second]="second()"
      [class.occupe]="occupe()"
      (dragover)="$event.preventDefault()"
      (drop)="lacher($event)"
    >
      <input
        type="file"
        class="masque"
        accept=".xlsx,.ods,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.oasis.opendocument.spreadsheet"
        [disabled]="occupe()"
        [attr.aria-describedby]="id"
        (change)="choisir($event)"
      />
      <co-icone nom="importer" />{{ occupe() ? 'Lecture du classeur…' : libelle() }}
    </label>
    <p [id]="id" class="petit">Un fichier .xlsx ou .ods, 5&nbsp;Mo au plus. Rien n’est écrit avant votre accord.</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e2);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--marque);
      outline-offset: 2px;
    }
    label.occupe {
      opacity: 0.7;
      cursor: progress;
    }
    .petit {
      color: var(--encre-2);
    }
  `,
})
export class DepotClasseur {
  readonly libelle = input.required<string>();
  readonly occupe = input(false);
  readonly second = input(false);
  readonly fichier = output<File>();
  protected readonly id = `depot-classeur-${++compteur}`;

  protected choisir(evenement: Event): void {
    const champ = evenement.target as HTMLInputElement;
    this.emettre(champ.files);
    // The same file chosen again is a choice again.
    champ.value = '';
  }

  protected lacher(evenement: DragEvent): void {
    evenement.preventDefault();
    if (!this.occupe()) this.emettre(evenement.dataTransfer?.files);
  }

  private emettre(fichiers: FileList | null | undefined): void {
    if (fichiers?.[0]) this.fichier.emit(fichiers[0]);
  }
}
