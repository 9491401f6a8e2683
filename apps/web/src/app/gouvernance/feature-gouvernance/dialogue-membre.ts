import { httpResource } from '@angular/common/http';
import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { AdhesionLue } from '@coopilote/domain/cooperatives';
import { MembreModifie, MembreSaisi, type InstanceLue, type MembreLu } from '@coopilote/domain/gouvernance';
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
  SaisieDate,
  SaisieTexte,
  Toasts,
  versProbleme,
  type Option,
} from '@coopilote/ui';
import { GouvernanceApi } from '../data/gouvernance-api';
import { OPTIONS_QUALITES } from '../ui/options';

const versSaisie = ({ id: _id, structure: _structure, enMandat: _mandat, ...saisie }: MembreLu): MembreModifie =>
  saisie;

/** The contract leaves the structure free: a structure's seat alone asks for it. */
const exigerStructure = ({ qualite, structureId }: MembreSaisi): Record<string, string> =>
  qualite === 'STRUCTURE' && !structureId ? { structureId: 'Structure\u00a0: choisir dans la liste.' } : {};

/** One seat of an instance: what it stands for, who holds it, who replaces them, until when. */
@Component({
  selector: 'co-dialogue-membre',
  imports: [Choix, Conflit, Dialogue, Icone, Occupe, ResumeErreurs, SaisieDate, SaisieTexte],
  templateUrl: './dialogue-membre.html',
  styles: `
    .deux {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
      gap: var(--e3) var(--e4);
      align-items: start;
    }
    .supprimer {
      margin-right: auto;
    }
  `,
})
export class DialogueMembre implements OnInit {
  readonly instance = input.required<InstanceLue>();
  /** The seat to change; null to add one. */
  readonly membre = input.required<MembreLu | null>();
  /** True when something changed. */
  readonly ferme = output<boolean>();

  private readonly api = inject(GouvernanceApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<MembreSaisi>;
  protected conflit: ConflitDeSaisie<MembreModifie> | null = null;
  private envoyer!: () => Promise<InstanceLue | undefined>;

  protected readonly qualites = OPTIONS_QUALITES.filter(({ valeur }) => valeur !== 'INVITE');
  private readonly adhesions = httpResource<AdhesionLue[]>(
    () => `/api/cooperatives/${this.instance().cooperativeId}/adhesions`,
  );
  /** Structures that are members today, and the one of the seat even when it left. */
  protected readonly structures = computed<readonly Option[]>(() => {
    const aujourdhui = jourAParis(new Date());
    const presentes = this.adhesions.hasValue()
      ? this.adhesions.value().filter(({ fin }) => !fin || fin >= aujourdhui)
      : [];
    const options = presentes.map(({ structureId, structure }) => ({ valeur: structureId, libelle: structure }));
    const { structureId, structure } = this.membre() ?? {};
    if (structureId && structure && !options.some(({ valeur }) => valeur === structureId))
      options.push({ valeur: structureId, libelle: structure });
    return options.sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'));
  });
  protected readonly titre = computed(() => (this.membre() ? 'Modifier le siège' : 'Ajouter un siège'));

  ngOnInit(): void {
    runInInjectionContext(this.injecteur, () => {
      const membre = this.membre();
      if (membre) this.preparerEdition(membre);
      else this.preparerCreation();
    });
  }

  private preparerCreation(): void {
    const [sansSiege] = this.instance().structuresSansSiege;
    const creation = new FormulaireContrat(
      MembreSaisi,
      {
        qualite: sansSiege ? 'STRUCTURE' : 'HABITANT',
        structureId: sansSiege?.id ?? null,
        titulaireNom: '',
        titulaireCourriel: null,
        suppleantNom: null,
        suppleantCourriel: null,
        debut: jourAParis(new Date()),
        fin: null,
      },
      { exiger: exigerStructure },
    );
    this.formulaire = creation;
    this.envoyer = () => creation.soumettre((saisie) => this.api.ajouterMembre(this.instance().id, saisie));
  }

  private preparerEdition(membre: MembreLu): void {
    const edition = new FormulaireContrat<MembreModifie>(MembreModifie, versSaisie(membre), {
      exiger: exigerStructure,
    });
    this.formulaire = edition;
    this.conflit = new ConflitDeSaisie(edition, MembreModifie, async () => {
      const { instances } = await this.api.lire(this.instance().cooperativeId);
      const membres = instances.find(({ id }) => id === this.instance().id)?.membres ?? [];
      return versSaisie(membres.find(({ id }) => id === membre.id) ?? membre);
    });
    this.envoyer = () => edition.soumettre((saisie) => this.api.modifierMembre(this.instance().id, membre.id, saisie));
  }

  /** A seat of a structure names it; the others have none. */
  protected changerQualite(qualite: string | null): void {
    if (qualite !== 'STRUCTURE') this.formulaire.changer('structureId', null);
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.envoyer();
    await this.conflit?.examiner();
    if (!fait) return;
    this.toasts.succes(this.membre() ? 'Siège enregistré.' : `Siège ajouté\u00a0: ${fait.intitule}.`);
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }

  protected async supprimer(membre: MembreLu): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Supprimer le siège',
      texte: `Le siège de ${membre.structure ?? membre.titulaireNom} disparaîtra. Pour garder la trace d’un mandat achevé, donnez-lui plutôt une date de fin.`,
      action: 'Supprimer le siège',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.api.supprimerMembre(this.instance().id, membre.id);
      this.toasts.succes('Siège supprimé.');
      this.ferme.emit(true);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
