import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Carte } from '@coopilote/ui/affichage/carte';
import { Chargement } from '@coopilote/ui/affichage/chargement';
import { EntetePage } from '@coopilote/ui/affichage/entete-page';
import { ErreurChargement } from '@coopilote/ui/affichage/erreur-chargement';
import { Vide } from '@coopilote/ui/affichage/vide';
import { LienPipe } from '@coopilote/ui/listes/lien.pipe';
import { ListeAFaire } from '@coopilote/ui/listes/liste-a-faire';
import { ListeChangements } from '@coopilote/ui/listes/liste-changements';
import { TuileDate } from '@coopilote/ui/listes/tuile-date';
import { SessionStore } from '../../platform/session-store';
import { CarteBilanDu } from '../ui/carte-bilan-du';
import { PhraseChiffres } from '../ui/phrase-chiffres';
import { AccueilStore } from './accueil-store';

/** The first page: what is expected of me, what comes, what has changed. */
@Component({
  selector: 'co-page-accueil',
  imports: [
    Carte,
    CarteBilanDu,
    Chargement,
    EntetePage,
    ErreurChargement,
    LienPipe,
    ListeAFaire,
    ListeChangements,
    PhraseChiffres,
    RouterLink,
    TuileDate,
    Vide,
  ],
  providers: [AccueilStore],
  templateUrl: './page-accueil.html',
  styleUrl: './page-accueil.css',
})
export class PageAccueil {
  protected readonly store = inject(AccueilStore);
  private readonly session = inject(SessionStore);
  protected readonly consolidation = computed(() => this.session.peut('consolidation.lire'));
  /** One column when there is nothing to put beside what is due. */
  protected readonly seule = computed(() => !this.store.aVenir().length && !this.store.changements().length);
}
