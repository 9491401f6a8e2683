import { Component, computed, inject, input, output } from '@angular/core';
import { type CampagneLigne, CloturesDemandees } from '@coopilote/domain/bilans/campagne.contract';
import {
  ChoixMultiple,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  Toasts,
  compter,
} from '@coopilote/ui';
import { CampagnesApi } from '../data/campagnes-api';

/** Closes the collection of a quarter in several départements at once, for one reason. */
@Component({
  selector: 'co-dialogue-clotures',
  imports: [ChoixMultiple, Dialogue, Occupe, ResumeErreurs, SaisieLongue],
  template: `
    <co-dialogue titre="Clore plusieurs collectes" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-clotures" novalidate class="pile-serree" (submit)="$event.preventDefault(); faire()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <p>
          Dans ces départements, plus aucune structure ne pourra remplir ni transmettre un bilan de ce trimestre, sauf
          ceux qui lui ont été renvoyés. Ce qui est commencé est gardé.
        </p>
        <co-choix-multiple
          libelle="Départements"
          requis
          [options]="options()"
          [champ]="formulaire.champ('campagnes')"
        />
        <co-saisie-longue
          libelle="Motif"
          requis
          aide="Le même pour toutes ; les structures le liront."
          [longueurMax]="1000"
          [champ]="formulaire.champ('motif')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-clotures" class="bouton" [coOccupe]="formulaire.occupe()">
          Clore les collectes
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueClotures {
  /** Open ones, which the reader may close. */
  readonly campagnes = input.required<readonly CampagneLigne[]>();
  readonly ferme = output<boolean>();

  private readonly api = inject(CampagnesApi);
  private readonly toasts = inject(Toasts);
  protected readonly formulaire = new FormulaireContrat(CloturesDemandees, { campagnes: [], motif: '' });
  protected readonly options = computed(() =>
    this.campagnes().map(({ id, departementCode, departement, attendus, transmis, valides }) => ({
      valeur: id,
      libelle: `${departementCode} ${departement}`,
      detail: `${compter(transmis + valides, 'bilan reçu', 'bilans reçus')} sur ${attendus}`,
    })),
  );

  protected async faire(): Promise<void> {
    const fait = await this.formulaire.soumettre((saisie) => this.api.clore(saisie));
    if (!fait) return;
    const { closes, dejaCloses } = fait;
    const deja = dejaCloses.length
      ? ` Déjà ${dejaCloses.length > 1 ? 'closes' : 'close'}\u00a0: ${dejaCloses.join(', ')}.`
      : '';
    this.toasts.succes(`${compter(closes.length, 'collecte close', 'collectes closes')}.${deja}`);
    this.ferme.emit(true);
  }
}
