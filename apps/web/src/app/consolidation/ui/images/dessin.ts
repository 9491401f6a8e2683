import { DestroyRef, Directive, ElementRef, afterNextRender, inject, signal } from '@angular/core';

/** A drawing at the width it is given: its letters keep their size on a phone as on a wall. */
@Directive()
export abstract class Dessin {
  protected readonly largeur = signal(600);
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    const observateur = inject(DestroyRef);
    afterNextRender(() => {
      const regard = new ResizeObserver(([entree]) => {
        if (entree?.contentRect.width) this.largeur.set(Math.max(280, Math.round(entree.contentRect.width)));
      });
      regard.observe(this.hote.querySelector('.dessin') ?? this.hote);
      observateur.onDestroy(() => regard.disconnect());
    });
  }
}

/** About how wide a text of 13 px is. */
export const largeurTexte = (texte: string): number => texte.length * 6.8;

/** Cuts a text that would not fit. */
export function couper(texte: string, largeur: number): string {
  const place = Math.floor(largeur / 6.8);
  return texte.length <= place ? texte : `${texte.slice(0, Math.max(1, place - 1)).trimEnd()}…`;
}
