import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { ConsultationSaisie, effetDepart, type ConventionLue, type DepartLu } from '@coopilote/domain/conventions';
import {
  Conflit,
  ConflitDeSaisie,
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

/** What the members said of a departure: it is then decided, for the deadline that follows. */
@Component({
  selector: 'co-dialogue-consultation',
  imports: [Conflit, Dialogue, Occupe, ResumeErreurs, SaisieDate, SaisieLongue],
  template: `
    <co-dialogue titre="Consultation des membres" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-consultation" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="conflit.garder()" (reprendre)="conflit.reprendre()" />
        }
        <p>
          Sur le départ de <b>{{ depart().structure }}</b>. La consultation enregistrée, le départ est décidé&nbsp;:
          l’adhésion prend fin avec lui, et un avenant reste à préparer.
        </p>
        <co-saisie-date
          libelle="Consultation des membres"
          requis
          aide="Le jour de la réunion, ou du dernier avis reçu."
          [min]="depart().demandeLe"
          [max]="aujourdhui"
          [champ]="formulaire.champ('consulteLe')"
        />
        <p class="effet" role="status">{{ effet() }}</p>
        <co-saisie-longue
          libelle="Ce que les membres ont dit"
          requis
          aide="Leur avis, et ce qui est prévu pour les actions du membre qui part."
          [longueurMax]="4000"
          [champ]="formulaire.champ('compteRendu')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-consultation" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer la consultation
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
export class DialogueConsultation implements OnInit {
  readonly convention = input.required<ConventionLue>();
  readonly depart = input.required<DepartLu>();
  readonly ferme = output<boolean>();

  private readonly api = inject(ConventionsApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected readonly aujourdhui = jourAParis(new Date());
  protected formulaire!: FormulaireContrat<ConsultationSaisie>;
  protected conflit!: ConflitDeSaisie<ConsultationSaisie>;

  ngOnInit(): void {
    const { id, version } = this.depart();
    runInInjectionContext(this.injecteur, () => {
      this.formulaire = new FormulaireContrat(
        ConsultationSaisie,
        { consulteLe: '', compteRendu: '', version },
        { brouillon: `consultation-${id}` },
      );
      this.conflit = new ConflitDeSaisie(this.formulaire, ConsultationSaisie, async () => {
        const lue = await this.api.lire(this.convention().id);
        return { ...this.formulaire.valeur(), version: lue.departs.find((d) => d.id === id)?.version ?? version };
      });
    });
  }

  protected effet(): string {
    const { consulteLe } = this.formulaire.valeur();
    const jour = consulteLe ? effetDepart(this.convention().periodes, consulteLe) : null;
    return jour
      ? `Le départ prendra effet le ${formatDateLongue(jour, true)}, à l’échéance annuelle.`
      : 'Le départ prend effet à l’échéance annuelle qui suit la consultation.';
  }

  protected async enregistrer(): Promise<void> {
    const lue = await this.formulaire.soumettre((saisie) =>
      this.api.consulterSurDepart(this.convention().id, this.depart().id, saisie),
    );
    if (!lue) return this.conflit.examiner();
    this.toasts.succes('Consultation enregistrée\u00a0: le départ est décidé.');
    this.ferme.emit(true);
  }
}
