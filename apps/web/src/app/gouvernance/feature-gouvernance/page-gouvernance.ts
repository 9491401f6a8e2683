import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InstanceLue, MembreLu, TacheLue } from '@coopilote/domain/gouvernance';
import {
  Avertissements,
  Carte,
  Chargement,
  ErreurChargement,
  Icone,
  Toasts,
  Vide,
  compter,
  versProbleme,
} from '@coopilote/ui';
import { CarteInstance } from '../ui/carte-instance';
import { ListeReunions } from '../ui/liste-reunions';
import { ListeTaches } from '../ui/liste-taches';
import { CarteAgenda } from './carte-agenda';
import { DialogueInstance } from './dialogue-instance';
import { DialogueMembre } from './dialogue-membre';
import { DialogueReunion } from './dialogue-reunion';
import { GouvernanceStore } from './gouvernance.store';

type DialogueOuvert =
  | { genre: 'instance'; instance: InstanceLue | null }
  | { genre: 'membre'; instance: InstanceLue; membre: MembreLu | null }
  | { genre: 'reunion' };

/** Who decides, when they meet, what is left to do: the « Gouvernance » tab of a CA (guide 5.1 B). */
@Component({
  selector: 'co-page-gouvernance',
  imports: [
    Avertissements,
    Carte,
    CarteAgenda,
    CarteInstance,
    Chargement,
    DialogueInstance,
    DialogueMembre,
    DialogueReunion,
    ErreurChargement,
    Icone,
    ListeReunions,
    ListeTaches,
    RouterLink,
    Vide,
  ],
  providers: [GouvernanceStore],
  templateUrl: './page-gouvernance.html',
  styles: `
    .rien {
      display: flex;
      gap: var(--e2);
      align-items: baseline;
      color: var(--encre-2);
    }
    .rien co-icone {
      color: var(--ok);
      translate: 0 0.125em;
    }
  `,
})
export class PageGouvernance {
  /** The CA, from the address. */
  readonly id = input.required<string>();

  protected readonly store = inject(GouvernanceStore);
  private readonly toasts = inject(Toasts);
  protected readonly dialogue = signal<DialogueOuvert | null>(null);
  protected readonly tacheOccupee = signal<string | null>(null);
  protected readonly proposee = signal<string | null>(null);

  protected readonly instanceOuverte = computed(() => {
    const ouvert = this.dialogue();
    return ouvert && 'instance' in ouvert ? ouvert.instance : null;
  });
  protected readonly membreOuvert = computed(() => {
    const ouvert = this.dialogue();
    return ouvert && 'membre' in ouvert ? ouvert.membre : null;
  });
  protected readonly genresPris = computed(() => (this.store.gouvernance()?.instances ?? []).map(({ genre }) => genre));

  constructor() {
    effect(() => this.store.cooperativeId.set(this.id()));
  }

  protected fermer(change: boolean): void {
    this.dialogue.set(null);
    if (change) this.store.ressource.reload();
  }

  protected async proposer(instance: InstanceLue): Promise<void> {
    this.proposee.set(instance.id);
    try {
      const ajoutes = await this.store.proposerMembres(instance);
      this.toasts.succes(
        ajoutes
          ? `${compter(ajoutes, 'siège ajouté', 'sièges ajoutés')}\u00a0: ${instance.intitule}.`
          : 'Chaque structure membre a déjà un siège.',
      );
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.proposee.set(null);
    }
  }

  /** One tap; a slip is undone from the message. */
  protected async finir(tache: TacheLue): Promise<void> {
    const faite = await this.changer(tache, 'FAITE');
    if (!faite) return;
    this.toasts.succes(`Fait\u00a0: ${tache.quoi}`, {
      libelle: 'Annuler',
      faire: () => void this.changer(faite, tache.etat),
    });
  }

  private async changer(tache: TacheLue, etat: TacheLue['etat']): Promise<TacheLue | null> {
    this.tacheOccupee.set(tache.id);
    try {
      return await this.store.changerTache(tache, etat);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
      return null;
    } finally {
      this.tacheOccupee.set(null);
    }
  }
}
