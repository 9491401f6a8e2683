import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { Noeud } from '@coopilote/domain/consolidation/arbre.rules';
import { NombrePipe } from '@coopilote/ui';
import { compter, formatNombre } from '@coopilote/ui/format/format';
import { ecrire, ecrireEcart, ecrireEntre, ecrirePart } from './mesures';

/** The selection in one sentence; each figure opens onto its reports. */
@Component({
  selector: 'co-phrase-consolidation',
  imports: [NombrePipe, RouterLink],
  template: `
    @let n = noeud();
    @let m = n.mesures;
    @if (m) {
      <p class="phrase num">
        @if (m.recus) {
          <a routerLink="/consolidation/sources" [queryParams]="sources()">{{ recus() }}</a> {{ apresRecus() }}
        } @else {
          <span>Aucun {{ n.mesure ? 'relevé' : 'bilan' }} reçu sur </span>
          <a routerLink="/consolidation/sources" [queryParams]="sources()" fragment="manquants">{{
            m.attendus | nombre
          }}</a>
          attendus.
        }
        @if (m.recus && m.recus < m.attendus) {
          <a routerLink="/consolidation/sources" [queryParams]="sources()" fragment="manquants">{{ manquent() }}</a>.
        }
        @if (m.haut !== null) {
          <span>{{ avantResultat() }}</span>
          @if (m.bas !== m.haut) {
            entre <a routerLink="/consolidation/sources" [queryParams]="sources()">{{ ecrire(m.bas, n.mesure) }}</a> et
          }
          <a routerLink="/consolidation/sources" [queryParams]="sources()">{{ ecrire(m.haut, n.mesure) }}</a>
          {{ apresResultat() }}
        }
        @if (avant()) {
          <span class="phrase-calcul">{{ comparaison() }}</span>
        }
      </p>
    }
  `,
})
export class PhraseConsolidation {
  readonly noeud = input.required<Noeud>();
  /** Filters that give the reports of the whole selection. */
  readonly sources = input.required<Params>();
  /** Name of the common indicator asked for, if any. */
  readonly indicateur = input<string | null>(null);
  /** Words of the compared period, if any. */
  readonly avant = input<string | null>(null);

  protected readonly ecrire = ecrire;
  protected readonly recus = computed(() => {
    const { mesures, mesure } = this.noeud();
    return mesures && `${compter(mesures.recus, mesure ? 'relevé' : 'bilan')} sur ${formatNombre(mesures.attendus)}`;
  });
  protected readonly apresRecus = computed(() => {
    const { mesures, mesure } = this.noeud();
    if (!mesures) return '';
    const recus = mesures.recus > 1 ? 'reçus' : 'reçu';
    const valides = mesure ? '' : `, dont ${compter(mesures.valides, 'validé')}`;
    return `${recus}${valides}${mesures.recus < mesures.attendus ? '\u00a0; ' : '.'}`;
  });
  protected readonly manquent = computed(() => {
    const { mesures } = this.noeud();
    const absents = (mesures?.attendus ?? 0) - (mesures?.recus ?? 0);
    return `${formatNombre(absents)} ${absents > 1 ? 'manquent' : 'manque'}`;
  });
  protected readonly avantResultat = computed(() =>
    this.noeud().mesure ? `${this.indicateur() ?? 'Résultat'}\u00a0: ` : 'Les actions ont touché ',
  );
  /** Ends the sentence; says why there are two figures when there are, and what was meant. */
  protected readonly apresResultat = computed(() => {
    const { mesures, mesure, prevu, taux } = this.noeud();
    const personnes = mesure ? '' : 'personnes';
    const pourquoi = mesures?.bas === mesures?.haut ? '' : ', selon que les publics se recoupent';
    const but = prevu === null ? '' : `, pour ${ecrire(prevu, mesure)} ${mesure ? 'en prévision' : 'ciblées'}`;
    return `${personnes}${pourquoi}${but}${but && taux !== null ? ` (${formatNombre(taux)}\u202f%)` : ''}.`;
  });
  protected readonly comparaison = computed(() => {
    const { base, mesure, ecart } = this.noeud();
    const debut = `${this.avant()}\u00a0: `;
    if (!base || base.haut === null) return `${debut}aucune donnée, pas de différence calculée.`;
    const nom = mesure ? 'relevé' : 'bilan';
    const part = ecart?.part == null || mesure?.unite === 'POURCENTAGE' ? '' : ` (${ecrirePart(this.noeud())})`;
    return `${debut}${compter(base.recus, nom)} sur ${formatNombre(base.attendus)}, ${ecrireEntre(base, mesure)}${
      mesure ? '' : ' personnes'
    }. Différence\u00a0: ${ecrireEcart(this.noeud())}${part}.`;
  });
}
