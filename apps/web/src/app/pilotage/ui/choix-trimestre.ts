import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { decalerTrimestre, ecrireTrimestre, lireTrimestre, rangTrimestre } from '@coopilote/domain/commun/trimestre';
import { Icone, formatTrimestre } from '@coopilote/ui';
import { trimestreCourant } from '../../platform/trimestres';

/** The quarter of a table, with the one before and the one after: links, so that an address tells the quarter. */
@Component({
  selector: 'co-choix-trimestre',
  imports: [Icone, RouterLink],
  template: `
    @if (voisins(); as v) {
      <nav class="choix-trimestre" aria-label="Trimestre">
        <a
          class="bouton second"
          routerLink="."
          queryParamsHandling="merge"
          [queryParams]="{ trimestre: v.avant.adresse }"
          [attr.aria-label]="'Trimestre précédent, ' + v.avant.libelle"
          ><co-icone nom="gauche" />T{{ v.avant.numero }}</a
        >
        <span class="choix-trimestre-courant num" aria-live="polite">{{ v.libelle }}</span>
        @if (v.apres; as apres) {
          <a
            class="bouton second"
            routerLink="."
            queryParamsHandling="merge"
            [queryParams]="{ trimestre: apres.adresse }"
            [attr.aria-label]="'Trimestre suivant, ' + apres.libelle"
            >T{{ apres.numero }}<co-icone nom="droite"
          /></a>
        }
      </nav>
    }
  `,
})
export class ChoixTrimestre {
  /** « 2026-T3 ». */
  readonly trimestre = input.required<string>();

  protected readonly voisins = computed(() => {
    const trimestre = lireTrimestre(this.trimestre());
    if (!trimestre) return null;
    const apres = decalerTrimestre(trimestre, 1);
    return {
      libelle: formatTrimestre(trimestre),
      avant: decrire(decalerTrimestre(trimestre, -1)),
      // Nothing is expected of a quarter that has not begun.
      apres: rangTrimestre(apres) <= rangTrimestre(trimestreCourant()) ? decrire(apres) : null,
    };
  });
}

function decrire(trimestre: { annee: number; trimestre: number }) {
  return {
    adresse: ecrireTrimestre(trimestre),
    numero: trimestre.trimestre,
    libelle: formatTrimestre(trimestre),
  };
}
