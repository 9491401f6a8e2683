import { Component, computed, input, output } from '@angular/core';
import {
  LIBELLES_PRESENCE,
  QUALITES_MEMBRE,
  type ParticipantLu,
  type StatutPresence,
} from '@coopilote/domain/gouvernance';
import { Etat, Icone, type EtatMontre } from '@coopilote/ui';
import { QUALITES_AU_PLURIEL } from './dire';

const PRESENCES: Partial<Record<StatutPresence, Omit<EtatMontre, 'texte'>>> = {
  PRESENT: { ton: 'ok', icone: 'oui' },
  EXCUSE: { ton: 'neutre', icone: 'info' },
  ABSENT: { ton: 'neutre', icone: 'non' },
  REPRESENTE: { ton: 'ok', icone: 'personne' },
};

/** Who is asked to a meeting, gathered by what they stand for: who can be reached, then who came. */
@Component({
  selector: 'co-liste-participants',
  imports: [Etat, Icone],
  template: `
    @for (groupe of groupes(); track groupe.titre) {
      <h3>
        {{ groupe.titre }} <span class="petit num">({{ groupe.participants.length }})</span>
      </h3>
      <ul>
        @for (participant of groupe.participants; track participant.id) {
          <li>
            <div>
              <p>
                <b>{{ participant.nom }}</b>
                @if (participant.structure) {
                  <span class="petit">, {{ participant.structure }}</span>
                }
              </p>
              @if (participant.suppleantNom) {
                <p class="petit adresse">suppléant&nbsp;: {{ suppleant(participant) }}</p>
              }
              @if (joignables()) {
                @if (participant.courriel) {
                  <p class="petit adresse">{{ participant.courriel }}</p>
                } @else {
                  <p class="petit sans"><co-icone nom="alerte" />sans adresse&nbsp;: à prévenir autrement</p>
                }
              }
              @if (!participant.votant) {
                <p class="petit">ne prend pas part aux votes</p>
              }
            </div>
            @if (etat(participant); as etat) {
              <co-etat [de]="etat" />
            }
            @if (modifiable()) {
              @if (!participant.compte) {
                <button type="button" class="lien" (click)="corrige.emit(participant)">
                  Corriger<span class="masque">&nbsp;les coordonnées de {{ participant.nom }}</span>
                </button>
              }
              <button type="button" class="lien" (click)="retire.emit(participant)">
                Retirer<span class="masque">&nbsp;{{ participant.nom }}</span>
              </button>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e2);
    }
    h3 {
      font-size: 1rem;
    }
    ul {
      list-style: none;
      margin-bottom: var(--e2);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e1) var(--e3);
      justify-content: space-between;
      align-items: start;
      padding: var(--e2) 0;
      border-top: 1px solid var(--trait);
    }
    li > div {
      flex: 1 1 10rem;
      min-width: 0;
    }
    .adresse {
      overflow-wrap: anywhere;
    }
    .sans {
      display: flex;
      gap: 0.35em;
      align-items: baseline;
      color: var(--accent);
    }
    .sans co-icone {
      translate: 0 0.125em;
    }
    .lien {
      font-size: 0.9375rem;
    }
    @media (pointer: coarse) {
      .lien {
        min-height: 2.75rem;
      }
    }
  `,
})
export class ListeParticipants {
  readonly participants = input.required<readonly ParticipantLu[]>();
  /** Shows who can be reached: the addresses are for those who run the meeting. */
  readonly joignables = input(false);
  readonly modifiable = input(false);
  readonly corrige = output<ParticipantLu>();
  readonly retire = output<ParticipantLu>();

  protected readonly groupes = computed(() =>
    QUALITES_MEMBRE.map((qualite) => ({
      titre: QUALITES_AU_PLURIEL[qualite],
      participants: this.participants().filter((participant) => participant.qualite === qualite),
    })).filter(({ participants }) => participants.length),
  );

  protected suppleant({ suppleantNom, suppleantCourriel }: ParticipantLu): string {
    return [suppleantNom, this.joignables() && suppleantCourriel].filter(Boolean).join(', ');
  }

  /** Nothing to say of who is only expected. */
  protected etat({ statut, nom, presentNom }: ParticipantLu): EtatMontre | null {
    const montre = PRESENCES[statut];
    if (!montre) return null;
    const par = statut === 'PRESENT' && presentNom && presentNom !== nom ? ` (${presentNom})` : '';
    return { ...montre, texte: LIBELLES_PRESENCE[statut] + par };
  }
}
