import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Identite } from '@coopilote/domain/comptes';
import { Introuvable, VersionPerimee } from './erreurs';
import { preparedQuery } from './prepared-query';

/** A transaction with the identity that row-level security sees. First argument of every service; never optional. */
export interface Contexte {
  manager: EntityManager;
  /** Who asks; null while signing in and in jobs. */
  identite: Identite | null;
  /** Correlation id of the request or job. */
  requete: string;
  /** Runs SQL and answers its rows. For libs/db and *.queries.ts alone. */
  query<T>(sql: string, params?: unknown[]): Promise<T[]>;
  /** Runs `work` once the transaction is committed; not at all when it is rolled back. */
  apres(work: () => void): void;
}

/** A context with somebody in it. */
export interface ContextePersonne extends Contexte {
  identite: Identite;
}

/** How a transaction is entered. */
export type Entree =
  | { genre: 'session'; empreinte: string }
  | { genre: 'personne'; utilisateurId: string }
  /** Secret address of a person's calendar. */
  | { genre: 'agenda'; empreinte: string }
  | { genre: 'connexion' }
  | { genre: 'systeme'; motif: string };

/** Thrown by a `session`, `personne` or `agenda` entry when nobody stands behind it. */
export class SansIdentite extends Error {}

/**
 * The only way in: opens the transaction, sets the identity for row-level security (`set_config(…, true)`), hands the
 * context, commits; any exception rolls back. Inside, no `Promise.all`: one connection, one query at a time.
 * @param instantane every statement sees the database as it stood at the first one: for what is read at length.
 * @throws SansIdentite when the session is over or the person switched off.
 */
export async function runInContext<T>(
  source: DataSource,
  entree: Entree,
  work: (ctx: Contexte) => Promise<T>,
  requete: string = randomUUID(),
  instantane = false,
): Promise<T> {
  const apres: (() => void)[] = [];
  const run = async (manager: EntityManager): Promise<T> => {
    const query = await preparedQuery(manager);
    const identite = await ouvrir(query, entree, requete);
    return work({ manager, identite, requete, query, apres: (suite) => apres.push(suite) });
  };
  const resultat = instantane ? await source.transaction('REPEATABLE READ', run) : await source.transaction(run);
  for (const suite of apres) suite();
  return resultat;
}

/** The database's own function behind each entry that has a person. */
const OUVERTURES = { session: 'ouvrir_session', agenda: 'ouvrir_agenda', personne: 'ouvrir_contexte' } as const;

async function ouvrir(
  query: <R>(sql: string, params?: unknown[]) => Promise<R[]>,
  entree: Entree,
  requete: string,
): Promise<Identite | null> {
  switch (entree.genre) {
    case 'connexion':
      await query('SELECT app.ouvrir_connexion($1)', [requete]);
      return null;
    case 'systeme':
      await query('SELECT app.ouvrir_systeme($1)', [entree.motif]);
      return null;
    case 'session':
    case 'agenda':
    case 'personne': {
      const cle = entree.genre === 'personne' ? entree.utilisateurId : entree.empreinte;
      const [ligne] = await query<{ identite: Identite | null }>(
        `SELECT app.${OUVERTURES[entree.genre]}($1, $2) AS identite`,
        [cle, requete],
      );
      if (!ligne?.identite) throw new SansIdentite('Session inconnue ou terminée');
      return ligne.identite;
    }
  }
}

/**
 * Writes `changements` on the row named by `ou` (its id AND its parent) if it still has `version`; the version moves on.
 * @throws Introuvable when there is no such row for this reader; VersionPerimee when somebody wrote since.
 */
export async function updateVersioned<E extends ObjectLiteral & { version: number }>(
  ctx: Contexte,
  entite: EntityTarget<E>,
  ou: FindOptionsWhere<E>,
  version: number,
  changements: Partial<E>,
): Promise<number> {
  const resultat = await ctx.manager
    .createQueryBuilder()
    .update(entite)
    .set({ ...changements, version: version + 1 } as never)
    .where({ ...ou, version } as FindOptionsWhere<E>)
    .execute();
  if (resultat.affected) return version + 1;
  const actuel = await ctx.manager.findOneBy(entite, ou);
  if (!actuel) throw new Introuvable('Cet élément');
  throw new VersionPerimee(actuel);
}

/** Inserts rows as they are given: ids are made by us, nothing is read back (a reader may not see what they create). */
export async function insertRows<E extends ObjectLiteral>(
  ctx: Contexte,
  entite: EntityTarget<E>,
  lignes: Partial<E>[],
): Promise<void> {
  if (lignes.length === 0) return;
  await ctx.manager
    .createQueryBuilder()
    .insert()
    .into(entite)
    .values(lignes as never)
    .updateEntity(false)
    .execute();
}
