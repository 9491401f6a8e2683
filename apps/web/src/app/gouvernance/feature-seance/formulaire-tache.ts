import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { ajouterJours, ajouterMois, jourAParis } from '@coopilote/domain/commun/dates';
import { TacheModifiee, TacheSaisie, type ReunionLue, type TacheLue } from '@coopilote/domain/gouvernance';
import {
  Autocomplete,
  Conflit,
  ConflitDeSaisie,
  FormulaireContrat,
  Occupe,
  type Option,
  ResumeErreurs,
  SaisieDate,
  SaisieLongue,
  sansAccent,
} from '@coopilote/ui';
import { SeanceApi } from '../data/seance-api';
import { FocusPremier } from './focus-premier';
import { SaisiesStore } from './saisies-store';
import { SeanceStore } from './seance-store';

/** Mark of somebody who is not a participant: the name itself follows. */
const LIBRE = 'libre:';
const PROPOSITIONS_MAX = 12;

/** A task, typed while the room speaks: what, who, when. */
@Component({
  selector: 'co-formulaire-tache',
  imports: [Autocomplete, Conflit, FocusPremier, Occupe, ResumeErreurs, SaisieDate, SaisieLongue],
  templateUrl: './formulaire-tache.html',
  styleUrl: './formulaire-rapide.css',
})
export class FormulaireTache implements OnInit {
  /** The task to edit; null for a new one. */
  readonly tache = input.required<TacheLue | null>();
  readonly ferme = output<void>();

  private readonly store = inject(SeanceStore);
  private readonly saisies = inject(SaisiesStore);
  private readonly api = inject(SeanceApi);
  private readonly injecteur = inject(Injector);

  private readonly aujourdhui = jourAParis(new Date());
  protected readonly echeances = [
    { libelle: 'Dans 15 jours', jour: ajouterJours(this.aujourdhui, 15) },
    { libelle: 'Dans un mois', jour: ajouterMois(this.aujourdhui, 1) },
    { libelle: 'Dans trois mois', jour: ajouterMois(this.aujourdhui, 3) },
  ];
  protected formulaire!: FormulaireContrat<TacheSaisie>;
  protected conflit: ConflitDeSaisie<TacheModifiee> | null = null;
  private envoyer!: () => Promise<TacheLue | undefined>;

  private readonly personnes = computed<readonly Option[]>(() =>
    (this.store.reunion()?.participants ?? []).map(({ id, nom, structure }) => ({
      valeur: id,
      libelle: nom,
      ...(structure && { detail: structure }),
    })),
  );
  protected readonly qui = computed(() => {
    const { participantId, qui } = this.formulaire.valeur();
    return participantId ?? (qui ? LIBRE + qui : null);
  });
  /** The list names whoever is chosen, participant or not. */
  protected readonly connues = computed<readonly Option[]>(() => {
    const { qui } = this.formulaire.valeur();
    return qui ? [...this.personnes(), { valeur: LIBRE + qui, libelle: qui }] : this.personnes();
  });
  protected readonly surLePoint = computed(() => {
    const rang = this.store.points().findIndex(({ id }) => id === this.formulaire.valeur().pointId);
    return rang < 0 ? '' : `, point ${rang + 1}`;
  });

  ngOnInit(): void {
    runInInjectionContext(this.injecteur, () => {
      const tache = this.tache();
      if (tache) this.preparerEdition(tache);
      else this.preparerCreation();
    });
  }

  /** Participants by name or structure, then whoever was typed. */
  protected readonly chercher = (terme: string): Promise<readonly Option[]> => {
    const mot = sansAccent(terme);
    const trouvees = this.personnes()
      .filter(({ libelle, detail }) => sansAccent(`${libelle} ${detail ?? ''}`).includes(mot))
      .slice(0, PROPOSITIONS_MAX);
    const libre = { valeur: LIBRE + terme, libelle: terme, detail: 'Quelqu’un d’autre' };
    return Promise.resolve([...trouvees, libre]);
  };

  protected choisir(valeur: string | readonly string[] | null): void {
    const cle = typeof valeur === 'string' ? valeur : null;
    const libre = cle?.startsWith(LIBRE) ? cle.slice(LIBRE.length) : null;
    this.formulaire.changer('participantId', libre === null ? cle : null);
    this.formulaire.changer('qui', libre);
  }

  protected async enregistrer(): Promise<void> {
    const tache = await this.envoyer();
    await this.conflit?.examiner();
    if (!tache) return;
    this.store.poserTache(tache);
    if (!this.tache()) this.saisies.tache.set(null);
    this.ferme.emit();
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }

  /** Puts aside what was typed: a new task is found again, an edit is given up. */
  protected fermer(): void {
    if (!this.tache()) this.saisies.tache.set(this.commencee() ? this.formulaire.valeur() : null);
    this.ferme.emit();
  }

  protected effacer(): void {
    this.saisies.tache.set(null);
    this.ferme.emit();
  }

  protected commencee(): boolean {
    return this.formulaire.valeur().quoi.trim() !== '';
  }

  private preparerCreation(): void {
    const id = this.store.id();
    const vierge: TacheSaisie = {
      pointId: this.store.point()?.id ?? null,
      quoi: '',
      participantId: null,
      qui: null,
      echeance: null,
    };
    const creation = new FormulaireContrat(TacheSaisie, this.saisies.tache() ?? vierge, { brouillon: `tache-${id}` });
    this.formulaire = creation;
    this.envoyer = () => creation.soumettre((saisie) => this.api.ajouterTache(id, saisie));
  }

  private preparerEdition(tache: TacheLue): void {
    const id = this.store.id();
    const edition = new FormulaireContrat(TacheModifiee, versSaisie(tache, this.store.reunion()));
    this.formulaire = edition;
    const relire = async (): Promise<TacheModifiee> => {
      await this.store.relire();
      const relue = this.store.seance()?.taches.find((t) => t.id === tache.id) ?? tache;
      return versSaisie(relue, this.store.reunion());
    };
    this.conflit = new ConflitDeSaisie(edition, TacheModifiee, relire, (champ, valeur) => this.ecrire(champ, valeur));
    this.envoyer = () => edition.soumettre((saisie) => this.api.modifierTache(id, tache.id, saisie));
  }

  private ecrire(champ: string, valeur: unknown): string | undefined {
    if (champ === 'pointId') return this.store.points().find(({ id }) => id === valeur)?.titre;
    if (champ === 'participantId') return this.personnes().find((personne) => personne.valeur === valeur)?.libelle;
    return undefined;
  }
}

/** The API gives a name: when it is a participant's, their account and structure go on following the task. */
function versSaisie({ pointId, quoi, qui, echeance, version }: TacheLue, reunion: ReunionLue | null): TacheModifiee {
  const participant = reunion?.participants.find(({ nom }) => nom === qui);
  return {
    pointId,
    quoi,
    participantId: participant?.id ?? null,
    qui: participant ? null : qui,
    echeance,
    version,
  };
}
