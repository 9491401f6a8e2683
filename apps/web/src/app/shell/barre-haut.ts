import { Component, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icone } from '@coopilote/ui/affichage/icone';
import { SessionStore } from '../platform/session-store';
import { MenuUtilisateur } from './menu-utilisateur';

export interface EntreeDeNavigation {
  lien: string;
  libelle: string;
  active: boolean;
}

/** The bar at the top; under 900 px, its navigation and search go into a drawer. */
@Component({
  selector: 'co-barre-haut',
  imports: [Icone, MenuUtilisateur, RouterLink],
  templateUrl: './barre-haut.html',
})
export class BarreHaut {
  readonly entrees = input.required<readonly EntreeDeNavigation[]>();
  /** The search page exists and is open to the person. */
  readonly recherche = input.required<boolean>();
  readonly aide = output<void>();

  protected readonly session = inject(SessionStore);
  protected readonly terme = signal('');
  private readonly routeur = inject(Router);
  private readonly champLarge = viewChild<ElementRef<HTMLInputElement>>('champLarge');
  private readonly champEtroit = viewChild<ElementRef<HTMLInputElement>>('champEtroit');
  private readonly tiroir = viewChild<ElementRef<HTMLDialogElement>>('tiroir');

  /** Puts the cursor in the search field, wherever the width of the screen has put it. */
  chercher(): void {
    const large = this.champLarge()?.nativeElement;
    if (large?.checkVisibility()) {
      large.focus();
      return large.select();
    }
    this.ouvrirTiroir();
    this.champEtroit()?.nativeElement.focus();
  }

  protected ouvrirTiroir(): void {
    this.tiroir()?.nativeElement.showModal();
  }

  protected fermerTiroir(): void {
    this.tiroir()?.nativeElement.close();
  }

  protected lancer(evenement: Event): void {
    evenement.preventDefault();
    this.fermerTiroir();
    const q = this.terme().trim();
    if (q) void this.routeur.navigate(['/recherche'], { queryParams: { q } });
  }
}
