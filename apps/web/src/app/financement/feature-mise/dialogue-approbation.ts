import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import {
  ApprobationSaisie,
  type GenreMise,
  type MiseADispositionLue,
  type PartieMise,
} from '@coopilote/domain/financement';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieDate, SaisieTexte, Toasts } from '@coopilote/ui';
import { MisesApi } from '../data/mises-api';

/** What one structure approves: its CSE, its board, the avenant of the employer, then its signature. */
@Component({
  selector: 'co-dialogue-approbation',
  imports: [Dialogue, Occupe, ResumeErreurs, SaisieDate, SaisieTexte],
  template: `
    <co-dialogue [titre]="'Approbation de ' + partie().structure" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-approbation" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-date
          libelle="Information-consultation du CSE"
          [max]="aujourdhui"
          [champ]="formulaire.champ('cseLe')"
        />
        <co-saisie-texte
          libelle="CSE sans objet, raison"
          aide="À la place de la date, quand la structure n’a pas de CSE à consulter."
          [longueurMax]="300"
          [champ]="formulaire.champ('cseSansObjet')"
        />
        <co-saisie-date
          libelle="Délibération du conseil d’administration"
          aide="Ou de l’instance qui en tient lieu, une fois le CSE consulté."
          [max]="aujourdhui"
          [champ]="formulaire.champ('deliberationLe')"
        />
        @if (avecAvenant()) {
          <co-saisie-date
            libelle="Avenant au contrat de travail"
            [max]="aujourdhui"
            [champ]="formulaire.champ('avenantLe')"
          />
        }
        <co-saisie-texte
          libelle="Signataire"
          aide="Nom et qualité de qui signe pour la structure."
          [longueurMax]="200"
          [champ]="formulaire.champ('signataire')"
        />
        <co-saisie-date
          libelle="Date de signature"
          aide="Une fois toutes les approbations données. La dernière signature fige la convention."
          [max]="aujourdhui"
          [champ]="formulaire.champ('signeLe')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
        <button type="submit" form="form-approbation" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueApprobation implements OnInit {
  readonly miseId = input.required<string>();
  readonly genre = input.required<GenreMise>();
  readonly partie = input.required<PartieMise>();
  readonly ferme = output<MiseADispositionLue | null>();

  protected readonly aujourdhui = jourAParis(new Date());
  protected readonly avecAvenant = computed(() => this.genre() === 'PERSONNEL' && this.partie().preteur);
  protected formulaire!: FormulaireContrat<ApprobationSaisie>;
  private readonly api = inject(MisesApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);

  ngOnInit(): void {
    const { cseLe, cseSansObjet, deliberationLe, avenantLe, signataire, signeLe, version } = this.partie();
    const saisie = { cseLe, cseSansObjet, deliberationLe, avenantLe, signataire, signeLe, version };
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(ApprobationSaisie, saisie));
  }

  protected async enregistrer(): Promise<void> {
    const lue = await this.formulaire.soumettre((saisie) =>
      this.api.approuver(this.miseId(), this.partie().structureId, saisie),
    );
    if (!lue) return;
    this.toasts.succes(
      lue.etat === 'SIGNEE' ? 'Convention signée par toutes les structures.' : 'Approbation enregistrée.',
    );
    this.ferme.emit(lue);
  }
}
