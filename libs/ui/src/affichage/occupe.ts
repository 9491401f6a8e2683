import { Directive, HostListener, booleanAttribute, input } from '@angular/core';

/**
 * A button whose act is under way: it shows it, says it, and ignores a second click without losing the focus
 * (a `disabled` button would).
 */
@Directive({
  selector: 'button[coOccupe]',
  host: {
    '[attr.aria-busy]': 'coOccupe() || null',
    '[attr.aria-disabled]': 'coOccupe() || null',
    '[class.occupe]': 'coOccupe()',
  },
})
export class Occupe {
  readonly coOccupe = input(false, { transform: booleanAttribute });

  @HostListener('click', ['$event'])
  protected retenir(evenement: Event): void {
    if (!this.coOccupe()) return;
    evenement.preventDefault();
    evenement.stopImmediatePropagation();
  }
}
