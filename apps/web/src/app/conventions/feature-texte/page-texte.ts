import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { dureeEnMots, type ActeLu, type EtatActe } from '@coopilote/domain/conventions';
import {
  Carte,
  Chargement,
  DateJourPipe,
  EntetePage,
  ErreurChargement,
  Etat,
  Icone,
  Toasts,
  compter,
  etatActe,
} from '@coopilote/ui';
import { TitrePage } from '../../platform/titre';
import { adresseDocument } from '../data/actes-api';
import { Differences } from '../ui/differences';
import { LogosParties } from '../ui/logos-parties';
import { SommaireArticles } from '../ui/sommaire-articles';
import { ArticleTexte } from './article-texte';
import { DialogueActe } from './dialogue-acte';
import { DialogueDepot } from './dialogue-depot';
import { DialogueTransition } from './dialogue-transition';
import { SignatureEnLigne } from './signature-en-ligne';
import { RecueilSignatures } from './recueil-signatures';
import { TexteStore } from './texte.store';

/** A phone: one column, where ten signatures would hide the text that they sign. */
const TELEPHONE = '(max-width: 43.75rem)';

type Transition = ActeLu['transitions'][number];
/** States that take a text back, or out: their buttons stay in the background. */
const RECULS: readonly EtatActe[] = ['BROUILLON', 'ABANDONNE'];

/** A text that parties sign: read by all, written article by article, commented on, frozen, signed. */
@Component({
  selector: 'co-page-texte',
  imports: [
    ArticleTexte,
    Carte,
    Chargement,
    DateJourPipe,
    DialogueActe,
    DialogueDepot,
    DialogueTransition,
    Differences,
    EntetePage,
    ErreurChargement,
    Etat,
    Icone,
    LogosParties,
    RecueilSignatures,
    RouterLink,
    SignatureEnLigne,
    SommaireArticles,
  ],
  providers: [TexteStore],
  templateUrl: './page-texte.html',
  styleUrl: './page-texte.css',
})
export class PageTexte {
  readonly acteId = input.required<string>();

  protected readonly store = inject(TexteStore);
  private readonly toasts = inject(Toasts);
  protected readonly transition = signal<Transition | null>(null);
  protected readonly dialogue = signal<'ACTE' | 'DEPOT' | null>(null);
  /** Party whose copy is being deposited; null lets one choose. */
  protected readonly deposant = signal<string | null>(null);
  private readonly ecran = toSignal(inject(BreakpointObserver).observe(TELEPHONE));
  protected readonly etroit = computed(() => this.ecran()?.matches ?? false);
  protected readonly etat = etatActe;
  protected readonly duree = dureeEnMots;
  protected readonly document = adresseDocument;

  protected readonly remarques = computed(() => {
    const ouvertes = this.store.sections().reduce((nombre, section) => nombre + section.remarques, 0);
    return ouvertes ? `${compter(ouvertes, 'remarque')} à traiter` : '';
  });

  constructor() {
    effect(() => this.store.id.set(this.acteId()));
    const titre = inject(TitrePage);
    effect(() => {
      const acte = this.store.acte();
      if (acte) titre.poser(`${acte.nom} · ${acte.cooperative}`);
    });
  }

  protected recule({ vers }: Transition): boolean {
    return RECULS.includes(vers) || (this.store.acte()?.etat === 'PRET' && vers === 'RELECTURE');
  }

  protected deposer(partieId: string | null): void {
    this.deposant.set(partieId);
    this.dialogue.set('DEPOT');
  }

  /** @param acte the text as it then stands; null when the dialog was given up. */
  protected fermer(acte: ActeLu | null, phrase: string): void {
    this.dialogue.set(null);
    this.transition.set(null);
    if (!acte) return;
    this.store.remplacer(acte);
    this.toasts.succes(acte.etat === 'SIGNE' ? `${acte.nom}\u00a0: toutes les parties ont signé.` : phrase);
  }
}
