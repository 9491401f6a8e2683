import type { ContextePersonne } from '@coopilote/db';
import { estIdentifiant } from '@coopilote/domain/commun';
import type { GroupesDemandes } from '@coopilote/domain/consolidation';
import type { ConsolidationService } from '../consolidation/consolidation.service';

export type Selection = ReturnType<ConsolidationService['select']>;
export type LigneLue = Record<string, unknown>;

/** Rows that a fetch brings: few enough to be forgotten young, which costs the collector of memory the least. */
const LIGNES = 150;

/** Leaves a file the time that a page does not have. @see createDataSource */
export async function takeTime(ctx: ContextePersonne): Promise<void> {
  await ctx.query("SET LOCAL statement_timeout = '120s'");
}

/** True when the person has no other export under way, in any process; held to the end of the transaction. */
export async function lockExport(ctx: ContextePersonne): Promise<boolean> {
  const [lu] = await ctx.query<{ pris: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended('export ' || $1, 0)) AS pris`,
    [ctx.identite.utilisateurId],
  );
  return lu?.pris ?? false;
}

export interface ComptesBilans {
  attendus: number;
  recus: number;
  enRetard: number;
}
export async function countReports(ctx: ContextePersonne, s: Selection): Promise<ComptesBilans> {
  const [lu] = await ctx.query<ComptesBilans>(
    `SELECT count(*) AS attendus, count(*) FILTER (WHERE ${s.recu}) AS recus, count(*) FILTER (WHERE ${s.enRetard}) AS "enRetard"
     FROM bilan_trimestriel b ${s.where}`,
    s.params,
  );
  return lu ?? { attendus: 0, recus: 0, enRetard: 0 };
}

/**
 * The same, each page read while the one before is written. Who stops is waited for: nothing is read once the transaction is over.
 */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let suivante = source.next();
  try {
    for (;;) {
      const { done, value } = await suivante;
      if (done) return;
      suivante = source.next();
      suivante.catch(() => undefined);
      yield value;
    }
  } finally {
    await suivante.catch(() => undefined);
    await source.return(undefined);
  }
}

/** Pages of a long reading, fetched as they are asked for. `nom`: one a statement, whose columns never change. */
export async function* fetchPages<T>(
  ctx: ContextePersonne,
  nom: string,
  sql: string,
  params: unknown[],
): AsyncGenerator<T[]> {
  // All of it will be read: not the plan that finds its first row soonest.
  await ctx.query('SET LOCAL cursor_tuple_fraction = 1');
  await ctx.query(`DECLARE ${nom} NO SCROLL CURSOR FOR ${sql}`, params);
  for (;;) {
    const page = await ctx.query<T>(`FETCH ${LIGNES} FROM ${nom}`);
    if (page.length) yield page;
    if (page.length < LIGNES) return;
  }
}

/** One row an action over the period, as T6 shows it. */
export function fetchActions(ctx: ContextePersonne, s: Selection): AsyncGenerator<LigneLue[]> {
  return fetchPages(
    ctx,
    'export_actions',
    `SELECT p.departement_code AS "departementCode", (SELECT nom FROM departement WHERE code = p.departement_code) AS departement,
       c.intitule AS cooperative,
       coalesce((SELECT string_agg(l.libelle, ', ' ORDER BY l.ordre, l.libelle) FROM cooperative_thematique x
                 JOIN liste_valeur l ON l.id = x.thematique_id WHERE x.cooperative_id = p.cooperative_id), '') AS thematiques,
       f.intitule, coalesce(st.nom, '') AS structure,
       concat_ws(', ', (SELECT string_agg(l.libelle, ', ' ORDER BY array_position(ARRAY[f.public1_id, f.public2_id, f.public3_id], l.id))
                        FROM liste_valeur l WHERE l.id IN (f.public1_id, f.public2_id, f.public3_id)), f.autre_public) AS publics,
       coalesce(co.nom, 'Tout le territoire') AS territoire, f.etat, p.attendus AS "bilansAttendus", p.recus AS "bilansRecus",
       p.valides AS "bilansValides", p.attendus - p.recus AS "bilansManquants", p.en_retard AS "bilansEnRetard",
       f.beneficiaires_cibles AS "beneficiairesCibles", p.bas AS "beneficiairesBas", p.haut AS "beneficiairesHaut",
       (SELECT b.objectifs FROM bilan_trimestriel b
        WHERE b.fiche_action_id = p.fiche_action_id AND ${s.recu} AND ${s.dansPeriode('b.annee', 'b.trimestre')}
        ORDER BY b.annee DESC, b.trimestre DESC LIMIT 1) AS "objectifsAtteints",
       p.fiche_action_id AS "ficheActionId", p.cooperative_id AS "cooperativeId", p.structure_id AS "structureId"
     FROM (${s.parAction()}) p
     JOIN fiche_action f ON f.id = p.fiche_action_id
     JOIN cooperative c ON c.id = p.cooperative_id
     LEFT JOIN structure st ON st.id = p.structure_id
     LEFT JOIN commune co ON co.code = f.territoire_commune_code
     ORDER BY p.departement_code, c.intitule, p.cooperative_id, f.numero, f.id`,
    s.params,
  );
}

/** Where common indicators come from, by their id. */
export function listOrigines(
  ctx: ContextePersonne,
  ids: readonly string[],
): Promise<{ id: string; code: string; regionCode: string; region: string }[]> {
  return ctx.query(
    `SELECT m.id, m.code, m.region_code AS "regionCode", r.nom AS region
     FROM indicateur_commun m JOIN region r ON r.code = m.region_code WHERE m.id = ANY ($1)`,
    [ids],
  );
}

/** Names of what the filters name, as the reader may see them. */
export async function readNoms(
  ctx: ContextePersonne,
  f: GroupesDemandes,
): Promise<Partial<Record<keyof GroupesDemandes, string | null>>> {
  const liste = (nom: string, valeur: string | undefined) =>
    `(SELECT libelle FROM liste_valeur WHERE ${estIdentifiant(valeur ?? '') ? 'id::text = ' : `liste = '${nom}' AND code = `}`;
  const demandes: [keyof GroupesDemandes, string][] = [
    ['region', '(SELECT nom FROM region WHERE code = '],
    ['departement', '(SELECT nom FROM departement WHERE code = '],
    ['epci', '(SELECT nom FROM intercommunalite WHERE code = '],
    ['territoire', '(SELECT nom FROM commune WHERE code = '],
    ['thematique', liste('THEMATIQUE', f.thematique)],
    ['public', liste('PUBLIC_CIBLE', f.public)],
    ['structure', '(SELECT nom FROM structure WHERE id::text = '],
    ['cooperative', '(SELECT intitule FROM cooperative WHERE id::text = '],
    ['indicateurCommun', '(SELECT libelle FROM indicateur_commun WHERE id::text = '],
    ['indicateur', `(SELECT libelle FROM indicateur_commun WHERE code = split_part(`],
  ];
  const posees = demandes.filter(([cle]) => f[cle] !== undefined);
  if (posees.length === 0) return {};
  const fin = (cle: string) => (cle === 'indicateur' ? `, ':', 1) LIMIT 1)` : ' LIMIT 1)');
  const [noms] = await ctx.query<Partial<Record<keyof GroupesDemandes, string | null>>>(
    `SELECT ${posees.map(([cle, sql], i) => `${sql}$${i + 1}::text${fin(cle)} AS "${cle}"`).join(', ')}`,
    posees.map(([cle]) => f[cle]),
  );
  return noms ?? {};
}
