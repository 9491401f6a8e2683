import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { SyntheseLue } from '@coopilote/domain/cooperatives';
import { DateLonguePipe, HeurePipe } from '@coopilote/ui';

/** Who did what, and when; the newest first. */
@Component({
  selector: 'co-liste-changements',
  imports: [DateLonguePipe, HeurePipe, RouterLink],
  template: `
    <ul>
      @for (changement of montres(); track $index) {
        <li>
          <span class="quoi">
            @if (changement.adresse; as adresse) {
              <a [routerLink]="adresse">{{ changement.quoi }}</a>
            } @else {
              {{ changement.quoi }}
            }
          </span>
          <span class="petit"
            >{{ changement.qui }}, {{ changement.quand | dateLongue }}, {{ changement.quand | heure }}</span
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      list-style: none;
    }
    li {
      display: grid;
      padding: var(--e2) 0;
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      border-top: 0;
      padding-top: 0;
    }
  `,
})
export class ListeChangements {
  readonly changements = input.required<SyntheseLue['changements']>();
  private readonly routeur = inject(Router);

  protected readonly montres = computed(() =>
    this.changements().map((changement) => ({
      ...changement,
      adresse: changement.lien ? this.routeur.parseUrl(changement.lien) : null,
    })),
  );
}
