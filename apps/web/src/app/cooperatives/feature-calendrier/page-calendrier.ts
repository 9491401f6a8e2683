import { Component, computed, inject, signal } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { TACHES_PREFIGURATION } from '@coopilote/domain/cooperatives';
import { COLONNES_T1, type EtapeLue, type EtapeSaisie } from '@coopilote/domain/pilotage';
import { Chargement, ErreurChargement, Icone, Occupe, Toasts, Vide, versProbleme } from '@coopilote/ui';
import type { ColonneGrille } from '@coopilote/ui/grille/colonne';
import { ecrireCsv, telecharger } from '@coopilote/ui/grille/csv';
import { ecranEtroit } from '@coopilote/ui/grille/ecran-etroit';
import { CooperativeStore } from '../data/cooperative.store';
import { CartesT1 } from '../ui/cartes-t1';
import { type RangeeT1, cellule } from '../ui/rangee-t1';
import { TableT1 } from '../ui/table-t1';
import { CalendrierStore } from './calendrier.store';
import { DialogueEtape } from './dialogue-etape';

type NouvelleEtape = Pick<EtapeSaisie, 'phase' | 'genre' | 'intitule' | 'ordre'>;

/** T1, tableau de bord de suivi (guide, fiche 3). */
@Component({
  selector: 'co-page-calendrier',
  imports: [CartesT1, Chargement, DialogueEtape, ErreurChargement, Icone, Occupe, TableT1, Vide],
  providers: [CalendrierStore],
  template: `
    @if (store.ressource.error(); as erreur) {
      <co-erreur-chargement [erreur]="erreur" (reessayer)="store.ressource.reload()" />
    } @else if (!store.ressource.hasValue()) {
      <co-chargement [lignes]="8" />
    } @else {
      @if (!store.etapes().length) {
        <co-vide titre="Le calendrier est vide" icone="calendrier">
          @if (store.modifiable()) {
            Partez des quatre tâches que le guide donne pour la préfiguration, ou datez une phase ci-dessous.
          } @else {
            La coordination de la coopérative n’a pas encore posé d’étape.
          }
          <ng-container actions>
            @if (store.modifiable()) {
              <button type="button" class="bouton" [coOccupe]="prepare()" (click)="preparer()">
                Ajouter les tâches de la préfiguration
              </button>
            }
          </ng-container>
        </co-vide>
      }
      @if (store.etapes().length || store.modifiable()) {
        <div class="tete sans-impression">
          <p class="petit">▶ une phase court · XX une tâche se fait</p>
          <button type="button" class="bouton second" (click)="exporter()">
            <co-icone nom="telecharger" />Exporter (CSV)
          </button>
        </div>
        @if (etroit()) {
          <co-cartes-t1
            [rangees]="store.rangees()"
            [modifiable]="store.modifiable()"
            (ouvrir)="ouvrir($event)"
            (ajouter)="ajouter($event)"
          />
        } @else {
          <co-table-t1
            [rangees]="store.rangees()"
            [mois]="store.mois()"
            [moisActuel]="moisActuel"
            [modifiable]="store.modifiable()"
            (ouvrir)="ouvrir($event)"
            (ajouter)="ajouter($event)"
          />
        }
      }
    }
    @if (dialogue(); as cible) {
      <co-dialogue-etape
        [cooperativeId]="ca.id()"
        [etape]="cible.etape"
        [nouvelle]="cible.nouvelle"
        (ferme)="fermer($event)"
      />
    }
  `,
  styles: `
    .tete {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e2) var(--e4);
      justify-content: space-between;
      align-items: center;
      margin-bottom: var(--e3);
    }
  `,
})
export class PageCalendrier {
  protected readonly ca = inject(CooperativeStore);
  protected readonly store = inject(CalendrierStore);
  private readonly toasts = inject(Toasts);

  protected readonly etroit = ecranEtroit();
  protected readonly moisActuel = jourAParis(new Date()).slice(0, 7);
  protected readonly prepare = signal(false);
  protected readonly dialogue = signal<{ etape: EtapeLue | null; nouvelle: NouvelleEtape | null } | null>(null);
  private readonly colonnes = computed<ColonneGrille<RangeeT1>[]>(() => [
    ...COLONNES_T1.map(({ cle, entete }): ColonneGrille<RangeeT1> => ({
      cle,
      entete,
      genre: cle === 'debut' || cle === 'fin' ? 'date' : 'texte',
      valeur: (rangee) => (cle === 'intitule' ? rangee.intitule : (rangee.etape?.[cle] ?? null)),
    })),
    ...this.store.mois().map(({ cle, entete, groupe }): ColonneGrille<RangeeT1> => ({
      cle,
      entete: `${entete} ${groupe}`,
      genre: 'texte',
      valeur: (rangee) => cellule(rangee, cle) || null,
    })),
  ]);

  protected ouvrir({ etape, phase, genre, intitule }: RangeeT1): void {
    this.dialogue.set({ etape, nouvelle: etape ? null : { phase, genre, intitule, ordre: 0 } });
  }

  protected ajouter({ phase, taches }: RangeeT1): void {
    this.dialogue.set({ etape: null, nouvelle: { phase, genre: 'TACHE', intitule: '', ordre: taches + 1 } });
  }

  protected fermer(change: boolean): void {
    this.dialogue.set(null);
    if (change) this.store.ressource.reload();
  }

  protected async preparer(): Promise<void> {
    this.prepare.set(true);
    try {
      await this.store.ajouter(
        TACHES_PREFIGURATION.map((intitule, rang) => ({
          phase: 'PREFIGURATION',
          genre: 'TACHE',
          intitule,
          etat: 'A_FAIRE',
          ordre: rang + 1,
        })),
      );
      this.toasts.succes(
        'Les tâches de la préfiguration sont au calendrier\u00a0: donnez-leur un responsable et des dates.',
      );
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.prepare.set(false);
    }
  }

  protected exporter(): void {
    const nom = this.ca.cooperative()?.sigle ?? 'cooperative';
    telecharger(`tableau-de-bord-${nom}.csv`, ecrireCsv(this.colonnes(), this.store.rangees()));
  }
}
