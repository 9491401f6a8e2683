import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createTransport, type SendMailOptions, type SMTPTransportOptions } from 'nodemailer';
import type { Contexte } from '@coopilote/db';
import { prochainEssai } from '@coopilote/domain/notifications';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { Travaux } from '../platform/jobs/travaux';
import { dropOldContents, listForgotten, markFailed, markSent, takeEnvoi, type EnvoiPris } from './envoi.queries';
import { LIEN_MASQUE } from './envoi.service';
import { ALLEGER, ENVOYER, RELEVER } from './travaux';

/** Shorter together than what PostgreSQL allows an idle transaction (a minute). */
const DELAIS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
/** How long the bytes of what has left are kept: the time to answer whoever did not get them. */
const JOURS_PIECES = 90;

/** Sends what is in the outbox, when the installation has an SMTP server. */
@Injectable()
export class Facteur implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Facteur');
  private readonly transport;
  private readonly expediteur: { name: string; address: string };

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly horloge: Horloge,
    private readonly travaux: Travaux,
  ) {
    const options: SMTPTransportOptions | null = config.smtpUrl ? { url: config.smtpUrl, ...DELAIS } : null;
    this.transport = options && createTransport(options);
    this.expediteur = { name: 'Coopilote', address: `ne-pas-repondre@${new URL(config.urlPublique).hostname}` };
  }

  onModuleInit(): void {
    const { transport } = this;
    this.travaux.inscrire(ENVOYER, transport && ((ctx, { envoiId }) => this.envoyer(ctx, envoiId)));
    this.travaux.inscrire(RELEVER, transport && ((ctx) => this.relever(ctx)));
    this.travaux.inscrire(ALLEGER, (ctx) => dropOldContents(ctx, JOURS_PIECES));
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  /**
   * One message, kept locked while it leaves. A crash between the server's yes and the commit sends it again under the
   * same Message-ID, which mail systems take for one message. A refusal is no failure of the job: it is written on the
   * message, with the next try, in the same transaction.
   */
  private async envoyer(ctx: Contexte, id: string): Promise<void> {
    const envoi = await takeEnvoi(ctx, id);
    if (!envoi) return;
    try {
      await this.poster(envoi);
    } catch (erreur) {
      const message = refusDe(erreur);
      this.logger.warn(`Message ${id} : ${message}`);
      const prochain = prochainEssai(envoi.essais + 1, this.horloge.maintenant());
      await markFailed(ctx, id, message, prochain);
      if (prochain) await this.travaux.lancer(ctx, ENVOYER, { envoiId: id }, prochain);
      return;
    }
    await markSent(ctx, id, LIEN_MASQUE);
  }

  private async relever(ctx: Contexte): Promise<void> {
    const oublies = await listForgotten(ctx, ENVOYER.nom);
    await this.travaux.lancerTous(
      ctx,
      ENVOYER,
      oublies.map((envoiId) => ({ envoiId })),
    );
  }

  private async poster(envoi: EnvoiPris): Promise<void> {
    const { id, destinataire, objet, texte, html, desabonnement } = envoi;
    await this.transport?.sendMail({
      from: this.expediteur,
      to: destinataire,
      subject: objet,
      text: texte,
      ...(html ? { html } : {}),
      ...piecesDe(envoi),
      messageId: `<${id}@${this.expediteur.address.split('@')[1]}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        // RFC 8058: the mail program shows a button that answers by itself.
        ...(desabonnement
          ? { 'List-Unsubscribe': `<${desabonnement}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}

/** What the server said, when it said something. */
function refusDe(erreur: unknown): string {
  const { response, message } = erreur as { response?: string; message?: string };
  return (response ?? message ?? String(erreur)).slice(0, 500);
}

function piecesDe({ pieces }: EnvoiPris): Pick<SendMailOptions, 'attachments' | 'icalEvent'> {
  const presentes = pieces.flatMap(({ octets, ...piece }) => (octets ? [{ ...piece, content: octets }] : []));
  const calendrier = presentes.find(({ methode }) => methode !== null);
  return {
    attachments: presentes
      .filter(({ methode }) => methode === null)
      .map(({ nom, type, content }) => ({ filename: nom, contentType: type, content })),
    ...(calendrier
      ? { icalEvent: { method: calendrier.methode ?? '', filename: calendrier.nom, content: calendrier.content } }
      : {}),
  };
}
