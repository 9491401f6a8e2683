import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { DepartDemande, effetDepart, type ConventionLue } from '@coopilote/domain/conventions';
import {
  Choix,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieLongue,
  Toasts,
  formatDateLongue,
} from '@coopilote/ui';
import { ConventionsApi } from '../data/conventions-api';

/** A member asks to leave: at the annual deadline, once the others were consulted. */
@Component({
  selector: 'co-dialogue-depart',
  imports: [Choix, Dialogue, Occupe, ResumeErreurs, SaisieDate, SaisieLongue],
  template: `
    <co-dialogue titre="Départ d’un membre" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-depart" novalidate class="pile-serree" (submit)="$event.preventDefault(); demander()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <p>
          Un membre part à l’échéance annuelle de la convention, une fois que la délégation a consulté les autres.
          Jusque-là, il reste tenu par ce qu’il a signé.
        </p>
        @if (convention().peutQuitter.length > 1) {
          <co-choix libelle="Membre qui part" requis [options]="membres()" [champ]="formulaire.champ('structureId')" />
        } @else {
          <p>
            <b>{{ convention().peutQuitter[0]?.nom }}</b>
          </p>
        }
        <co-saisie-date
          libelle="Date de la demande"
          requis
          aide="Le jour de la lettre, ou aujourd’hui."
          [min]="convention().periodes[0]?.debut ?? ''"
          [max]="aujourdhui"
          [champ]="formulaire.champ('demandeLe')"
        />
        <co-saisie-longue
          libelle="Motif"
          requis
          aide="Les autres membres le liront."
          [longueurMax]="2000"
          [champ]="formulaire.champ('motif')"
        />
        @if (echeance(); as jour) {
          <p class="effet">Prochaine échéance annuelle&nbsp;: {{ jour }}.</p>
        }
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-depart" class="bouton" [coOccupe]="formulaire.occupe()">
          Demander le départ
        </button>
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    .effet {
      font-weight: 600;
    }
  `,
})
export class DialogueDepart implements OnInit {
  readonly convention = input.required<ConventionLue>();
  readonly ferme = output<boolean>();

  private readonly api = inject(ConventionsApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected readonly aujourdhui = jourAParis(new Date());
  protected formulaire!: FormulaireContrat<DepartDemande>;

  protected readonly membres = computed(() =>
    this.convention().peutQuitter.map(({ structureId, nom }) => ({ valeur: structureId, libelle: nom })),
  );
  protected readonly echeance = computed(() => {
    const jour = effetDepart(this.convention().periodes, this.aujourdhui);
    return jour && formatDateLongue(jour, true);
  });

  ngOnInit(): void {
    const { id, peutQuitter } = this.convention();
    const structureId = peutQuitter.length === 1 ? (peutQuitter[0]?.structureId ?? '') : '';
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat(
          DepartDemande,
          { structureId, demandeLe: this.aujourdhui, motif: '' },
          { brouillon: `depart-${id}` },
        ),
    );
  }

  protected async demander(): Promise<void> {
    const lue = await this.formulaire.soumettre((saisie) => this.api.demanderDepart(this.convention().id, saisie));
    if (!lue) return;
    this.toasts.succes('Départ demandé. La délégation consulte les membres.');
    this.ferme.emit(true);
  }
}
