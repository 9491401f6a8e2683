import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { ecrireTexteRiche, lireTexteRiche } from '@coopilote/domain/commun/texte-riche';

/**
 * Rich text to read: made anew from the model of the domain, then sanitised by Angular. Its headings come under the one that
 * the page gives it.
 */
@Component({
  selector: 'co-lecture-riche',
  encapsulation: ViewEncapsulation.None,
  host: { class: 'texte-riche', '[class.texte-riche-sous]': 'niveau() === 3', '[innerHTML]': 'contenu()' },
  template: '',
  styleUrl: './texte-riche.css',
})
export class LectureRiche {
  readonly html = input.required<string>();
  /** Level of the highest heading of the text. */
  readonly niveau = input<2 | 3>(2);

  protected readonly contenu = computed(() => {
    const html = ecrireTexteRiche(lireTexteRiche(this.html()));
    // What people typed is escaped there: only the model's own tags look like this.
    return this.niveau() === 2 ? html : html.replace(/<(\/?)h([23])>/g, (_, fin, h) => `<${fin}h${Number(h) + 1}>`);
  });
}
