import { Component, computed, inject, input, linkedSignal, model, output } from '@angular/core';
import type { Params } from '@angular/router';
import { Autocomplete, Choix, Dialogue } from '@coopilote/ui';
import { optionsTrimestres } from '../../platform/trimestres';
import { ChoixFiltres } from '../data/choix-filtres';
import { type CleFiltre, type FiltresLus, NOMS_FILTRES } from '../data/filtres';

/** How far back a period may begin, in quarters. */
const PROFONDEUR = 24;

/** The choice behind a chip. */
@Component({
  selector: 'co-dialogue-filtre',
  imports: [Autocomplete, Choix, Dialogue],
  template: `
    <co-dialogue [titre]="titre()" [ouvert]="cle() !== null" (ouvertChange)="fermer($event)">
      @if (cle() === 'periode') {
        <co-choix libelle="Du trimestre" [options]="trimestres" [(value)]="du" vide="Dernier trimestre achevé" />
        <co-choix
          libelle="Au trimestre"
          [options]="trimestres"
          [(value)]="au"
          vide="Dernier trimestre achevé"
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
  readonly cle = model.required<CleFiltre | 'periode' | null>();
  readonly filtres = input.required<FiltresLus>();
  readonly choisi = output<Params>();

  protected readonly choix = inject(ChoixFiltres);
  protected readonly noms = NOMS_FILTRES;
  protected readonly trimestres = optionsTrimestres(PROFONDEUR);

  protected readonly filtre = computed(() => {
    const cle = this.cle();
    return cle === 'periode' ? null : cle;
  });
  protected readonly titre = computed(() => {
    const filtre = this.filtre();
    return filtre ? `Filtrer\u00a0: ${NOMS_FILTRES[filtre].toLocaleLowerCase('fr')}` : 'Période';
  });
  protected readonly du = linkedSignal(() => this.cle() && (this.filtres().du ?? null));
  protected readonly au = linkedSignal(() => this.cle() && (this.filtres().au ?? null));
  protected readonly inverse = computed(() => {
    const [du, au] = [this.du(), this.au()];
    return this.cle() === 'periode' && !!du && !!au && du > au;
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
    if (filtre) this.choisi.emit({ [filtre]: this.choix.recherches[filtre] ? this.valeur() : this.valeurSimple() });
    // A period with one end only is that one quarter.
    else this.choisi.emit({ du: this.du() ?? this.au(), au: this.au() ?? this.du() });
    this.cle.set(null);
  }
}
