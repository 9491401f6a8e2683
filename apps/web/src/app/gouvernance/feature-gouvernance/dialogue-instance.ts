import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  GENRES_INSTANCE,
  InstanceModifiee,
  InstanceSaisie,
  LIBELLES_GENRES_INSTANCE,
  ROLES_PROPOSES,
  type GenreInstance,
  type InstanceLue,
} from '@coopilote/domain/gouvernance';
import {
  Choix,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  Dialogues,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieNombre,
  SaisieTexte,
  Toasts,
  versProbleme,
} from '@coopilote/ui';
import { GouvernanceApi } from '../data/gouvernance-api';
import { OPTIONS_GENRES } from '../ui/options';

const versSaisie = ({ genre, intitule, role, periodiciteJours, quorum, version }: InstanceLue): InstanceModifiee => ({
  genre,
  intitule,
  role,
  periodiciteJours,
  quorum,
  version,
});

/** Creates an instance from the guide's own words, or changes one. */
@Component({
  selector: 'co-dialogue-instance',
  imports: [Choix, Conflit, Dialogue, Icone, Occupe, ResumeErreurs, SaisieLongue, SaisieNombre, SaisieTexte],
  template: `
    <co-dialogue large [titre]="titre()" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-instance" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit?.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit.reprendre()" />
        }
        <div class="deux">
          <co-choix
            libelle="Genre"
            requis
            [options]="options()"
            [champ]="formulaire.champ('genre')"
            (valueChange)="proposer($event)"
          />
          <co-saisie-texte libelle="Nom" requis [champ]="formulaire.champ('intitule')" />
        </div>
        <co-saisie-longue
          libelle="Rôle"
          [aide]="aideRole()"
          [lignes]="4"
          [longueurMax]="4000"
          [champ]="formulaire.champ('role')"
        />
        <div class="deux bas">
          <co-saisie-nombre
            libelle="Rythme"
            unite="jours"
            [aide]="aideRythme()"
            [decimales]="0"
            [champ]="formulaire.champ('periodiciteJours')"
          />
          <co-saisie-nombre
            libelle="Quorum"
            unite="% des sièges votants"
            aide="Vide : aucun quorum n’est demandé."
            [decimales]="0"
            [champ]="formulaire.champ('quorum')"
          />
        </div>
      </form>
      <ng-container actions>
        @if (instance(); as connue) {
          <button type="button" class="bouton danger second supprimer" (click)="supprimer(connue)">
            <co-icone nom="corbeille" />Supprimer
          </button>
        }
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-instance" class="bouton" [coOccupe]="formulaire.occupe()">
          {{ instance() ? 'Enregistrer l’instance' : 'Créer l’instance' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    .deux {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
      gap: var(--e3) var(--e4);
      align-items: start;
    }
    .bas {
      align-items: end;
    }
    .supprimer {
      margin-right: auto;
    }
  `,
})
export class DialogueInstance implements OnInit {
  readonly cooperativeId = input.required<string>();
  /** The instance to change; null to create one. */
  readonly instance = input.required<InstanceLue | null>();
  /** Kinds that the CA already has: the first proposed is the first missing, and one copil is enough. */
  readonly genres = input.required<readonly GenreInstance[]>();
  /** True when something changed. */
  readonly ferme = output<boolean>();

  private readonly api = inject(GouvernanceApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<InstanceSaisie>;
  protected conflit: ConflitDeSaisie<InstanceModifiee> | null = null;
  private envoyer!: () => Promise<InstanceLue | undefined>;

  protected readonly titre = computed(() => (this.instance() ? 'Modifier l’instance' : 'Créer une instance'));
  protected readonly options = computed(() =>
    OPTIONS_GENRES.map((option) => ({
      ...option,
      desactivee: option.valeur === 'COPIL' && this.genres().includes('COPIL') && this.instance()?.genre !== 'COPIL',
    })),
  );

  ngOnInit(): void {
    runInInjectionContext(this.injecteur, () => {
      const instance = this.instance();
      if (instance) this.preparerEdition(instance);
      else this.preparerCreation();
    });
  }

  private preparerCreation(): void {
    const genre = GENRES_INSTANCE.find((candidat) => !this.genres().includes(candidat)) ?? 'OPERATIONNELLE';
    const creation = new FormulaireContrat(
      InstanceSaisie,
      {
        genre,
        intitule: LIBELLES_GENRES_INSTANCE[genre],
        role: ROLES_PROPOSES[genre].role,
        periodiciteJours: null,
        quorum: null,
      },
      { brouillon: `instance-${this.cooperativeId()}` },
    );
    this.formulaire = creation;
    this.envoyer = () => creation.soumettre((saisie) => this.api.creerInstance(this.cooperativeId(), saisie));
  }

  private preparerEdition(instance: InstanceLue): void {
    const edition = new FormulaireContrat(InstanceModifiee, versSaisie(instance), {
      brouillon: `instance-${instance.id}`,
    });
    this.formulaire = edition;
    this.conflit = new ConflitDeSaisie(edition, InstanceModifiee, async () => {
      const { instances } = await this.api.lire(this.cooperativeId());
      return versSaisie(instances.find(({ id }) => id === instance.id) ?? instance);
    });
    this.envoyer = () => edition.soumettre((saisie) => this.api.modifierInstance(instance.id, saisie));
  }

  /** The name and the role follow the kind as long as nobody wrote their own. */
  protected proposer(choisi: string | null): void {
    const genre = GENRES_INSTANCE.find((candidat) => candidat === choisi);
    if (!genre) return;
    const { intitule, role } = this.formulaire.valeur();
    const proposes = GENRES_INSTANCE.map((candidat) => LIBELLES_GENRES_INSTANCE[candidat]);
    if (!intitule || proposes.includes(intitule)) this.formulaire.changer('intitule', LIBELLES_GENRES_INSTANCE[genre]);
    if (!role || GENRES_INSTANCE.some((candidat) => ROLES_PROPOSES[candidat].role === role))
      this.formulaire.changer('role', ROLES_PROPOSES[genre].role);
  }

  protected aideRole(): string {
    const { genre, role } = this.formulaire.valeur();
    const propose = ROLES_PROPOSES[genre];
    const source = propose && propose.role === role ? ` Texte proposé\u00a0: ${propose.source}.` : '';
    return `Écrit pour que chacun comprenne à quoi sert l’instance.${source}`;
  }

  protected aideRythme(): string {
    return this.formulaire.valeur().genre === 'COPIL'
      ? 'Le plus long délai entre deux réunions. Vide\u00a0: celui du guide, deux à trois mois (deux semaines en préfiguration).'
      : 'Le plus long délai entre deux réunions. Vide\u00a0: selon les besoins, sans rappel.';
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.envoyer();
    await this.conflit?.examiner();
    if (!fait) return;
    this.toasts.succes(
      this.instance() ? 'Instance enregistrée.' : `${fait.intitule}\u00a0: dites maintenant qui y siège.`,
    );
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }

  protected async supprimer(instance: InstanceLue): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Supprimer l’instance',
      texte: `«\u00a0${instance.intitule}\u00a0» et ses sièges disparaîtront. Une instance qui s’est réunie ne se supprime pas.`,
      action: 'Supprimer l’instance',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.api.supprimerInstance(instance.id);
      this.toasts.succes(`«\u00a0${instance.intitule}\u00a0» est supprimée.`);
      this.ferme.emit(true);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
