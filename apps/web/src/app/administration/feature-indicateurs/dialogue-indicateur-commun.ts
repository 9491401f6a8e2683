import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  LIBELLES_MODES,
  LIBELLES_TYPES_INDICATEUR,
  LIBELLES_UNITES,
  MODES_AGREGATION,
  type ModeAgregation,
  TYPES_INDICATEUR,
  UNITES,
} from '@coopilote/domain/referentiel/listes';
import {
  type IndicateurCommunLu,
  IndicateurCommunModifie,
  IndicateurCommunSaisi,
} from '@coopilote/domain/referentiel/referentiel.contract';
import {
  Choix,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieTexte,
} from '@coopilote/ui';
import { ReferentielsApi } from '../data/referentiels';
import { EXPLICATIONS_MODES } from '../ui/modes-agregation';

/** Adds a common indicator, or edits the one given. */
@Component({
  selector: 'co-dialogue-indicateur-commun',
  imports: [Choix, Conflit, Dialogue, Occupe, ResumeErreurs, SaisieLongue, SaisieTexte],
  template: `
    <co-dialogue
      [titre]="indicateur() ? 'Modifier l’indicateur' : 'Ajouter un indicateur commun'"
      [ouvert]="true"
      (ouvertChange)="ferme.emit(false)"
    >
      <form class="pile-serree" id="formulaire-commun" novalidate (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit?.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit.reprendre()" />
        }
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
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button class="bouton" form="formulaire-commun" [coOccupe]="formulaire.occupe()">
          {{ indicateur() ? 'Enregistrer l’indicateur' : 'Ajouter l’indicateur' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueIndicateurCommun implements OnInit {
  /** Null: a new one. */
  readonly indicateur = input.required<IndicateurCommunLu | null>();
  /** True when something was saved. */
  readonly ferme = output<boolean>();

  private readonly api = inject(ReferentielsApi);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<IndicateurCommunSaisi>;
  protected conflit: ConflitDeSaisie<IndicateurCommunModifie> | null = null;
  private envoyer!: () => Promise<IndicateurCommunLu | undefined>;
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

  ngOnInit(): void {
    const indicateur = this.indicateur();
    runInInjectionContext(this.injecteur, () =>
      indicateur ? this.preparerEdition(indicateur) : this.preparerCreation(),
    );
  }

  private preparerCreation(): void {
    const creation = new FormulaireContrat(IndicateurCommunSaisi, vide());
    this.formulaire = creation;
    this.envoyer = () => creation.soumettre((saisie) => this.api.ajouterIndicateur(saisie));
  }

  private preparerEdition(indicateur: IndicateurCommunLu): void {
    const edition = new FormulaireContrat(IndicateurCommunModifie, saisieDe(indicateur));
    this.formulaire = edition;
    this.conflit = new ConflitDeSaisie(
      edition,
      IndicateurCommunModifie,
      async () => saisieDe((await this.api.lireIndicateur(indicateur)) ?? indicateur),
      (_champ, valeur) => [...this.types, ...this.unites, ...this.modes].find((un) => un.valeur === valeur)?.libelle,
    );
    this.envoyer = () => edition.soumettre((saisie) => this.api.modifierIndicateur(indicateur.id, saisie));
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.envoyer();
    await this.conflit?.examiner();
    if (fait) this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
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

function saisieDe({ usages: _usages, id: _id, ...saisie }: IndicateurCommunLu): IndicateurCommunModifie {
  return saisie;
}
