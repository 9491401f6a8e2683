import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { applicationUrl, Ecoute, Introuvable, SansIdentite, type Entree } from '@coopilote/db';
import { Base } from '../platform/base';
import { CONFIG, type Config } from '../platform/config';
import { existsForReader } from './seance.queries';

const BATTEMENT_MS = 20_000;

interface Abonne {
  reponse: FastifyReply['raw'];
  reunionId: string;
  entree: Entree;
}

/**
 * Those who follow a séance, over server-sent events. What changes is announced by PostgreSQL at the commit, so that every
 * process tells its own followers the same; an event says what to read again, never what changed: each follower reads it
 * under their own identity.
 */
@Injectable()
export class Direct implements OnApplicationShutdown {
  private readonly logger = new Logger('Direct');
  private readonly abonnes = new Set<Abonne>();
  private readonly ecoute: Ecoute;
  private ecouteur: Promise<void> | null = null;
  private battement: NodeJS.Timeout | null = null;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly base: Base,
  ) {
    this.ecoute = new Ecoute(
      applicationUrl(config.databaseUrl, config.secret),
      'seance',
      (charge) => this.announce(charge),
      () => this.abonnes.forEach((a) => tell(a, null)),
    );
  }

  /** Keeps a response open and tells it each change of the meeting. The caller has checked that the person may read it. */
  async follow(reponse: FastifyReply, reunionId: string, entree: Entree): Promise<void> {
    await (this.ecouteur ??= this.ecoute.start());
    reponse.hijack();
    const { raw } = reponse;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies that gather answers would hold events back.
      'x-accel-buffering': 'no',
    });
    const abonne: Abonne = { reponse: raw, reunionId, entree };
    this.abonnes.add(abonne);
    raw.on('close', () => this.abonnes.delete(abonne));
    this.battement ??= setInterval(() => void this.beat(), BATTEMENT_MS).unref();
    // Whoever comes (back) reads everything first.
    raw.write('retry: 1000\n');
    tell(abonne, null);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.battement) clearInterval(this.battement);
    for (const { reponse } of this.abonnes) reponse.end();
    if (this.ecouteur) await this.ecouteur.then(() => this.ecoute.stop()).catch(() => undefined);
  }

  private announce(charge: string): void {
    const { reunion, note } = JSON.parse(charge) as { reunion: string; note: string | null };
    for (const abonne of this.abonnes) if (abonne.reunionId === reunion) tell(abonne, note);
  }

  /** Keeps connections alive, and ends those of who may no longer read: a session over, a role taken away. */
  private async beat(): Promise<void> {
    for (const abonne of [...this.abonnes]) {
      try {
        const lit = await this.base.run(abonne.entree, (ctx) => existsForReader(ctx, abonne.reunionId));
        if (!lit) throw new Introuvable('Cette réunion');
        abonne.reponse.write(':\n\n');
      } catch (erreur) {
        if (!(erreur instanceof SansIdentite || erreur instanceof Introuvable)) this.logger.warn(String(erreur));
        abonne.reponse.end();
      }
    }
  }
}

function tell({ reponse }: Abonne, note: string | null): void {
  reponse.write(`event: change\ndata: ${JSON.stringify({ note })}\n\n`);
}
