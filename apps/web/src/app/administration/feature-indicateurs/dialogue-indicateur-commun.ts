import { Component, computed, effect, inject, input, model, output, untracked } from '@angular/core';
import {
  LIBELLES_MODES,
  LIBELLES_TYPES_INDICATEUR,
  LIBELLES_UNITES,
  MODES_AGREGATION,
  type ModeAgregation,
  TYPES_INDICATEUR,
  UNITES,
} from '@coopilote/domain/referentiel/listes';
import { type IndicateurCommunLu, IndicateurCommunSaisi } from '@coopilote/domain/referentiel/referentiel.contract';
import { Choix, Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieLongue, SaisieTexte } from '@coopilote/ui';
import { ReferentielsApi } from '../data/referentiels';
import { EXPLICATIONS_MODES } from '../ui/modes-agregation';

/** Adds a common indicator, or edits the one given. */
@Component({
  selector: 'co-dialogue-indicateur-commun',
  imports: [Choix, Dialogue, Occupe, ResumeErreurs, SaisieLongue, SaisieTexte],
  template: `
    <co-dialogue [titre]="indicateur() ? 'Modifier l’indicateur' : 'Ajouter un indicateur commun'" [(ouvert)]="ouvert">
      <form class="pile-serree" id="formulaire-commun" novalidate (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-texte libelle="Libellé" requis [champ]="formulaire.champ('libelle')" />
        <co-saisie-texte libelle="Code" requis aide="Majuscules, chiffres et _." [champ]="formulaire.champ('code')" />
        <co-choix libelle="Type" requis [options]="types" [champ]="formulaire.champ('type')" />
        <co-choix libelle="Unité" requis [options]="unites" [champ]="formulaire.champ('unite')" />
        <co-choix
          libelle="Mode d’agrégation"
          requis
          [options]="modes"
          [aide]="explication()"
          [champ]="formulaire.champ('modeAgregation')"
        />
        <co-saisie-longue
          libelle="Définition"
          aide="Qui compte, quand, et ce qui ne compte pas&nbsp;: lue par ceux qui remplissent les bilans."
          [lignes]="4"
          [champ]="formulaire.champ('definition')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ouvert.set(false)">Annuler</button>
        <button class="bouton" form="formulaire-commun" [coOccupe]="formulaire.occupe()">
          {{ indicateur() ? 'Enregistrer l’indicateur' : 'Ajouter l’indicateur' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueIndicateurCommun {
  /** Null: a new one. */
  readonly indicateur = input.required<IndicateurCommunLu | null>();
  readonly ouvert = model.required<boolean>();
  readonly enregistre = output<void>();

  private readonly api = inject(ReferentielsApi);
  protected readonly formulaire = new FormulaireContrat(IndicateurCommunSaisi, vide());
  protected readonly types = TYPES_INDICATEUR.map((type) => ({
    valeur: type,
    libelle: LIBELLES_TYPES_INDICATEUR[type],
  }));
  protected readonly unites = UNITES.map((unite) => ({ valeur: unite, libelle: LIBELLES_UNITES[unite] }));
  protected readonly modes = MODES_AGREGATION.map((mode) => ({ valeur: mode, libelle: LIBELLES_MODES[mode] }));
  protected readonly explication = computed(() => {
    const mode = this.formulaire.valeur().modeAgregation as ModeAgregation | null;
    return mode ? EXPLICATIONS_MODES[mode] : 'Comment les valeurs des bilans se mettent ensemble.';
  });

  constructor() {
    effect(() => {
      if (!this.ouvert()) return;
      const indicateur = this.indicateur();
      untracked(() => this.formulaire.reinitialiser(indicateur ? saisieDe(indicateur) : vide()));
    });
  }

  protected async enregistrer(): Promise<void> {
    const lu = this.indicateur();
    const fait = await this.formulaire.soumettre((saisie) =>
      lu
        ? this.api.modifierIndicateur(lu.id, { ...saisie, retiree: lu.retiree, version: lu.version })
        : this.api.ajouterIndicateur(saisie),
    );
    if (!fait) return;
    this.ouvert.set(false);
    this.enregistre.emit();
  }
}

function vide(): IndicateurCommunSaisi {
  return Object.assign(new IndicateurCommunSaisi(), {
    code: '',
    libelle: '',
    type: null,
    unite: null,
    modeAgregation: null,
    definition: null,
  });
}

function saisieDe({ code, libelle, type, unite, modeAgregation, definition }: IndicateurCommunLu) {
  return { code, libelle, type, unite, modeAgregation, definition };
}
