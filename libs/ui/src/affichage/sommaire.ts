import { Component, input } from '@angular/core';

export interface SectionDeSommaire {
  /** Of the element to go to. */
  id: string;
  titre: string;
}

/** The sections of a long page, beside it: each leads to its place. Hidden where there is no room beside. */
@Component({
  selector: 'co-sommaire',
  template: `
    <nav [attr.aria-label]="libelle()">
      <p class="petit">{{ libelle() }}</p>
      <ul>
        @for (section of sections(); track section.id) {
          <li>
            <a [href]="'#' + section.id" (click)="aller($event, section.id)">{{ section.titre }}</a>
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    :host {
      position: sticky;
      top: 5rem;
      align-self: start;
      font-size: 0.9375rem;
    }
    ul {
      display: grid;
      list-style: none;
      border-left: 2px solid var(--trait);
      margin-top: var(--e2);
    }
    a {
      display: block;
      padding: var(--e1) var(--e4);
      color: var(--encre-2);
      text-decoration: none;
    }
    a:hover {
      color: var(--marque-fonce);
      text-decoration: underline;
    }
    @media (max-width: 68rem) {
      :host {
        display: none;
      }
    }
  `,
})
export class Sommaire {
  readonly sections = input.required<readonly SectionDeSommaire[]>();
  readonly libelle = input('Sur cette page');

  /** By hand: with a `<base href>` the browser would take `#id` for another address. */
  protected aller(evenement: Event, id: string): void {
    evenement.preventDefault();
    const section = document.getElementById(id);
    section?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    const premier = section?.querySelector<HTMLElement>('input, select, textarea, button');
    premier?.focus({ preventScroll: true });
  }
}
