import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { NotificationsService, type Rappel } from '../notifications/notification.service';
import type { Travail } from '../platform/jobs/travail';
import { Travaux } from '../platform/jobs/travaux';
import { listConcernes, type Concerne } from './annonce.queries';

interface Ouverture {
  bilanAnnuelId: string;
  /** Who opened it: they know. */
  par: string;
}
/** Asked when a year opens. */
export const ANNONCER: Travail<Ouverture> = {
  nom: 'bilansAnnuels.annoncer',
  libelle: 'Annonce d’un bilan annuel ouvert',
};

/** Tells whom it concerns that the report of a year is open: each person once, however often the job runs. */
@Injectable()
export class AnnonceService implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly travaux: Travaux,
  ) {}

  onModuleInit(): void {
    this.travaux.inscrire(ANNONCER, async (ctx, ouverture) => {
      const concernes = (await listConcernes(ctx, ouverture.bilanAnnuelId)).filter(
        ({ utilisateurId }) => utilisateurId !== ouverture.par,
      );
      await this.notifications.rappeler(
        ctx,
        concernes.map((concerne) => avis(ouverture, concerne)),
      );
    });
  }

  /** In the transaction that opens it. */
  async announce(ctx: ContextePersonne, bilanAnnuelId: string): Promise<void> {
    await this.travaux.lancer(ctx, ANNONCER, { bilanAnnuelId, par: ctx.identite.utilisateurId });
  }
}

function avis(
  { bilanAnnuelId }: Ouverture,
  { utilisateurId, annee, cooperativeId, cooperative, actions }: Concerne,
): Rappel {
  return {
    utilisateurIds: [utilisateurId],
    genre: 'BILAN_ANNUEL_OUVERT',
    titre: `Bilan annuel ${annee} à préparer`,
    detail: [cooperative, ...(actions.length ? [`Votre partie\u00a0: ${actions.join(', ')}`] : [])].join('\n'),
    lien: `/cooperatives/${cooperativeId}/bilans-annuels/${bilanAnnuelId}`,
    cle: `bilan-annuel-ouvert:${bilanAnnuelId}`,
  };
}
