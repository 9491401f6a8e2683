import {
  Component,
  Injector,
  OnInit,
  computed,
  effect,
  inject,
  input,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  CooperativeCreee,
  CooperativeModifiee,
  PRINCIPES,
  avertissementsCooperative,
  type CooperativeLue,
  type CooperativeSaisie,
} from '@coopilote/domain/cooperatives';
import {
  Autocomplete,
  Carte,
  Choix,
  ChoixMultiple,
  Conflit,
  ConflitDeSaisie,
  ErreurChargement,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieLongue,
  SaisieTexte,
  Sommaire,
  Toasts,
  compter,
  versProbleme,
  type Option,
} from '@coopilote/ui';
import { CooperativesApi } from '../data/cooperatives-api';
import { DispositifsSaisie } from '../ui/dispositifs-saisie';
import { PrincipesSaisie } from '../ui/principes-saisie';
import { SaisieStore, versOption, versSaisie } from './saisie.store';

const SECTIONS = [
  { id: 'section-identite', titre: 'Identité' },
  { id: 'section-thematiques-et-populations', titre: 'Thématiques et populations' },
  { id: 'section-territoire', titre: 'Territoire' },
  { id: 'section-coordination', titre: 'Coordination' },
  { id: 'section-dispositifs-du-territoire', titre: 'Dispositifs du territoire' },
  { id: 'section-principes-de-choix', titre: 'Principes de choix' },
  { id: 'section-points-de-vigilance', titre: 'Points de vigilance' },
  { id: 'section-systeme-dinformation', titre: 'Système d’information' },
];

/** The one form of a CA, in the order of the guide's presentation sheet. */
@Component({
  selector: 'co-formulaire-cooperative',
  imports: [
    Autocomplete,
    Carte,
    Choix,
    ChoixMultiple,
    Conflit,
    DispositifsSaisie,
    ErreurChargement,
    Icone,
    Occupe,
    PrincipesSaisie,
    ResumeErreurs,
    RouterLink,
    SaisieDate,
    SaisieLongue,
    SaisieTexte,
    Sommaire,
  ],
  providers: [SaisieStore],
  templateUrl: './formulaire-cooperative.html',
  styleUrl: './formulaire-cooperative.css',
})
export class FormulaireCooperative implements OnInit {
  /** The CA to edit; null to create one. */
  readonly cooperative = input.required<CooperativeLue | null>();

