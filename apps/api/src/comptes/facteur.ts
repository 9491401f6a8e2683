import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import { Base } from '../platform/base';
import { CONFIG, type Config } from '../platform/config';
import { markFailed, markSent, takeEnvoi, type EnvoiPris } from './envoi.queries';
import { LIEN_MASQUE } from './envoi.service';

const PERIODE = 10_000;
const ESSAIS_MAX = 5;
/** Shorter together than what PostgreSQL allows an idle transaction (a minute). */
const DELAIS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends what waits in the outbox, when the installation has an SMTP server; several processes share the work. */
@Injectable()
export class Facteur implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Facteur');
  private readonly transport;
  private readonly expediteur: { name: string; address: string };
  private minuterie: NodeJS.Timeout | null = null;
  private tournee: Promise<number> = Promise.resolve(0);
  private occupe = false;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly base: Base,
  ) {
    const options: SMTPTransportOptions | null = config.smtpUrl ? { url: config.smtpUrl, ...DELAIS } : null;
    this.transport = options && createTransport(options);
    this.expediteur = { name: 'Coopilote', address: `ne-pas-repondre@${new URL(config.urlPublique).hostname}` };
  }

  onApplicationBootstrap(): void {
    if (!this.transport) return;
    this.minuterie = setInterval(() => {
      if (!this.occupe) void this.distribuer();
    }, PERIODE);
    this.minuterie.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.minuterie) clearInterval(this.minuterie);
    await this.tournee;
    this.transport?.close();
  }

  /** Sends what is due now, after the round under way; answers how many messages left. Never rejects. */
  distribuer(): Promise<number> {
    this.tournee = this.tournee.then(() => this.faireTournee());
    return this.tournee;
  }

  private async faireTournee(): Promise<number> {
    this.occupe = true;
    let partis = 0;
    try {
      let issue = await this.envoyerUn();
      for (; issue === 'parti' || issue === 'refuse'; issue = await this.envoyerUn()) {
        if (issue === 'parti') partis++;
      }
    } catch (erreur) {
      this.logger.error(erreur instanceof Error ? erreur.stack : String(erreur));
    } finally {
      this.occupe = false;
    }
    return partis;
  }

  /**
   * One message, one transaction: kept locked while it leaves. A crash between the server's yes and the commit sends it
   * again under the same Message-ID, which mail systems take for one message.
   */
  private envoyerUn(): Promise<'rien' | 'parti' | 'refuse' | 'panne'> {
    return this.base.run({ genre: 'systeme', motif: 'Envoi des messages' }, async (ctx) => {
      const envoi = await takeEnvoi(ctx);
      if (!envoi) return 'rien';
      try {
        await this.poster(envoi);
      } catch (erreur) {
        const message = (erreur instanceof Error ? erreur.message : String(erreur)).slice(0, 500);
        this.logger.warn(`Message ${envoi.id} : ${message}`);
        await markFailed(ctx, envoi.id, message, ESSAIS_MAX);
        // A refused recipient is one message's affair; anything else is the server's, and the others wait too.
        return (erreur as { code?: string }).code === 'EENVELOPE' ? 'refuse' : 'panne';
      }
      await markSent(ctx, envoi.id, LIEN_MASQUE);
      return 'parti';
    });
  }

  private async poster({ id, destinataire, objet, texte }: EnvoiPris): Promise<void> {
    await this.transport?.sendMail({
      from: this.expediteur,
      to: { name: '', address: destinataire },
      subject: objet,
      text: texte,
      messageId: `<${id}@${this.expediteur.address.split('@')[1]}>`,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}
