import { Component, computed, input } from '@angular/core';

const LIEN = /(https?:\/\/[^\s]+)/;

/** The text of a message, its links made to be followed. */
@Component({
  selector: 'co-texte-envoi',
  host: { class: 'texte-envoi' },
  template: `@for (part of parts(); track $index) {
    @if (part.lien) {
      <a [href]="part.texte">{{ part.texte }}</a>
    } @else {
      {{ part.texte }}
    }
  }`,
})
export class TexteEnvoi {
  readonly texte = input.required<string>();
  protected readonly parts = computed(() =>
    this.texte()
      .split(LIEN)
      .map((texte) => ({ texte, lien: LIEN.test(texte) })),
  );
}

/** The first link of a message: what its reader is asked to open. */
export function premierLien(texte: string): string | null {
  return LIEN.exec(texte)?.[0] ?? null;
}
