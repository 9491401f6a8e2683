import {
  Component,
  Injector,
  type OnInit,
  computed,
  inject,
  input,
  output,
  runInInjectionContext,
} from '@angular/core';
import {
  type CampagneLigne,
  CampagneModifiee,
  TransitionCampagneDemandee,
} from '@coopilote/domain/bilans/campagne.contract';
import type { EtatCampagne } from '@coopilote/domain/bilans/campagne.rules';
import { ajouterJours } from '@coopilote/domain/commun/dates';
import { finTrimestre } from '@coopilote/domain/commun/trimestre';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieDate, SaisieLongue, Toasts } from '@coopilote/ui';
import { CampagnesApi } from '../data/campagnes-api';

export type ActeCollecte = 'ECHEANCE' | EtatCampagne;
const TITRES: Record<ActeCollecte, string> = {
  ECHEANCE: 'Changer l’échéance',
  CLOSE: 'Clore la collecte',
  OUVERTE: 'Rouvrir la collecte',
};
const FAITS: Record<ActeCollecte, string> = {
  ECHEANCE: 'Échéance changée, sur chaque bilan du trimestre.',
  CLOSE: 'Collecte close.',
  OUVERTE: 'Collecte rouverte.',
};

/** Moves the deadline of a collection, closes it, or opens it again with its reason. */
@Component({
  selector: 'co-dialogue-collecte',
  imports: [Dialogue, Occupe, ResumeErreurs, SaisieDate, SaisieLongue],
  template: `
    <co-dialogue [titre]="titre()" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-collecte" novalidate class="pile-serree" (submit)="$event.preventDefault(); faire()">
        @if (echeance; as formulaire) {
          <co-resume-erreurs [formulaire]="formulaire" />
          <co-saisie-date
            libelle="Échéance"
            requis
            aide="Dernier jour pour transmettre, dans tout le département."
            [min]="premierJour()"
            [champ]="formulaire.champ('echeance')"
          />
        }
        @if (etat; as formulaire) {
          <co-resume-erreurs [formulaire]="formulaire" />
          @if (demande() === 'CLOSE') {
            <p>
              Plus aucune structure ne pourra remplir ni transmettre un bilan de ce trimestre, sauf ceux que vous lui
              avez renvoyés. Ce qui est commencé est gardé.
            </p>
          }
          <co-saisie-longue
            libelle="Motif"
            requis
            aide="Les structures le liront."
            [longueurMax]="1000"
            [champ]="formulaire.champ('motif')"
          />
        }
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-collecte" class="bouton" [coOccupe]="occupe()">{{ titre() }}</button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueCollecte implements OnInit {
  readonly campagne = input.required<CampagneLigne>();
  readonly demande = input.required<ActeCollecte>();
  readonly ferme = output<boolean>();

  private readonly api = inject(CampagnesApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected echeance: FormulaireContrat<CampagneModifiee> | null = null;
  protected etat: FormulaireContrat<TransitionCampagneDemandee> | null = null;
  protected readonly titre = computed(() => TITRES[this.demande()]);
  protected readonly premierJour = computed(() => ajouterJours(finTrimestre(this.campagne()), 1));

  ngOnInit(): void {
    const { echeance, version } = this.campagne();
    const vers = this.demande();
    runInInjectionContext(this.injecteur, () => {
      if (vers === 'ECHEANCE') this.echeance = new FormulaireContrat(CampagneModifiee, { echeance, version });
      else this.etat = new FormulaireContrat(TransitionCampagneDemandee, { vers, motif: '', version });
    });
  }

  protected occupe(): boolean {
    return !!(this.echeance ?? this.etat)?.occupe();
  }

  protected async faire(): Promise<void> {
    const { id } = this.campagne();
    const fait = this.echeance
      ? await this.echeance.soumettre((saisie) => this.api.modifier(id, saisie))
      : await this.etat?.soumettre((saisie) => this.api.changerEtat(id, saisie));
    if (!fait) return;
    this.toasts.succes(FAITS[this.demande()]);
    this.ferme.emit(true);
  }
}
