import {
  Component,
  Injector,
  OnInit,
  computed,
  effect,
  inject,
  input,
  runInInjectionContext,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  FicheActionCreee,
  FicheActionModifiee,
  type FicheActionLue,
  type FicheActionSaisie,
} from '@coopilote/domain/actions';
import {
  Carte,
  Choix,
  ChoixMultiple,
  Conflit,
  ConflitDeSaisie,
  ErreurChargement,
  FormulaireContrat,
  Icone,
  Interdit,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieLongue,
  SaisieNombre,
  SaisieTexte,
  Sommaire,
  Toasts,
  type Option,
} from '@coopilote/ui';
import { FichesActionsApi } from '../data/fiches-actions-api';
import { PublicsSaisie } from '../ui/publics-saisie';
import { SaisieStore, ficheVierge, versSaisie } from './saisie.store';

const SECTIONS = [
  { id: 'section-identification', titre: 'Identification' },
  { id: 'section-contenu', titre: 'Contenu' },
  { id: 'section-publics-et-territoire', titre: 'Publics et territoire' },
  { id: 'section-calendrier-et-moyens', titre: 'Calendrier et moyens' },
  { id: 'section-indicateurs', titre: 'Indicateurs' },
];

/** The one form of a fiche-action: the convention's article 2 and the left part of T3, in sections. */
@Component({
  selector: 'co-formulaire-fiche',
  imports: [
    Carte,
    Choix,
    ChoixMultiple,
    Conflit,
    ErreurChargement,
    Icone,
    Interdit,
    Occupe,
    PublicsSaisie,
    ResumeErreurs,
    RouterLink,
    SaisieDate,
    SaisieLongue,
    SaisieNombre,
    SaisieTexte,
    Sommaire,
  ],
  providers: [SaisieStore],
  templateUrl: './formulaire-fiche.html',
  styleUrl: './formulaire-fiche.css',
})
export class FormulaireFiche implements OnInit {
  /** The fiche-action to edit; null to create one. */
  readonly fiche = input.required<FicheActionLue | null>();
  readonly cooperative = input.required<string>();
  readonly objectif = input.required<string | null>();

  protected readonly store = inject(SaisieStore);
  protected readonly sections = SECTIONS;
  private readonly api = inject(FichesActionsApi);
  private readonly injecteur = inject(Injector);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);

  protected creation: FormulaireContrat<FicheActionCreee> | null = null;
  protected conflit: ConflitDeSaisie<FicheActionModifiee> | null = null;
  private edition: FormulaireContrat<FicheActionModifiee> | null = null;
  protected formulaire!: FormulaireContrat<FicheActionSaisie>;
  protected readonly nomCooperative = computed(
    () =>
      this.fiche()?.cooperative ?? (this.store.cooperative.hasValue() ? this.store.cooperative.value().intitule : ''),
  );

  ngOnInit(): void {
    const fiche = this.fiche();
    this.store.fiche.set(fiche);
    this.store.cooperativeId.set(this.cooperative());
    runInInjectionContext(this.injecteur, () => (fiche ? this.preparerEdition(fiche) : this.preparerCreation()));
  }

  private preparerCreation(): void {
    const creation = new FormulaireContrat(FicheActionCreee, ficheVierge(this.cooperative(), this.objectif()), {
      brouillon: `fiche-nouvelle-${this.cooperative()}`,
    });
    // A partner writes for its only structure: nothing to choose.
    effect(() => {
      const [seule, ...autres] = this.store.structures();
      if (seule && !autres.length) untracked(() => creation.changer('structureId', seule.valeur));
    });
    this.creation = creation;
    this.formulaire = creation;
  }

  private preparerEdition(fiche: FicheActionLue): void {
    const avecVersion = (lue: FicheActionLue) => ({ ...versSaisie(lue), version: lue.version });
    const edition = new FormulaireContrat(FicheActionModifiee, avecVersion(fiche), { brouillon: `fiche-${fiche.id}` });
    this.conflit = new ConflitDeSaisie(
      edition,
      FicheActionModifiee,
      () => this.api.lire(fiche.id).then(avecVersion),
      (champ, valeur) => this.lisible(champ, valeur),
    );
    this.edition = edition;
    this.formulaire = edition;
  }

  protected async enregistrer(): Promise<void> {
    const fiche = this.fiche();
    const id = fiche ? await this.modifier(fiche.id) : await this.creer();
    if (!id) return;
    this.toasts.succes(
      fiche ? 'Fiche-action enregistrée.' : 'Fiche-action créée, en brouillon. Posez maintenant ses indicateurs.',
    );
    await this.routeur.navigate(['/fiches-actions', id]);
  }

  protected async garderMaSaisie(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }

  private async creer(): Promise<string | undefined> {
    const cree = await this.creation?.soumettre((saisie) => this.api.creer(saisie));
    return cree?.id;
  }

  private async modifier(id: string): Promise<string | undefined> {
    const fait = await this.edition?.soumettre((saisie) => this.api.modifier(id, saisie).then(() => id));
    await this.conflit?.examiner();
    return fait;
  }

  private lisible(champ: string, valeur: unknown): string | undefined {
    const listes: Record<string, readonly Option[]> = {
      modes: this.store.modes(),
      publics: this.store.publics(),
      objectifId: this.store.objectifs(),
      territoireCommuneCode: this.store.communes(),
    };
    if (champ === 'territoireCommuneCode' && valeur == null) return 'Tout le territoire';
    const liste = listes[champ];
    if (!liste || valeur == null) return undefined;
    return [valeur]
      .flat()
      .map((id) => liste.find((option) => option.valeur === id)?.libelle ?? String(id))
      .join(', ');
  }
}
