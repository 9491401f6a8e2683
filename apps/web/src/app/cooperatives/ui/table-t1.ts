import { Component, ElementRef, afterNextRender, computed, inject, input, output } from '@angular/core';
import { COLONNES_T1, type Colonne } from '@coopilote/domain/pilotage';
import { DateJourPipe, Etat, Icone } from '@coopilote/ui';
import { type RangeeT1, cellule, etatEtape } from './rangee-t1';

/** T1 as the guide draws it: steps, who, when, deliverables, then one column a month. */
@Component({
  selector: 'co-table-t1',
  imports: [DateJourPipe, Etat, Icone],
  templateUrl: './table-t1.html',
  styleUrl: './table-t1.css',
})
export class TableT1 {
  readonly rangees = input.required<readonly RangeeT1[]>();
  readonly mois = input.required<readonly Colonne[]>();
  /** 'YYYY-MM' of today. */
  readonly moisActuel = input.required<string>();
  readonly modifiable = input(false);
  readonly ouvrir = output<RangeeT1>();
  readonly ajouter = output<RangeeT1>();

  protected readonly colonnes = COLONNES_T1;
  protected readonly etat = etatEtape;
  protected readonly annees = computed(() => {
    const annees = new Map<string, number>();
    for (const { groupe = '' } of this.mois()) annees.set(groupe, (annees.get(groupe) ?? 0) + 1);
    return [...annees].map(([annee, nombre]) => ({ annee, nombre }));
  });
  protected readonly lignes = computed(() =>
    this.rangees().map((rangee) => ({
      rangee,
      cellules: this.mois().map(({ cle }) => ({ cle, contenu: cellule(rangee, cle) })),
    })),
  );

  constructor() {
    const hote = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // Years of months: the present one comes into sight, right of the frozen column.
    afterNextRender(() => {
      const cadre = hote.querySelector<HTMLElement>('.cadre');
      const actuel = hote.querySelector<HTMLElement>('th.actuel');
      const fige = hote.querySelector<HTMLElement>('thead th');
      if (!cadre || !actuel || !fige) return;
      const place = cadre.clientWidth - fige.offsetWidth;
      if (actuel.offsetLeft > cadre.clientWidth) cadre.scrollLeft = actuel.offsetLeft - fige.offsetWidth - place / 2;
    });
  }
}
