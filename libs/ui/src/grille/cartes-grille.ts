import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Etat } from '../affichage/etat';
import type { ColonneGrille } from './colonne';
import { etatDe, texteDe, valeurDe } from './valeurs';

/** Cards drawn at once: a phone does not draw two thousand of them. */
const LOT = 30;

/** Rows as cards: the main column is the title, the columns that have a value follow. */
@Component({
  selector: 'co-cartes-grille',
  imports: [Etat, RouterLink],
  template: `
    <ul class="grille-cartes" [attr.aria-label]="libelle()">
      @for (carte of cartes(); track $index) {
        <li class="carte">
          @if (carte.lien) {
            <a class="grille-carte-titre" [routerLink]="carte.lien">{{ carte.titre }}</a>
          } @else {
            <button type="button" class="lien grille-carte-titre" (click)="ouvrir.emit(carte.ligne)">
              {{ carte.titre }}
            </button>
          }
          <dl>
            @for (champ of carte.champs; track champ.cle) {
              <div>
                <dt>{{ champ.entete }}</dt>
                <dd class="num">
                  @if (champ.etat; as etat) {
                    <co-etat [de]="etat" />
                  } @else if (champ.lien) {
                    <a [routerLink]="champ.lien">{{ champ.texte }}</a>
                  } @else {
                    {{ champ.texte }}
                  }
                  @if (champ.detail) {
                    <span class="petit">{{ champ.detail }}</span>
                  }
                </dd>
              </div>
            }
          </dl>
        </li>
      }
    </ul>
    @if (lignes().length > montrees()) {
      <button type="button" class="bouton second grand" (click)="montrees.set(montrees() + lot)">
        Montrer la suite
      </button>
    }
  `,
})
export class CartesGrille<L> {
  readonly libelle = input.required<string>();
  readonly colonnes = input.required<readonly ColonneGrille<L>[]>();
  readonly lignes = input.required<readonly L[]>();
  readonly ouvrir = output<L>();

  protected readonly lot = LOT;
  protected readonly montrees = signal(LOT);
  protected readonly cartes = computed(() => {
    const colonnes = this.colonnes();
    const principale = colonnes.find((colonne) => colonne.principale) ?? colonnes[0];
    if (!principale) return [];
    const autres = colonnes.filter((colonne) => colonne !== principale && !colonne.masquee && !colonne.auPli);
    return this.lignes()
      .slice(0, this.montrees())
      .map((ligne) => ({
        ligne,
        titre: texteDe(principale, ligne),
        lien: principale.lien?.(ligne) ?? null,
        champs: autres.filter((colonne) => valeurDe(colonne, ligne) !== null).map((colonne) => decrire(colonne, ligne)),
      }));
  });
}

function decrire<L>(colonne: ColonneGrille<L>, ligne: L) {
  return {
    cle: colonne.cle,
    // A heading such as « 1 » means something only under its group's heading.
    entete: colonne.court && colonne.court.length > 3 ? colonne.court : colonne.entete,
    texte: texteDe(colonne, ligne),
    etat: colonne.genre === 'etat' || colonne.genre === 'oui' ? etatDe(colonne, ligne) : null,
    lien: colonne.lien?.(ligne) ?? null,
    detail: colonne.detail?.(ligne) ?? '',
  };
}
