import { Component, computed, inject, signal } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { TACHES_PREFIGURATION } from '@coopilote/domain/cooperatives';
import type { Colonne, EtapeLue, EtapeSaisie } from '@coopilote/domain/pilotage';
import { Chargement, ErreurChargement, Occupe, Toasts, Vide, versProbleme } from '@coopilote/ui';
import { CarteGrille, CelluleDeGrille, Grille } from '@coopilote/ui/grille';
import { CooperativeStore } from '../data/cooperative.store';
import { CarteT1 } from '../ui/carte-t1';
import { EtapeT1 } from '../ui/etape-t1';
import type { RangeeT1 } from '../ui/rangee-t1';
import { CalendrierStore } from './calendrier.store';
import { colonnesCalendrier } from './colonnes-calendrier';
import { DialogueEtape } from './dialogue-etape';

type NouvelleEtape = Pick<EtapeSaisie, 'phase' | 'genre' | 'intitule' | 'ordre'>;

/** T1, tableau de bord de suivi (guide, fiche 3). */
@Component({
  selector: 'co-page-calendrier',
  imports: [
    CarteGrille,
    CarteT1,
    CelluleDeGrille,
    Chargement,
    DialogueEtape,
    ErreurChargement,
    EtapeT1,
    Grille,
    Occupe,
    Vide,
  ],
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
        @defer (on immediate) {
          <co-grille
            cle="calendrier"
            libelle="Tableau de bord de suivi"
            [nomFichier]="'tableau-de-bord-' + (ca.cooperative()?.sigle ?? 'cooperative')"
            [colonnes]="colonnes()"
            [lignes]="store.rangees()"
            [classeLigne]="classeLigne"
            [colonneEnVue]="moisActuel"
            vide="Aucune étape ne correspond à ce filtre."
            (ligneOuverte)="ouvrir($event)"
          >
            <ng-template coCelluleGrille="intitule" let-rangee>
              <co-etape-t1
                [rangee]="rangee"
                [modifiable]="store.modifiable()"
                (ouvrir)="ouvrir($event)"
                (ajouter)="ajouter($event)"
              />
            </ng-template>
            <ng-template coCarteGrille let-rangee>
              <co-carte-t1
                [rangee]="rangee"
                [modifiable]="store.modifiable()"
                (ouvrir)="ouvrir($event)"
                (ajouter)="ajouter($event)"
              />
            </ng-template>
          </co-grille>
          <p class="petit">
            ▶&nbsp;: une phase court ce mois-là&nbsp;; XX&nbsp;: une tâche s’y fait. Le mois en cours est encadré. Le
            titre d’une année la replie en une colonne.
          </p>
        } @placeholder {
          <co-chargement [lignes]="8" libelle="Chargement du tableau" />
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
  host: { class: 'pile-serree' },
})
export class PageCalendrier {
  protected readonly ca = inject(CooperativeStore);
  protected readonly store = inject(CalendrierStore);
  private readonly toasts = inject(Toasts);

  protected readonly moisActuel = jourAParis(new Date()).slice(0, 7);
  protected readonly prepare = signal(false);
  protected readonly dialogue = signal<{ etape: EtapeLue | null; nouvelle: NouvelleEtape | null } | null>(null);
  /** The same columns as long as the months are the same: the grid would lose how they are arranged. */
  private readonly mois = computed(() => this.store.mois(), { equal: memesMois });
  protected readonly colonnes = computed(() => colonnesCalendrier(this.mois(), this.moisActuel));
  protected readonly classeLigne = ({ genre }: RangeeT1) => (genre === 'PHASE' ? 'rangee-phase' : 'rangee-tache');

  protected ouvrir({ etape, tache, phase, genre, intitule }: RangeeT1): void {
    if (tache || !this.store.modifiable()) return;
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
}

function memesMois(a: readonly Colonne[], b: readonly Colonne[]): boolean {
  return a.length === b.length && a[0]?.cle === b[0]?.cle;
}
