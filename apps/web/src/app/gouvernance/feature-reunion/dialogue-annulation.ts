import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { TransitionReunion, type ReunionLue } from '@coopilote/domain/gouvernance';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieLongue, Toasts } from '@coopilote/ui';
import { ReunionApi } from '../data/reunion-api';

/** Cancels a meeting; whoever had noted it is told why. */
@Component({
  selector: 'co-dialogue-annulation',
  imports: [Dialogue, Occupe, ResumeErreurs, SaisieLongue],
  template: `
    <co-dialogue titre="Annuler la réunion" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-annulation" novalidate class="pile-serree" (submit)="$event.preventDefault(); annuler()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <p>
          @if (motifRequis()) {
            Les personnes convoquées recevront un courriel, et la réunion quittera leur agenda.
          } @else {
            Personne n’a encore reçu de convocation&nbsp;: la réunion sera gardée, annulée.
          }
        </p>
        <co-saisie-longue
          libelle="Motif"
          [requis]="motifRequis()"
          [aide]="motifRequis() ? 'Il est écrit dans le courriel.' : ''"
          [lignes]="3"
          [longueurMax]="2000"
          [champ]="formulaire.champ('motif')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Garder la réunion</button>
        <button type="submit" form="form-annulation" class="bouton danger" [coOccupe]="formulaire.occupe()">
          Annuler la réunion
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueAnnulation implements OnInit {
  readonly reunion = input.required<ReunionLue>();
  readonly motifRequis = input.required<boolean>();
  /** The meeting as it then stands, or null when nothing changed. */
  readonly ferme = output<ReunionLue | null>();

  private readonly api = inject(ReunionApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<TransitionReunion>;

  ngOnInit(): void {
    const { version } = this.reunion();
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat(
          TransitionReunion,
          { vers: 'ANNULEE', motif: null, version },
          {
            exiger: ({ motif }): Record<string, string> =>
              this.motifRequis() && !motif?.trim() ? { motif: 'Motif\u00a0: à remplir.' } : {},
          },
        ),
    );
  }

  protected async annuler(): Promise<void> {
    const apres = await this.formulaire.soumettre((saisie) => this.api.changerEtat(this.reunion().id, saisie));
    if (!apres) return;
    this.toasts.succes('La réunion est annulée.');
    this.ferme.emit(apres);
  }
}
