import { Component, computed, inject, signal } from '@angular/core';
import { LIBELLES_MODES, LIBELLES_TYPES_INDICATEUR, LIBELLES_UNITES } from '@coopilote/domain/referentiel/listes';
import type { IndicateurCommunLu } from '@coopilote/domain/referentiel/referentiel.contract';
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
import { ReferentielsApi, indicateursCommuns } from '../data/referentiels';
import { EXPLICATIONS_MODES } from '../ui/modes-agregation';
import { DialogueIndicateurCommun } from './dialogue-indicateur-commun';

/** The indicators that different actions feed in the same way, so that the region can add them. */
@Component({
  selector: 'co-page-indicateurs-communs',
  imports: [Chargement, DialogueIndicateurCommun, ErreurChargement, Etat, Icone, NombrePipe, Vide],
  templateUrl: './page-indicateurs-communs.html',
})
export class PageIndicateursCommuns {
  private readonly api = inject(ReferentielsApi);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  protected readonly ressource = indicateursCommuns();
  private readonly lus = derniereValeur(this.ressource);
  protected readonly indicateurs = computed(
    () => this.lus() && [...(this.lus() ?? [])].sort((a, b) => Number(a.retiree) - Number(b.retiree)),
  );
  protected readonly types = LIBELLES_TYPES_INDICATEUR;
  protected readonly unites = LIBELLES_UNITES;
  protected readonly modes = LIBELLES_MODES;
  protected readonly explications = EXPLICATIONS_MODES;
  /** The dialogue, when it is open; on no indicator for a new one. */
  protected readonly dialogue = signal<{ indicateur: IndicateurCommunLu | null } | null>(null);

  protected ouvrir(indicateur: IndicateurCommunLu | null): void {
    this.dialogue.set({ indicateur });
  }

  protected fermer(enregistre: boolean): void {
    if (enregistre) this.toasts.succes(this.dialogue()?.indicateur ? 'Indicateur enregistré.' : 'Indicateur ajouté.');
    this.dialogue.set(null);
    // What is saved, or what somebody else saved meanwhile.
    this.ressource.reload();
  }

  protected basculer(lu: IndicateurCommunLu): Promise<void> {
    const { code, libelle, type, unite, modeAgregation, definition, version } = lu;
    const retiree = !lu.retiree;
    const modifie = { code, libelle, type, unite, modeAgregation, definition, retiree, version };
    return this.faire(
      () => this.api.modifierIndicateur(lu.id, modifie),
      retiree ? `«\u00a0${libelle}\u00a0» n’est plus proposé.` : `«\u00a0${libelle}\u00a0» est de nouveau proposé.`,
    );
  }

  protected async supprimer(lu: IndicateurCommunLu): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: `Supprimer «\u00a0${lu.libelle}\u00a0»\u00a0?`,
      texte: 'Aucune action ne l’alimente. La suppression ne se reprend pas.',
      action: 'Supprimer l’indicateur',
      danger: true,
    });
    if (accord) await this.faire(() => this.api.supprimerIndicateur(lu.id), 'Indicateur supprimé.');
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
