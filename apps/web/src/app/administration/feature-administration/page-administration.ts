import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { EntetePage, Onglets } from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';

/** What surrounds the tabs of the administration; a DD has the accounts alone. */
@Component({
  selector: 'co-page-administration',
  imports: [EntetePage, Onglets, RouterOutlet],
  template: `
    <co-entete-page titre="Administration" />
    @if (onglets.length > 1) {
      <co-onglets libelle="Rubriques de l’administration" [onglets]="onglets" />
    }
    <router-outlet />
  `,
})
export class PageAdministration {
  private readonly session = inject(SessionStore);
  protected readonly onglets = [
    { libelle: 'Comptes', lien: 'comptes', operation: 'compte.nommer' },
    { libelle: 'Référentiels', lien: 'referentiels', operation: 'referentiel.modifier' },
    { libelle: 'Indicateurs communs', lien: 'indicateurs-communs', operation: 'referentiel.modifier' },
    { libelle: 'Modèle de convention', lien: 'modele-convention', operation: 'modele.modifier' },
    { libelle: 'Envois', lien: 'envois', operation: 'envoi.lire' },
    { libelle: 'Journal', lien: 'journal', operation: 'envoi.lire' },
  ].filter(({ operation }) => this.session.peut(operation));
}
