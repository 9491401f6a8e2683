import { Component, Injector, type OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { type BilanAnnuelLu, DecisionAnnuelle, type VoletLu } from '@coopilote/domain/bilans/bilan-annuel.contract';
import { Choix, Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieLongue, Toasts } from '@coopilote/ui';
import { BilansAnnuelsApi } from '../data/bilans-annuels-api';
import { DEVENIRS } from '../ui/mots';

/** What the meeting decides of one action, with its reason. */
@Component({
  selector: 'co-dialogue-decision',
  imports: [Choix, Dialogue, Occupe, ResumeErreurs, SaisieLongue],
  template: `
    <co-dialogue titre="Décision de la réunion" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-decision" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <p>{{ intitule() }}</p>
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-choix libelle="Décision" requis [options]="devenirs" [champ]="formulaire.champ('decision')" />
        <co-saisie-longue
          libelle="Raison"
          requis
          [lignes]="2"
          [longueurMax]="5000"
          [champ]="formulaire.champ('motif')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
        <button type="submit" form="form-decision" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer la décision
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueDecision implements OnInit {
  readonly bilanId = input.required<string>();
  readonly intitule = input.required<string>();
  readonly volet = input.required<VoletLu>();
  readonly ferme = output<BilanAnnuelLu | null>();

  protected readonly devenirs = DEVENIRS;
  protected formulaire!: FormulaireContrat<DecisionAnnuelle>;
  private readonly api = inject(BilansAnnuelsApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);

  ngOnInit(): void {
    const { decision, motifDecision, proposition, motifProposition, version } = this.volet();
    // What was proposed is the first answer; the meeting changes it.
    const depart = {
      decision: decision ?? proposition,
      motif: motifDecision ?? motifProposition ?? '',
      version,
    } as DecisionAnnuelle;
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(DecisionAnnuelle, depart));
  }

  protected async enregistrer(): Promise<void> {
    const lu = await this.formulaire.soumettre((saisie) =>
      this.api.decider(this.bilanId(), this.volet().ficheActionId, saisie),
    );
    if (!lu) return;
    this.toasts.succes('Décision enregistrée.');
    this.ferme.emit(lu);
  }
}
