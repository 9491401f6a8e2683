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
import {
  IndicateurCree,
  IndicateurModifie,
  type FicheActionLue,
  type IndicateurLu,
  type IndicateurSaisi,
  verifierIndicateur,
} from '@coopilote/domain/actions';
import {
  LIBELLES_MODES,
  LIBELLES_TYPES_INDICATEUR,
  LIBELLES_UNITES,
  MODES_AGREGATION,
  TYPES_INDICATEUR,
  UNITES,
  type TypeIndicateur,
} from '@coopilote/domain/referentiel';
import {
  Choix,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieNombre,
  SaisieTexte,
  Toasts,
  formatNombre,
  type Option,
} from '@coopilote/ui';
import { FichesActionsApi } from '../data/fiches-actions-api';
import { indicateursCommuns } from '../data/listes';
import { GrillePrevisions } from '../ui/grille-previsions';
import { EXPLICATIONS_MODES, avertissementPersonnes } from '../ui/modes';

const ENTIERES = ['PERSONNES', 'PARTICIPATIONS', 'SEANCES'];

function options<T extends string>(valeurs: readonly T[], libelles: Record<T, string>): readonly Option[] {
  return valeurs.map((valeur) => {
    const libelle = libelles[valeur];
    return { valeur, libelle: libelle.charAt(0).toUpperCase() + libelle.slice(1) };
  });
}

function versSaisie(indicateur: IndicateurLu | null, type: TypeIndicateur | null): IndicateurSaisi {
  return {
    type: indicateur?.type ?? (type as TypeIndicateur),
    niveauResultat: indicateur?.niveauResultat ?? null,
    libelle: indicateur?.libelle ?? '',
    unite: indicateur?.unite ?? (null as unknown as IndicateurSaisi['unite']),
    modeAgregation: indicateur?.modeAgregation ?? (null as unknown as IndicateurSaisi['modeAgregation']),
    valeurReference: indicateur?.valeurReference ?? null,
    sources: indicateur?.sources ?? null,
    indicateurCommunId: indicateur?.indicateurCommunId ?? null,
    ordre: indicateur?.ordre ?? null,
    previsions: indicateur?.previsions.map(({ annee, trimestre, valeur }) => ({ annee, trimestre, valeur })) ?? [],
  };
}

/** An indicator of an action: kind, unit, mode, forecasts (guide, fiche 5). */
@Component({
  selector: 'co-dialogue-indicateur',
  imports: [
    Choix,
    Conflit,
    Dialogue,
    GrillePrevisions,
    Icone,
    Occupe,
    ResumeErreurs,
    SaisieLongue,
    SaisieNombre,
    SaisieTexte,
  ],
  templateUrl: './dialogue-indicateur.html',
  styles: `
    .deux {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
      gap: var(--e3) var(--e4);
      align-items: start;
    }
    h3 {
      margin-top: var(--e2);
    }
  `,
})
export class DialogueIndicateur implements OnInit {
  readonly fiche = input.required<FicheActionLue>();
  /** The indicator to edit; null to add one, of the kind `type` when it is known. */
  readonly indicateur = input.required<IndicateurLu | null>();
  readonly type = input<TypeIndicateur | null>(null);
  readonly ferme = output<boolean>();

