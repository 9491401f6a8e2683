import { Component, computed, effect, inject, input } from '@angular/core';
import { Chargement } from '@coopilote/ui/affichage/chargement';
import { EntetePage } from '@coopilote/ui/affichage/entete-page';
import { ErreurChargement } from '@coopilote/ui/affichage/erreur-chargement';
import { formatTrimestre } from '@coopilote/ui/format/format';
import { TitrePage } from '../../platform/titre';
import { ressourceBilan } from '../data/bilans-api';
import { type Etape, SaisieBilan } from './saisie-bilan';
import { LectureBilan } from './lecture-bilan';

/** One report: the form for who writes it, the reading for the others, at the same address. */
@Component({
  selector: 'co-page-bilan',
  imports: [Chargement, EntetePage, ErreurChargement, LectureBilan, SaisieBilan],
  template: `
    @if (bilan.error(); as erreur) {
      <div class="page-etroite">
        <co-entete-page titre="Bilan trimestriel" />
        <co-erreur-chargement [erreur]="erreur" (reessayer)="bilan.reload()" />
      </div>
    } @else if (!bilan.hasValue()) {
      <div class="page-etroite"><co-chargement [lignes]="8" libelle="Chargement du bilan" /></div>
    } @else if (bilan.value().modifiable) {
      <co-saisie-bilan [bilan]="bilan.value()" [etape]="etape()" (perime)="bilan.reload()" />
    } @else {
      @defer (on immediate) {
        <co-lecture-bilan [bilan]="bilan.value()" (perime)="bilan.reload()" />
      } @placeholder {
        <div class="page-etroite"><co-chargement [lignes]="8" libelle="Chargement du bilan" /></div>
      }
    }
  `,
})
export class PageBilan {
  readonly id = input.required<string>();
  readonly etape = input<Etape>();

  protected readonly bilan = ressourceBilan(() => this.id());
  private readonly titrePage = inject(TitrePage);
  private readonly titre = computed(() => {
    if (!this.bilan.hasValue()) return '';
    const bilan = this.bilan.value();
    return `${bilan.action}, ${formatTrimestre(bilan)}`;
  });

  constructor() {
    effect(() => {
      if (this.titre()) this.titrePage.poser(this.titre());
    });
  }
}
