import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LigneAFaire } from '@coopilote/domain/cooperatives';
import { Etat, compter, etatRetard, formatNombre } from '@coopilote/ui';

const ACTES: Record<LigneAFaire['genre'], string> = {
  BILAN_A_REMPLIR: 'Remplir',
  BILAN_A_COMPLETER: 'Compléter',
  BILAN_A_VALIDER: 'Lire',
  BILAN_EN_RETARD: 'Voir',
  FICHE_A_VALIDER: 'Lire',
  FICHE_A_REVOIR: 'Revoir',
  ETAPE: 'Ouvrir',
};
const NOMS: Record<LigneAFaire['genre'], string> = {
  BILAN_A_REMPLIR: 'bilan',
  BILAN_A_COMPLETER: 'bilan',
  BILAN_A_VALIDER: 'bilan',
  BILAN_EN_RETARD: 'bilan',
  FICHE_A_VALIDER: 'fiche',
  FICHE_A_REVOIR: 'fiche',
  ETAPE: 'étape',
};
const MOIS = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });

/** What is due, the day or the number first, one act a line. */
@Component({
  selector: 'co-liste-a-faire',
  imports: [Etat, RouterLink],
  template: `
    <ul>
      @for (ligne of montrees(); track $index) {
        <li>
          <span class="quand num" [class.du]="ligne.du">
            <b>{{ ligne.haut }}</b><span>{{ ligne.bas }}</span>
          </span>
          <span class="quoi">
            <span class="titre">
              <b>{{ ligne.titre }}</b>
              @if (ligne.retard; as retard) {
                <co-etat [de]="retard" />
              }
            </span>
            @if (ligne.detail) {
              <span class="petit">{{ ligne.detail }}</span>
            }
          </span>
          <a class="bouton second" [routerLink]="ligne.adresse"
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
    .quand {
      display: grid;
      width: 3.5rem;
      padding: 0.25rem 0;
      border-radius: 6px;
      background: var(--fond-2);
      text-align: center;
      line-height: 1.15;
      font-size: var(--t-petit);
      color: var(--encre-2);
    }
    .quand b {
      font-size: var(--t-3);
      color: var(--encre);
    }
    .quand.du,
    .quand.du b {
      background: var(--accent-clair);
      color: var(--accent);
    }
    .titre {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--e2);
      align-items: center;
    }
    .quoi .petit {
      display: block;
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
  private readonly routeur = inject(Router);

  protected readonly montrees = computed(() =>
    this.lignes().map((ligne) => {
      const enRetard = ligne.joursDeRetard > 0;
      const date = ligne.echeance && ligne.nombre <= 1 ? new Date(`${ligne.echeance}T00:00:00Z`) : null;
      return {
        titre: ligne.titre,
        detail: ligne.detail
          .split(' · ')
          .filter((part) => part !== this.cooperative())
          .join(' · '),
        // An address may carry a query: `routerLink` would escape its « ? ».
        adresse: this.routeur.parseUrl(ligne.lien),
        acte: ACTES[ligne.genre],
        du: enRetard || ligne.genre === 'BILAN_A_COMPLETER',
        haut: date ? String(date.getUTCDate()) : formatNombre(ligne.nombre),
        bas: date ? MOIS.format(date) : (compter(ligne.nombre, NOMS[ligne.genre]).split('\u00a0')[1] ?? ''),
        retard: enRetard ? etatRetard(ligne.joursDeRetard) : null,
      };
    }),
  );
}
