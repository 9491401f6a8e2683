import { requetesSql } from '../src/platform/metriques';

/** Statements that `work` sends to PostgreSQL, transaction control included: a page costs the same whatever its rows. */
export async function compterRequetes(work: () => Promise<unknown>): Promise<number> {
  const lire = async () => (await requetesSql.get()).values[0]?.value ?? 0;
  const avant = await lire();
  await work();
  return (await lire()) - avant;
}
