import { HttpClient } from '@angular/common/http';
import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { LIBELLES_PHASES, PHASES_CALENDRIER } from '@coopilote/domain/cooperatives';
import {
  CRITICITES,
  ETATS_ETAPE,
  EtapeModifiee,
  EtapeSaisie,
  LIBELLES_CRITICITES,
  LIBELLES_ETATS_ETAPE,
  type EtapeLue,
  type TableauDeBord,
} from '@coopilote/domain/pilotage';
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
  SaisieLongue,
  SaisieNombre,
  SaisieTexte,
  Toasts,
  versProbleme,
  type Option,
} from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';
import { CooperativesApi } from '../data/cooperatives-api';

const versSaisie = ({ enRetard: _retard, id: _id, ...saisie }: EtapeLue): EtapeModifiee => saisie;

/** A phase or a task of T1. */
@Component({
  selector: 'co-dialogue-etape',
  imports: [
    Choix,
    Conflit,
    Dialogue,
    Icone,
    Occupe,
    ResumeErreurs,
    SaisieDate,
    SaisieLongue,
    SaisieNombre,
    SaisieTexte,
  ],
  templateUrl: './dialogue-etape.html',
  styles: `
    .deux {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
      gap: var(--e3) var(--e4);
      align-items: start;
    }
    .supprimer {
      margin-right: auto;
    }
  `,
})
export class DialogueEtape implements OnInit {
  readonly cooperativeId = input.required<string>();
  /** The step to edit; null to add `nouvelle`. */
  readonly etape = input.required<EtapeLue | null>();
  readonly nouvelle = input<Pick<EtapeSaisie, 'phase' | 'genre' | 'intitule' | 'ordre'> | null>(null);
  readonly ferme = output<boolean>();

  private readonly api = inject(CooperativesApi);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly injecteur = inject(Injector);
  protected readonly phases: readonly Option[] = PHASES_CALENDRIER.map((phase) => ({
    valeur: phase,
    libelle: LIBELLES_PHASES[phase],
  }));
  protected readonly etats: readonly Option[] = ETATS_ETAPE.map((etat) => ({
    valeur: etat,
    libelle: LIBELLES_ETATS_ETAPE[etat],
  }));
  protected readonly criticites: readonly Option[] = CRITICITES.map((criticite) => ({
    valeur: criticite,
    libelle: LIBELLES_CRITICITES[criticite],
  }));
  protected formulaire!: FormulaireContrat<EtapeSaisie>;
  protected conflit: ConflitDeSaisie<EtapeModifiee> | null = null;
  private envoyer!: () => Promise<true | undefined>;

  protected readonly nom = computed(() =>
    (this.etape() ?? this.nouvelle())?.genre === 'PHASE' ? 'la phase' : 'la tâche',
  );
  protected readonly titre = computed(() => {
    if (this.etape()) return `Modifier ${this.nom()}`;
    return this.nouvelle()?.genre === 'PHASE' ? 'Dater la phase' : 'Ajouter une tâche';
  });

  ngOnInit(): void {
    runInInjectionContext(this.injecteur, () => {
      const etape = this.etape();
      if (etape) this.preparerEdition(etape);
      else this.preparerCreation();
    });
  }

  private preparerCreation(): void {
    const creation = new FormulaireContrat(EtapeSaisie, {
      phase: 'PREFIGURATION',
      genre: 'TACHE',
      intitule: '',
      responsable: null,
      debut: null,
      fin: null,
      livrables: null,
      etat: 'A_FAIRE',
      criticite: null,
      charge: null,
      ...this.nouvelle(),
    });
    this.formulaire = creation;
    this.envoyer = () =>
      creation.soumettre((saisie) => this.api.ajouterEtape(this.cooperativeId(), saisie).then(() => true as const));
  }

  private preparerEdition(etape: EtapeLue): void {
    const edition = new FormulaireContrat(EtapeModifiee, versSaisie(etape));
    this.formulaire = edition;
    this.conflit = new ConflitDeSaisie(edition, EtapeModifiee, async () => {
      const adresse = `/api/cooperatives/${this.cooperativeId()}/tableau-de-bord`;
      const { etapes } = await firstValueFrom(this.http.get<TableauDeBord>(adresse));
      return versSaisie(etapes.find(({ id }) => id === etape.id) ?? etape);
    });
    this.envoyer = () =>
      edition.soumettre((saisie) =>
        this.api.modifierEtape(this.cooperativeId(), etape.id, saisie).then(() => true as const),
      );
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.envoyer();
    await this.conflit?.examiner();
    if (!fait) return;
    this.toasts.succes('Calendrier enregistré.');
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }

  protected async supprimer(etape: EtapeLue): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: `Supprimer ${this.nom()}`,
      texte: `«\u00a0${etape.intitule}\u00a0» disparaîtra du calendrier. L’historique en garde la trace.`,
      action: `Supprimer ${this.nom()}`,
      danger: true,
    });
    if (!accord) return;
    try {
      await this.api.supprimerEtape(this.cooperativeId(), etape.id);
      this.toasts.succes(`«\u00a0${etape.intitule}\u00a0» n’est plus au calendrier.`);
      this.ferme.emit(true);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
