import type { Contexte } from '@coopilote/db';
import type {
  IndicateurCommunLu,
  IndicateursCommunsDemandes,
  Liste,
  ListesDemandees,
  ValeurListeLue,
} from '@coopilote/domain/referentiel';
import { Conditions } from '../platform/conditions';

/** Every use of a value of a list. */
const USAGES_VALEUR = `SELECT id, count(*)::int AS usages FROM (
    SELECT thematique_id AS id FROM cooperative_thematique
    UNION ALL SELECT public_id FROM cooperative_public
    UNION ALL SELECT dispositif_id FROM cooperative_dispositif
    UNION ALL SELECT secteur_id FROM structure
    UNION ALL SELECT mode_id FROM fiche_action_mode
    UNION ALL SELECT unnest(ARRAY[public1_id, public2_id, public3_id]) FROM fiche_action) toutes
  GROUP BY id`;
const USAGES_INDICATEUR = `SELECT indicateur_commun_id AS id, count(*)::int AS usages FROM indicateur
  WHERE indicateur_commun_id IS NOT NULL GROUP BY indicateur_commun_id`;

/** Counting reads every action: only for who may change the lists. */
const usages = (compter: boolean, sql: string, alias: string): [colonne: string, jointure: string] =>
  compter ? ['coalesce(n.usages, 0)', `LEFT JOIN (${sql}) n ON n.id = ${alias}.id`] : ['0', ''];

/** Values of the lists of the reader's region, in their order. */
export async function listValeurs(
  ctx: Contexte,
  demande: ListesDemandees & { id?: string },
  compter: boolean,
): Promise<ValeurListeLue[]> {
  const [colonne, jointure] = usages(compter, USAGES_VALEUR, 'l');
  const c = new Conditions()
    .si(demande.id, (place) => `l.id = ${place}`)
    .si(demande.liste, (place) => `l.liste = ${place}`);
  if (!demande.retirees) c.et('NOT l.retiree');
  return ctx.query(
    `SELECT l.id, l.liste, l.code, l.libelle, l.description, l.praps, l.ordre, l.retiree, ${colonne} AS usages, l.version
     FROM liste_valeur l ${jointure} ${c.where} ORDER BY l.liste, l.ordre, l.libelle, l.id`,
    c.params,
  );
}

/** Place after the last value of a list. */
export async function nextOrdre(ctx: Contexte, regionCode: string, liste: Liste): Promise<number> {
  const [ligne] = await ctx.query<{ ordre: number }>(
    'SELECT coalesce(max(ordre), 0) + 1 AS ordre FROM liste_valeur WHERE region_code = $1 AND liste = $2',
    [regionCode, liste],
  );
  return ligne?.ordre ?? 1;
}

/** Common indicators of the reader's region, by kind and name. */
export async function listIndicateursCommuns(
  ctx: Contexte,
  demande: IndicateursCommunsDemandes & { id?: string },
  compter: boolean,
): Promise<IndicateurCommunLu[]> {
  const [colonne, jointure] = usages(compter, USAGES_INDICATEUR, 'i');
  const c = new Conditions().si(demande.id, (place) => `i.id = ${place}`);
  if (!demande.retirees) c.et('NOT i.retiree');
  return ctx.query(
    `SELECT i.id, i.code, i.libelle, i.type, i.unite, i.mode_agregation AS "modeAgregation", i.definition, i.retiree,
            ${colonne} AS usages, i.version
     FROM indicateur_commun i ${jointure} ${c.where} ORDER BY i.type, i.libelle, i.id`,
    c.params,
  );
}
