import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { applicationUrl, createDataSource, runInContext, type Contexte, type Entree } from '@coopilote/db';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from './config';
import { requetesSql } from './metriques';

/** The application's pool of connections, under the role that owns nothing. */
@Injectable()
export class Base implements OnModuleInit, OnApplicationShutdown {
  private source: DataSource;

  constructor(@Inject(CONFIG) config: Config) {
    this.source = createDataSource(applicationUrl(config.databaseUrl, config.secret), {
      onQuery: () => requetesSql.inc(),
    });
  }

  async onModuleInit(): Promise<void> {
    await this.source.initialize();
  }

  /** Opens a transaction with an identity: see `runInContext`. */
  async run<T>(entree: Entree, work: (ctx: Contexte) => Promise<T>, requete?: string): Promise<T> {
    return runInContext(this.source, entree, work, requete);
  }

  /** Rejects when the database does not answer. */
  async ping(): Promise<void> {
    await this.source.query('SELECT 1');
  }

  /** The same, for what is read at length: all of it as it stood at one instant. */
  async runInstantane<T>(entree: Entree, work: (ctx: Contexte) => Promise<T>, requete: string): Promise<T> {
    return runInContext(this.source, entree, work, requete, true);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
