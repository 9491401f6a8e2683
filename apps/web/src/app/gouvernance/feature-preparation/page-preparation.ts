import { Component, computed, inject, signal } from '@angular/core';
import type { ParticipantLu } from '@coopilote/domain/gouvernance';
import { Carte, Chargement, Dialogues, ErreurChargement, Icone, Toasts, compter, versProbleme } from '@coopilote/ui';
import { Pieces } from '../../pieces/feature-pieces/pieces';
import { ReunionApi } from '../data/reunion-api';
import { ReunionStore } from '../data/reunion.store';
import { ListeParticipants } from '../ui/liste-participants';
import { Propositions } from '../ui/propositions';
import { CarteMoment } from './carte-moment';
import { CarteOrdreDuJour } from './carte-ordre-du-jour';
import { DialogueCoordonnees } from './dialogue-coordonnees';
import { DialogueInvite } from './dialogue-invite';
import { OrdreDuJourStore } from './ordre-du-jour.store';

/** A meeting being prepared: its date, its agenda beside what the programme puts forward, who is asked to it. */
@Component({
  selector: 'co-page-preparation',
  imports: [
    Carte,
    CarteMoment,
    CarteOrdreDuJour,
    Chargement,
    DialogueCoordonnees,
    DialogueInvite,
    ErreurChargement,
    Icone,
    ListeParticipants,
    Pieces,
    Propositions,
  ],
  providers: [OrdreDuJourStore],
  templateUrl: './page-preparation.html',
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
    .convocation {
      margin-bottom: var(--e3);
    }
  `,
})
export class PagePreparation {
  protected readonly page = inject(ReunionStore);
  protected readonly ordre = inject(OrdreDuJourStore);
  private readonly api = inject(ReunionApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);

  protected readonly invite = signal(false);
  protected readonly corrige = signal<ParticipantLu | null>(null);
  protected readonly titreParticipants = computed(() =>
    compter(this.page.reunion()?.participants.length ?? 0, 'participant'),
  );
  protected readonly sansAdresse = computed(
    () => this.page.reunion()?.participants.filter(({ courriel }) => !courriel).length ?? 0,
  );
  protected readonly joignabilite = computed(() => {
    const sans = this.sansAdresse();
    return sans
      ? `${compter(sans, 'personne')} sans adresse de courriel\u00a0: la convocation ne peut pas leur parvenir.`
      : 'Chacun recevra la convocation par courriel.';
  });

  protected async retirer(participant: ParticipantLu): Promise<void> {
    const reunion = this.page.reunion();
    if (!reunion) return;
    const accord = await this.dialogues.confirmer({
      titre: 'Retirer une personne',
      texte: `${participant.nom} ne sera pas conviée à cette réunion. Son siège dans l’instance ne change pas.`,
      action: 'Retirer de la réunion',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.page.repos();
      await this.api.retirerParticipant(reunion.id, participant.id);
      this.page.remplacer(await this.api.lire(reunion.id));
      this.toasts.succes(`${participant.nom} n’est plus sur la liste.`);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }

  protected async corriger(participant: ParticipantLu): Promise<void> {
    await this.page.repos();
    this.corrige.set(participant);
  }

  protected async inviter(): Promise<void> {
    await this.page.repos();
    this.invite.set(true);
  }
}
