import type pg from 'pg';
import { QueryFailedError, type EntityManager } from 'typeorm';

/**
 * Statements that are kept prepared, on each connection. Filters and sorts combine into many texts: past this number a
 * statement is planned each time, so that neither side keeps plans without end.
 */
const PREPAREES = 200;
const noms = new Map<string, string>();

function nomDe(sql: string): string | undefined {
  const connu = noms.get(sql);
  if (connu || noms.size >= PREPAREES) return connu;
  const nom = `coopilote_${noms.size}`;
  noms.set(sql, nom);
  return nom;
}

/**
 * Runs SQL on the transaction's own connection as prepared statements, and answers their rows. Policies make planning cost
 * more than running: a list of a hundred rows is planned once a connection instead of at each call.
 * @throws QueryFailedError, as TypeORM's own statements do.
 */
export async function preparedQuery(
  manager: EntityManager,
): Promise<<R>(sql: string, params?: unknown[]) => Promise<R[]>> {
  const { queryRunner, connection } = manager;
  if (!queryRunner) throw new Error('Hors d’une transaction');
  const client: pg.PoolClient = await queryRunner.connect();
  return async (sql, params = []) => {
    connection.logger.logQuery(sql, params, queryRunner);
    try {
      return (await client.query({ name: nomDe(sql), text: sql, values: params })).rows;
    } catch (erreur) {
      throw new QueryFailedError(sql, params, erreur instanceof Error ? erreur : new Error(String(erreur)));
    }
  };
}
