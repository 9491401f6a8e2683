import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { BudgetSaisi, type FinancementLu } from '@coopilote/domain/financement';
import {
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieMontant,
  Toasts,
} from '@coopilote/ui';
import { FinancementApi } from '../data/financement-api';
import { ecrireMontants } from '../ui/ecrire-montants';

/** A budget that exists: what the form edits once there is one. */
type BudgetVersionne = BudgetSaisi & { version: number };

const versSaisie = ({ budget }: FinancementLu): BudgetVersionne => ({
  montant: budget?.montant ?? 0,
  note: budget?.note ?? null,
  version: budget?.version ?? 1,
});

/** The budget of the programme for a year. */
@Component({
  selector: 'co-dialogue-budget',
  imports: [Conflit, Dialogue, Occupe, ResumeErreurs, SaisieLongue, SaisieMontant],
  template: `
    <co-dialogue [titre]="'Budget ' + financement().annee" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-budget" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit?.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit?.reprendre()" />
        }
        <co-saisie-montant
          libelle="Budget du programme"
          requis
          aide="La somme des engagements doit l’égaler, au centime (convention, article 3)."
          [champ]="formulaire.champ('montant')"
        />
        <co-saisie-longue libelle="Note" [lignes]="3" [longueurMax]="2000" [champ]="formulaire.champ('note')" />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-budget" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer le budget
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueBudget implements OnInit {
  readonly cooperativeId = input.required<string>();
  readonly financement = input.required<FinancementLu>();
  readonly ferme = output<boolean>();

  private readonly api = inject(FinancementApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<BudgetVersionne>;
  protected conflit: ConflitDeSaisie<BudgetVersionne> | null = null;

  ngOnInit(): void {
    const lu = this.financement();
    const vide = { montant: null, note: null, version: null } as unknown as BudgetVersionne;
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat<BudgetVersionne>(
          BudgetSaisi as new () => BudgetVersionne,
          lu.budget ? versSaisie(lu) : vide,
        ),
    );
    this.conflit = new ConflitDeSaisie(
      this.formulaire,
      BudgetSaisi as new () => BudgetVersionne,
      async () => versSaisie(await this.api.lire(this.cooperativeId(), lu.annee)),
      ecrireMontants,
    );
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.formulaire.soumettre((saisie) =>
      this.api.fixerBudget(this.cooperativeId(), this.financement().annee, saisie).then(() => true),
    );
    await this.conflit?.examiner();
    if (!fait) return;
    this.toasts.succes('Budget enregistré.');
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }
}
