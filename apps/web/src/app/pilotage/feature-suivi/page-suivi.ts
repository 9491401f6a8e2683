import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LigneT3 } from '@coopilote/domain/pilotage/tableaux.contract';
import { Chargement, ErreurChargement, Icone, Vide } from '@coopilote/ui';
import { CarteGrille, Grille, ecrireCsv, telecharger } from '@coopilote/ui/grille';
import { CooperativeStore } from '../../cooperatives/data/cooperative.store';
import { CarteSuivi } from '../ui/carte-suivi';
import { ChoixTrimestre } from '../ui/choix-trimestre';
import { ClasseurSuivi } from './classeur-suivi';
import { COLONNES_SUIVI, etatDuBilan, lienDeLigne, sansReponse, valeurEtPrevision } from './colonnes-suivi';
import { SuiviStore } from './suivi.store';

/** T3, suivi des actions par les acteurs (guide, fiche 5). */
@Component({
  selector: 'co-page-suivi',
  imports: [
    CarteGrille,
    CarteSuivi,
    Chargement,
    ChoixTrimestre,
    ClasseurSuivi,
    ErreurChargement,
    Grille,
    Icone,
    RouterLink,
    Vide,
  ],
  providers: [SuiviStore],
  templateUrl: './page-suivi.html',
  host: { class: 'page-large pile-serree' },
})
export class PageSuivi {
  /** The CA, from the address. */
  readonly id = input.required<string>();
  /** « 2026-T3 », from the address; the last ended quarter when absent. */
  readonly trimestre = input<string>();

  protected readonly store = inject(SuiviStore);
  protected readonly ca = inject(CooperativeStore);
  /** The way by a spreadsheet is shown. */
  protected readonly classeur = signal(false);
  protected readonly colonnes = COLONNES_SUIVI;
  protected readonly idLigne = (ligne: LigneT3) => ligne.ficheActionId;
  protected readonly nomFichier = computed(() => `suivi-des-actions-${this.store.trimestre()}`);
  protected readonly lien = lienDeLigne;
  protected readonly etat = etatDuBilan;
  protected readonly sansReponse = sansReponse;
  protected readonly chiffre = valeurEtPrevision;
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

  protected ouvrir(ligne: LigneT3): void {
    void this.routeur.navigateByUrl(lienDeLigne(ligne));
  }

  /** The guide's table whole, whatever is folded, hidden or filtered on the screen. */
  protected exporterTout(lignes: readonly LigneT3[]): void {
    telecharger(`${this.nomFichier()}-complet.csv`, ecrireCsv(this.colonnes, lignes));
  }
}
