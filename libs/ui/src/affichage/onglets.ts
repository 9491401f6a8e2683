import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

export interface Onglet {
  libelle: string;
  /** What `routerLink` takes; relative to the page's route. */
  lien: string | readonly (string | number)[];
  /** Count shown after the word. */
  nombre?: number | null;
  /** The tab is active only on this very address; for the first tab, whose address starts the others'. */
  exact?: boolean;
}

/** Tabs that are links; on a narrow screen they scroll sideways. */
@Component({
  selector: 'co-onglets',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="onglets" [attr.aria-label]="libelle()">
      @for (onglet of onglets(); track onglet.libelle) {
        <a
          #actif="routerLinkActive"
          routerLinkActive
          ariaCurrentWhenActive="page"
          [routerLink]="onglet.lien"
          [routerLinkActiveOptions]="{ exact: onglet.exact ?? false }"
          (isActiveChange)="montrer($event, lien)"
          #lien
          >{{ onglet.libelle }}
          @if ((onglet.nombre ?? undefined) !== undefined) {
            <span class="onglet-nombre num">{{ onglet.nombre }}</span>
          }
        </a>
      }
    </nav>
  `,
})
export class Onglets {
  readonly onglets = input.required<readonly Onglet[]>();
  readonly libelle = input('Rubriques');

  /** Brings the active tab in sight: at 390 px it can be far at the right. */
  protected montrer(actif: boolean, lien: HTMLElement): void {
    const barre = lien.parentElement;
    if (actif && barre)
      barre.scrollLeft = lien.offsetLeft - barre.offsetLeft - (barre.clientWidth - lien.offsetWidth) / 2;
  }
}
