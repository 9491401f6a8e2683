import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import type { ContenuBilan } from '@coopilote/domain/bilans/bilan.rules';
import { Icone, compter, formatHeure } from '@coopilote/ui';
import {
  type CleElement,
  clesElements,
  copierElement,
  estQuestion,
  estTexte,
  lireElement,
  memeElement,
  titreElement,
} from '../modele/elements';
import { ElementAffiche } from './element-affiche';

export type Choix = 'MIEN' | 'LEUR' | 'DEUX';

/** Two versions of one report side by side, element by element: one chooses, nothing is lost. */
@Component({
  selector: 'co-comparaison',
  imports: [ElementAffiche, Icone],
  templateUrl: './comparaison.html',
  styleUrl: './comparaison.css',
})
export class Comparaison {
  readonly mien = input.required<ContenuBilan>();
  readonly leur = input.required<BilanLu>();
  /** What both started from. */
  readonly base = input.required<ContenuBilan>();
  readonly resolu = output<ContenuBilan>();

  protected readonly compter = compter;
  protected readonly heure = computed(() => formatHeure(this.leur().enregistreLe));
  protected readonly lignes = computed(() => {
    const { indicateurs, contenu } = this.leur();
    return clesElements(indicateurs)
      .filter((cle) => !memeElement(this.mien(), contenu, cle))
      .map((cle) => ({
        cle,
        titre: titreElement(cle, indicateurs),
        mien: lireElement(this.mien(), cle, indicateurs),
        leur: lireElement(contenu, cle, indicateurs),
        /** Texts written on both sides can be kept one under the other. */
        cumulable: this.textes(cle).every(Boolean),
      }));
  });

  /** Where one side only has changed the element, that side; where both have, what was typed here. */
  protected readonly choix = linkedSignal<Readonly<Record<string, Choix>>>(() =>
    Object.fromEntries(
      this.lignes().map(({ cle }) => [cle, memeElement(this.mien(), this.base(), cle) ? 'LEUR' : 'MIEN']),
    ),
  );

  protected choisir(cle: CleElement, choix: Choix): void {
    this.choix.update((tous) => ({ ...tous, [cle]: choix }));
  }

  protected toutChoisir(choix: Choix): void {
    this.choix.set(Object.fromEntries(this.lignes().map(({ cle }) => [cle, choix])));
  }

  protected garder(): void {
    let resultat = this.leur().contenu;
    for (const { cle } of this.lignes()) {
      const choix = this.choix()[cle];
      if (choix !== 'LEUR') resultat = copierElement(resultat, this.mien(), cle);
      if (choix === 'DEUX') resultat = this.joindre(resultat, cle);
    }
    this.resolu.emit(resultat);
  }

  private textes(cle: CleElement): string[] {
    const deux = [this.mien(), this.leur().contenu];
    if (estTexte(cle)) return deux.map((contenu) => contenu[cle]?.trim() ?? '');
    if (estQuestion(cle)) return deux.map((contenu) => contenu.reponses[cle]?.motif?.trim() ?? '');
    return [''];
  }

  private joindre(contenu: ContenuBilan, cle: CleElement): ContenuBilan {
    const texte = [...new Set(this.textes(cle))].join('\n');
    if (estTexte(cle)) return { ...contenu, [cle]: texte };
    if (!estQuestion(cle)) return contenu;
    return { ...contenu, reponses: { ...contenu.reponses, [cle]: { ...contenu.reponses[cle], motif: texte } } };
  }
}
