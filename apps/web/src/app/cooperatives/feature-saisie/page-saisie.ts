import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import type { CooperativeLue } from '@coopilote/domain/cooperatives';
import { Chargement, EntetePage, ErreurChargement } from '@coopilote/ui';
import { FormulaireCooperative } from './formulaire-cooperative';

/** Creates a CA (`/cooperatives/nouvelle`) or edits one (`/cooperatives/:id/modifier`). */
@Component({
  selector: 'co-page-saisie',
  imports: [Chargement, EntetePage, ErreurChargement, FormulaireCooperative],
  template: `
    @if (!id()) {
      <co-entete-page titre="Créer une coopérative" surtitre="Coopératives d’acteurs">
        <p class="petit intro">
          L’intitulé, la thématique, la population et le territoire suffisent pour commencer&nbsp;; le reste se complète
          avec les partenaires.
        </p>
      </co-entete-page>
      <co-formulaire-cooperative [cooperative]="null" />
    } @else if (ressource.error(); as erreur) {
      <co-entete-page titre="Modifier la coopérative" />
      <co-erreur-chargement [erreur]="erreur" (reessayer)="ressource.reload()" />
    } @else if (!ressource.hasValue()) {
      <co-chargement [lignes]="8" />
    } @else {
      <co-entete-page titre="Modifier la coopérative" [surtitre]="ressource.value().intitule" />
      <co-formulaire-cooperative [cooperative]="ressource.value()" />
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
  protected readonly ressource = httpResource<CooperativeLue>(() =>
    this.id() ? `/api/cooperatives/${this.id()}` : undefined,
  );
}
