import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EntetePage } from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { VueListeBilans } from './vue-liste';

/** Every report that the reader may see, newest quarter first. */
@Component({
  selector: 'co-page-bilans',
  imports: [EntetePage, RouterLink, VueListeBilans],
  template: `
    <co-entete-page titre="Bilans trimestriels" [surtitre]="surtitre()">
      <ng-container actions>
        @if (collecte) {
          <a class="bouton second" routerLink="/bilans/collecte">Suivre la collecte</a>
        }
      </ng-container>
    </co-entete-page>
    <co-vue-liste-bilans [filtres]="filtres()" />
  `,
})
export class PageBilans {
  readonly trimestre = input<string>();
  readonly etat = input<string>();
  readonly enRetard = input<string>();
  readonly page = input<string>();

  private readonly session = inject(SessionStore);
  protected readonly collecte = this.session.peut('campagne.lire');
  protected readonly surtitre = computed(() =>
    this.session.aRole('PARTENAIRE') ? 'Ceux de votre structure, et ceux de vos coopératives' : '',
  );
  protected readonly filtres = computed(() => ({
    trimestre: this.trimestre(),
    etat: this.etat(),
    enRetard: this.enRetard(),
    page: this.page(),
  }));
}