  private readonly api = inject(FichesActionsApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected readonly types = options(TYPES_INDICATEUR, LIBELLES_TYPES_INDICATEUR);
  protected readonly unites = options(UNITES, LIBELLES_UNITES);
  protected readonly modes = options(MODES_AGREGATION, LIBELLES_MODES);
  protected readonly niveaux: readonly Option[] = [
    { valeur: 'INTERMEDIAIRE', libelle: 'Résultat intermédiaire' },
    { valeur: 'FINAL', libelle: 'Résultat final' },
  ];
  private readonly communs = indicateursCommuns(() => this.indicateur()?.indicateurCommunId ?? null);
  protected readonly optionsCommuns = computed<readonly Option[]>(() =>
    this.communs().map(({ id, libelle, type }) => ({
      valeur: id,
      libelle,
      groupe: LIBELLES_TYPES_INDICATEUR[type],
    })),
  );
  protected formulaire!: FormulaireContrat<IndicateurSaisi>;
  protected conflit: ConflitDeSaisie<IndicateurModifie> | null = null;
  private envoyer!: () => Promise<true | undefined>;
  private readonly pret = signal(false);

  private readonly valeur = computed(() => (this.pret() ? this.formulaire.valeur() : null));
  protected readonly explication = computed(() => {
    const mode = this.valeur()?.modeAgregation;
    return mode ? EXPLICATIONS_MODES[mode] : '';
  });
  protected readonly personnes = computed(() =>
    avertissementPersonnes(this.valeur()?.unite ?? null, this.valeur()?.modeAgregation ?? null),
  );
  protected readonly entier = computed(() => ENTIERES.includes(this.valeur()?.unite ?? ''));
  protected readonly unite = computed(() => {
    const unite = this.valeur()?.unite;
    return unite ? LIBELLES_UNITES[unite] : '';
  });
  protected readonly commun = computed(() => this.communs().find(({ id }) => id === this.valeur()?.indicateurCommunId));
  /** What does not agree between fields, said at once: the mode of a percentage, a decimal number of persons. */
  private readonly desaccords = computed(() => {
    const valeur = this.valeur();
    const complete = valeur?.type && valeur.unite && valeur.modeAgregation;
    return new Map(complete ? verifierIndicateur(valeur).map(({ champ, message }) => [champ, message]) : []);
  });
  protected readonly erreurPrevision = (chemin: `previsions.${string}`) =>
    this.formulaire.erreur(chemin) ?? this.desaccord(chemin);

  ngOnInit(): void {
    runInInjectionContext(this.injecteur, () => {
      const indicateur = this.indicateur();
      if (indicateur) this.preparerEdition(indicateur);
      else this.preparerCreation();
    });
    this.pret.set(true);
  }

  private preparerCreation(): void {
    const vierge = { ...versSaisie(null, this.type()), ficheActionId: this.fiche().id };
    const creation = new FormulaireContrat(IndicateurCree, vierge);
    this.formulaire = creation;
    this.envoyer = () => creation.soumettre((saisie) => this.api.ajouterIndicateur(saisie).then(() => true as const));
  }

  private preparerEdition(indicateur: IndicateurLu): void {
    const avecVersion = (lu: IndicateurLu) => ({ ...versSaisie(lu, null), version: lu.version });
    const edition = new FormulaireContrat(IndicateurModifie, avecVersion(indicateur));
    const relire = async () => {
      const { indicateurs } = await this.api.lire(this.fiche().id);
      return avecVersion(indicateurs.find(({ id }) => id === indicateur.id) ?? indicateur);
    };
    this.formulaire = edition;
    this.conflit = new ConflitDeSaisie(edition, IndicateurModifie, relire, (champ, valeur) =>
      this.lisible(champ, valeur),
    );
    this.envoyer = () =>
      edition.soumettre((saisie) => this.api.modifierIndicateur(indicateur.id, saisie).then(() => true as const));
  }

  protected desaccord(champ: string): string | null {
    return this.desaccords().get(champ) ?? null;
  }

  protected changerType(type: string | null): void {
    if (type !== 'RESULTAT') this.formulaire.changer('niveauResultat', null);
  }

  /** A regional indicator sets kind, unit and mode: values that feed it must be counted its way. */
  protected prendreCommun(id: string | null): void {
    const commun = this.communs().find((connu) => connu.id === id);
    if (!commun) return;
    this.formulaire.changer('type', commun.type);
    this.formulaire.changer('unite', commun.unite);
    this.formulaire.changer('modeAgregation', commun.modeAgregation);
    this.changerType(commun.type);
    if (!this.formulaire.valeur().libelle) this.formulaire.changer('libelle', commun.libelle);
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.envoyer();
    await this.conflit?.examiner();
    if (!fait) return;
    this.toasts.succes(this.indicateur() ? 'Indicateur enregistré.' : 'Indicateur ajouté.');
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }

  private lisible(champ: string, valeur: unknown): string | undefined {
    const listes: Record<string, readonly Option[]> = {
      type: this.types,
      unite: this.unites,
      modeAgregation: this.modes,
      niveauResultat: this.niveaux,
      indicateurCommunId: this.optionsCommuns(),
    };
    if (champ === 'previsions' && Array.isArray(valeur)) {
      return (valeur as IndicateurLu['previsions'])
        .map((p) => `${p.trimestre ? `T${p.trimestre} ` : ''}${p.annee}\u00a0: ${formatNombre(p.valeur)}`)
        .join('\n');
    }
    return listes[champ]?.find((option) => option.valeur === valeur)?.libelle;
  }
}
