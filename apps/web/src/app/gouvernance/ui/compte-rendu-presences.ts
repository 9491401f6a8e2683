import { Component, booleanAttribute, computed, input } from '@angular/core';
import type { MinuteFigee } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import { LIBELLES_PRESENCE, STATUTS_PRESENCE, type StatutPresence } from '@coopilote/domain/gouvernance/genres';
import { compter } from '@coopilote/ui';

type Presence = MinuteFigee['presences'][number];

/** Who came first, then who is represented, excused, absent. */
const RANGS: Record<StatutPresence, number> = { PRESENT: 0, REPRESENTE: 1, EXCUSE: 2, ABSENT: 3, ATTENDU: 4 };
const ACCORDS: Record<StatutPresence, string> = {
  PRESENT: 'présente',
  REPRESENTE: 'représentée',
  EXCUSE: 'excusée',
  ABSENT: 'absente',
  ATTENDU: 'attendue',
};

/** « 12 personnes présentes, 1 excusée. » */
export function participationDite(presences: readonly Pick<Presence, 'statut'>[]): string {
  const comptes = [...STATUTS_PRESENCE]
    .sort((a, b) => RANGS[a] - RANGS[b])
    .map((statut) => ({ statut, nombre: presences.filter((presence) => presence.statut === statut).length }))
    .filter(({ nombre }) => nombre > 0);
  return comptes
    .map(({ statut, nombre }, rang) =>
      rang === 0
        ? compter(nombre, `personne ${ACCORDS[statut]}`, `personnes ${ACCORDS[statut]}s`)
        : compter(nombre, ACCORDS[statut]),
    )
    .join(', ');
}

/** The attendance of a meeting. */
@Component({
  selector: 'co-compte-rendu-presences',
  host: { '[class.compact]': 'compact()' },
  template: `
    @if (compact()) {
      @if (quorum()) {
        <p class="petit">{{ quorum() }}.</p>
      }
    } @else {
      <p>
        {{ resume() }}.
        @if (quorum()) {
          <span class="petit">{{ quorum() }}.</span>
        }
      </p>
    }
    <dl>
      @for (groupe of groupes(); track groupe.statut) {
        <div>
          <dt class="petit">{{ groupe.statut }}</dt>
          @for (presence of groupe.presences; track $index) {
            <dd>{{ presence }}</dd>
          }
        </div>
      }
    </dl>
    @if (!compact()) {
      <div class="cadre-table">
        <table>
          <caption class="masque">
            Participation
          </caption>
          <thead>
            <tr>
              <th scope="col">Nom</th>
              <th scope="col">Structure</th>
              <th scope="col">Qualité</th>
              <th scope="col">Participation</th>
            </tr>
          </thead>
          <tbody>
            @for (rangee of rangees(); track $index) {
              <tr>
                <th scope="row">{{ rangee.nom }}</th>
                <td>{{ rangee.structure }}</td>
                <td>{{ rangee.qualite }}</td>
                <td>{{ rangee.participation }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e3);
      grid-template-columns: minmax(0, 1fr);
    }
    /* Room for names alone: beside a text, and on a phone. */
    :host(:not(.compact)) dl {
      display: none;
    }
    @media screen and (max-width: 43.75rem) {
      .cadre-table {
        display: none;
      }
      :host(:not(.compact)) dl {
        display: grid;
      }
    }
    dl {
      display: grid;
      gap: var(--e3);
      font-size: 0.9375rem;
    }
    dt::first-letter {
      text-transform: uppercase;
    }
    tbody th {
      font-size: inherit;
      font-weight: 600;
      color: inherit;
    }
  `,
})
export class CompteRenduPresences {
  readonly presences = input.required<readonly Presence[]>();
  readonly quorum = input<string | null>(null);
  /** Names by who came and who did not, without a count of them: beside a text. */
  readonly compact = input(false, { transform: booleanAttribute });

  protected readonly resume = computed(() => participationDite(this.presences()));
  private readonly triees = computed(() =>
    [...this.presences()].sort((a, b) => RANGS[a.statut] - RANGS[b.statut] || a.nom.localeCompare(b.nom, 'fr')),
  );
  protected readonly groupes = computed(() =>
    STATUTS_PRESENCE.map((statut) => ({
      statut: LIBELLES_PRESENCE[statut],
      rang: RANGS[statut],
      presences: this.triees()
        .filter((presence) => presence.statut === statut)
        .map(({ nom, structure, pouvoirA }) =>
          [nom, structure, pouvoirA && `pouvoir à ${pouvoirA}`].filter(Boolean).join(', '),
        ),
    }))
      .filter(({ presences }) => presences.length)
      .sort((a, b) => a.rang - b.rang),
  );
  protected readonly rangees = computed(() =>
    this.triees().map(({ nom, structure, qualite, statut, pouvoirA }) => ({
      nom,
      structure: structure ?? '',
      qualite,
      participation: pouvoirA ? `a donné pouvoir à ${pouvoirA}` : LIBELLES_PRESENCE[statut],
    })),
  );
}
