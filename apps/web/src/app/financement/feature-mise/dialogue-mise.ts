import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  GENRES_MISE,
  LIBELLES_GENRES_MISE,
  LIBELLES_POSTES,
  MiseADispositionCreee,
  MiseADispositionModifiee,
  POSTES_COUT,
  ecartCles,
  type MiseADispositionLue,
  type MiseADispositionSaisie,
  type MisesLues,
} from '@coopilote/domain/financement';
import {
  Case,
  Choix,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieLongue,
  SaisieMontant,
  SaisieNombre,
  SaisieTexte,
  Toasts,
  type ChampDeFormulaire,
  type Option,
} from '@coopilote/ui';
import { ChoixEngagement } from '../data/choix-engagement';
import { MisesApi } from '../data/mises-api';
import { CentiemesPipe, enPourcent } from '../ui/pourcent';
import { ecrireMise, exigences, saisieVide, versSaisie } from './saisie-mise';

/** Writes a mise à disposition: what is lent, to whom, at which cost, shared by keys that make 100,00 %. */
@Component({
  selector: 'co-dialogue-mise',
  imports: [
    Case,
    CentiemesPipe,
    Choix,
    Conflit,
    Dialogue,
    Icone,
    Occupe,
    ResumeErreurs,
    SaisieDate,
    SaisieLongue,
    SaisieMontant,
    SaisieNombre,
    SaisieTexte,
  ],
  providers: [ChoixEngagement],
  templateUrl: './dialogue-mise.html',
  styleUrl: './dialogue-mise.css',
})
export class DialogueMise implements OnInit {
  readonly cooperativeId = input.required<string>();
  /** For a new one: who may lend. */
  readonly preteurs = input<MisesLues['preteurs']>([]);
  readonly mise = input<MiseADispositionLue | null>(null);
  /** What was written, or nothing. */
  readonly ferme = output<MiseADispositionLue | null>();

  protected readonly choix = inject(ChoixEngagement);
  protected readonly genres: readonly Option[] = GENRES_MISE.map((genre) => ({
    valeur: genre,
    libelle: `Mise à disposition de ${LIBELLES_GENRES_MISE[genre]}`,
  }));
  protected readonly postes: readonly Option[] = POSTES_COUT.map((poste) => ({
    valeur: poste,
    libelle: LIBELLES_POSTES[poste],
  }));
  protected readonly enPourcent = enPourcent;
  protected formulaire!: FormulaireContrat<MiseADispositionSaisie>;
  protected creation: FormulaireContrat<MiseADispositionCreee> | null = null;
  protected conflit: ConflitDeSaisie<MiseADispositionModifiee> | null = null;
  private readonly api = inject(MisesApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  private envoyer!: () => Promise<MiseADispositionLue | undefined>;

  protected readonly optionsPreteurs = computed<readonly Option[]>(() =>
    this.preteurs().map(({ structureId, structure }) => ({ valeur: structureId, libelle: structure })),
  );
  protected readonly saisie = computed(() => this.formulaire.valeur());
  protected readonly nomPreteur = computed(() => {
    const { structureId } = this.saisie() as Partial<MiseADispositionCreee>;
    const connu = this.preteurs().find((p) => p.structureId === structureId)?.structure;
    const nom = this.mise()?.structure ?? connu;
    return nom ? `${nom}, qui met à disposition` : 'La structure qui met à disposition';
  });
  protected readonly total = computed(() =>
    [this.saisie().clePreteur, ...this.saisie().beneficiaires.map(({ cle }) => cle)].reduce(
      (s, cle) => s + (cle ?? 0),
      0,
    ),
  );
  protected readonly ecart = computed(() => ecartCles([this.total()]));

  ngOnInit(): void {
    this.choix.cooperativeId.set(this.cooperativeId());
    runInInjectionContext(this.injecteur, () => {
      const mise = this.mise();
      if (mise) this.preparerEdition(mise);
      else this.preparerCreation();
    });
  }

  protected champ(liste: 'beneficiaires' | 'couts', rang: number, nom: string): ChampDeFormulaire {
    return this.formulaire.champ(`${liste}.${rang}.${nom}`);
  }

  protected ajouterBeneficiaire(): void {
    this.formulaire.changer('beneficiaires', [...this.saisie().beneficiaires, { structureId: '', cle: 0 }]);
  }

  protected ajouterCout(): void {
    const dernier = this.saisie().couts.at(-1);
    const annee = dernier?.annee ?? (Number((this.saisie().debut ?? '').slice(0, 4)) || new Date().getFullYear());
    const cout = { annee, poste: 'SALAIRE', libelle: null } as unknown as MiseADispositionSaisie['couts'][number];
    this.formulaire.changer('couts', [...this.saisie().couts, cout]);
  }

  protected retirer(liste: 'beneficiaires' | 'couts', rang: number): void {
    this.formulaire.changer(
      liste,
      this.saisie()[liste].filter((_, autre) => autre !== rang),
    );
  }

  protected async enregistrer(): Promise<void> {
    const ecrite = await this.envoyer();
    await this.conflit?.examiner();
    if (!ecrite) return;
    this.toasts.succes('Brouillon enregistré.');
    this.ferme.emit(ecrite);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }

  private preparerCreation(): void {
    const seul = this.preteurs().length === 1 ? this.preteurs()[0]?.structureId : undefined;
    const creation = new FormulaireContrat<MiseADispositionCreee>(
      MiseADispositionCreee,
      {
        ...saisieVide(),
        cooperativeId: this.cooperativeId(),
        ...(seul ? { structureId: seul } : {}),
      } as MiseADispositionCreee,
      { exiger: exigences, brouillon: `mise-${this.cooperativeId()}` },
    );
    this.formulaire = this.creation = creation;
    this.envoyer = () => creation.soumettre((saisie) => this.api.creer(saisie));
  }

  private preparerEdition(mise: MiseADispositionLue): void {
    const edition = new FormulaireContrat<MiseADispositionModifiee>(MiseADispositionModifiee, versSaisie(mise), {
      exiger: exigences,
      brouillon: `mise-${mise.id}`,
    });
    this.formulaire = edition;
    this.conflit = new ConflitDeSaisie<MiseADispositionModifiee>(
      edition,
      MiseADispositionModifiee,
      async () => versSaisie(await this.api.lire(mise.id)),
      (champ, valeur) => ecrireMise(champ, valeur, [...this.choix.structures(), ...this.choix.actions()]),
    );
    this.envoyer = () => edition.soumettre((saisie) => this.api.modifier(mise.id, saisie));
  }
}
