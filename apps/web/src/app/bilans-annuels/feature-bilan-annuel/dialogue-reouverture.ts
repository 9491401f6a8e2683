import { Component, Injector, type OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { type BilanAnnuelLu, TransitionBilanAnnuel } from '@coopilote/domain/bilans/bilan-annuel.contract';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieLongue, Toasts } from '@coopilote/ui';
import { BilansAnnuelsApi } from '../data/bilans-annuels-api';

/** Opens a presented report again, with the reason that everybody reads. */
@Component({
  selector: 'co-dialogue-reouverture',
  imports: [Dialogue, Occupe, ResumeErreurs, SaisieLongue],
  template: `
    <co-dialogue titre="Rouvrir le bilan annuel" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-reouverture" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <p>
          Les chiffres sont recalculés et les textes s’écrivent à nouveau. La version présentée reste lisible, les
          décisions sont gardées.
        </p>
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-longue
          libelle="Raison"
          requis
          [lignes]="2"
          [longueurMax]="2000"
          [champ]="formulaire.champ('motif')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
        <button type="submit" form="form-reouverture" class="bouton" [coOccupe]="formulaire.occupe()">Rouvrir</button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueReouverture implements OnInit {
  readonly bilan = input.required<BilanAnnuelLu>();
  readonly ferme = output<BilanAnnuelLu | null>();

  protected formulaire!: FormulaireContrat<TransitionBilanAnnuel>;
  private readonly api = inject(BilansAnnuelsApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);

  ngOnInit(): void {
    const saisie: TransitionBilanAnnuel = { vers: 'BROUILLON', motif: null, version: this.bilan().version };
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(TransitionBilanAnnuel, saisie));
  }

  protected async enregistrer(): Promise<void> {
    const lu = await this.formulaire.soumettre((saisie) => this.api.passer(this.bilan().id, saisie));
    if (!lu) return;
    this.toasts.succes('Bilan annuel rouvert.');
    this.ferme.emit(lu);
  }
}
