import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  LIBELLES_LISTES,
  type Liste,
  type ValeurListeLue,
  ValeurListeModifiee,
  ValeurListeSaisie,
} from '@coopilote/domain/referentiel/referentiel.contract';
import {
  Case,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieNombre,
  SaisieTexte,
  sansAccent,
} from '@coopilote/ui';
import { ReferentielsApi } from '../data/referentiels';

/** What is written of a value, new or not. */
type Champs = Pick<ValeurListeSaisie, 'libelle' | 'description' | 'praps' | 'ordre'>;

/** Adds a value to a list, or edits the one given; a code never changes, since exports and imports cite it. */
@Component({
  selector: 'co-dialogue-valeur',
  imports: [Case, Conflit, Dialogue, Occupe, ResumeErreurs, SaisieLongue, SaisieNombre, SaisieTexte],
  template: `
    <co-dialogue [titre]="titre()" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form class="pile-serree" id="formulaire-valeur" novalidate (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit?.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit.reprendre()" />
        }
        <co-saisie-texte libelle="Libellé" requis [champ]="formulaire.champ('libelle')" (quitte)="proposerCode()" />
        @if (creation) {
          <co-saisie-texte libelle="Code" requis aide="Majuscules, chiffres et _." [champ]="creation.champ('code')" />
        } @else {
          <co-saisie-texte
            libelle="Code"
            aide="Un code ne change plus&nbsp;: les exports le citent."
            nom="code"
            desactive
            [value]="valeur()?.code ?? ''"
          />
        }
        <co-saisie-longue libelle="Description" [champ]="formulaire.champ('description')" />
        @if (liste() === 'PUBLIC_CIBLE') {
          <co-case
            libelle="Public du PRAPS"
            aide="Visé par le programme régional d’accès à la prévention et aux soins."
            [champ]="formulaire.champ('praps')"
          />
        }
        <co-saisie-nombre libelle="Ordre dans la liste" [decimales]="0" [champ]="formulaire.champ('ordre')" />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button class="bouton" form="formulaire-valeur" [coOccupe]="formulaire.occupe()">
          {{ valeur() ? 'Enregistrer la valeur' : 'Ajouter la valeur' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueValeur implements OnInit {
  readonly liste = input.required<Liste>();
  /** Null: a new value. */
  readonly valeur = input.required<ValeurListeLue | null>();
  /** True when something was saved. */
  readonly ferme = output<boolean>();

  private readonly api = inject(ReferentielsApi);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<Champs>;
  protected creation: FormulaireContrat<ValeurListeSaisie> | null = null;
  protected conflit: ConflitDeSaisie<ValeurListeModifiee> | null = null;
  private envoyer!: () => Promise<ValeurListeLue | undefined>;
  protected readonly titre = computed(
    () => `${LIBELLES_LISTES[this.liste()]}\u00a0: ${this.valeur() ? 'modifier une valeur' : 'ajouter une valeur'}`,
  );

  ngOnInit(): void {
    const valeur = this.valeur();
    runInInjectionContext(this.injecteur, () => (valeur ? this.preparerEdition(valeur) : this.preparerCreation()));
  }

  private preparerCreation(): void {
    const vide = { liste: this.liste(), code: '', libelle: '', description: null, praps: false, ordre: null };
    const creation = new FormulaireContrat(ValeurListeSaisie, vide);
    this.formulaire = this.creation = creation;
    this.envoyer = () => creation.soumettre((saisie) => this.api.ajouterValeur(saisie));
  }

  private preparerEdition(valeur: ValeurListeLue): void {
    const edition = new FormulaireContrat(ValeurListeModifiee, saisieDe(valeur));
    this.formulaire = edition;
    this.conflit = new ConflitDeSaisie(edition, ValeurListeModifiee, async () =>
      saisieDe((await this.api.lireValeur(valeur)) ?? valeur),
    );
    this.envoyer = () => edition.soumettre((saisie) => this.api.modifierValeur(valeur.id, saisie));
  }

  protected proposerCode(): void {
    const saisie = this.creation?.valeur();
    if (!saisie || saisie.code) return;
    const propose = sansAccent(saisie.libelle)
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '');
    this.creation?.changer('code', propose.slice(0, 40));
  }

  protected async enregistrer(): Promise<void> {
    const faite = await this.envoyer();
    await this.conflit?.examiner();
    if (faite) this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }
}

function saisieDe({ libelle, description, praps, ordre, retiree, version }: ValeurListeLue): ValeurListeModifiee {
  return { libelle, description, praps, ordre, retiree, version };
}
