import { Component, input } from '@angular/core';
import type { LogoPartie } from '@coopilote/domain/conventions';

/** Logos of the parties of a text, as its document shows them. */
@Component({
  selector: 'co-logos-parties',
  template: `
    @if (logos().length) {
      <ul aria-label="Logos des parties">
        @for (logo of logos(); track logo.partieId) {
          <li><img [src]="adresse(logo)" [alt]="logo.nom" /></li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      list-style: none;
      display: flex;
      flex-wrap: wrap;
      gap: var(--e3);
    }
    li {
      display: grid;
      place-items: center;
      padding: var(--e2);
      border-radius: var(--rayon);
      /* As on the paper that bears them, whatever the theme. */
      background: #fff;
    }
    img {
      max-width: 9rem;
      max-height: 4rem;
      object-fit: contain;
    }
  `,
})
export class LogosParties {
  readonly acteId = input.required<string>();
  readonly logos = input.required<readonly LogoPartie[]>();

  protected adresse({ partieId, empreinte }: LogoPartie): string {
    return `/api/actes/${this.acteId()}/logos/${partieId}?v=${empreinte.slice(0, 12)}`;
  }
}
