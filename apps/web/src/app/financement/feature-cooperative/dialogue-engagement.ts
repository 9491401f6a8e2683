import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  EngagementCree,
  EngagementModifie,
  LIBELLES_SUITES_NON_DEPENSE,
  SUITES_NON_DEPENSE,
  type EngagementLigne,
  type EngagementSaisi,
} from '@coopilote/domain/financement';
import {
  Choix,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieMontant,
  SaisieTexte,
  Toasts,
  type Option,
} from '@coopilote/ui';
import { ChoixEngagement, OPTIONS_NATURES } from '../data/choix-engagement';
import { FinancementApi } from '../data/financement-api';
import { ecrireMontants } from '../ui/ecrire-montants';

const versSaisie = (e: EngagementLigne): EngagementModifie => ({
  structureId: e.structureId,
  ficheActionId: e.ficheActionId,
  annee: e.annee,
  nature: e.nature,
  financeur: e.financeur,
  montant: e.montant,
  objet: e.objet,
  depense: e.depense,
  suiteNonDepense: e.suiteNonDepense,
  version: e.version,
});

/** What a funder brings to a structure for a year; once it is there, what was spent of it. */
@Component({
  selector: 'co-dialogue-engagement',
  imports: [Choix, Conflit, Dialogue, Occupe, ResumeErreurs, SaisieLongue, SaisieMontant, SaisieTexte],
  providers: [ChoixEngagement],
  template: `
    <co-dialogue
      [titre]="engagement() ? 'Modifier l’engagement' : 'Ajouter un engagement, ' + annee()"
      [ouvert]="true"
      (ouvertChange)="ferme.emit(false)"
    >
      <form id="form-engagement" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit?.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit?.reprendre()" />
        }
        @if (fixe) {
          <p class="petit">{{ fixe }}&nbsp;: structure, action, nature et montant ne changent plus.</p>
        }
        <co-choix
          libelle="Structure"
          requis
          [options]="choix.structures()"
          [desactive]="!!fixe"
          [champ]="formulaire.champ('structureId')"
        />
        <co-choix
          libelle="Fiche-action"
          vide="Ensemble du programme"
          [options]="choix.actions()"
          [desactive]="!!fixe"
          [champ]="formulaire.champ('ficheActionId')"
        />
        <co-choix
          libelle="Nature du financement"
          requis
          [options]="natures"
          [desactive]="!!fixe"
          [champ]="formulaire.champ('nature')"
        />
        <co-saisie-texte libelle="Financeur" [longueurMax]="200" [champ]="formulaire.champ('financeur')" />
        <co-saisie-montant libelle="Montant" requis [desactive]="!!fixe" [champ]="formulaire.champ('montant')" />
        <co-saisie-longue libelle="Objet" [lignes]="2" [longueurMax]="1000" [champ]="formulaire.champ('objet')" />
        @if (edition; as edite) {
          <co-saisie-montant
            libelle="Montant dépensé"
            aide="Une fois l’année close. Ce qui est versé et n’est pas dépensé se reverse ou se reporte."
            [champ]="edite.champ('depense')"
          />
          <co-choix
            libelle="Montant non dépensé"
            vide="À décider"
            [options]="suites"
            [champ]="edite.champ('suiteNonDepense')"
          />
        }
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-engagement" class="bouton" [coOccupe]="formulaire.occupe()">
          {{ engagement() ? 'Enregistrer' : 'Ajouter l’engagement' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueEngagement implements OnInit {
  readonly cooperativeId = input.required<string>();
  readonly annee = input.required<number>();
  readonly engagement = input.required<EngagementLigne | null>();
  readonly ferme = output<boolean>();

  protected readonly choix = inject(ChoixEngagement);
  protected readonly natures = OPTIONS_NATURES;
  protected readonly suites: readonly Option[] = SUITES_NON_DEPENSE.map((suite) => ({
    valeur: suite,
    libelle: LIBELLES_SUITES_NON_DEPENSE[suite],
  }));
  private readonly api = inject(FinancementApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<EngagementSaisi>;
  protected edition: FormulaireContrat<EngagementModifie> | null = null;
  protected conflit: ConflitDeSaisie<EngagementModifie> | null = null;
  /** Why most of it no longer changes. */
  protected fixe = '';
  private envoyer!: () => Promise<true | undefined>;

  ngOnInit(): void {
    this.choix.cooperativeId.set(this.cooperativeId());
    runInInjectionContext(this.injecteur, () => {
      const engagement = this.engagement();
      if (engagement) this.preparerEdition(engagement);
      else this.preparerCreation();
    });
  }

  private preparerCreation(): void {
    const creation = new FormulaireContrat(EngagementCree, {
      ...{ cooperativeId: this.cooperativeId(), annee: this.annee() },
      ...{ ficheActionId: null, financeur: null, objet: null },
    } as EngagementCree);
    this.formulaire = creation;
    this.envoyer = () => creation.soumettre((saisie) => this.api.ajouterEngagement(saisie).then(() => true as const));
  }

  private preparerEdition(engagement: EngagementLigne): void {
    const edition = new FormulaireContrat(EngagementModifie, versSaisie(engagement));
    this.formulaire = this.edition = edition;
    if (engagement.acteId) this.fixe = 'Un acte signé porte cet engagement';
    else if (engagement.reporteDe) this.fixe = 'Cet engagement est le report de l’année précédente';
    this.conflit = new ConflitDeSaisie(
      edition,
      EngagementModifie,
      async () => versSaisie(await this.api.lireEngagement(engagement.id)),
      (champ, valeur) => ecrireMontants(champ, valeur, [...this.choix.structures(), ...this.choix.actions()]),
    );
    this.envoyer = () =>
      edition.soumettre((saisie) => this.api.modifierEngagement(engagement.id, saisie).then(() => true as const));
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.envoyer();
    await this.conflit?.examiner();
    if (!fait) return;
    this.toasts.succes('Engagement enregistré.');
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }
}
