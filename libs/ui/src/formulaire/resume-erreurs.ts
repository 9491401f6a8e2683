import { Component, ElementRef, afterRenderEffect, inject, input } from '@angular/core';
import { idDeChamp } from '../champs/champ-base';
import { compter } from '../format/format';
import { ErreurDeChamp, Probleme } from './probleme';

/** What the summary needs of a `FormulaireContrat`. */
export interface FormulaireResume {
  toutesLesErreurs(): readonly ErreurDeChamp[];
  probleme(): Probleme | null;
  echecs(): number;
}

/** What was refused, at the head of the form: takes the focus at each refusal, each line leads to its field. */
@Component({
  selector: 'co-resume-erreurs',
  template: `
    @let erreurs = formulaire().toutesLesErreurs();
    @let probleme = formulaire().probleme();
    @if (formulaire().echecs() > 0 && (erreurs.length || probleme)) {
      <div class="resume-erreurs" role="alert" tabindex="-1">
        @if (probleme) {
          <p class="resume-erreurs-titre">{{ probleme.message }}</p>
          @if (probleme.correlation) {
            <p class="petit num">Référence à citer&nbsp;: {{ probleme.correlation }}</p>
          }
        }
        @if (erreurs.length) {
          <p class="resume-erreurs-titre">{{ aCorriger(erreurs.length) }}</p>
          <ul>
            @for (erreur of erreurs; track erreur.champ) {
              <li>
                <a [href]="'#' + id(erreur.champ)" (click)="aller($event, erreur.champ)">{{ erreur.message }}</a>
              </li>
            }
          </ul>
        }
      </div>
    }
  `,
})
export class ResumeErreurs {
  readonly formulaire = input.required<FormulaireResume>();
  protected readonly id = idDeChamp;
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    let vus = 0;
    afterRenderEffect(() => {
      const echecs = this.formulaire().echecs();
      if (echecs > vus) this.hote.nativeElement.querySelector<HTMLElement>('.resume-erreurs')?.focus();
      vus = echecs;
    });
  }

  protected aCorriger(nombre: number): string {
    return `${compter(nombre, 'point')} à corriger`;
  }

  /** By hand: with a `<base href>` the browser would take `#id` for another address. */
  protected aller(evenement: Event, champ: string): void {
    evenement.preventDefault();
    const cible = document.getElementById(idDeChamp(champ));
    const premier = cible?.matches('div') ? cible.querySelector<HTMLElement>('input:checked, input, button') : cible;
    cible?.scrollIntoView({ block: 'center' });
    (premier ?? cible)?.focus({ preventScroll: true });
  }
}
