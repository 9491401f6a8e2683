import {
  ApplicationRef,
  Component,
  EnvironmentInjector,
  Injectable,
  computed,
  createComponent,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { SaisieTexte } from '../champs/saisie-texte';
import { Dialogue } from './dialogue';

export interface Confirmation {
  titre: string;
  /** What will happen, and whether it can be undone. */
  texte: string;
  /** The act: « Supprimer la réunion », never « OK ». */
  action: string;
  annuler?: string;
  /** The act destroys: its button is red. */
  danger?: boolean;
  /** Words to copy before an act that cannot be undone, usually the thing's name. */
  aRecopier?: string;
}

@Component({
  selector: 'co-dialogue-confirmation',
  imports: [Dialogue, SaisieTexte],
  template: `
    <co-dialogue [titre]="demande().titre" [(ouvert)]="ouvert" (ouvertChange)="finir(false)">
      <p>{{ demande().texte }}</p>
      @if (demande().aRecopier; as mot) {
        <co-saisie-texte
          libelle="Pour confirmer, recopiez le nom"
          [aide]="mot"
          [(value)]="recopie"
          autocompletion="off"
        />
      }
      <ng-container actions>
        <button type="button" class="bouton second" (click)="finir(false)">{{ demande().annuler ?? 'Annuler' }}</button>
        <button
          type="button"
          class="bouton"
          [class.danger]="demande().danger"
          [disabled]="!permis()"
          (click)="finir(true)"
        >
          {{ demande().action }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueConfirmation {
  readonly demande = input.required<Confirmation>();
  readonly reponse = output<boolean>();
  protected readonly ouvert = signal(true);
  protected readonly recopie = signal('');
  protected readonly permis = computed(
    () => !this.demande().aRecopier || this.recopie().trim() === this.demande().aRecopier,
  );

  protected finir(accord: boolean): void {
    this.ouvert.set(false);
    this.reponse.emit(accord);
  }
}

/** Asks before an act. */
@Injectable({ providedIn: 'root' })
export class Dialogues {
  private readonly application = inject(ApplicationRef);
  private readonly injecteur = inject(EnvironmentInjector);

  /** @returns true when the act was confirmed; false when it was given up, by any means. */
  confirmer(demande: Confirmation): Promise<boolean> {
    const rendu = createComponent(DialogueConfirmation, { environmentInjector: this.injecteur });
    rendu.setInput('demande', demande);
    this.application.attachView(rendu.hostView);
    document.body.append(rendu.location.nativeElement);
    return new Promise((resolve) => {
      rendu.instance.reponse.subscribe((accord) => {
        resolve(accord);
        // The dialog's own `close` gives the focus back: it must still be in the page at that moment.
        requestAnimationFrame(() => rendu.destroy());
      });
    });
  }
}
