import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { TransitionMise, type MiseADispositionLue } from '@coopilote/domain/financement';
import {
  Choix,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieLongue,
  Toasts,
  type Option,
} from '@coopilote/ui';
import { MisesApi } from '../data/mises-api';

/** Ends a signed mise à disposition: at its term, or before it with a reason. */
@Component({
  selector: 'co-dialogue-fin',
  imports: [Choix, Dialogue, Occupe, ResumeErreurs, SaisieDate, SaisieLongue],
  template: `
    <co-dialogue titre="Mettre fin à la mise à disposition" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-fin" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-choix libelle="Comment elle prend fin" requis [options]="suites" [champ]="formulaire.champ('vers')" />
        <co-saisie-date libelle="Date de fin" requis [max]="mise().fin" [champ]="formulaire.champ('le')" />
        <co-saisie-longue
          libelle="Motif"
          [requis]="formulaire.valeur().vers === 'RESILIEE'"
          [lignes]="2"
          [longueurMax]="1000"
          [champ]="formulaire.champ('motif')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
        <button type="submit" form="form-fin" class="bouton" [coOccupe]="formulaire.occupe()">Y mettre fin</button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueFin implements OnInit {
  readonly mise = input.required<MiseADispositionLue>();
  readonly ferme = output<MiseADispositionLue | null>();

  protected readonly suites: readonly Option[] = [
    { valeur: 'TERMINEE', libelle: 'Elle est arrivée à son terme' },
    { valeur: 'RESILIEE', libelle: 'Elle est résiliée' },
  ];
  protected formulaire!: FormulaireContrat<TransitionMise>;
  private readonly api = inject(MisesApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);

  ngOnInit(): void {
    const saisie: TransitionMise = { vers: 'TERMINEE', le: null, motif: null, version: this.mise().version };
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(TransitionMise, saisie));
  }

  protected async enregistrer(): Promise<void> {
    const lue = await this.formulaire.soumettre((saisie) => this.api.passer(this.mise().id, saisie));
    if (!lue) return;
    this.toasts.succes('Fin enregistrée.');
    this.ferme.emit(lue);
  }
}
