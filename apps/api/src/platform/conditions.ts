import { SaisieInvalide } from '@coopilote/db';
import type { Page, PageDemandee } from '@coopilote/domain/commun';
import type { Perimetre } from '@coopilote/domain/droits';

const TAILLE = 50;

/** Gathers the conditions of a list and their parameters, so that a value never enters the text of a query. */
export class Conditions {
  readonly params: unknown[] = [];
  private readonly clauses: string[] = [];

  /** Adds a parameter; answers its place (« $3 »). */
  param(valeur: unknown): string {
    return `$${this.params.push(valeur)}`;
  }

  /** Adds a condition as it is. */
  et(sql: string): this {
    this.clauses.push(sql);
    return this;
  }

  /** Adds a condition on a filter, when the filter is set. */
  si<T>(valeur: T | null | undefined, sql: (place: string) => string): this {
    if (valeur !== null && valeur !== undefined) this.clauses.push(sql(this.param(valeur)));
    return this;
  }

  /** Holds the rows of `alias` to a perimeter: the service's lock, beside the policies. */
  perimetre(p: Perimetre, alias: string, cooperative = 'cooperative_id'): this {
    return this.et(this.dans(p, alias, { cooperative }));
  }

  /**
   * SQL that is true inside a perimeter; its lists are read once a query. A list finds rows by an index; a set (`ensemble`) is
   * hashed, for whoever reads thousands of rows.
   */
  dans(p: Perimetre, alias: string, { cooperative = 'cooperative_id', ensemble = false } = {}): string {
    const choix = [];
    if (p.regions.length || p.departements.length) {
      const codes = `SELECT code FROM departement
           WHERE region_code = ANY (${this.param(p.regions)}::text[]) OR code = ANY (${this.param(p.departements)}::text[])`;
      choix.push(`${alias}.departement_code ${ensemble ? `IN (${codes})` : `= ANY (ARRAY(${codes}))`}`);
    }
    if (p.cooperatives.length) choix.push(`${alias}.${cooperative} = ANY (${this.param(p.cooperatives)}::uuid[])`);
    return choix.length ? `(${choix.join(' OR ')})` : 'false';
  }

  /** « WHERE … », or nothing. */
  get where(): string {
    return this.clauses.length ? `WHERE ${this.clauses.join('\n  AND ')}` : '';
  }
}

/** Which slice of a list is asked. */
export function tranche(demande: PageDemandee): { page: number; taille: number; limite: string } {
  const page = demande.page ?? 1;
  const taille = demande.taille ?? TAILLE;
  return { page, taille, limite: `LIMIT ${taille} OFFSET ${(page - 1) * taille}` };
}

/**
 * « ORDER BY » of a list: `tri` names one of `colonnes`, with « - » before it for the descending order.
 * @throws SaisieInvalide when the column is not one that sorts.
 */
export function ordre(
  tri: string | null | undefined,
  colonnes: Record<string, string>,
  defaut: string,
  cle: string,
): string {
  if (!tri) return `ORDER BY ${defaut}, ${cle}`;
  const descendant = tri.startsWith('-');
  const nom = descendant ? tri.slice(1) : tri;
  if (!Object.hasOwn(colonnes, nom)) {
    throw new SaisieInvalide([
      { champ: 'tri', code: 'inconnu', message: `Tri\u00a0: cette liste ne se trie pas par «\u00a0${nom}\u00a0».` },
    ]);
  }
  return `ORDER BY ${colonnes[nom]} ${descendant ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}, ${cle}`;
}

/** A page of a list from rows that each carry the total. */
export function enPage<T>(demande: PageDemandee, lignes: T[], total: number): Page<T> {
  const { page, taille } = tranche(demande);
  return { lignes, total, page, taille };
}
