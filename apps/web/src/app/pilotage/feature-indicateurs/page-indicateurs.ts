import { Component, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LigneT2 } from '@coopilote/domain/pilotage/tableaux.contract';
import { Chargement, ErreurChargement, Vide } from '@coopilote/ui';
import { CarteGrille, CelluleDeGrille, Grille } from '@coopilote/ui/grille';
import { CarteIndicateurs } from '../ui/carte-indicateurs';
import { ChoixTrimestre } from '../ui/choix-trimestre';
import { IndicateursCellule } from '../ui/indicateurs-cellule';
import { COLONNES_INDICATEURS, lienDeLigne } from './colonnes-indicateurs';
import { IndicateursStore } from './indicateurs.store';

/** T2, suivi général des indicateurs, for the copil (guide, fiche 5). */
@Component({
  selector: 'co-page-indicateurs',
  imports: [
    CarteGrille,
    CarteIndicateurs,
    CelluleDeGrille,
    Chargement,
    ChoixTrimestre,
    ErreurChargement,
    Grille,
    IndicateursCellule,
    RouterLink,
    Vide,
  ],
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
  protected readonly colonnes = COLONNES_INDICATEURS;
  protected readonly idLigne = (ligne: LigneT2) => ligne.ficheActionId;
  protected readonly lien = lienDeLigne;
  private readonly routeur = inject(Router);

  constructor() {
    effect(() => {
      const [id, trimestre] = [this.id(), this.trimestre() ?? ''];
      untracked(() => {
        this.store.cooperativeId.set(id);
        this.store.trimestreDemande.set(trimestre);
      });
    });
  }

  protected ouvrir(ligne: LigneT2): void {
    void this.routeur.navigateByUrl(lienDeLigne(ligne));
  }
}
