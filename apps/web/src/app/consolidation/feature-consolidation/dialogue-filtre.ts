import { Component, computed, inject, input, linkedSignal, model, output } from '@angular/core';
import type { Params } from '@angular/router';
import { decalerTrimestre, ecrireTrimestre, lireTrimestre, rangTrimestre } from '@coopilote/domain/commun/trimestre';
import { Autocomplete, Choix, Dialogue } from '@coopilote/ui';
import { optionsTrimestres } from '../../platform/trimestres';
import { ChoixFiltres } from '../data/choix-filtres';
import { type Bornes, type CleFiltre, type FiltresLus, NOMS_FILTRES } from '../data/filtres';

export type CleOuverte = CleFiltre | 'periode' | 'comparer';

/** How far back a period may begin, in quarters. */
const PROFONDEUR = 24;

/** The choice behind a chip. */
@Component({
  selector: 'co-dialogue-filtre',
  imports: [Autocomplete, Choix, Dialogue],
  template: `
    <co-dialogue [titre]="titre()" [ouvert]="cle() !== null" (ouvertChange)="fermer($event)">
      @if (periode()) {
        @if (cle() === 'comparer') {
          <p>Ce que les mêmes filtres et le même regroupement donnaient à une autre période.</p>
          <div class="rang">
            @for (choix of proposees(); track choix.libelle) {
              <button type="button" class="bouton second compact" (click)="du.set(choix.du); au.set(choix.au)">
                {{ choix.libelle }}
              </button>
            }
          </div>
        }
        <co-choix libelle="Du trimestre" [options]="trimestres" [(value)]="du" [vide]="vide()" />
        <co-choix
          libelle="Au trimestre"
          [options]="trimestres"
          [(value)]="au"
          [vide]="vide()"
          [erreur]="inverse() ? 'Le dernier trimestre vient avant le premier.' : null"
        />
      } @else if (filtre(); as cle) {
        @if (choix.recherches[cle]; as chercher) {
          <co-autocomplete [libelle]="noms[cle]" [chercher]="chercher" [options]="connue()" [(value)]="valeur" />
        } @else {
          <co-choix [libelle]="noms[cle]" [options]="choix.options()[cle] ?? []" [(value)]="valeurSimple" vide="Tous" />
        }
      }
      <ng-container actions>
        <button type="button" class="bouton second" (click)="cle.set(null)">Annuler</button>
        <button type="button" class="bouton" [disabled]="inverse()" (click)="appliquer()">Appliquer</button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueFiltre {
  /** The chip whose choice is open; null: none. */
  readonly cle = model.required<CleOuverte | null>();
  readonly filtres = input.required<FiltresLus>();
  /** The period on screen, and the one that it is compared with. */
  readonly bornes = input.required<Bornes | null>();
  readonly comparee = input.required<Bornes | null>();
  readonly choisi = output<Params>();

  protected readonly choix = inject(ChoixFiltres);
  protected readonly noms = NOMS_FILTRES;
  protected readonly trimestres = optionsTrimestres(PROFONDEUR);

  protected readonly filtre = computed(() => {
    const cle = this.cle();
    return cle === 'periode' || cle === 'comparer' ? null : cle;
  });
  protected readonly periode = computed(() => this.cle() === 'periode' || this.cle() === 'comparer');
  protected readonly vide = computed(() => (this.cle() === 'comparer' ? 'Aucun' : 'Dernier trimestre achevé'));
  /** The year before, and the period just before. */
  protected readonly proposees = computed(() => {
    const bornes = this.bornes();
    const [du, au] = [lireTrimestre(bornes?.du ?? ''), lireTrimestre(bornes?.au ?? '')];
    if (!du || !au) return [];
    const duree = rangTrimestre(au) - rangTrimestre(du) + 1;
    const reculer = (libelle: string, pas: number) => ({
      libelle,
      du: ecrireTrimestre(decalerTrimestre(du, -pas)),
      au: ecrireTrimestre(decalerTrimestre(au, -pas)),
    });
    return [
      reculer('Un an plus tôt', 4),
      ...(duree === 4 ? [] : [reculer(duree === 1 ? 'Trimestre précédent' : 'Période précédente', duree)]),
    ];
  });
  protected readonly titre = computed(() => {
    const filtre = this.filtre();
    if (filtre) return `Filtrer\u00a0: ${NOMS_FILTRES[filtre].toLocaleLowerCase('fr')}`;
    return this.cle() === 'comparer' ? 'Comparer à une autre période' : 'Période';
  });
  private readonly actuelles = computed(() => (this.cle() === 'comparer' ? this.comparee() : this.filtres()));
  protected readonly du = linkedSignal(() => this.cle() && (this.actuelles()?.du ?? null));
  protected readonly au = linkedSignal(() => this.cle() && (this.actuelles()?.au ?? null));
  protected readonly inverse = computed(() => {
    const [du, au] = [this.du(), this.au()];
    return this.periode() && !!du && !!au && du > au;
  });
  protected readonly valeur = linkedSignal<string | readonly string[] | null>(() => {
    const filtre = this.filtre();
    return filtre ? (this.filtres()[filtre] ?? null) : null;
  });
  protected readonly valeurSimple = linkedSignal<string | null>(() => {
    const valeur = this.valeur();
    return typeof valeur === 'string' ? valeur : null;
  });
  protected readonly connue = computed(() => {
    const filtre = this.filtre();
    const valeur = filtre && this.filtres()[filtre];
    return filtre && valeur ? [{ valeur, libelle: this.choix.libelle(filtre) ?? valeur }] : [];
  });

  protected fermer(ouvert: boolean): void {
    if (!ouvert) this.cle.set(null);
  }

  protected appliquer(): void {
    const filtre = this.filtre();
    // A period with one end only is that one quarter.
    const [du, au] = [this.du() ?? this.au(), this.au() ?? this.du()];
    if (filtre) this.choisi.emit({ [filtre]: this.choix.recherches[filtre] ? this.valeur() : this.valeurSimple() });
    else if (this.cle() === 'comparer') this.choisi.emit({ comparer: du && au ? `${du}..${au}` : null });
    else this.choisi.emit({ du, au });
    this.cle.set(null);
  }
}
