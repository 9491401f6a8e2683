import pg from 'pg';
import { AbstractLogger, DataSource } from 'typeorm';
import { migrations } from '@coopilote/migrations';
import * as entities from './entities';
import { SnakeNaming } from './naming';

// Numbers travel as numbers: numeric has four decimals at most and counts stay far under 2^53. Days stay text.
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (texte) => texte);

/** Role of the application: owns nothing, cannot bypass row-level security. */
export const ROLE_APPLICATION = 'coopilote_app';

/** Tells each statement, transaction control included, to whoever counts them. */
class Compteur extends AbstractLogger {
  constructor(private readonly onQuery: () => void) {
    super(['query']);
  }
  override logQuery(): void {
    this.onQuery();
  }
  protected override writeLog(): void {
    // Statements are counted, never written: they carry what people typed.
  }
}

/** A data source on `url`; nothing but this library and the migration command makes one. */
export function createDataSource(url: string, options: { poolSize?: number; onQuery?: () => void } = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: Object.values(entities),
    migrations,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    ...(options.onQuery ? { logger: new Compteur(options.onQuery), logging: ['query'] } : { logging: false }),
    poolSize: options.poolSize ?? 10,
    applicationName: 'coopilote',
    // Starting workers takes longer than any of our pages, and people come many at a time: each statement keeps to one process.
    extra: {
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      options: '-c max_parallel_workers_per_gather=0',
    },
    installExtensions: false,
  });
}
