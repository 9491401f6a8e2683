import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Contexte } from '@coopilote/db';
import { rappelsConvention, type RappelConvention } from '@coopilote/domain/conventions';
import { NotificationsService, type Rappel } from '../notifications/notification.service';
import { Horloge } from '../platform/horloge';
import type { Travail } from '../platform/jobs/travail';
import { Travaux } from '../platform/jobs/travaux';
import { listSuivies, type ConventionSuivie } from './convention.queries';
import { EcheanceService } from './echeance.service';

/** Before the digest of Monday, which carries what comes in sight. */
export const RAPPELER: Travail = {
  nom: 'conventions.rappeler',
  libelle: 'Rappel des échéances de convention',
  horaire: '30 6 * * *',
};

/** Tells those who see to a convention of its deadlines: each person once for each moment of each deadline. */
@Injectable()
export class RappelService implements OnModuleInit {
  constructor(
    private readonly horloge: Horloge,
    private readonly travaux: Travaux,
    private readonly echeances: EcheanceService,
    private readonly notifications: NotificationsService,
  ) {}

  onModuleInit(): void {
    this.travaux.inscrire(RAPPELER, (ctx) => this.remind(ctx));
  }

  private async remind(ctx: Contexte): Promise<void> {
    const aujourdhui = this.horloge.aujourdhui();
    const suivies = await this.echeances.stand(ctx, await listSuivies(ctx, aujourdhui));
    await this.notifications.rappeler(
      ctx,
      suivies.flatMap((c) => rappelsConvention(c, aujourdhui).map((rappel) => avis(c, rappel))),
    );
  }
}

/** Who coordinates the CA; and who was named to sign, once a text has waited too long for them. */
function avis(
  { animation, signataires }: ConventionSuivie,
  { moment, cle, genre, titre, detail, lien }: RappelConvention,
): Rappel {
  const retard = genre === 'SIGNATURES' && moment === 'PROCHE';
  return {
    utilisateurIds: retard ? [...animation, ...signataires] : animation,
    genre: moment === 'EN_VUE' ? 'ECHEANCE_EN_VUE' : 'ECHEANCE_PROCHE',
    titre,
    detail,
    lien,
    cle,
  };
}
