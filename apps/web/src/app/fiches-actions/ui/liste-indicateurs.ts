import { Component, computed, input, output } from '@angular/core';
import type { IndicateurLu } from '@coopilote/domain/actions';
import {
  LIBELLES_MODES,
  LIBELLES_TYPES_INDICATEUR,
  LIBELLES_UNITES,
  SIGLES_TYPES_INDICATEUR,
  TYPES_INDICATEUR,
  type TypeIndicateur,
} from '@coopilote/domain/referentiel';
import { Etat, Icone, NombrePipe } from '@coopilote/ui';
import { PrevisionsLues } from './previsions-lues';

const PLURIELS: Record<TypeIndicateur, string> = {
  PROCESSUS: 'Indicateurs de processus',
  ACTIVITE: 'Indicateurs d’activité',
  RESULTAT: 'Indicateurs de résultats',
};

/** The indicators of an action, by kind; a kind that is missing says so. */
@Component({
  selector: 'co-liste-indicateurs',
  imports: [Etat, Icone, NombrePipe, PrevisionsLues],
  template: `
    @for (groupe of groupes(); track groupe.type) {
      <section>
        <div class="tete">
          <h3>{{ groupe.titre }}</h3>
          @if (!groupe.indicateurs.length) {
            <co-etat ton="attente">manque</co-etat>
          }
          @if (modifiable()) {
            <button type="button" class="bouton discret sans-impression" (click)="ajouter.emit(groupe.type)">
              <co-icone nom="plus" />Ajouter<span class="masque">&nbsp;un {{ groupe.singulier }}</span>
            </button>
          }
        </div>
        <ul>
          @for (indicateur of groupe.indicateurs; track indicateur.id; let rang = $index) {
            <li>
              <div class="quoi">
                <p>
                  <span class="sigle num">{{ groupe.sigle }}{{ rang + 1 }}</span> <b>{{ indicateur.libelle }}</b>
                </p>
                <p class="petit">{{ detail(indicateur) }}</p>
                @if (indicateur.valeurReference !== null) {
                  <p class="petit">
                    Valeur de référence&nbsp;: <span class="num">{{ indicateur.valeurReference | nombre }}</span>
                  </p>
                }
                @if (indicateur.sources) {
                  <p class="petit sources">Sources&nbsp;: {{ indicateur.sources }}</p>
                }
                @if (indicateur.indicateurCommun) {
                  <p class="petit">Alimente l’indicateur régional «&nbsp;{{ indicateur.indicateurCommun }}&nbsp;»</p>
                }
                @if (modifiable()) {
                  <p class="rang sans-impression">
                    <button type="button" class="lien petit-lien" (click)="modifier.emit(indicateur)">
                      Modifier<span class="masque">&nbsp;: {{ indicateur.libelle }}</span>
                    </button>
                    <button type="button" class="lien petit-lien" (click)="supprimer.emit(indicateur)">
                      Supprimer<span class="masque">&nbsp;: {{ indicateur.libelle }}</span>
                    </button>
                  </p>
                }
              </div>
              <co-previsions-lues [previsions]="indicateur.previsions" [libelle]="indicateur.libelle" />
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e4);
    }
    .tete {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e1) var(--e3);
      align-items: center;
      min-height: 2.75rem;
    }
    .tete .bouton {
      margin-left: auto;
    }
    h3 {
      font-size: 1rem;
    }
    ul {
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--e2) var(--e6);
      padding: var(--e3) 0;
      border-top: 1px solid var(--trait);
      break-inside: avoid;
    }
    .quoi {
      display: grid;
      gap: 0.1rem;
      align-content: start;
    }
    .sigle {
      color: var(--marque);
      font-weight: 650;
      margin-right: var(--e1);
    }
    .sources {
      white-space: pre-line;
    }
    @media (max-width: 56.25rem) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ListeIndicateurs {
  readonly indicateurs = input.required<readonly IndicateurLu[]>();
  readonly modifiable = input(false);
  readonly ajouter = output<TypeIndicateur>();
  readonly modifier = output<IndicateurLu>();
  readonly supprimer = output<IndicateurLu>();

  protected readonly groupes = computed(() =>
    TYPES_INDICATEUR.map((type) => ({
      type,
      titre: PLURIELS[type],
      singulier: LIBELLES_TYPES_INDICATEUR[type].toLowerCase(),
      sigle: SIGLES_TYPES_INDICATEUR[type],
      indicateurs: this.indicateurs().filter((indicateur) => indicateur.type === type),
    })),
  );

  protected detail({ unite, modeAgregation, niveauResultat }: IndicateurLu): string {
    const niveau = { INTERMEDIAIRE: 'résultat intermédiaire', FINAL: 'résultat final' };
    return [niveauResultat && niveau[niveauResultat], LIBELLES_UNITES[unite], LIBELLES_MODES[modeAgregation]]
      .filter(Boolean)
      .join(' · ');
  }
}
