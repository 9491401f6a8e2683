import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { Router } from '@angular/router';
import { ConventionCreee } from '@coopilote/domain/conventions';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, Toasts } from '@coopilote/ui';
import { ConventionsApi } from '../data/conventions-api';
import { ChoixDuree } from '../ui/choix-duree';

/** Draws a draft from the programme; its text then opens. */
@Component({
  selector: 'co-dialogue-preparation',
  imports: [ChoixDuree, Dialogue, Occupe, ResumeErreurs],
  template: `
    <co-dialogue titre="Préparer la convention" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-preparation" novalidate class="pile-serree" (submit)="$event.preventDefault(); preparer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <p>
          Le projet se remplit du programme&nbsp;: présentation, objectifs, fiches-actions validées. L’ARS et les
          structures membres en sont les parties. Tout peut être changé avant d’être figé.
        </p>
        <co-choix-duree
          aide="À compter de la dernière signature. Elle se renouvelle de manière expresse."
          [champ]="formulaire.champ('dureeMois')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-preparation" class="bouton" [coOccupe]="formulaire.occupe()">
          Préparer le projet
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialoguePreparation implements OnInit {
  readonly cooperativeId = input.required<string>();
  readonly ferme = output<boolean>();

  private readonly api = inject(ConventionsApi);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<ConventionCreee>;

  ngOnInit(): void {
    const initiale = { cooperativeId: this.cooperativeId(), dureeMois: 12 };
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () => new FormulaireContrat(ConventionCreee, initiale, { brouillon: `convention-${this.cooperativeId()}` }),
    );
  }

  protected async preparer(): Promise<void> {
    const convention = await this.formulaire.soumettre((saisie) => this.api.creer(saisie));
    if (!convention) return;
    this.toasts.succes('Le projet de convention est prêt à être relu.');
    this.ferme.emit(true);
    const acte = convention.actes.at(-1);
    if (acte) await this.routeur.navigate(['/conventions/textes', acte.id]);
  }
}
