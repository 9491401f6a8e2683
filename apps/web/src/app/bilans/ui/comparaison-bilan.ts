import { Component, computed, input, output } from '@angular/core';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import type { ContenuBilan } from '@coopilote/domain/bilans/bilan.rules';
import { compter, formatHeure } from '@coopilote/ui/format/format';
import { Comparaison, type CoteChoisi, type LigneComparee } from '@coopilote/ui/formulaire/comparaison';
import {
  type CleElement,
  type ElementLu,
  clesElements,
  copierElement,
  estQuestion,
  estTexte,
  lireElement,
  memeElement,
  titreElement,
} from '../modele/elements';
import { ElementAffiche } from './element-affiche';

/** Two versions of one report side by side, element by element. */
@Component({
  selector: 'co-comparaison-bilan',
  imports: [Comparaison, ElementAffiche],
  templateUrl: './comparaison-bilan.html',
})
export class ComparaisonBilan {
  readonly mien = input.required<ContenuBilan>();
  readonly leur = input.required<BilanLu>();
  /** What both started from. */
  readonly base = input.required<ContenuBilan>();
  readonly resolu = output<ContenuBilan>();

  protected readonly compter = compter;
  protected readonly heure = computed(() => formatHeure(this.leur().enregistreLe));
  protected readonly lignes = computed<(LigneComparee<ElementLu> & { cle: CleElement })[]>(() => {
    const { indicateurs, contenu, niveau } = this.leur();
    return clesElements(indicateurs, niveau)
      .filter((cle) => !memeElement(this.mien(), contenu, cle))
      .map((cle) => ({
        cle,
        titre: titreElement(cle, indicateurs),
        mien: lireElement(this.mien(), cle, indicateurs),
        leur: lireElement(contenu, cle, indicateurs),
        cumulable: this.textes(cle).every(Boolean),
        // Where one side only has changed the element, that side; where both have, what was typed here.
        depart: memeElement(this.mien(), this.base(), cle) ? 'LEUR' : 'MIEN',
      }));
  });

  protected garder(choix: Readonly<Record<string, CoteChoisi>>): void {
    let resultat = this.leur().contenu;
    for (const { cle } of this.lignes()) {
      if (choix[cle] !== 'LEUR') resultat = copierElement(resultat, this.mien(), cle);
      if (choix[cle] === 'DEUX') resultat = this.joindre(resultat, cle);
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
