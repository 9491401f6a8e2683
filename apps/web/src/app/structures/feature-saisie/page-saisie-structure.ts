import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import {
  sirenDe,
  verifierFiness,
  verifierRna,
  verifierSiret,
  nettoyerIdentifiant,
} from '@coopilote/domain/structures/identifiants.rules';
import {
  type Doublon,
  FORMES_JURIDIQUES,
  LIBELLES_FORMES,
  StructureModifiee,
} from '@coopilote/domain/structures/structure.contract';
import {
  Autocomplete,
  Case,
  Chargement,
  Choix,
  Conflit,
  ConflitDeSaisie,
  EntetePage,
  ErreurChargement,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieTexte,
  Toasts,
} from '@coopilote/ui';
import { debounceTime } from 'rxjs';
import { DansConvention } from '../../conventions/ui/dans-convention';
import { SessionStore } from '../../platform/session-store';
import { StructuresApi, doublons, secteurs, structure } from '../data/structures';

/** Pause in typing before duplicates are looked for, in milliseconds. */
const ATTENTE_MS = 300;

const MOTIFS: Record<Doublon['motif'], string> = {
  SIRET: 'même SIRET',
  RNA: 'même numéro RNA',
  FINESS: 'même numéro FINESS',
  NOM: 'nom très proche, même commune',
};

/** Creates a structure, or edits the one of the address. Possible duplicates show while one types. */
@Component({
  selector: 'co-page-saisie-structure',
  imports: [
    Autocomplete,
    Case,
    Chargement,
    Choix,
    Conflit,
    DansConvention,
    EntetePage,
    ErreurChargement,
    Icone,
    Occupe,
    ResumeErreurs,
    RouterLink,
    SaisieLongue,
    SaisieTexte,
  ],
  templateUrl: './page-saisie-structure.html',
  host: { class: 'page-etroite' },
})
export class PageSaisieStructure {
  /** Absent: a new structure. */
  readonly id = input<string>();

  private readonly api = inject(StructuresApi);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly peutCreer = inject(SessionStore).peut('structure.creer');
  protected readonly lue = structure(() => this.id());
  protected readonly conventions = computed(() => (this.lue.hasValue() ? this.lue.value().conventions : []));
  private readonly listeSecteurs = secteurs();
  protected readonly formes = FORMES_JURIDIQUES.map((forme) => ({ valeur: forme, libelle: LIBELLES_FORMES[forme] }));
  protected readonly motifs = MOTIFS;
  protected readonly chercherCommunes = (terme: string) => this.api.chercherCommunes(terme);

  /** A new structure is written as version 1: the contract asks for one, the API's creation ignores it. */
  protected readonly formulaire = new FormulaireContrat(StructureModifiee, saisieDe({ version: 1 }), {
    brouillon: 'structure',
  });
  protected readonly conflit = new ConflitDeSaisie(this.formulaire, StructureModifiee, async () =>
    saisieDe(await this.api.lire(this.id() ?? '')),
  );
  protected readonly optionsSecteurs = computed(() =>
    this.listeSecteurs.hasValue()
      ? this.listeSecteurs
          .value()
          .filter((secteur) => !secteur.retiree || secteur.id === this.formulaire.valeur().secteurId)
          .map(({ id, libelle }) => ({ valeur: id, libelle }))
      : [],
  );
  protected readonly communeConnue = computed(() => {
    const lue = this.lue.hasValue() ? this.lue.value() : null;
    return lue ? [{ valeur: lue.communeCode, libelle: lue.commune }] : [];
  });
  protected readonly sirenDeduit = computed(() => {
    const siret = nettoyerIdentifiant(this.formulaire.valeur().siret ?? '');
    return verifierSiret(siret) === null ? sirenDe(siret) : null;
  });

  /** What is compared: a number counts only once it is right. */
  private readonly compares = computed(
    () => {
      const { nom, siret, rna, finess, communeCode } = this.formulaire.valeur();
      return {
        nom,
        communeCode,
        siret: juste(siret, verifierSiret),
        rna: juste(rna, verifierRna),
        finess: juste(finess, verifierFiness),
      };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  private readonly compareesApresPause = toSignal(toObservable(this.compares).pipe(debounceTime(ATTENTE_MS)));
  private readonly trouves = doublons(() => (this.peutCreer ? this.compareesApresPause() : undefined));
  protected readonly ressemblances = computed(() =>
    (this.trouves.hasValue() ? this.trouves.value() : []).filter((doublon) => doublon.id !== this.id()),
  );

  constructor() {
    effect(() => {
      const lue = this.lue.hasValue() ? this.lue.value() : null;
      if (lue && !untracked(() => this.formulaire.restaure)) this.formulaire.reinitialiser(saisieDe(lue));
    });
  }

  protected garder(): void {
    this.conflit.garder();
    void this.enregistrer();
  }

  protected async enregistrer(): Promise<void> {
    const id = this.id();
    const enregistree = await this.formulaire.soumettre(({ version, ...saisie }) => {
      const complete = { ...saisie, siren: this.sirenDeduit() ?? saisie.siren };
      return id ? this.api.modifier(id, { ...complete, version }) : this.api.creer(complete);
    });
    if (!enregistree) return this.conflit.examiner();
    this.toasts.succes(id ? 'Structure enregistrée.' : 'Structure inscrite. Invitez maintenant une personne.');
    await this.routeur.navigate(['/structures', enregistree.id]);
  }
}

function juste(numero: string | null | undefined, verifier: (numero: string) => string | null): string | null {
  const propre = nettoyerIdentifiant(numero ?? '');
  return propre && verifier(propre) === null ? propre : null;
}

/** The contract's fields alone, whatever else was read. */
function saisieDe(lue: Partial<StructureModifiee>): StructureModifiee {
  const champs = [
    'nom',
    'sigle',
    'formeJuridique',
    'agrementEsus',
    'siret',
    'siren',
    'rna',
    'finess',
    'secteurId',
    'adresse',
    'communeCode',
    'telephone',
    'courriel',
    'presentation',
    'version',
  ] as const;
  // An absent commune is an empty text: null would break the contract's rule of length before the one that says what to do.
  return Object.fromEntries(
    champs.map((champ) => [champ, lue[champ] ?? (champ === 'communeCode' ? '' : null)]),
  ) as unknown as StructureModifiee;
}
