import { Component, computed, effect, inject, input, model, output, untracked } from '@angular/core';
import {
  LIBELLES_LISTES,
  type Liste,
  type ValeurListeLue,
  ValeurListeSaisie,
} from '@coopilote/domain/referentiel/referentiel.contract';
import {
  Case,
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

/** Adds a value to a list, or edits the one given; a code never changes, since exports and imports cite it. */
@Component({
  selector: 'co-dialogue-valeur',
  imports: [Case, Dialogue, Occupe, ResumeErreurs, SaisieLongue, SaisieNombre, SaisieTexte],
  template: `
    <co-dialogue [titre]="titre()" [(ouvert)]="ouvert">
      <form class="pile-serree" id="formulaire-valeur" novalidate (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-texte libelle="Libellé" requis [champ]="formulaire.champ('libelle')" (quitte)="proposerCode()" />
        <co-saisie-texte
          libelle="Code"
          requis
          [aide]="valeur() ? 'Un code ne change plus : les exports le citent.' : 'Majuscules, chiffres et _.'"
          [desactive]="valeur() !== null"
          [champ]="formulaire.champ('code')"
        />
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
        <button type="button" class="bouton second" (click)="ouvert.set(false)">Annuler</button>
        <button class="bouton" form="formulaire-valeur" [coOccupe]="formulaire.occupe()">
          {{ valeur() ? 'Enregistrer la valeur' : 'Ajouter la valeur' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueValeur {
  readonly liste = input.required<Liste>();
  /** Null: a new value. */
  readonly valeur = input.required<ValeurListeLue | null>();
  readonly ouvert = model.required<boolean>();
  readonly enregistree = output<void>();

  private readonly api = inject(ReferentielsApi);
  protected readonly formulaire = new FormulaireContrat(ValeurListeSaisie, vide('THEMATIQUE'));
  protected readonly titre = computed(
    () => `${LIBELLES_LISTES[this.liste()]}\u00a0: ${this.valeur() ? 'modifier une valeur' : 'ajouter une valeur'}`,
  );

  constructor() {
    effect(() => {
      if (!this.ouvert()) return;
      const [valeur, liste] = [this.valeur(), this.liste()];
      untracked(() => this.formulaire.reinitialiser(valeur ? saisieDe(valeur) : vide(liste)));
    });
  }

  protected proposerCode(): void {
    const { code, libelle } = this.formulaire.valeur();
    if (this.valeur() || code) return;
    const propose = sansAccent(libelle)
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '');
    this.formulaire.changer('code', propose.slice(0, 40));
  }

  protected async enregistrer(): Promise<void> {
    const lue = this.valeur();
    const faite = await this.formulaire.soumettre((saisie) => {
      if (!lue) return this.api.ajouterValeur(saisie);
      const { libelle, description, praps, ordre } = saisie;
      const { retiree, version } = lue;
      return this.api.modifierValeur(lue.id, { libelle, description, praps, ordre, retiree, version });
    });
    if (!faite) return;
    this.ouvert.set(false);
    this.enregistree.emit();
  }
}

function vide(liste: Liste): ValeurListeSaisie {
  return { liste, code: '', libelle: '', description: null, praps: false, ordre: null };
}

function saisieDe({ liste, code, libelle, description, praps, ordre }: ValeurListeLue): ValeurListeSaisie {
  return { liste, code, libelle, description, praps, ordre };
}
