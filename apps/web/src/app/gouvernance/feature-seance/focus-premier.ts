import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** A form that was just called for: its first field takes the focus, and comes into sight. */
@Directive({ selector: '[coFocusPremier]' })
export class FocusPremier {
  constructor() {
    const hote = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      hote.querySelector<HTMLElement>('textarea, input, select')?.focus();
      hote.scrollIntoView({ block: 'nearest' });
    });
  }
}
