import {
  Component,
  Injector,
  OnInit,
  computed,
  inject,
  input,
  output,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { RepartitionSaisie, repartirSelonCles } from '@coopilote/domain/financement';
import {
  Choix,
  Dialogue,
  EurosPipe,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieMontant,
  SaisieNombre,
  SaisieTexte,
  Toasts,
} from '@coopilote/ui';
import { ChoixEngagement, OPTIONS_NATURES } from '../data/choix-engagement';
import { FinancementApi } from '../data/financement-api';

/** Splits an amount between the structures by keys; the parts show as one types, and add to the amount (R14). */
@Component({
  selector: 'co-dialogue-repartition',
  imports: [Choix, Dialogue, EurosPipe, Occupe, ResumeErreurs, SaisieMontant, SaisieNombre, SaisieTexte],
  providers: [ChoixEngagement],
  template: `
    <co-dialogue [titre]="'Répartir un montant, ' + annee()" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-repartition" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-choix libelle="Nature du financement" requis [options]="natures" [champ]="formulaire.champ('nature')" />
        <co-saisie-texte libelle="Financeur" [longueurMax]="200" [champ]="formulaire.champ('financeur')" />
        <co-saisie-montant libelle="Montant à répartir" requis [champ]="formulaire.champ('montant')" />
        <fieldset>
          <legend>Clés de répartition</legend>
          <p class="petit">
            Des parts, des pour cent ou des ETP&nbsp;: seule leur proportion compte. Une clé à zéro ne reçoit rien.
          </p>
          <ul class="liste-nue">
            @for (part of parts(); track part.structureId) {
              <li>
                <span class="nom">{{ part.nom }}</span>
                <co-saisie-nombre
                  class="cle"
                  libelleMasque
                  [libelle]="'Clé de ' + part.nom"
                  [decimales]="0"
                  [nom]="'cle-' + part.structureId"
                  [value]="part.cle"
                  (valueChange)="changer(part.structureId, $event)"
                />
                <span class="num montant">{{ part.montant | euros }}</span>
              </li>
            }
          </ul>
        </fieldset>
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-repartition" class="bouton" [coOccupe]="formulaire.occupe()">
          Ajouter ces engagements
        </button>
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    fieldset {
      border: 0;
      padding: 0;
    }
    legend {
      font-weight: 600;
    }
    .nom {
      flex: 1 1 12rem;
    }
    .cle {
      flex: 0 0 6rem;
    }
    .montant {
      flex: 0 0 8rem;
      text-align: right;
    }
  `,
})
export class DialogueRepartition implements OnInit {
  readonly cooperativeId = input.required<string>();
  readonly annee = input.required<number>();
  /** Engagements less budget: what is missing is what one most often splits. */
  readonly ecart = input.required<number | null>();
  readonly ferme = output<boolean>();

  protected readonly natures = OPTIONS_NATURES;
  private readonly choix = inject(ChoixEngagement);
  private readonly api = inject(FinancementApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  private readonly cles = signal<Readonly<Record<string, number | null>>>({});
  protected formulaire!: FormulaireContrat<RepartitionSaisie>;

  protected readonly parts = computed(() => {
    const structures = this.choix.structures();
    const cles = structures.map(({ valeur }) => (valeur in this.cles() ? (this.cles()[valeur] ?? 0) : 1));
    const montant = this.formulaire.valeur().montant ?? 0;
    const parts = cles.some((cle) => cle > 0) ? repartirSelonCles(montant, cles) : [];
    return structures.map(({ valeur, libelle }, rang) => ({
      structureId: valeur,
      nom: libelle,
      cle: cles[rang] ?? 0,
      montant: parts[rang] ?? 0,
    }));
  });

  ngOnInit(): void {
    this.choix.cooperativeId.set(this.cooperativeId());
    const ecart = this.ecart();
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat(RepartitionSaisie, {
          ...{ annee: this.annee(), financeur: null, cles: [] },
          ...(ecart !== null && ecart < 0 ? { montant: -ecart } : {}),
        } as unknown as RepartitionSaisie),
    );
  }

  protected changer(structureId: string, cle: number | null): void {
    this.cles.update((cles) => ({ ...cles, [structureId]: cle }));
  }

  protected async enregistrer(): Promise<void> {
    const cles = this.parts().map(({ structureId, cle }) => ({ structureId, cle }));
    this.formulaire.changer('cles', cles);
    const fait = await this.formulaire.soumettre((saisie) =>
      this.api.repartir(this.cooperativeId(), saisie).then(() => true),
    );
    if (!fait) return;
    this.toasts.succes('Montant réparti.');
    this.ferme.emit(true);
  }
}
