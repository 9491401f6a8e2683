import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { AppelModifie, type AppelLu, type MiseADispositionLue } from '@coopilote/domain/financement';
import {
  Dialogue,
  EurosPipe,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieMontant,
  SaisieTexte,
  Toasts,
  formatEuros,
} from '@coopilote/ui';
import { MisesApi } from '../data/mises-api';

/** The invoice of a call, to the cent, then its payment. */
@Component({
  selector: 'co-dialogue-appel',
  imports: [Dialogue, EurosPipe, Occupe, ResumeErreurs, SaisieDate, SaisieMontant, SaisieTexte],
  template: `
    <co-dialogue [titre]="'Facture de ' + appel().structure" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-appel" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <p>
          Sa part du coût réel&nbsp;: <b class="num">{{ appel().ht | euros }}</b> hors taxes{{ tva() }}.
        </p>
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-montant
          libelle="Montant facturé hors taxes"
          aide="Tel qu’il figure sur la facture."
          [champ]="formulaire.champ('montant')"
        />
        <co-saisie-date libelle="Date de la facture" [max]="aujourdhui" [champ]="formulaire.champ('factureLe')" />
        <co-saisie-texte libelle="Numéro de la facture" [longueurMax]="60" [champ]="formulaire.champ('numero')" />
        <co-saisie-date
          libelle="Date de paiement"
          aide="Vide tant que la facture n’est pas payée."
          [max]="aujourdhui"
          [champ]="formulaire.champ('payeLe')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
        <button type="submit" form="form-appel" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer la facture
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueAppel implements OnInit {
  readonly miseId = input.required<string>();
  readonly appel = input.required<AppelLu>();
  readonly ferme = output<MiseADispositionLue | null>();

  protected readonly aujourdhui = jourAParis(new Date());
  protected formulaire!: FormulaireContrat<AppelModifie>;
  protected readonly tva = computed(() => {
    const { tva, ttc } = this.appel();
    return tva ? `, soit ${formatEuros(ttc)} avec ${formatEuros(tva)} de TVA` : '';
  });
  private readonly api = inject(MisesApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);

  ngOnInit(): void {
    const { ht, factureLe, numero, payeLe, version } = this.appel();
    const saisie = { montant: factureLe ? ht : null, factureLe, numero, payeLe, version };
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(AppelModifie, saisie));
  }

  protected async enregistrer(): Promise<void> {
    const lue = await this.formulaire.soumettre((saisie) =>
      this.api.modifierAppel(this.miseId(), this.appel().id, saisie),
    );
    if (!lue) return;
    this.toasts.succes('Facture enregistrée.');
    this.ferme.emit(lue);
  }
}
