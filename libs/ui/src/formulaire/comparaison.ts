import { NgTemplateOutlet } from '@angular/common';
import { Component, TemplateRef, contentChild, input, linkedSignal, output } from '@angular/core';
import { Icone } from '../affichage/icone';

export type CoteChoisi = 'MIEN' | 'LEUR' | 'DEUX';

/** One part that two people wrote differently. */
export interface LigneComparee<V> {
  cle: string;
  titre: string;
  mien: V;
  leur: V;
  /** Texts written on both sides can be kept one under the other. */
  cumulable: boolean;
  /** What is chosen until the person says otherwise. */
  depart: CoteChoisi;
}

let compteur = 0;

/**
 * Two versions of one draft side by side, part by part: one chooses, nothing is lost. The content says what happened;
 * `<ng-template let-valeur>` draws one side.
 */
@Component({
  selector: 'co-comparaison',
  imports: [Icone, NgTemplateOutlet],
  host: { class: 'carte comparaison', role: 'region', '[attr.aria-labelledby]': 'id' },
  templateUrl: './comparaison.html',
  styleUrl: './comparaison.css',
})
export class Comparaison<V> {
  readonly titre = input.required<string>();
  readonly lignes = input.required<readonly LigneComparee<V>[]>();
  readonly acte = input.required<string>();
  /** The side chosen for each part, by its key. */
  readonly resolu = output<Readonly<Record<string, CoteChoisi>>>();

  protected readonly modele = contentChild.required<TemplateRef<{ $implicit: V }>>(TemplateRef);
  protected readonly id = `comparaison-${++compteur}`;
  protected readonly cotes = [
    { cle: 'MIEN', nom: 'Saisi ici' },
    { cle: 'LEUR', nom: 'Enregistré ailleurs' },
  ] as const;
  protected readonly choix = linkedSignal<Readonly<Record<string, CoteChoisi>>>(() =>
    Object.fromEntries(this.lignes().map(({ cle, depart }) => [cle, depart])),
  );

  protected choisir(cle: string, cote: CoteChoisi): void {
    this.choix.update((tous) => ({ ...tous, [cle]: cote }));
  }

  protected toutChoisir(cote: CoteChoisi): void {
    this.choix.set(Object.fromEntries(this.lignes().map(({ cle }) => [cle, cote])));
  }
}
