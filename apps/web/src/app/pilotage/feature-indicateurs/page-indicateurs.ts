import { Component, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { COLONNES_T2 } from '@coopilote/domain/pilotage/t2-indicateurs';
import type { LigneT2 } from '@coopilote/domain/pilotage/tableaux.contract';
import { Chargement, ErreurChargement, Icone, Vide } from '@coopilote/ui';
// The CSV alone, by its file: the whole grid is not for this page.
import { ecrireCsv, telecharger } from '@coopilote/ui/grille/csv';
import type { ColonneGrille } from '@coopilote/ui/grille/colonne';
import { ChoixTrimestre } from '../ui/choix-trimestre';
import { enTexte } from '../ui/ecrire-indicateur';
import { IndicateursCellule } from '../ui/indicateurs-cellule';
import { IndicateursStore } from './indicateurs.store';

const COLONNES_EXPORT: readonly ColonneGrille<LigneT2>[] = COLONNES_T2.map(({ cle, entete, genre }) => ({
  cle,
  entete,
  genre: 'texte',
  ...(genre === 'indicateurs' && { exporte: (ligne: LigneT2) => ligne[cle].map(enTexte).join('\n') }),
}));

/** T2, suivi général des indicateurs, for the copil (guide, fiche 5). */
@Component({
  selector: 'co-page-indicateurs',
  imports: [Chargement, ChoixTrimestre, ErreurChargement, Icone, IndicateursCellule, RouterLink, Vide],
  providers: [IndicateursStore],
  templateUrl: './page-indicateurs.html',
  host: { class: 'page-large pile-serree' },
})
export class PageIndicateurs {
  /** The CA, from the address. */
  readonly id = input.required<string>();
  /** « 2026-T3 », from the address; the last ended quarter when absent. */
  readonly trimestre = input<string>();

  protected readonly store = inject(IndicateursStore);
  protected readonly colonnes = COLONNES_T2;

  constructor() {
    effect(() => {
      const [id, trimestre] = [this.id(), this.trimestre() ?? ''];
      untracked(() => {
        this.store.cooperativeId.set(id);
        this.store.trimestreDemande.set(trimestre);
      });
    });
  }

  protected exporter(): void {
    telecharger(`indicateurs-${this.store.trimestre()}.csv`, ecrireCsv(COLONNES_EXPORT, this.store.lignes()));
  }
}
