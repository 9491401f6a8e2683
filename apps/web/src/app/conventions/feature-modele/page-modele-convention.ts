import { Component, computed, inject } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { Chargement, ErreurChargement, Vide } from '@coopilote/ui';
import type { ModeleLu } from '@coopilote/domain/conventions';
import { SessionStore } from '../../platform/session-store';
import { adresseModele } from '../data/modele-api';
import { RedactionModele } from './redaction-modele';

/** What the conventions of a region are made from: a tab of the administration. */
@Component({
  selector: 'co-page-modele-convention',
  imports: [Chargement, ErreurChargement, RedactionModele, Vide],
  template: `
    @if (!region) {
      <co-vide titre="Aucune région">Ce modèle est celui d’une région que vous administrez.</co-vide>
    } @else if (modele.error(); as erreur) {
      <co-erreur-chargement [erreur]="erreur" (reessayer)="modele.reload()" />
    } @else if (modele.hasValue()) {
      @defer (on immediate) {
        <!-- Another version is another form. -->
        @for (lu of lus(); track lu.numero) {
          <co-redaction-modele [region]="region" [modele]="lu" (enregistre)="modele.set($event)" />
        }
      } @loading {
        <co-chargement [lignes]="10" libelle="Chargement du modèle" />
      }
    } @else {
      <co-chargement [lignes]="10" />
    }
  `,
})
export class PageModeleConvention {
  protected readonly region =
    inject(SessionStore)
      .attributions()
      .find(({ role }) => role === 'ADMIN_REGIONAL')?.regionCode ?? '';
  protected readonly modele = httpResource<ModeleLu>(() => (this.region ? adresseModele(this.region) : undefined));
  protected readonly lus = computed(() => (this.modele.hasValue() ? [this.modele.value()] : []));
}
