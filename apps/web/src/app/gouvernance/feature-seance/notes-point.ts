import { Component, computed, inject, input, viewChild, ElementRef } from '@angular/core';
import { Icone, Toasts } from '@coopilote/ui';
import { Reseau } from '../../platform/reseau';
import { TextePartage } from '../ui/seance-texte-partage';
import type { NotePartagee } from './note-partagee';

/** The notes of a point: typed by several people at once, or read. */
@Component({
  selector: 'co-notes-point',
  imports: [Icone, TextePartage],
  template: `
    <h3 [id]="'notes-' + note().pointId">Notes</h3>
    @if (modifiable()) {
      <textarea
        #zone
        class="saisie saisie-longue"
        rows="5"
        aria-keyshortcuts="N"
        [attr.aria-labelledby]="'notes-' + note().pointId"
        [attr.aria-describedby]="'notes-etat-' + note().pointId"
        [coTextePartage]="note().texte"
        (compose)="note().composer($event)"
      ></textarea>
      <p class="petit etat-note" [id]="'notes-etat-' + note().pointId">
        <span role="status">
          @if (alerte(); as alerte) {
            <span class="alerte-note"><co-icone nom="coupe" />{{ alerte }}</span>
          }
        </span>
        @if (!alerte()) {
          <span>{{ calme() }}</span>
        }
      </p>
    } @else if (note().contenu().trim()) {
      <p class="lue">{{ note().contenu() }}</p>
    } @else {
      <p class="petit">Pas encore de note sur ce point.</p>
    }
    @if (note().refus(); as refus) {
      <div class="note note-alerte refus" role="alert">
        <co-icone nom="alerte" />
        <div class="pile-serree">
          <p><b>Vos dernières notes n’ont pas été reçues.</b> {{ refus.message }}</p>
          <p>Elles restent sur cet appareil tant que vous ne les retirez pas.</p>
          <div class="rang">
            <button type="button" class="bouton second compact" (click)="copier()">
              <co-icone nom="copier" />Copier toutes les notes du point
            </button>
            <button type="button" class="bouton second compact" (click)="note().relancer()">Envoyer de nouveau</button>
            <button type="button" class="bouton discret compact" (click)="note().abandonner()">
              Les retirer de cet appareil
            </button>
          </div>
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e2);
      grid-template-columns: minmax(0, 1fr);
    }
    .saisie-longue {
      min-height: 8rem;
    }
    .lue {
      white-space: pre-line;
    }
    .etat-note {
      min-height: 1.5em;
    }
    .alerte-note {
      display: inline-flex;
      gap: 0.4em;
      align-items: center;
      color: var(--attente);
      font-weight: 650;
    }
    .refus {
      color: var(--encre);
    }
    .refus > .icone {
      color: var(--alerte);
    }
  `,
})
export class NotesPoint {
  readonly note = input.required<NotePartagee>();
  readonly modifiable = input.required<boolean>();

  private readonly reseau = inject(Reseau);
  private readonly toasts = inject(Toasts);
  private readonly zone = viewChild<ElementRef<HTMLTextAreaElement>>('zone');

  protected readonly alerte = computed(() => {
    if (this.reseau.enLigne() && this.note().etat() !== 'HORS_LIGNE') return '';
    return this.note().gardee()
      ? 'Hors ligne, vos notes sont gardées ici.'
      : 'Hors ligne\u00a0: gardez cette page ouverte, ce navigateur ne garde rien.';
  });
  protected readonly calme = computed(() => {
    if (this.note().etat() === 'EN_COURS') return 'Enregistrement…';
    return this.note().contenu() ? 'Enregistrées, visibles de tous.' : 'À plusieurs, en même temps.';
  });

  /** The key N: the caret goes to the end of what was written. */
  prendre(): void {
    const zone = this.zone()?.nativeElement;
    zone?.focus();
    zone?.setSelectionRange(zone.value.length, zone.value.length);
  }

  protected async copier(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.note().contenu());
      this.toasts.succes('Notes copiées.');
    } catch {
      this.toasts.erreur('Le navigateur refuse la copie\u00a0: sélectionnez le texte et copiez-le.');
    }
  }
}
