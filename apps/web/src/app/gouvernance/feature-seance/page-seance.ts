import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { heureDite, jourDit, momentDit } from '@coopilote/domain/gouvernance';
import { Chargement, ErreurChargement, Icone, Occupe, Vide, compter } from '@coopilote/ui';
import { ecranEtroit } from '@coopilote/ui/grille/ecran-etroit';
import { TitrePage } from '../../platform/titre';
import { SeanceDirect } from '../data/seance-direct';
import { SeanceEtatDirect } from '../ui/seance-etat-direct';
import { SeanceOrdreDuJour } from '../ui/seance-ordre-du-jour';
import { SeanceQr } from '../ui/seance-qr';
import { CodeSalle } from './code-salle';
import { ColonneDecisions } from './colonne-decisions';
import { DialogueCloture } from './dialogue-cloture';
import { DialoguePoint } from './dialogue-point';
import { DialogueQr } from './dialogue-qr';
import { DialogueRaccourcis, type Raccourci } from './dialogue-raccourcis';
import { Horloge } from './horloge';
import { MaPresence } from './ma-presence';
import { NotesPoint } from './notes-point';
import { NotesStore } from './notes-store';
import { PanneauPresences } from './panneau-presences';
import { PointEnCours } from './point-en-cours';
import { Raccourcis } from './raccourcis';
import { SaisiesStore } from './saisies-store';
import { SeanceStore } from './seance-store';
import { VeilleEcran } from './veille-ecran';

type DialogueOuvert = 'PRESENCES' | 'QR' | 'POINT' | 'CLOTURE' | 'TOUCHES';

/** Below this width, in pixels, three columns would be three slivers: one, in the order in which a member reads. */
const LARGEUR_COLONNES = 1100;

/**
 * A meeting as it is held, on the wall, on the coordinator's screen and on each member's phone: one page, that each reads
 * by their rights.
 */
@Component({
  selector: 'co-page-seance',
  imports: [
    Chargement,
    ColonneDecisions,
    DialogueCloture,
    DialoguePoint,
    DialogueQr,
    DialogueRaccourcis,
    ErreurChargement,
    Icone,
    MaPresence,
    NgTemplateOutlet,
    NotesPoint,
    Occupe,
    PanneauPresences,
    PointEnCours,
    RouterLink,
    SeanceEtatDirect,
    SeanceOrdreDuJour,
    SeanceQr,
    Vide,
  ],
  providers: [CodeSalle, Horloge, NotesStore, Raccourcis, SaisiesStore, SeanceDirect, SeanceStore, VeilleEcran],
  templateUrl: './page-seance.html',
  styleUrl: './page-seance.css',
  host: { '[class.mur]': 'mur()', '[class.etroit]': 'etroit()' },
})
export class PageSeance {
  readonly id = input.required<string>();
  /** `?mur=1`: what the room sees, without a control. */
  readonly mur = input(false, { transform: (valeur: string | undefined) => valeur === '1' });

  protected readonly store = inject(SeanceStore);
  protected readonly saisies = inject(SaisiesStore);
  protected readonly horloge = inject(Horloge);
  protected readonly code = inject(CodeSalle).code;
  protected readonly direct = inject(SeanceDirect).etat;
  protected readonly raccourcis = inject(Raccourcis);
  private readonly notes = inject(NotesStore);
  private readonly routeur = inject(Router);
  private readonly zoneNotes = viewChild(NotesPoint);

  protected readonly etroit = ecranEtroit(LARGEUR_COLONNES);
  protected readonly dialogue = signal<DialogueOuvert | null>(null);
  /** The reader runs the séance from this screen. */
  protected readonly commande = computed(() => this.store.anime() && !this.mur());
  protected readonly note = computed(() => this.notes.de(this.store.point()?.id ?? ''));
  /** Words of this device that the server refuses, of points that are not on the screen. */
  protected readonly perdues = computed(() =>
    this.notes.refusees().filter((note) => note !== this.note() || !this.store.ouverte()),
  );

