import { Component, computed, input, output } from '@angular/core';
import type { CompteRenduLu } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import { Comparaison, type CoteChoisi, type LigneComparee, compter } from '@coopilote/ui';
import { LectureRiche } from '@coopilote/ui/texte-riche';
import { type TextesCompteRendu, blocsDe, ecrireBloc, lireBloc, normaliserTextes } from '../modele/compte-rendu';

/** Two drafts of the same minutes side by side, text by text. */
@Component({
  selector: 'co-compte-rendu-comparaison',
  imports: [Comparaison, LectureRiche],
  template: `
    <co-comparaison
      titre="Deux versions de ce compte-rendu"
      acte="Garder ces textes"
      [lignes]="lignes()"
      (resolu)="garder($event)"
    >
      Ce compte-rendu a été modifié ailleurs pendant que vous l’écriviez ici.
      {{ compter(lignes().length, 'texte diffère', 'textes diffèrent') }}&nbsp;: gardez le bon pour chacun, rien n’est
      effacé avant votre choix.
      <ng-template let-html>
        @if (html) {
          <co-lecture-riche [html]="html" [niveau]="3" />
        } @else {
          <span class="petit">Sans texte</span>
        }
      </ng-template>
    </co-comparaison>
  `,
})
export class CompteRenduComparaison {
  readonly mien = input.required<TextesCompteRendu>();
  readonly leur = input.required<CompteRenduLu>();
  /** What both started from. */
  readonly base = input.required<TextesCompteRendu>();
  readonly resolu = output<TextesCompteRendu>();

  protected readonly compter = compter;
  private readonly normales = computed(() => {
    const net = (contenu: TextesCompteRendu) => normaliserTextes(contenu, this.leur());
    return { mien: net(this.mien()), leur: net(this.leur().contenu), base: net(this.base()) };
  });
  protected readonly lignes = computed<LigneComparee<string>[]>(() => {
    const { mien, leur, base } = this.normales();
    return blocsDe(leur).flatMap(({ cle, titre }) => {
      const [ici, ailleurs, avant] = [mien, leur, base].map((contenu) => lireBloc(contenu, cle));
      if (ici === undefined || ailleurs === undefined || ici === ailleurs) return [];
      // Where one side only has changed the text, that side; where both have, what was typed here.
      const depart = ici === avant ? 'LEUR' : 'MIEN';
      return [{ cle, titre, mien: ici, leur: ailleurs, cumulable: !!ici && !!ailleurs, depart }];
    });
  });

  protected garder(choix: Readonly<Record<string, CoteChoisi>>): void {
    const textes = { MIEN: ['mien'], LEUR: ['leur'], DEUX: ['mien', 'leur'] } as const;
    const resultat = this.lignes().reduce((contenu, ligne) => {
      const cotes = textes[choix[ligne.cle] ?? 'DEUX'];
      return ecrireBloc(contenu, ligne.cle, cotes.map((cote) => ligne[cote]).join(''));
    }, this.normales().leur);
    this.resolu.emit(resultat);
  }
}
