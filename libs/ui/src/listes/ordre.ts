import {
  Component,
  ElementRef,
  Injectable,
  Injector,
  afterNextRender,
  booleanAttribute,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { Icone } from '../affichage/icone';

type ActeRang = 'monter' | 'descendre' | 'editer' | 'retirer';

/** What is done to a row of a list in order: moved by the keyboard as by the hand, edited, taken away. */
@Component({
  selector: 'co-actes-rang',
  imports: [Icone],
  template: `
    <button
      type="button"
      class="bouton discret compact"
      data-acte="monter"
      title="Monter"
      [disabled]="premier()"
      (click)="bouge.emit(-1)"
    >
      <co-icone nom="haut" /><span class="masque">Monter «&nbsp;{{ nom() }}&nbsp;»</span>
    </button>
    <button
      type="button"
      class="bouton discret compact"
      data-acte="descendre"
      title="Descendre"
      [disabled]="dernier()"
      (click)="bouge.emit(1)"
    >
      <co-icone nom="bas" /><span class="masque">Descendre «&nbsp;{{ nom() }}&nbsp;»</span>
    </button>
    <button
      type="button"
      class="bouton discret compact"
      data-acte="editer"
      title="Modifier"
      [attr.aria-expanded]="ouvert()"
      (click)="edite.emit()"
    >
      <co-icone nom="crayon" /><span class="masque">Modifier «&nbsp;{{ nom() }}&nbsp;»</span>
    </button>
    <button type="button" class="bouton discret compact" data-acte="retirer" title="Retirer" (click)="retire.emit()">
      <co-icone nom="corbeille" /><span class="masque">Retirer «&nbsp;{{ nom() }}&nbsp;»</span>
    </button>
  `,
})
export class ActesRang {
  readonly nom = input.required<string>();
  readonly premier = input(false, { transform: booleanAttribute });
  readonly dernier = input(false, { transform: booleanAttribute });
  /** Whether the fields of the row show below it; null when they take its place. */
  readonly ouvert = input<boolean | null>(null);
  readonly bouge = output<-1 | 1>();
  readonly edite = output();
  readonly retire = output();
}

/**
 * A list put in order, whose rows carry `data-rang` and `co-actes-rang`: the new place is said, and the focus comes back to the row
 * that moved. Provided by the component that shows the list.
 */
@Injectable()
export class OrdreDeListe {
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injecteur = inject(Injector);
  /** For who does not see the list. */
  readonly annonce = signal('');

  ligne(cle: string): Element | null {
    return this.hote.nativeElement.querySelector(`[data-rang="${cle}"]`);
  }

  /** Goes to the first field of a row once it shows. */
  saisir(cle: string): void {
    this.apres(() => this.ligne(cle)?.querySelector<HTMLElement>('input')?.focus());
  }

  /** Moving a row in the page takes its focus away: it comes back to the first act of the row that can have it. */
  viser(cle: string, actes: readonly ActeRang[]): void {
    this.apres(() => {
      const ligne = this.ligne(cle);
      const boutons = actes.map((acte) => ligne?.querySelector<HTMLButtonElement>(`[data-acte="${acte}"]`));
      boutons.find((bouton) => bouton && !bouton.disabled)?.focus();
    });
  }

  /** After a button moved a row: at an end of the list it is out of use, and the other one takes the focus. */
  suivre(cle: string, pas: -1 | 1): void {
    this.viser(cle, pas < 0 ? ['monter', 'descendre'] : ['descendre', 'monter']);
  }

  /** Says where a row now stands, once it does. */
  dire(phrase: () => string): void {
    this.apres(() => this.annonce.set(phrase()));
  }

  private apres(faire: () => void): void {
    afterNextRender(faire, { injector: this.injecteur });
  }
}
