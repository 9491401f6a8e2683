import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { estIdentifiant } from '@coopilote/domain/commun/champs';
import type { FicheActionLue } from '@coopilote/domain/actions';
import { Chargement, EntetePage, ErreurChargement, Interdit, Vide } from '@coopilote/ui';
import { DansConvention } from '../../conventions/ui/dans-convention';
import { FormulaireFiche } from './formulaire-fiche';

/** Creates a fiche-action (`?cooperative=` and, if known, `&objectif=`), or edits one. */
@Component({
  selector: 'co-page-saisie-fiche',
  imports: [Chargement, DansConvention, EntetePage, ErreurChargement, FormulaireFiche, Interdit, RouterLink, Vide],
  template: `
    @if (id()) {
      @if (ressource.error(); as erreur) {
        <co-entete-page titre="Modifier la fiche-action" />
        <co-erreur-chargement [erreur]="erreur" (reessayer)="ressource.reload()" />
      } @else if (!ressource.hasValue()) {
        <co-chargement [lignes]="8" />
      } @else if (!ressource.value().modifiable) {
        <co-entete-page titre="Modifier la fiche-action" [surtitre]="ressource.value().intitule" />
        <co-interdit>
          Dans son état présent, cette fiche-action ne se modifie plus de votre côté.
          <a actions class="bouton second" [routerLink]="['/fiches-actions', id()]">Lire la fiche-action</a>
        </co-interdit>
      } @else {
        <co-entete-page titre="Modifier la fiche-action" [surtitre]="ressource.value().intitule" />
        @if (ressource.value().convention; as convention) {
          <co-dans-convention
            quoi="Cette fiche-action est décrite par la convention signée"
            [convention]="convention"
          />
        }
        <co-formulaire-fiche
          [fiche]="ressource.value()"
          [cooperative]="ressource.value().cooperativeId"
          [objectif]="null"
        />
      }
    } @else if (identifiant(cooperative())) {
      <co-entete-page titre="Nouvelle fiche-action">
        <p class="petit intro">
          Elle reste un brouillon tant que vous ne l’avez pas proposée à la délégation. L’intitulé et les dates
          suffisent pour commencer.
        </p>
      </co-entete-page>
      <co-formulaire-fiche
        [fiche]="null"
        [cooperative]="cooperative() ?? ''"
        [objectif]="identifiant(objectif()) ? (objectif() ?? null) : null"
      />
    } @else {
      <co-entete-page titre="Nouvelle fiche-action" />
      <co-vide titre="Dans quelle coopérative ?" icone="document">
        Une fiche-action appartient à une coopérative&nbsp;: ouvrez la vôtre, puis son programme.
        <ng-container actions><a class="bouton" routerLink="/cooperatives">Choisir une coopérative</a></ng-container>
      </co-vide>
    }
  `,
  styles: `
    .intro {
      max-width: 44rem;
    }
  `,
})
export class PageSaisie {
  readonly id = input<string>();
  readonly cooperative = input<string>();
  readonly objectif = input<string>();
  protected readonly identifiant = estIdentifiant;
  protected readonly ressource = httpResource<FicheActionLue>(() =>
    this.id() ? `/api/fiches-actions/${this.id()}` : undefined,
  );
}
