import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { ChangementLu } from '@coopilote/domain/historique';
import {
  Chargement,
  ErreurChargement,
  Etat,
  HeurePipe,
  Pagination,
  SaisieDate,
  Vide,
  formatDateLongue,
} from '@coopilote/ui';
import { CooperativeStore } from '../data/cooperative.store';
import { DetailChangement } from '../ui/detail-changement';

const TAILLE = 50;

/** Every change of the CA, the newest first, by day. */
@Component({
  selector: 'co-page-historique',
  imports: [Chargement, DetailChangement, ErreurChargement, Etat, HeurePipe, Pagination, SaisieDate, Vide],
  template: `
    <div class="filtres sans-impression">
      <co-saisie-date libelle="Depuis le" [(value)]="depuis" />
    </div>
    @if (page.error(); as erreur) {
      <co-erreur-chargement [erreur]="erreur" (reessayer)="page.reload()" />
    } @else if (!page.hasValue()) {
      <co-chargement [lignes]="8" />
    } @else {
      @for (jour of jours(); track jour.titre) {
        <h2>{{ jour.titre }}</h2>
        <ol class="carte carte-sans-marge">
          @for (changement of jour.changements; track changement.id) {
            <li>
              <span class="petit num">{{ changement.quand | heure }}</span>
              <div>
                <p>{{ changement.resume }}</p>
                <p class="petit">{{ changement.qui }}</p>
                <co-detail-changement [changement]="changement" />
              </div>
              @if (changement.operation === 'SUPPRESSION') {
                <co-etat ton="alerte" icone="corbeille">supprimé</co-etat>
              } @else if (changement.operation === 'CREATION') {
                <co-etat ton="ok" icone="plus">créé</co-etat>
              }
            </li>
          }
        </ol>
      } @empty {
        <co-vide titre="Aucun changement" icone="horloge">
          @if (depuis()) {
            Rien n’a changé depuis cette date&nbsp;: choisissez-en une plus ancienne.
          } @else {
            Chaque modification de la coopérative, de ses fiches-actions et de ses bilans s’inscrira ici.
          }
        </co-vide>
      }
      <co-pagination libelle="Pages de l’historique" [(page)]="rang" [taille]="taille" [total]="page.value().total" />
    }
  `,
  styles: `
    .filtres {
      margin-bottom: var(--e4);
    }
    h2 {
      margin: var(--e6) 0 var(--e2);
      font-size: 1rem;
    }
    h2::first-letter {
      text-transform: uppercase;
    }
    ol {
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 4.5rem minmax(0, 1fr) auto;
      gap: var(--e1) var(--e3);
      align-items: baseline;
      padding: var(--e3) var(--e4);
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      border-top: 0;
    }
    @media (max-width: 43.75rem) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      li > div {
        grid-row: 2;
        grid-column: 1 / -1;
      }
    }
  `,
})
export class PageHistorique {
  private readonly ca = inject(CooperativeStore);
  protected readonly taille = TAILLE;
  protected readonly depuis = signal<string | null>(null);
  /** Another date starts again from the first page. */
  protected readonly rang = linkedSignal({ source: this.depuis, computation: () => 1 });
  protected readonly page = httpResource<Page<ChangementLu>>(() => {
    const depuis = this.depuis();
    const params = { cooperative: this.ca.id(), page: this.rang(), taille: TAILLE, ...(depuis && { depuis }) };
    return this.ca.id() ? { url: '/api/historique', params } : undefined;
  });
  protected readonly jours = computed(() => {
    const jours = new Map<string, ChangementLu[]>();
    for (const changement of this.page.hasValue() ? this.page.value().lignes : []) {
      const titre = formatDateLongue(changement.quand, true);
      jours.set(titre, [...(jours.get(titre) ?? []), changement]);
    }
    return [...jours].map(([titre, changements]) => ({ titre, changements }));
  });
}
