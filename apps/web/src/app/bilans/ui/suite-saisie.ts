import { Component, computed, input, output } from '@angular/core';
import { DitAvant } from './dit-avant';
import { NoteRetour, type Retour } from './note-retour';
import { TexteBilan } from './texte-bilan';

/** Freins, leviers or pistes: a text, with the one of the quarter before to take up. */
@Component({
  selector: 'co-suite-saisie',
  imports: [DitAvant, NoteRetour, TexteBilan],
  host: { class: 'carte question-saisie', '[class.question-renvoyee]': 'retour()' },
  template: `
    <h3>{{ titre() }} <span class="petit facultatif">facultatif</span></h3>
    @if (retour(); as renvoi) {
      <co-note-retour [retour]="renvoi" />
    }
    @if (precedent(); as dit) {
      <co-dit-avant
        acte="Reprendre"
        [trimestre]="trimestrePrecedent()"
        [sujet]="titre()"
        [texte]="dit"
        [repris]="repris()"
        (reprendre)="reprendre(dit)"
      />
    }
    <co-texte-bilan
      [libelle]="titre()"
      libelleMasque
      [nom]="nom()"
      [erreur]="erreur()"
      [texte]="texte()"
      (texteChange)="texteChange.emit($event)"
      (quitte)="quitte.emit()"
    />
  `,
})
export class SuiteSaisie {
  readonly titre = input.required<string>();
  readonly nom = input.required<string>();
  readonly texte = input.required<string>();
  readonly precedent = input('');
  readonly trimestrePrecedent = input('');
  readonly erreur = input<string | null>(null);
  readonly retour = input<Retour | null>(null);
  readonly texteChange = output<string>();
  readonly quitte = output<void>();

  protected readonly repris = computed(() => this.texte().includes(this.precedent().trim()));

  /** Adds to what was typed, never replaces it; tapped again, takes it back. */
  protected reprendre(dit: string): void {
    const texte = this.repris() ? this.texte().replace(dit.trim(), '') : `${this.texte()}\n${dit.trim()}`;
    this.texteChange.emit(texte.trim());
    this.quitte.emit();
  }
}