  protected readonly store = inject(SaisieStore);
  protected readonly sections = SECTIONS;
  protected readonly principes41 = PRINCIPES.filter(({ source }) => source === '4.1');
  protected readonly principes42 = PRINCIPES.filter(({ source }) => source === '4.2');
  private readonly api = inject(CooperativesApi);
  private readonly injecteur = inject(Injector);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);

  protected creation: FormulaireContrat<CooperativeCreee> | null = null;
  protected conflit: ConflitDeSaisie<CooperativeModifiee> | null = null;
  private edition: FormulaireContrat<CooperativeModifiee> | null = null;
  protected formulaire!: FormulaireContrat<CooperativeSaisie>;

  private readonly communesAjoutees = signal<readonly Option[]>([]);
  /** Names of the communes that are chosen without having been searched. */
  protected readonly communesConnues = computed<readonly Option[]>(() => [
    ...this.communesAjoutees(),
    ...(this.cooperative()?.communes ?? []).map(({ code, nom }) => ({ valeur: code, libelle: nom })),
  ]);
  protected readonly chercherCommunes = (terme: string) => this.store.chercherCommunes(terme, this.departement());
  protected readonly chercherEpci = (terme: string) => this.store.chercherEpci(terme);
  protected readonly annonceEpci = signal('');

  ngOnInit(): void {
    const ca = this.cooperative();
    this.store.cooperative.set(ca);
    runInInjectionContext(this.injecteur, () => (ca ? this.preparerEdition(ca) : this.preparerCreation()));
  }

  private preparerCreation(): void {
    const creation = new FormulaireContrat(
      CooperativeCreee,
      { ...versSaisie(null), departementCode: '' },
      { brouillon: 'cooperative-nouvelle' },
    );
    // A coordinator has one département: nothing to choose.
    effect(() => {
      const [seul, ...autres] = this.store.departements();
      if (seul && !autres.length) untracked(() => creation.changer('departementCode', seul.valeur));
    });
    // Another département has other coordinators.
    effect(() => this.store.departement.set(creation.valeur().departementCode));
    effect(() => {
      if (!this.store.possibles.hasValue()) return;
      untracked(() => {
        const { coordinateurDdId, copiloteId } = this.store.choisirCoordination(creation.valeur());
        creation.changer('coordinateurDdId', coordinateurDdId);
        creation.changer('copiloteId', copiloteId);
      });
    });
    this.creation = creation;
    this.formulaire = creation;
  }

  private preparerEdition(ca: CooperativeLue): void {
    const edition = new FormulaireContrat(
      CooperativeModifiee,
      { ...versSaisie(ca), version: ca.version },
      { brouillon: `cooperative-${ca.id}` },
    );
    const relire = async () => {
      const actuelle = await this.api.lire(ca.id);
      this.communesAjoutees.update((connues) => [
        ...connues,
        ...actuelle.communes.map(({ code, nom }) => ({ valeur: code, libelle: nom })),
      ]);
      return { ...versSaisie(actuelle), version: actuelle.version };
    };
    this.conflit = new ConflitDeSaisie(edition, CooperativeModifiee, relire, (champ, valeur) =>
      this.lisible(champ, valeur),
    );
    this.edition = edition;
    this.formulaire = edition;
  }

  protected departement(): string | undefined {
    return this.cooperative()?.departementCode ?? this.creation?.valeur().departementCode;
  }

  protected readonly avertissements = computed(() => {
    const communes = this.formulaire.valeur().communes.length;
    return communes ? avertissementsCooperative({ communes, structures: 2 }) : [];
  });

  protected async ajouterEpci(epci: Option): Promise<void> {
    try {
      const toutes = await this.store.communesDeLEpci(epci.valeur);
      const ici = toutes.filter(({ departementCode }) => departementCode === this.departement());
      const presentes = new Set(this.formulaire.valeur().communes);
      const nouvelles = ici.filter(({ code }) => !presentes.has(code));
      this.communesAjoutees.update((connues) => [...connues, ...nouvelles.map(versOption)]);
      this.formulaire.changer('communes', [...presentes, ...nouvelles.map(({ code }) => code)]);
      const ailleurs = toutes.length - ici.length;
      this.annonceEpci.set(
        `${epci.libelle}\u00a0: ${compter(nouvelles.length, 'commune ajoutée', 'communes ajoutées')}` +
          (ailleurs ? `, ${compter(ailleurs, 'commune laissée', 'communes laissées')} hors du département.` : '.'),
      );
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }

  protected quartiers(): string {
    return (this.formulaire.valeur().qpv ?? []).join('\n');
  }

  protected changerQuartiers(texte: string): void {
    this.formulaire.changer('qpv', texte.split('\n'));
  }

  /** Empty lines were kept while typing: they are taken out once the field is left. */
  protected finirQuartiers(): void {
    const lignes = (this.formulaire.valeur().qpv ?? []).map((ligne) => ligne.trim()).filter(Boolean);
    this.formulaire.changer('qpv', [...new Set(lignes)]);
    this.formulaire.quitter('qpv');
  }

  protected async enregistrer(): Promise<void> {
    const ca = this.cooperative();
    const id = ca ? await this.modifier(ca.id) : await this.creer();
    if (!id) return;
    this.toasts.succes(ca ? 'Coopérative enregistrée.' : 'Coopérative créée. Ajoutez maintenant ses membres.');
    await this.routeur.navigate(['/cooperatives', id, ...(ca ? [] : ['membres'])]);
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
    const options: Record<string, readonly Option[]> = {
      thematiques: this.store.thematiques(),
      publics: this.store.publics(),
      communes: this.communesConnues(),
      coordinateurDdId: this.store.coordinateursDd(),
      copiloteId: this.store.copilotes(),
    };
    const nom = (liste: readonly Option[], id: unknown) =>
      liste.find((option) => option.valeur === id)?.libelle ?? String(id);
    if (champ === 'principes' && Array.isArray(valeur)) {
      return compter(valeur.length, 'principe examiné', 'principes examinés');
    }
    if (champ === 'dispositifs' && Array.isArray(valeur)) {
      return (valeur as { dispositifId: string; articulation?: string | null }[])
        .map((lien) =>
          [nom(this.store.dispositifs(), lien.dispositifId), lien.articulation].filter(Boolean).join('\u00a0: '),
        )
        .join('\n');
    }
    const liste = options[champ];
    if (!liste || valeur == null) return undefined;
    return Array.isArray(valeur) ? valeur.map((id) => nom(liste, id)).join(', ') : nom(liste, valeur);
  }
}
