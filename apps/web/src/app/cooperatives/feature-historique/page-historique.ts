import { httpResource } from '@angular/common/http';
import { Component, inject, linkedSignal, signal } from '@angular/core';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { ChangementLu } from '@coopilote/domain/historique/historique.contract';
import { Chargement, ErreurChargement, ListeHistorique, Pagination, SaisieDate, Vide } from '@coopilote/ui';
import { CooperativeStore } from '../data/cooperative.store';

const TAILLE = 50;

/** Every change of the CA, the newest first, by day. */
@Component({
  selector: 'co-page-historique',
  imports: [Chargement, ErreurChargement, ListeHistorique, Pagination, SaisieDate, Vide],
  template: `
    <div class="filtres sans-impression">
      <co-saisie-date libelle="Depuis le" [(value)]="depuis" />
    </div>
    @if (page.error(); as erreur) {
      <co-erreur-chargement [erreur]="erreur" (reessayer)="page.reload()" />
    } @else if (!page.hasValue()) {
      <co-chargement [lignes]="8" />
    } @else {
      @if (page.value().lignes.length) {
        <co-liste-historique [changements]="page.value().lignes" />
      } @else {
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
}
