import { Component, Injector, OnInit, inject, input, output, runInInjectionContext, signal } from '@angular/core';
import { TransitionFicheDemandee, type FicheActionLue } from '@coopilote/domain/actions';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieLongue } from '@coopilote/ui';
import { FichesActionsApi } from '../data/fiches-actions-api';

export type TransitionOuverte = FicheActionLue['transitions'][number];

/** An act on a fiche-action that asks for its reason: sent back, given up. */
@Component({
  selector: 'co-dialogue-transition',
  imports: [Dialogue, Occupe, ResumeErreurs, SaisieLongue],
  template: `
    <co-dialogue [titre]="transition().acte" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-transition" novalidate class="pile-serree" (submit)="$event.preventDefault(); envoyer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <p>{{ fiche().intitule }}</p>
        <co-saisie-longue
          libelle="Motif"
          requis
          [aide]="
            transition().vers === 'BROUILLON'
              ? 'Ce qui est à reprendre : la structure le lira en haut de sa fiche-action.'
              : 'Il reste écrit sur la fiche-action.'
          "
          [lignes]="4"
          [longueurMax]="2000"
          [champ]="formulaire.champ('motif')"
          [erreur]="motifManque()"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button
          type="submit"
          form="form-transition"
          class="bouton"
          [class.danger]="transition().vers === 'ABANDONNEE'"
          [coOccupe]="formulaire.occupe()"
        >
          {{ transition().acte }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueTransition implements OnInit {
  readonly fiche = input.required<FicheActionLue>();
  readonly transition = input.required<TransitionOuverte>();
  /** True when the state changed. */
  readonly ferme = output<boolean>();

  private readonly api = inject(FichesActionsApi);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<TransitionFicheDemandee>;
  private readonly demande = signal(false);

  ngOnInit(): void {
    const { version } = this.fiche();
    const vierge = { vers: this.transition().vers, motif: '', version };
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () => new FormulaireContrat(TransitionFicheDemandee, vierge),
    );
  }

  /** The contract leaves the reason free: only some transitions ask for it. */
  protected motifManque(): string | null {
    return this.demande() && !this.formulaire.valeur().motif?.trim() ? 'Motif\u00a0: à remplir.' : null;
  }

  protected async envoyer(): Promise<void> {
    this.demande.set(true);
    if (this.motifManque()) {
      document.getElementById('champ-motif')?.focus();
      return;
    }
    const fait = await this.formulaire.soumettre((saisie) =>
      this.api.changerEtat(this.fiche().id, saisie).then(() => true),
    );
    if (fait) this.ferme.emit(true);
  }
}
