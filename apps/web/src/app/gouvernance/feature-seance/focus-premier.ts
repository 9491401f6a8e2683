import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/**
 * A form that was just called for: its first field takes the focus, and the whole of it comes into sight. After the dialog that may hold
 * it has opened: a dialog gives the focus to its own first button.
 */
@Directive({ selector: '[coFocusPremier]' })
export class FocusPremier {
  constructor() {
    const hote = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() =>
      queueMicrotask(() => {
        // On a phone, a keyboard would hide the list that the dialog opens on.
        if (hote.closest('dialog') && !window.matchMedia('(pointer: fine)').matches) return;
        hote.querySelector<HTMLElement>('textarea, input, select')?.focus();
        if (!hote.closest('dialog')) hote.scrollIntoView({ block: 'nearest' });
      }),
    );
  }
}
