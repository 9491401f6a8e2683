import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LigneAFaire } from '@coopilote/domain/cooperatives/cooperative.contract';
import { Etat } from '../affichage/etat';
import { etatRetard } from '../affichage/etats';
import { LienPipe } from './lien.pipe';
import { TuileDate } from './tuile-date';

const ACTES: Readonly<Record<LigneAFaire['genre'], string>> = {
  BILAN_A_REMPLIR: 'Remplir',
  BILAN_A_COMPLETER: 'Compléter',
  BILAN_A_VALIDER: 'Lire',
  BILAN_EN_RETARD: 'Voir',
  FICHE_A_VALIDER: 'Lire',
  FICHE_A_REVOIR: 'Revoir',
  ETAPE: 'Ouvrir',
  TACHE: 'Ouvrir',
  TEXTE_A_SIGNER: 'Signer',
  CONVENTION: 'Ouvrir',
  COMPTE_RENDU: 'Relire',
  DECISION_A_REPRENDRE: 'Ouvrir',
};
const BILAN = ['bilan', 'bilans'] as const;
const FICHE = ['fiche', 'fiches'] as const;
const MOTS: Readonly<Record<LigneAFaire['genre'], readonly [string, string]>> = {
  BILAN_A_REMPLIR: BILAN,
  BILAN_A_COMPLETER: BILAN,
  BILAN_A_VALIDER: BILAN,
  BILAN_EN_RETARD: BILAN,
  FICHE_A_VALIDER: FICHE,
  FICHE_A_REVOIR: FICHE,
  ETAPE: ['étape', 'étapes'],
  TACHE: ['tâche', 'tâches'],
  TEXTE_A_SIGNER: ['texte', 'textes'],
  CONVENTION: ['convention', 'conventions'],
  COMPTE_RENDU: ['compte-rendu', 'comptes-rendus'],
  DECISION_A_REPRENDRE: ['décision', 'décisions'],
};

/** What is due: the day of one thing or the number of several, what it is, and its button. */
@Component({
  selector: 'co-liste-a-faire',
  imports: [Etat, LienPipe, RouterLink, TuileDate],
  template: `
    <ul>
      @for (ligne of montrees(); track $index) {
        <li>
          <co-tuile-date [date]="ligne.date" [nombre]="ligne.nombre" [mot]="ligne.mot" [du]="ligne.du" />
          <div>
            <p class="titre">
              <b>{{ ligne.titre }}</b>
              @if (ligne.retard; as retard) {
                <co-etat [de]="retard" />
              }
            </p>
            @if (ligne.detail) {
              <p class="petit">{{ ligne.detail }}</p>
            }
          </div>
          <a class="bouton second" [routerLink]="ligne.lien | lien"
            >{{ ligne.acte }}<span class="masque">&nbsp;: {{ ligne.titre }}</span></a
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: var(--e2) var(--e4);
      align-items: center;
      padding: var(--e3) 0;
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      border-top: 0;
      padding-top: 0;
    }
    li:last-child {
      padding-bottom: 0;
    }
    .titre {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--e2);
      align-items: center;
    }
    @media (max-width: 43.75rem) {
      li {
        grid-template-columns: auto minmax(0, 1fr);
        align-items: start;
      }
      .bouton {
        grid-column: 2;
        justify-self: start;
      }
    }
  `,
})
export class ListeAFaire {
  readonly lignes = input.required<readonly LigneAFaire[]>();
  /** Name of the CA whose page this is: not said again on each line. */
  readonly cooperative = input('');

  protected readonly montrees = computed(() =>
    this.lignes().map(({ genre, titre, detail, lien, echeance, joursDeRetard, nombre }) => {
      const seule = echeance !== null && nombre <= 1;
      return {
        titre,
        lien,
        detail: detail
          .split(' · ')
          .filter((part) => part !== this.cooperative())
          .join(' · '),
        acte: ACTES[genre],
        date: echeance,
        nombre: seule ? null : nombre,
        mot: MOTS[genre][nombre < 2 ? 0 : 1],
        du: joursDeRetard > 0 || genre === 'BILAN_A_COMPLETER',
        retard: joursDeRetard > 0 ? etatRetard(joursDeRetard) : null,
      };
    }),
  );
}
