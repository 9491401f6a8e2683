import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { PeriodeSaisie, repartirCout, type MiseADispositionLue } from '@coopilote/domain/financement';
import {
  Dialogue,
  EurosPipe,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieMontant,
  Toasts,
} from '@coopilote/ui';
import { MisesApi } from '../data/mises-api';

/** Splits the real cost of a period by the keys of the convention; the parts show as one types. */
@Component({
  selector: 'co-dialogue-periode',
  imports: [Dialogue, EurosPipe, Occupe, ResumeErreurs, SaisieDate, SaisieMontant],
  template: `
    <co-dialogue titre="Répartir le coût d’une période" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-periode" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-date libelle="Du" requis [champ]="formulaire.champ('debut')" />
        <co-saisie-date libelle="Au" requis [champ]="formulaire.champ('fin')" />
        <co-saisie-montant
          libelle="Coût réel de la période"
          requis
          aide="Hors taxes, sans marge ni frais de gestion."
          [champ]="formulaire.champ('cout')"
        />
        <ul class="liste-nue" aria-label="Parts">
          @for (part of parts(); track part.structureId) {
            <li>
              <span class="nom">{{ part.structure }}{{ part.preteur ? ', sa part' : '' }}</span>
              <span class="num">{{ part.ht | euros }}{{ part.tva ? ' HT' : '' }}</span>
            </li>
          }
        </ul>
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
        <button type="submit" form="form-periode" class="bouton" [coOccupe]="formulaire.occupe()">
          Répartir ce coût
        </button>
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    .nom {
      flex: 1 1 12rem;
    }
  `,
})
export class DialoguePeriode implements OnInit {
  readonly mise = input.required<MiseADispositionLue>();
  readonly ferme = output<MiseADispositionLue | null>();

  protected formulaire!: FormulaireContrat<PeriodeSaisie>;
  private readonly api = inject(MisesApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);

  protected readonly parts = computed(() => {
    const { parties, tauxTva } = this.mise();
    const montants = repartirCout(
      this.formulaire.valeur().cout ?? 0,
      parties.map(({ cle }) => cle),
      tauxTva,
    );
    return parties.map(({ structureId, structure, preteur }, rang) => ({
      ...{ structureId, structure, preteur, ht: 0 },
      ...montants[rang],
    }));
  });

  ngOnInit(): void {
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () => new FormulaireContrat(PeriodeSaisie, {} as PeriodeSaisie),
    );
  }

  protected async enregistrer(): Promise<void> {
    const lue = await this.formulaire.soumettre((saisie) => this.api.repartir(this.mise().id, saisie));
    if (!lue) return;
    this.toasts.succes('Coût réparti entre les structures.');
    this.ferme.emit(lue);
  }
}
