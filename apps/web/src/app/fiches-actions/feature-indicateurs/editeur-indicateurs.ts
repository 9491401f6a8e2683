import { Component, inject, input, output, signal } from '@angular/core';
import type { FicheActionLue, IndicateurLu } from '@coopilote/domain/actions';
import type { TypeIndicateur } from '@coopilote/domain/referentiel';
import { Dialogues, Toasts, versProbleme } from '@coopilote/ui';
import { FichesActionsApi } from '../data/fiches-actions-api';
import { ListeIndicateurs } from '../ui/liste-indicateurs';
import { DialogueIndicateur } from './dialogue-indicateur';

/** The indicators of an action, and the acts on them when the reader may write it. */
@Component({
  selector: 'co-editeur-indicateurs',
  imports: [DialogueIndicateur, ListeIndicateurs],
  template: `
    <co-liste-indicateurs
      [indicateurs]="fiche().indicateurs"
      [modifiable]="fiche().modifiable"
      (ajouter)="dialogue.set({ indicateur: null, type: $event })"
      (modifier)="dialogue.set({ indicateur: $event, type: null })"
      (supprimer)="supprimer($event)"
    />
    @if (dialogue(); as cible) {
      <co-dialogue-indicateur
        [fiche]="fiche()"
        [indicateur]="cible.indicateur"
        [type]="cible.type"
        (ferme)="fermer($event)"
      />
    }
  `,
})
export class EditeurIndicateurs {
  readonly fiche = input.required<FicheActionLue>();
  readonly changement = output<void>();

  private readonly api = inject(FichesActionsApi);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  protected readonly dialogue = signal<{ indicateur: IndicateurLu | null; type: TypeIndicateur | null } | null>(null);

  protected fermer(change: boolean): void {
    this.dialogue.set(null);
    if (change) this.changement.emit();
  }

  protected async supprimer(indicateur: IndicateurLu): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Supprimer l’indicateur',
      texte: `«\u00a0${indicateur.libelle}\u00a0» et ses prévisions disparaîtront de la fiche-action. L’historique en garde la trace.`,
      action: 'Supprimer l’indicateur',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.api.supprimerIndicateur(indicateur.id);
      this.toasts.succes('Indicateur supprimé.');
      this.changement.emit();
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
