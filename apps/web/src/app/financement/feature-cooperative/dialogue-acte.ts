import { Component, Injector, OnInit, inject, input, output, runInInjectionContext, signal } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { ActeModifie, LIBELLES_FORMES_ACTE, type ActeLu } from '@coopilote/domain/financement';
import {
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  Dialogues,
  EurosPipe,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieLongue,
  SaisieNombre,
  SaisieTexte,
  Toasts,
  versProbleme,
} from '@coopilote/ui';
import { Pieces } from '../../pieces/feature-pieces/pieces';
import { FinancementApi } from '../data/financement-api';

const versSaisie = (acte: ActeLu): ActeModifie => ({
  reference: acte.reference,
  duree: acte.duree,
  demandeLe: acte.demandeLe,
  signataireArs: acte.signataireArs,
  signataireStructure: acte.signataireStructure,
  imputation: acte.imputation,
  visas: acte.visas,
  version: acte.version,
});

/** Completes a draft of an act: its terms, the request of the structure (R5), then its signature. */
@Component({
  selector: 'co-dialogue-acte',
  imports: [
    Conflit,
    Dialogue,
    EurosPipe,
    Occupe,
    Pieces,
    ResumeErreurs,
    SaisieDate,
    SaisieLongue,
    SaisieNombre,
    SaisieTexte,
  ],
  template: `
    <co-dialogue large [titre]="titre()" [ouvert]="true" (ouvertChange)="ferme.emit(true)">
      <form id="form-acte" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <p>
          Pour {{ acte().structure }}, {{ acte().annee }}&nbsp;: <b class="num">{{ acte().montant | euros }}</b>
        </p>
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit.reprendre()" />
        }
        <div class="deux">
          <co-saisie-texte libelle="Numéro de l’acte" [longueurMax]="60" [champ]="formulaire.champ('reference')" />
          @if (acte().forme === 'CONVENTION') {
            <co-saisie-nombre
              libelle="Durée"
              requis
              unite="années"
              [decimales]="0"
              [champ]="formulaire.champ('duree')"
            />
          }
        </div>
        <div class="deux">
          <co-saisie-texte
            libelle="Signataire pour l’ARS"
            [longueurMax]="200"
            [champ]="formulaire.champ('signataireArs')"
          />
          <co-saisie-texte
            libelle="Représentant de la structure"
            [longueurMax]="200"
            [champ]="formulaire.champ('signataireStructure')"
          />
        </div>
        <co-saisie-texte libelle="Imputation budgétaire" [longueurMax]="200" [champ]="formulaire.champ('imputation')" />
        <co-saisie-longue
          libelle="Autres visas"
          aide="Un par ligne."
          [lignes]="2"
          [longueurMax]="2000"
          [champ]="formulaire.champ('visas')"
        />
        <co-saisie-date
          libelle="Date de la demande de subvention"
          aide="Sans convention de partenariat, une décision vise la demande du promoteur, datée et signée (R5)."
          [champ]="formulaire.champ('demandeLe')"
        />
      </form>
      <section class="pile-serree suite" aria-labelledby="titre-demande">
        <h3 id="titre-demande">Demande signée</h3>
        <co-pieces objet="ACTE_FINANCEMENT" [objetId]="acte().id" />
      </section>
      <section class="pile-serree suite" aria-labelledby="titre-signature">
        <h3 id="titre-signature">Signature</h3>
        <p class="petit">Une fois signé, l’acte et les engagements qu’il porte ne changent plus.</p>
        <div class="rang">
          <co-saisie-date libelle="Date de signature" [max]="aujourdhui" nom="signeLe" [(value)]="signeLe" />
          <button type="button" class="bouton second" [coOccupe]="signature()" (click)="signer()">
            Enregistrer la signature
          </button>
        </div>
        @if (refus()) {
          <p class="note note-alerte" role="alert">{{ refus() }}</p>
        }
      </section>
      <ng-container actions>
        <button type="button" class="bouton danger second supprimer" (click)="supprimer()">Supprimer le projet</button>
        <button type="button" class="bouton second" (click)="ferme.emit(true)">Fermer</button>
        <button type="submit" form="form-acte" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer le projet
        </button>
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    .deux {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
      gap: var(--e3) var(--e4);
      align-items: start;
    }
    .suite {
      margin-top: var(--e6);
      padding-top: var(--e4);
      border-top: 1px solid var(--trait);
    }
    .rang {
      align-items: end;
    }
    .supprimer {
      margin-right: auto;
    }
  `,
})
export class DialogueActe implements OnInit {
  readonly acte = input.required<ActeLu>();
  readonly ferme = output<boolean>();

  protected readonly aujourdhui = jourAParis(new Date());
  protected readonly signeLe = signal<string | null>(null);
  protected readonly signature = signal(false);
  protected readonly refus = signal('');
  private readonly api = inject(FinancementApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<ActeModifie>;
  protected conflit!: ConflitDeSaisie<ActeModifie>;

  ngOnInit(): void {
    const acte = this.acte();
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(ActeModifie, versSaisie(acte)));
    this.conflit = new ConflitDeSaisie(this.formulaire, ActeModifie, async () =>
      versSaisie(await this.api.lireActe(acte.id)),
    );
  }

  protected titre(): string {
    const { forme } = this.acte();
    return forme ? `Projet de ${LIBELLES_FORMES_ACTE[forme]}` : 'Projet d’acte';
  }

  protected async enregistrer(): Promise<boolean> {
    const enregistre = await this.formulaire.soumettre((saisie) => this.api.modifierActe(this.acte().id, saisie));
    await this.conflit.examiner();
    if (!enregistre) return false;
    this.formulaire.reinitialiser(versSaisie(enregistre));
    this.toasts.succes('Projet enregistré.');
    return true;
  }

  protected async garder(): Promise<void> {
    this.conflit.garder();
    await this.enregistrer();
  }

  /** What was typed is saved first: one signs what one sees. */
  protected async signer(): Promise<void> {
    const signeLe = this.signeLe();
    if (!signeLe) {
      this.refus.set('Date de signature\u00a0: à remplir.');
      return;
    }
    this.refus.set('');
    if (this.formulaire.modifie() && !(await this.enregistrer())) return;
    this.signature.set(true);
    try {
      await this.api.signerActe(this.acte().id, { signeLe, version: this.formulaire.valeur().version });
      this.toasts.succes('Signature enregistrée.');
      this.ferme.emit(true);
    } catch (erreur) {
      const { erreurs, message } = versProbleme(erreur);
      this.refus.set(erreurs[0]?.message ?? message);
    } finally {
      this.signature.set(false);
    }
  }

  protected async supprimer(): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Supprimer ce projet d’acte\u00a0?',
      texte: 'Le projet et la demande qui y est jointe disparaîtront. Les engagements restent.',
      action: 'Supprimer le projet',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.api.supprimerActe(this.acte().id);
      this.ferme.emit(true);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
