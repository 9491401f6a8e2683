import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  LIBELLES_LISTES,
  LISTES,
  type Liste,
  type ValeurListeLue,
} from '@coopilote/domain/referentiel/referentiel.contract';
import {
  Chargement,
  Dialogues,
  ErreurChargement,
  Etat,
  Icone,
  NombrePipe,
  Toasts,
  Vide,
  versProbleme,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { ReferentielsApi, valeursDeListe } from '../data/referentiels';
import { DialogueValeur } from './dialogue-valeur';

/** The five reference lists: a value that is used is retired, never deleted. */
@Component({
  selector: 'co-page-referentiels',
  imports: [Chargement, DialogueValeur, ErreurChargement, Etat, Icone, NombrePipe, RouterLink, Vide],
  templateUrl: './page-referentiels.html',
})
export class PageReferentiels {
  /** The list shown, from the address. */
  readonly liste = input<string>();

  private readonly api = inject(ReferentielsApi);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  protected readonly listes = LISTES.map((liste) => ({ liste, libelle: LIBELLES_LISTES[liste] }));
  protected readonly choisie = computed<Liste>(() => LISTES.find((liste) => liste === this.liste()) ?? 'THEMATIQUE');
  protected readonly ressource = valeursDeListe(this.choisie);
  protected readonly lues = derniereValeur(this.ressource);
  protected readonly valeurs = computed(() =>
    [...(this.lues() ?? [])].sort((a, b) => Number(a.retiree) - Number(b.retiree) || a.ordre - b.ordre),
  );
  /** The dialogue, when it is open; on no value for a new one. */
  protected readonly dialogue = signal<{ valeur: ValeurListeLue | null } | null>(null);

  protected ouvrir(valeur: ValeurListeLue | null): void {
    this.dialogue.set({ valeur });
  }

  protected fermer(enregistree: boolean): void {
    if (enregistree) this.toasts.succes(this.dialogue()?.valeur ? 'Valeur enregistrée.' : 'Valeur ajoutée.');
    this.dialogue.set(null);
    // What is saved, or what somebody else saved meanwhile.
    this.ressource.reload();
  }

  protected basculer(valeur: ValeurListeLue): Promise<void> {
    const { libelle, description, praps, ordre, version } = valeur;
    const retiree = !valeur.retiree;
    return this.faire(
      () => this.api.modifierValeur(valeur.id, { libelle, description, praps, ordre, retiree, version }),
      retiree ? `«\u00a0${libelle}\u00a0» n’est plus proposé.` : `«\u00a0${libelle}\u00a0» est de nouveau proposé.`,
    );
  }

  protected async supprimer(valeur: ValeurListeLue): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: `Supprimer «\u00a0${valeur.libelle}\u00a0»\u00a0?`,
      texte: 'Rien ne l’utilise. La suppression ne se reprend pas.',
      action: 'Supprimer la valeur',
      danger: true,
    });
    if (accord) await this.faire(() => this.api.supprimerValeur(valeur.id), 'Valeur supprimée.');
  }

  private async faire(acte: () => Promise<unknown>, fait: string): Promise<void> {
    try {
      await acte();
      this.toasts.succes(fait);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
    this.ressource.reload();
  }
}
