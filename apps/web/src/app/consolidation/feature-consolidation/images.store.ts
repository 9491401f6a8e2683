import { Injectable, computed, inject } from '@angular/core';
import { decalerTrimestre, ecrireTrimestre, lireTrimestre } from '@coopilote/domain/commun/trimestre';
import { construireArbre, ordonner } from '@coopilote/domain/consolidation/arbre.rules';
import type { GroupesConsolidation } from '@coopilote/domain/consolidation/groupes.contract';
import { type AxeGroupe, LIBELLES_AXES_GROUPES } from '@coopilote/domain/consolidation/groupes.rules';
import { groupesConsolidation } from '../data/groupes';
import { type Point, pointDe } from '../ui/images/points';
import { ConsolidationStore } from './consolidation.store';

/** Quarters before the last one that the picture of time goes back to. */
const RECUL = 7;
/** Axes that other pictures show better than bars do. */
const SANS_REPARTITION: readonly AxeGroupe[] = ['indicateur', 'trimestre', 'annee'];

/** What the pictures are drawn from: asked for when they come in sight. */
@Injectable()
export class ImagesStore {
  private readonly store = inject(ConsolidationStore);

  readonly parTrimestre = groupesConsolidation(() => {
    const au = this.store.periode()?.au;
    const dernier = au && lireTrimestre(au);
    if (!dernier) return undefined;
    const du = ecrireTrimestre(decalerTrimestre(dernier, -RECUL));
    return { filtres: { ...this.store.filtres(), du, au }, par: ['trimestre'] };
  });
  readonly parDepartement = groupesConsolidation(() => ({ filtres: this.store.filtres(), par: ['departement'] }));

  readonly trimestres = computed(() => {
    const lus = this.parTrimestre.hasValue() ? this.parTrimestre.value() : undefined;
    return lus ? this.points(lus, 'trimestre') : undefined;
  });
  readonly departements = computed(() => {
    const lus = this.parDepartement.hasValue() ? this.parDepartement.value() : undefined;
    return lus ? this.points(lus, 'departement') : undefined;
  });
  readonly indicateurs = computed(() =>
    this.store.parIndicateur.hasValue()
      ? this.store.indicateurs().map((noeud) => pointDe(noeud, this.store.sourcesDeLIndicateur(noeud)))
      : undefined,
  );
  /** The groups of the first axis of the table, when bars say something of them. */
  readonly repartition = computed(() => {
    const [axe] = this.store.axes();
    const arbre = this.store.arbre();
    if (!axe || !arbre || SANS_REPARTITION.includes(axe) || arbre.enfants.length < 2) return undefined;
    return {
      axe: LIBELLES_AXES_GROUPES[axe].toLocaleLowerCase('fr'),
      points: arbre.enfants.map((noeud) => pointDe(noeud, this.store.sourcesDe(noeud))),
    };
  });

  private points(lus: GroupesConsolidation, axe: AxeGroupe): Point[] {
    const arbre = ordonner(construireArbre(lus, this.store.filtres().indicateur, null), [axe], '');
    return arbre.enfants.map((noeud) => pointDe(noeud, this.store.selection([axe], noeud.cles)));
  }
}
