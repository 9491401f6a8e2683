import { Directive, ElementRef, effect, inject, input, output } from '@angular/core';
import { differenceTexte } from '@coopilote/ui';
import * as Y from 'yjs';

/** Typing is undone by bursts, not letter by letter, in milliseconds. */
const RAFALE_MS = 600;

/**
 * A text box whose text several people write at once. What is typed becomes the least change of the shared text; what
 * comes from others is put in without moving the caret. Its value and the shared text are always the same.
 */
@Directive({
  selector: 'textarea[coTextePartage]',
  host: {
    '(input)': 'saisir()',
    '(compositionstart)': 'compose.emit(true)',
    '(compositionend)': 'saisir(); compose.emit(false)',
    '(keydown)': 'presser($event)',
  },
})
export class TextePartage {
  readonly coTextePartage = input.required<Y.Text>();
  /** True while letters are being composed (accents, dictation): writing into the box would break them. */
  readonly compose = output<boolean>();

  private readonly zone = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;
  private annulations: Y.UndoManager | null = null;

  constructor() {
    effect((nettoyer) => {
      const texte = this.coTextePartage();
      this.zone.value = texte.toString();
      const suivre = (evenement: Y.YTextEvent, transaction: Y.Transaction): void => {
        if (transaction.origin !== this) this.recevoir(evenement.delta);
      };
      texte.observe(suivre);
      const annulations = new Y.UndoManager(texte, { trackedOrigins: new Set([this]), captureTimeout: RAFALE_MS });
      this.annulations = annulations;
      nettoyer(() => {
        texte.unobserve(suivre);
        annulations.destroy();
      });
    });
  }

  protected saisir(): void {
    const texte = this.coTextePartage();
    const change = differenceTexte(texte.toString(), this.zone.value, this.zone.selectionEnd);
    if (!change) return;
    texte.doc?.transact(() => {
      texte.delete(change.debut, change.retire);
      texte.insert(change.debut, change.insere);
    }, this);
  }

  /** The browser's own undo forgets everything as soon as others write: only one's own words are undone. */
  protected presser(evenement: KeyboardEvent): void {
    if (!(evenement.ctrlKey || evenement.metaKey) || evenement.altKey) return;
    const touche = evenement.key.toLowerCase();
    if (touche === 'z' && !evenement.shiftKey) this.annulations?.undo();
    else if (touche === 'y' || touche === 'z') this.annulations?.redo();
    else return;
    evenement.preventDefault();
  }

  private recevoir(delta: Y.YTextEvent['delta']): void {
    const defilement = this.zone.scrollTop;
    let rang = 0;
    for (const { retain, insert, delete: retire } of delta) {
      if (retain !== undefined) rang += retain;
      else if (typeof insert === 'string') {
        this.zone.setRangeText(insert, rang, rang, 'preserve');
        rang += insert.length;
      } else if (retire !== undefined) this.zone.setRangeText('', rang, rang + retire, 'preserve');
    }
    this.zone.scrollTop = defilement;
  }
}
