import { Component, computed, input, output } from '@angular/core';
import { Comparaison, type CoteChoisi, type LigneComparee } from '@coopilote/ui';

/** Two versions of the texts of one draft, side by side. */
@Component({
  selector: 'co-conflit-textes',
  imports: [Comparaison],
  template: `
    <co-comparaison
      titre="Deux versions de ce texte"
      acte="Garder ce choix"
      [lignes]="lignes()"
      (resolu)="garder($event)"
    >
      Ce texte a été modifié ailleurs pendant que vous l’écriviez ici&nbsp;: gardez ce qu’il faut, rien n’est effacé
      avant votre choix.
      <ng-template let-valeur
        ><p class="texte">{{ valeur || 'Rien' }}</p></ng-template
      >
    </co-comparaison>
  `,
  styles: `
    .texte {
      white-space: pre-line;
    }
  `,
})
export class ConflitTextes {
  readonly mien = input.required<Readonly<Record<string, string>>>();
  readonly leur = input.required<Readonly<Record<string, string>>>();
  readonly base = input.required<Readonly<Record<string, string>>>();
  /** Name of each part, in order; a part named in `unique` is one word of a list, and is never put together. */
  readonly titres = input.required<Readonly<Record<string, string>>>();
  readonly unique = input<string | null>(null);
  readonly resolu = output<Record<string, string>>();

  protected readonly lignes = computed<LigneComparee<string>[]>(() =>
    Object.entries(this.titres()).flatMap(([cle, titre]) => {
      const [mien = '', leur = '', base = ''] = [this.mien()[cle], this.leur()[cle], this.base()[cle]];
      if (mien === leur) return [];
      const cumulable = !!mien && !!leur && cle !== this.unique();
      return [{ cle, titre, mien, leur, cumulable, depart: mien === base ? 'LEUR' : 'MIEN' }];
    }),
  );

  protected garder(choix: Readonly<Record<string, CoteChoisi>>): void {
    const resultat: Record<string, string> = { ...this.leur() };
    for (const { cle, mien, leur } of this.lignes()) {
      if (choix[cle] === 'DEUX') resultat[cle] = `${mien}\n${leur}`;
      else if (choix[cle] !== 'LEUR') resultat[cle] = mien;
    }
    this.resolu.emit(resultat);
  }
}
