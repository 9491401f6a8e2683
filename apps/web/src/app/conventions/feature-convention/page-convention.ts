import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LIBELLES_PARTIES } from '@coopilote/domain/conventions';
import {
  Carte,
  Chargement,
  DateJourPipe,
  ErreurChargement,
  Etat,
  Icone,
  ListeDefinition,
  Vide,
  compter,
  etatConvention,
  formatDateJour,
} from '@coopilote/ui';
import { Differences } from '../ui/differences';
import { ListeActes } from '../ui/liste-actes';
import { CarteDeparts } from './carte-departs';
import { ConventionStore } from './convention.store';
import { DialogueAvenant } from './dialogue-avenant';
import { DialogueParties } from './dialogue-parties';
import { DialoguePreparation } from './dialogue-preparation';
import { DialogueResiliation } from './dialogue-resiliation';

type DialogueOuvert = 'PREPARER' | 'AVENANT' | 'RENOUVELLEMENT' | 'PARTIES' | 'RESILIER';

/** What binds the parties of a CA, until when, and what is being made: the « Convention » tab (guide, fiche 4). */
@Component({
  selector: 'co-page-convention',
  imports: [
    Carte,
    CarteDeparts,
    Chargement,
    DateJourPipe,
    DialogueAvenant,
    DialogueParties,
    DialoguePreparation,
    DialogueResiliation,
    Differences,
    ErreurChargement,
    Etat,
    Icone,
    ListeActes,
    ListeDefinition,
    RouterLink,
    Vide,
  ],
  providers: [ConventionStore],
  templateUrl: './page-convention.html',
  styleUrl: './page-convention.css',
})
export class PageConvention {
  /** The CA, from the address. */
  readonly id = input.required<string>();
  /** What to open at once, from the address: a text that misses something about its parties leads to them. */
  readonly ouvrir = input<string>();

  protected readonly store = inject(ConventionStore);
  protected readonly dialogue = signal<DialogueOuvert | null>(null);
  private readonly routeur = inject(Router);
  protected readonly etat = etatConvention;
  protected readonly genres = LIBELLES_PARTIES;

  /** The dates that count, in the order in which they come. */
  protected readonly reperes = computed(() => {
    const convention = this.store.convention();
    if (!convention) return [];
    const { periodes, limiteBilanAnnuel, resiliation } = convention;
    const terme = periodes.at(-1);
    return [
      ...(terme
        ? [{ terme: 'Terme', valeur: `du ${formatDateJour(terme.debut)} au ${formatDateJour(terme.fin)}` }]
        : [{ terme: 'Prise d’effet', valeur: 'le jour de la dernière signature' }]),
      ...(periodes.length > 1
        ? [
            {
              terme: 'Depuis',
              valeur: `le ${formatDateJour(periodes[0]?.debut)}, renouvelée ${compter(periodes.length - 1, 'fois', 'fois')}`,
            },
          ]
        : []),
      ...(limiteBilanAnnuel
        ? [{ terme: 'Réunion du bilan annuel', valeur: `avant le ${formatDateJour(limiteBilanAnnuel)}` }]
        : []),
      ...(resiliation
        ? [
            {
              terme: `Résiliation par ${resiliation.partie}`,
              valeur: `effet le ${formatDateJour(resiliation.effet)}, lettre reçue le ${formatDateJour(resiliation.recueLe)}\n${resiliation.motif}`,
            },
          ]
        : []),
    ];
  });

  constructor() {
    effect(() => {
      const convention = this.store.convention();
      if (this.ouvrir() !== 'parties' || !convention?.peut.rediger || this.store.verrou()) return;
      this.dialogue.set('PARTIES');
      // Once: closed, it does not come back.
      void this.routeur.navigate([], { queryParams: {}, replaceUrl: true });
    });
  }

  protected fermer(change: boolean): void {
    this.dialogue.set(null);
    if (change) this.store.recharger();
  }
}
