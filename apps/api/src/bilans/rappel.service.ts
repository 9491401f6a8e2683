import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Contexte } from '@coopilote/db';
import { rappelDu } from '@coopilote/domain/bilans';
import { ajouterJours, jourEnLettres, libelleCourtTrimestre } from '@coopilote/domain/commun';
import { NotificationsService, type Avis } from '../notifications/notification.service';
import { Horloge } from '../platform/horloge';
import { Travaux } from '../platform/jobs/travaux';
import { listOpen, takeReminders, type Attendu } from './campagne.queries';
import { RAPPELER, RELANCER } from './travaux';

/** Deadlines this many days away, before or after, may have a reminder due: a delegation may give long delays. */
const FENETRE_JOURS = 120;

/** Reminds whoever writes for a structure of the reports that the ARS waits for: one message a person, with all of them. */
@Injectable()
export class RappelService implements OnModuleInit {
  constructor(
    private readonly horloge: Horloge,
    private readonly notifications: NotificationsService,
    private readonly travaux: Travaux,
  ) {}

  onModuleInit(): void {
    this.travaux.inscrire(RAPPELER, (ctx) => this.remindDue(ctx));
    this.travaux.inscrire(RELANCER, (ctx, { campagneId, jour }) =>
      this.remind(ctx, [{ campagneId, moment: `RELANCE ${jour}` }]),
    );
  }

  private async remindDue(ctx: Contexte): Promise<void> {
    const aujourdhui = this.horloge.aujourdhui();
    const ouvertes = await listOpen(
      ctx,
      ajouterJours(aujourdhui, -FENETRE_JOURS),
      ajouterJours(aujourdhui, FENETRE_JOURS),
    );
    await this.remind(
      ctx,
      ouvertes.flatMap(({ id, echeance, ...trimestre }) => {
        const moment = rappelDu(trimestre, echeance, aujourdhui);
        return moment ? [{ campagneId: id, moment }] : [];
      }),
    );
  }

  private async remind(ctx: Contexte, moments: { campagneId: string; moment: string }[]): Promise<void> {
    if (moments.length === 0) return;
    const parPersonne = Map.groupBy(await takeReminders(ctx, moments), ({ utilisateurId }) => utilisateurId);
    await this.notifications.notifierTous(
      ctx,
      [...parPersonne].map(([utilisateurId, attendus]) => avisDe(utilisateurId, attendus, this.horloge.aujourdhui())),
    );
  }
}

/** « 2 bilans à transmettre avant le jeudi 15 octobre 2026 », with their names. */
function avisDe(utilisateurId: string, attendus: Attendu[], aujourdhui: string): Avis {
  const [premier] = attendus as [Attendu, ...Attendu[]];
  const { echeance, bilanId } = premier;
  const nombre = attendus.length;
  const quoi = nombre > 1 ? `${nombre} bilans à transmettre` : 'Un bilan à transmettre';
  const quand =
    echeance < aujourdhui
      ? `, attendu${nombre > 1 ? 's' : ''} depuis le ${jourEnLettres(echeance)}`
      : echeance === aujourdhui
        ? ' aujourd’hui'
        : ` au plus tard le ${jourEnLettres(echeance)}`;
  return {
    utilisateurIds: [utilisateurId],
    genre: 'BILAN_ATTENDU',
    titre: quoi + quand,
    detail: attendus.map((a) => `${a.action}, ${libelleCourtTrimestre(a)} (${a.cooperative})`).join('\n'),
    lien: nombre > 1 ? '/accueil' : `/bilans/${bilanId}`,
  };
}
