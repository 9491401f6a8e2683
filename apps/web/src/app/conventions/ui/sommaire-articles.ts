import { Component, input } from '@angular/core';
import { compter } from '@coopilote/ui';

export interface SectionTexte {
  /** Of the element to go to. */
  id: string;
  titre: string;
  /** Remarks that wait for an answer. */
  remarques: number;
}

/** The articles beside the text: each leads to its place, and says how many remarks wait there. */
@Component({
  selector: 'co-sommaire-articles',
  template: `
    <nav aria-label="Articles">
      <ul>
        @for (section of sections(); track section.id) {
          <li>
            <a [href]="'#' + section.id" (click)="aller($event, section.id)">
              <span>{{ section.titre }}</span>
              @if (section.remarques) {
                <span class="nombre num"
                  >{{ section.remarques }}<span class="masque">&nbsp;{{ mot(section.remarques) }}</span></span
                >
              }
            </a>
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
      list-style: none;
      border-left: 2px solid var(--trait);
    }
    a {
      display: flex;
      gap: var(--e2);
      justify-content: space-between;
      align-items: baseline;
      padding: var(--e1) var(--e2) var(--e1) var(--e4);
      color: var(--encre-2);
      text-decoration: none;
    }
    a:hover {
      color: var(--marque-fonce);
      text-decoration: underline;
    }
    .nombre {
      padding: 0 0.45em;
      border-radius: 99px;
      background: var(--attente-clair);
      color: var(--attente);
      font-size: 0.8125rem;
      font-weight: 600;
    }
    @media (max-width: 68rem) {
      :host {
        display: none;
      }
    }
  `,
})
export class SommaireArticles {
  readonly sections = input.required<readonly SectionTexte[]>();

  protected mot(nombre: number): string {
    return `${compter(nombre, 'remarque').replace(/^\d+\s/, '')} à traiter`;
  }

  /** By hand: with a `<base href>` the browser would take `#id` for another address. */
  protected aller(evenement: Event, id: string): void {
    evenement.preventDefault();
    const section = document.getElementById(id);
    section?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    section?.querySelector<HTMLElement>('h2, h3')?.focus({ preventScroll: true });
  }
}
