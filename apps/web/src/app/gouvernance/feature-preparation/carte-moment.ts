import { Location } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { Carte, Dialogues, Icone, Toasts, versProbleme } from '@coopilote/ui';
import { ReunionApi } from '../data/reunion-api';
import { ReunionStore } from '../data/reunion.store';
import { momentDeReunion } from '../ui/dire';
import { TableauSondage } from '../ui/tableau-sondage';
import { DialogueMoment } from './dialogue-moment';
import { DialogueSondage } from './dialogue-sondage';

/** When and where: a date and a place, or the poll that will find them. */
@Component({
  selector: 'co-carte-moment',
  imports: [Carte, DialogueMoment, DialogueSondage, Icone, TableauSondage],
  templateUrl: './carte-moment.html',
  styles: `
    .cote {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e3) var(--e8);
      justify-content: space-between;
    }
    .dit {
      flex: 1 1 22rem;
    }
    .actes {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e2);
      align-content: start;
      justify-content: end;
      max-width: 34rem;
    }
    .moment {
      font-weight: 650;
    }
    @media (max-width: 56.25rem) {
      .actes {
        justify-content: start;
      }
    }
    .moment::first-letter {
      text-transform: uppercase;
    }
    .ou {
      display: flex;
      gap: 0.5em;
      align-items: baseline;
      overflow-wrap: anywhere;
    }
    .ou co-icone {
      translate: 0 0.125em;
      color: var(--encre-2);
    }
    h3 {
      margin-top: var(--e3);
    }
  `,
})
export class CarteMoment {
  protected readonly page = inject(ReunionStore);
  private readonly api = inject(ReunionApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  /** The meeting was just created without a date: its poll opens at once. */
  private readonly aProposer = (inject(Location).getState() as { proposerDates?: boolean } | null)?.proposerDates;
  private readonly choisi = signal<'moment' | 'sondage' | 'aucun' | null>(null);
  protected readonly occupe = signal(false);

  protected readonly dialogue = computed(() => {
    const sansRien = !this.page.reunion()?.sondage && !this.moment();
    return this.choisi() ?? (this.aProposer && sansRien ? 'sondage' : 'aucun');
  });
  protected readonly moment = computed(() => {
    const reunion = this.page.reunion();
    return reunion && momentDeReunion(reunion);
  });
  protected readonly sondable = computed(() => this.page.preparable() && this.page.reunion()?.etat === 'PREPARATION');

  protected async ouvrir(dialogue: 'moment' | 'sondage'): Promise<void> {
    await this.page.repos();
    this.choisi.set(dialogue);
  }

  protected fermer(): void {
    this.choisi.set('aucun');
  }

  protected async retenir(creneauId: string): Promise<void> {
    const reunion = this.page.reunion();
    if (!reunion) return;
    const accord = await this.dialogues.confirmer({
      titre: 'Retenir cette date',
      texte: 'Le sondage se ferme, et la réunion prend cette date. La convocation partira quand vous le direz.',
      action: 'Retenir la date',
    });
    if (!accord) return;
    this.occupe.set(true);
    try {
      await this.page.repos();
      this.page.remplacer(await this.api.choisirCreneau(reunion.id, { creneauId, version: this.version() }));
      this.toasts.succes('La date est retenue. Il reste à convoquer.');
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.toasts.erreur(probleme.message);
      if (probleme.statut === 409) this.page.ressource.reload();
    } finally {
      this.occupe.set(false);
    }
  }

  private version(): number {
    return this.page.reunion()?.version ?? 0;
  }
}
