import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { applicationUrl, connexionTravaux, SCHEMA_TRAVAUX, type Contexte } from '@coopilote/db';
import type { TravailLu } from '@coopilote/domain/commun';
import { Base } from '../base';
import { CONFIG, type Config } from '../config';
import { FUSEAU, JOURS_GARDES, REPRISES, type Travail } from './travail';
import { holdJob, listStates } from './travaux.queries';

/** Connections of the queue, beside those of the requests; one more listens. */
const CONNEXIONS = 3;
/** Jobs that one process takes at a time, and does one after the other. */
const LOT = 5;
const DUREE_SECONDES = 300;
const JOUR_SECONDES = 86_400;

type Faire = (ctx: Contexte, donnees: never) => Promise<void>;

/**
 * The job queue, on PostgreSQL (pg-boss). A job is enqueued in the transaction that causes it; it runs at least once, in a
 * transaction of its own which also completes it, so that its effect comes exactly once, however many processes work.
 */
@Injectable()
export class Travaux implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Travaux');
  private readonly boss: PgBoss;
  private readonly inscrits = new Map<string, { travail: Travail; faire: Faire | null }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly base: Base,
  ) {
    const travaille = config.ouvriers === 'interne';
    this.boss = new PgBoss({
      connectionString: applicationUrl(config.databaseUrl, config.secret),
      schema: SCHEMA_TRAVAUX,
      application_name: 'coopilote-travaux',
      max: CONNEXIONS,
      // The schema is made at migration time, by the owner.
      migrate: false,
      reindex: false,
      supervise: travaille,
      schedule: travaille,
      useListenNotify: travaille,
    });
    this.boss.on('error', (erreur) => this.logger.error(erreur.message, erreur.stack));
    this.boss.on('warning', ({ message }) => this.logger.warn(message));
  }

  /**
   * Declares a kind of job and who does it; by a service, in its `onModuleInit`. Without `faire`, this process may enqueue
   * it and leaves it to others.
   */
  inscrire<T extends object>(travail: Travail<T>, faire: ((ctx: Contexte, donnees: T) => Promise<void>) | null): void {
    this.inscrits.set(travail.nom, { travail: travail as Travail, faire });
  }

  /** Enqueues a job in the transaction of `ctx`, to be done at once or from `des` on. */
  async lancer<T extends object>(ctx: Contexte, travail: Travail<T>, donnees: T, des?: Date): Promise<void> {
    await this.boss.send(travail.nom, donnees, { db: connexionTravaux(ctx), ...(des ? { startAfter: des } : {}) });
  }

  /** Enqueues several jobs of a kind, in one statement. */
  async lancerTous<T extends object>(ctx: Contexte, travail: Travail<T>, donnees: T[]): Promise<void> {
    if (donnees.length === 0) return;
    await this.boss.insert(
      travail.nom,
      donnees.map((data) => ({ data })),
      { db: connexionTravaux(ctx) },
    );
  }

  /** Does now the jobs of a kind that are due, as a worker would; answers how many were done. */
  async faire(travail: Pick<Travail, 'nom'>): Promise<number> {
    let faits = 0;
    for (;;) {
      const jobs = await this.boss.fetch<object>(travail.nom, { batchSize: LOT });
      if (jobs.length === 0) return faits;
      for (const issue of await this.faireLot(travail.nom, jobs)) {
        if (issue.status === 'completed') faits++;
        else await this.boss.fail(travail.nom, issue.id, issue.output);
      }
    }
  }

  /** What the application does by itself, and how it went. */
  async lister(ctx: Contexte): Promise<TravailLu[]> {
    const etats = new Map((await listStates(ctx, JOURS_GARDES)).map((etat) => [etat.nom, etat]));
    return [...this.inscrits.values()].map(({ travail: { nom, libelle, horaire } }) => {
      const [prochain] = horaire ? this.boss.previewSchedule(horaire, { tz: FUSEAU, count: 1 }) : [];
      return {
        enAttente: 0,
        dernierSucces: null,
        echecs: 0,
        dernierEchec: null,
        reference: null,
        ...etats.get(nom),
        nom,
        libelle,
        prochain: prochain?.toISOString() ?? null,
      };
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    for (const { travail, faire } of this.inscrits.values()) {
      const options = {
        ...REPRISES,
        expireInSeconds: travail.duree ?? DUREE_SECONDES,
        deleteAfterSeconds: JOURS_GARDES * JOUR_SECONDES,
        notify: true,
      };
      await this.boss.createQueue(travail.nom, options);
      await this.boss.updateQueue(travail.nom, options);
      if (this.config.ouvriers === 'interne' && faire) await this.travailler(travail);
    }
  }

  /** Lets the jobs under way end. */
  async onModuleDestroy(): Promise<void> {
    await this.boss.stop({ timeout: 20_000 });
  }

  private async travailler({ nom, horaire }: Travail): Promise<void> {
    if (horaire) await this.boss.schedule(nom, horaire, null, { tz: FUSEAU, missed: 'once' });
    await this.boss.work<object>(
      nom,
      { batchSize: LOT, burstWhenBatchFull: true, perJobResults: true },
      (jobs: Job<object>[]) => this.faireLot(nom, jobs),
    );
  }

  private async faireLot(nom: string, jobs: Job<object>[]): Promise<JobResult[]> {
    const issues: JobResult[] = [];
    for (const job of jobs) issues.push(await this.faireUn(nom, job));
    return issues;
  }

  /** The effect and the job's end are one transaction; a job that somebody else took over meanwhile has no effect here. */
  private async faireUn(nom: string, job: Job<object>): Promise<JobResult> {
    const inscrit = this.inscrits.get(nom);
    try {
      if (!inscrit?.faire) throw new Error(`Personne ne fait « ${nom} » dans ce processus`);
      const { faire, travail } = inscrit;
      await this.base.run(
        { genre: 'systeme', motif: travail.libelle },
        async (ctx) => {
          await faire(ctx, (job.data ?? {}) as never);
          if (!(await holdJob(ctx, job))) throw new Error('Un autre processus a repris ce travail');
          await this.boss.complete(nom, job, null, { db: connexionTravaux(ctx) });
        },
        job.id,
      );
      return { id: job.id, status: 'completed' };
    } catch (erreur) {
      const { message, stack } = erreur instanceof Error ? erreur : new Error(String(erreur));
      this.logger.error(`${nom} ${job.id} : ${message}`, stack);
      return { id: job.id, status: 'failed', output: { message } };
    }
  }
}
