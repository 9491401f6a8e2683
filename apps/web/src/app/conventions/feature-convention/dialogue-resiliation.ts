import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { ResiliationSaisie, effetResiliation, type ConventionLue } from '@coopilote/domain/conventions';
import {
  Choix,
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

/** Ends a convention one month after the registered letter (R8): the day of effect is said as one types. */
@Component({
  selector: 'co-dialogue-resiliation',
  imports: [Choix, Conflit, Dialogue, Occupe, ResumeErreurs, SaisieDate, SaisieLongue],
  template: `
    <co-dialogue titre="Résilier la convention" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-resiliation" novalidate class="pile-serree" (submit)="$event.preventDefault(); resilier()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="conflit.garder()" (reprendre)="conflit.reprendre()" />
        }
        <p>
          La partie qui résilie adresse une lettre recommandée avec avis de réception à chacune des autres. La
          résiliation ne se reprend pas.
        </p>
        <co-choix libelle="Partie qui résilie" requis [options]="parties()" [champ]="formulaire.champ('partieId')" />
        <co-saisie-date
          libelle="Réception de la lettre"
          requis
          aide="Le dernier jour où une autre partie l’a reçue."
          [min]="convention().periodes[0]?.debut ?? ''"
          [max]="aujourdhui"
          [champ]="formulaire.champ('recueLe')"
        />
        <p class="effet" role="status">{{ effet() }}</p>
        <co-saisie-longue libelle="Motif" requis [longueurMax]="2000" [champ]="formulaire.champ('motif')" />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-resiliation" class="bouton danger" [coOccupe]="formulaire.occupe()">
          Résilier la convention
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
export class DialogueResiliation implements OnInit {
  readonly convention = input.required<ConventionLue>();
  readonly ferme = output<boolean>();

  private readonly api = inject(ConventionsApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected readonly aujourdhui = jourAParis(new Date());
  protected formulaire!: FormulaireContrat<ResiliationSaisie>;
  protected conflit!: ConflitDeSaisie<ResiliationSaisie>;

  protected readonly parties = computed(() =>
    this.convention().parties.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
  );

  ngOnInit(): void {
    const { id, version } = this.convention();
    runInInjectionContext(this.injecteur, () => {
      this.formulaire = new FormulaireContrat(
        ResiliationSaisie,
        { partieId: '', recueLe: '', motif: '', version },
        { brouillon: `resiliation-${id}` },
      );
      this.conflit = new ConflitDeSaisie(this.formulaire, ResiliationSaisie, async () => ({
        ...this.formulaire.valeur(),
        version: (await this.api.lire(id)).version,
      }));
    });
  }

  protected effet(): string {
    const { recueLe } = this.formulaire.valeur();
    return recueLe
      ? `La convention prendra fin le ${formatDateLongue(effetResiliation(recueLe), true)}, un mois après la réception.`
      : 'La convention prend fin un mois après la réception de la lettre.';
  }

  protected async resilier(): Promise<void> {
    const finie = await this.formulaire.soumettre((saisie) => this.api.resilier(this.convention().id, saisie));
    if (!finie) return this.conflit.examiner();
    this.toasts.succes(`Convention résiliée\u00a0: effet le ${formatDateLongue(finie.resiliation?.effet, true)}.`);
    this.ferme.emit(true);
  }
}
