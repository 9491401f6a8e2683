import { Component, inject, input, output } from '@angular/core';
import { type CompteRenduLu, CorrectionDemandee } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieLongue } from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';
import { CompteRenduApi } from '../data/compte-rendu-api';

/** Begins another version of validated minutes: its reason stays written on it. */
@Component({
  selector: 'co-dialogue-correction',
  imports: [Dialogue, Occupe, ResumeErreurs, SaisieLongue],
  template: `
    <co-dialogue titre="Corriger le compte-rendu" [ouvert]="true" (ouvertChange)="ferme.emit('')">
      <form id="form-correction" novalidate class="pile-serree" (submit)="$event.preventDefault(); commencer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <p>
          Une version {{ compteRendu().numero + 1 }} s’ouvre en projet. La version {{ compteRendu().numero }} reste
          lisible, et fait foi tant que la nouvelle n’est pas validée.
        </p>
        <co-saisie-longue
          libelle="Motif de la correction"
          requis
          aide="Il sera écrit sur la nouvelle version."
          [longueurMax]="2000"
          [champ]="formulaire.champ('motif')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit('')">Annuler</button>
        <button type="submit" form="form-correction" class="bouton" [coOccupe]="formulaire.occupe()">
          Commencer la correction
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueCorrection {
  readonly compteRendu = input.required<CompteRenduLu>();
  /** What was done, in a sentence; empty when it was given up. */
  readonly ferme = output<string>();

  private readonly api = inject(CompteRenduApi);
  protected readonly formulaire = new FormulaireContrat(CorrectionDemandee, { motif: '' }, { brouillon: 'correction' });

  protected async commencer(): Promise<void> {
    const projet = await this.formulaire.soumettre((saisie) =>
      firstValueFrom(this.api.corriger(this.compteRendu().reunionId, saisie)),
    );
    if (projet) this.ferme.emit(`Version ${projet.numero} ouverte en projet.`);
  }
}
