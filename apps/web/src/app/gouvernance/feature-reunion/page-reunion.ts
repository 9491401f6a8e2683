import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { TRANSITIONS_REUNION, type ReunionLue, type TransitionDeReunion } from '@coopilote/domain/gouvernance';
import {
  Chargement,
  Dialogues,
  EntetePage,
  ErreurChargement,
  Etat,
  Icone,
  Occupe,
  Onglets,
  Toasts,
  etatReunion,
  versProbleme,
  type Onglet,
} from '@coopilote/ui';
import { filter, map, startWith } from 'rxjs';
import { TitrePage } from '../../platform/titre';
import { ReunionApi } from '../data/reunion-api';
import { ReunionStore } from '../data/reunion.store';
import { momentDeReunion } from '../ui/dire';
import { DialogueAnnulation } from './dialogue-annulation';
import { DialogueConvocation } from './dialogue-convocation';

/** What an act does that deserves a word first. */
const A_CONFIRMER: Partial<Record<TransitionDeReunion['acte'], string>> = {
  CLORE: 'Les présences, les décisions et les tâches sont arrêtées, et le projet de compte-rendu s’écrit.',
  ROUVRIR: 'La séance reprend\u00a0: présences, décisions et tâches peuvent de nouveau changer.',
};
/** Acts that do not take the meeting forward. */
const ACTES_SECONDS: readonly TransitionDeReunion['acte'][] = ['METTRE_A_JOUR', 'ROUVRIR', 'ANNULER'];
/** Where an act leads. */
const SUITES: Partial<Record<TransitionDeReunion['acte'], string>> = {
  OUVRIR: 'seance',
  ROUVRIR: 'seance',
  CLORE: 'compte-rendu',
};

/** A meeting: its heading, the acts open to the reader, its tabs. */
@Component({
  selector: 'co-page-reunion',
  imports: [
    Chargement,
    DialogueAnnulation,
    DialogueConvocation,
    EntetePage,
    ErreurChargement,
    Etat,
    Icone,
    Occupe,
    Onglets,
    RouterLink,
    RouterOutlet,
  ],
  providers: [ReunionStore],
  templateUrl: './page-reunion.html',
  styles: `
    .quand {
      font-weight: 600;
    }
    .quand::first-letter {
      text-transform: uppercase;
    }
    .annulation {
      margin-bottom: var(--e4);
      white-space: pre-line;
    }
  `,
})
export class PageReunion {
  readonly id = input.required<string>();

  protected readonly store = inject(ReunionStore);
  private readonly api = inject(ReunionApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly onglet = toSignal(
    this.routeur.events.pipe(
      filter((evenement) => evenement instanceof NavigationEnd),
      startWith(null),
      map(() => this.route.snapshot.firstChild?.title ?? ''),
    ),
    { initialValue: '' },
  );

  protected readonly etat = etatReunion;
  protected readonly moment = momentDeReunion;
  protected readonly occupe = signal(false);
  protected readonly dialogue = signal<'convocation' | 'annulation' | null>(null);
  /** The acts open to the reader, in the order of the life of a meeting. */
  protected readonly actes = computed(() => {
    const reunion = this.store.reunion();
    return TRANSITIONS_REUNION.filter(({ acte, de }) => de === reunion?.etat && reunion.actes.includes(acte));
  });
  protected readonly annulation = computed(() => this.actes().find(({ acte }) => acte === 'ANNULER') ?? null);
  /** The act that takes the meeting forward. */
  protected readonly suivant = computed(() => this.actes().find(({ acte }) => !ACTES_SECONDS.includes(acte)));
  protected readonly onglets = computed<readonly Onglet[]>(() => {
    const etat = this.store.reunion()?.etat;
    return [
      { libelle: this.store.preparable() ? 'Préparer' : 'Ordre du jour', lien: '.', exact: true },
      ...(etat === 'CONVOQUEE' || etat === 'EN_SEANCE' || etat === 'CLOSE'
        ? [{ libelle: 'Séance', lien: 'seance' }]
        : []),
      ...(etat === 'CLOSE' ? [{ libelle: 'Compte-rendu', lien: 'compte-rendu' }] : []),
    ];
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    const titre = inject(TitrePage);
    effect(() => {
      const reunion = this.store.reunion();
      if (reunion && this.onglet()) titre.poser(`${this.onglet()} · ${reunion.titre}`);
    });
  }

  protected async agir(transition: TransitionDeReunion): Promise<void> {
    const { acte, vers, libelle } = transition;
    await this.store.repos();
    if (acte === 'CONVOQUER' || acte === 'METTRE_A_JOUR') return this.dialogue.set('convocation');
    if (acte === 'ANNULER') return this.dialogue.set('annulation');
    const texte = A_CONFIRMER[acte];
    const reunion = this.store.reunion();
    if (!reunion || vers === 'PREPARATION') return;
    if (texte && !(await this.dialogues.confirmer({ titre: libelle, texte, action: libelle }))) return;
    this.occupe.set(true);
    try {
      this.store.remplacer(await this.api.changerEtat(reunion.id, { vers, version: reunion.version }));
      await this.routeur.navigate([SUITES[acte] ?? '.'], { relativeTo: this.route });
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.toasts.erreur(probleme.message);
      if (probleme.statut === 409) this.store.ressource.reload();
    } finally {
      this.occupe.set(false);
    }
  }

  protected fermer(reunion: ReunionLue | null): void {
    this.dialogue.set(null);
    if (reunion) this.store.remplacer(reunion);
  }
}