  protected readonly titre = computed(() => {
    const reunion = this.store.reunion();
    if (!reunion) return 'Séance';
    return reunion.debut ? `${reunion.titre}, ${jourDit(new Date(reunion.debut), reunion.fuseau)}` : reunion.titre;
  });
  protected readonly heure = computed(() =>
    heureDite(new Date(this.horloge.maintenant()), this.store.reunion()?.fuseau),
  );
  protected readonly moment = computed(() => {
    const { debut, fin, fuseau } = this.store.reunion() ?? {};
    return debut && fin && fuseau ? momentDit(new Date(debut), new Date(fin), fuseau) : '';
  });
  /** « 11 présents, 2 pouvoirs, quorum atteint ». */
  protected readonly presence = computed(() => {
    const quorum = this.store.reunion()?.quorum;
    if (!quorum) return '';
    return [
      compter(quorum.presents, 'présent'),
      ...(quorum.pouvoirs ? [compter(quorum.pouvoirs, 'pouvoir')] : []),
      ...(quorum.requis === null ? [] : [quorum.atteint ? 'quorum atteint' : 'quorum non atteint']),
    ].join(', ');
  });
  protected readonly avancer = computed(() => {
    if (this.store.suivant()) return this.store.point() ? 'Point suivant' : 'Commencer les points';
    return this.store.point() ? 'Terminer le dernier point' : '';
  });
  protected readonly touches = computed<readonly Raccourci[]>(() => [
    ...(this.commande()
      ? [
          { touche: 'D', effet: 'Écrire une décision' },
          { touche: 'T', effet: 'Écrire une tâche' },
          { touche: '→', effet: 'Passer au point suivant' },
          { touche: 'P', effet: 'Noter les présences' },
        ]
      : []),
    ...(this.store.note() && !this.mur() ? [{ touche: 'N', effet: 'Écrire dans les notes du point' }] : []),
    { touche: 'M', effet: 'Passer au mode mur, en revenir' },
    { touche: '?', effet: 'Montrer cette aide' },
    { touche: 'Ctrl\u00a0+\u00a0Entrée', effet: 'Enregistrer la décision ou la tâche' },
    { touche: 'Échap', effet: 'Fermer ce qui est ouvert' },
  ]);

  constructor() {
    const titrePage = inject(TitrePage);
    const veille = inject(VeilleEcran);
    effect(() => this.store.id.set(this.id()));
    effect(() => titrePage.poser(this.store.reunion()?.titre ?? 'Séance'));
    effect(() => veille.tenir(this.store.ouverte()));
    effect(() => {
      const pointId = this.store.point()?.id;
      if (pointId) untracked(() => this.notes.ouvrir(pointId));
    });
    this.raccourcis.ecouter({
      d: () => this.ecrire('DECISION'),
      t: () => this.ecrire('TACHE'),
      n: () => this.zoneNotes()?.prendre(),
      ArrowRight: () => this.commande() && this.passer(),
      p: () => this.commande() && this.dialogue.set('PRESENCES'),
      m: () => this.basculerMur(),
      '?': () => this.dialogue.set('TOUCHES'),
    });
  }

  protected passer(): void {
    if (this.store.ouverte() && this.avancer()) void this.store.prendrePoint(this.store.suivant()?.id ?? null);
  }

  /** On the wall, the page takes the whole screen where the browser allows it. */
  protected basculerMur(): void {
    const mur = !this.mur();
    void this.routeur.navigate([], { queryParams: { mur: mur ? '1' : null }, replaceUrl: true });
    if (mur) document.documentElement.requestFullscreen?.().catch(() => undefined);
    else if (document.fullscreenElement) void document.exitFullscreen();
  }

  private ecrire(genre: 'DECISION' | 'TACHE'): void {
    if (this.commande() && this.store.ouverte()) this.saisies.ouvrir(genre);
  }
}
