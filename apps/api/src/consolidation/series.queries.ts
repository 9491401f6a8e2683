import type { Trimestre } from '@coopilote/domain/commun';
import type { AxeGroupe } from '@coopilote/domain/consolidation';
import { SANS_VALEUR, type Periode } from './selection.queries';

const QUARTS = [1, 2, 3, 4];
const valeurs = (noms: string[]) => QUARTS.map((t) => `(${t}, ${noms.map((n) => `c.${n}${t}`).join(', ')})`).join(', ');

/** Every relation below has these columns, so that one statement puts any of them together. */
const MESURES = `actions, attendus, recus, valides, cibles, series, valeurs, somme, maximum, bas, derniere, numerateur, denominateur,
  series_prevues, previsions, prevu_somme, prevu_maximum, prevu_derniere`;
const CLES = 'fiche_action_id, departement_code, cooperative_id, structure_id';
const dernierDe = (c: string) => `(array_agg(${c} ORDER BY rang DESC) FILTER (WHERE ${c} IS NOT NULL))[1] AS ${c}`;

export const entiere = ({ du, au }: Periode): boolean => du.trimestre === 1 && au.trimestre === 4;
const ecrire = (t: Trimestre): string => `(${t.annee}, ${t.trimestre})`;
/** SQL: the whole years of a period, and the quarters of the years that it cuts. Numbers of ours alone. */
const anneesPleines = ({ du, au }: Periode) =>
  `c.annee BETWEEN ${du.trimestre === 1 ? du.annee : du.annee + 1} AND ${au.trimestre === 4 ? au.annee : au.annee - 1}`;
const coupees = (p: Periode) =>
  `NOT (${anneesPleines(p)}) AND c.annee BETWEEN ${p.du.annee} AND ${p.au.annee} AND (c.annee, q.trimestre) BETWEEN ${ecrire(p.du)} AND ${ecrire(p.au)}`;
const toutEnTrimestres = (p: Periode) =>
  `c.annee BETWEEN ${p.du.annee} AND ${p.au.annee} AND (c.annee, q.trimestre) BETWEEN ${ecrire(p.du)} AND ${ecrire(p.au)}`;
const OUVERT = `(c.attendus_t >> (q.trimestre - 1)) & 1 = 1`;

/** The cell of the kept totals that answers a period alone: a quarter, a year, or everything there is; none for another. */
export function cellule(p: Periode, bornes: { premiere: number; derniere: number } | null): Trimestre | null {
  if (p.du.annee === p.au.annee && p.du.trimestre === p.au.trimestre) return p.du;
  if (!entiere(p)) return null;
  if (p.du.annee === p.au.annee) return { annee: p.du.annee, trimestre: 0 };
  const tout = bornes !== null && p.du.annee <= bornes.premiere && p.au.annee >= bornes.derniere;
  return tout ? { annee: 0, trimestre: 0 } : null;
}

/** Which time a level tells apart. */
export type Pas = 'annee' | 'trimestre' | null;
export const pasDe = (axes: readonly AxeGroupe[]): Pas =>
  axes.includes('trimestre') ? 'trimestre' : axes.includes('annee') ? 'annee' : null;

type Morceaux = (condition: string) => string;
/** SQL: when a series has but one row a step of time, there is nothing to put together over time. */
function uneLigne(p: Periode, pas: Pas, cell: Trimestre | null, annees: Morceaux, quarts: Morceaux): string | null {
  if (pas === 'trimestre' || (!pas && cell?.trimestre)) return quarts(toutEnTrimestres(p));
  if (pas === 'annee') return entiere(p) ? annees(anneesPleines(p)) : null;
  return cell ? annees(`c.annee = ${cell.annee}`) : null;
}

/** SQL: the reports and people of each action over a period, a row a step of time. */
export function seriesActions(p: Periode, pas: Pas, cell: Trimestre | null): string {
  const quarts = (
    condition: string,
  ) => `SELECT c.fiche_action_id, c.departement_code, c.cooperative_id, c.structure_id, c.annee, q.trimestre, c.cibles,
      1 AS attendus, (c.recus_t >> (q.trimestre - 1)) & 1 AS recus, (c.valides_t >> (q.trimestre - 1)) & 1 AS valides, q.b::bigint AS haut, q.b AS bas
    FROM cumul_action c CROSS JOIN LATERAL (VALUES ${valeurs(['b'])}) q(trimestre, b) WHERE ${condition} AND ${OUVERT}`;
  const annees = (condition: string) =>
    `SELECT c.fiche_action_id, c.departement_code, c.cooperative_id, c.structure_id, c.annee, 0 AS trimestre, c.cibles, c.attendus, c.recus, c.valides, c.haut, c.bas
     FROM cumul_action c WHERE ${condition}`;
  const sansIndicateur = `NULL::numeric AS derniere, NULL::numeric AS numerateur, NULL::numeric AS denominateur, 0 AS series_prevues, 0 AS previsions,
      NULL::numeric AS prevu_somme, NULL::numeric AS prevu_maximum, NULL::numeric AS prevu_derniere, NULL::uuid AS indicateur_commun_id`;
  const seule = uneLigne(p, pas, cell, annees, quarts);
  if (seule) {
    return `SELECT ${CLES}, annee, trimestre, 1 AS actions, attendus, recus, valides, cibles::bigint, (haut IS NOT NULL)::int AS series,
        recus AS valeurs, haut::numeric AS somme, bas::numeric AS maximum, bas::numeric AS bas, ${sansIndicateur} FROM (${seule}) x`;
  }
  const pieces = `${annees(anneesPleines(p))}${entiere(p) ? '' : ` UNION ALL ${quarts(coupees(p))}`}`;
  return `SELECT ${CLES}, ${temps(pas)}, 1 AS actions, sum(attendus)::int AS attendus, sum(recus)::int AS recus, sum(valides)::int AS valides,
      max(cibles)::bigint AS cibles, (count(haut) > 0)::int AS series,
      sum(recus)::int AS valeurs, sum(haut) AS somme, max(bas)::numeric AS maximum, max(bas)::numeric AS bas, ${sansIndicateur}
    FROM (${pieces}) x GROUP BY ${CLES}${groupe(pas)}`;
}

/** SQL: each indicator of each action over a period, by what any mode needs of it (libs/domain/consolidation/agregation.rules.ts). */
export function seriesIndicateurs(p: Periode, pas: Pas, cell: Trimestre | null): string {
  const cles =
    'c.indicateur_id, c.indicateur_commun_id, c.fiche_action_id, c.departement_code, c.cooperative_id, c.structure_id, c.premier, c.annee';
  const quarts = (condition: string) => `SELECT ${cles}, q.trimestre, c.annee * 4 + q.trimestre AS rang, 1 AS attendus,
      (coalesce(q.v, q.n) IS NOT NULL)::int AS valeurs, q.v AS somme, q.v AS maximum, q.v AS derniere, q.n AS numerateur, q.d AS denominateur,
      (q.p IS NOT NULL)::int AS previsions, q.p AS prevu_somme, q.p AS prevu_maximum, q.p AS prevu_derniere
    FROM cumul_indicateur c CROSS JOIN LATERAL (VALUES ${valeurs(['v', 'n', 'd', 'p'])}) q(trimestre, v, n, d, p) WHERE ${condition} AND ${OUVERT}`;
  const annees = (condition: string) =>
    `SELECT ${cles}, 0 AS trimestre, c.annee * 4 + 4 AS rang, c.attendus, c.valeurs, c.somme, c.maximum, c.derniere, c.numerateur, c.denominateur,
       c.previsions, c.prevu_somme, c.prevu_maximum, c.prevu_derniere
     FROM cumul_indicateur c WHERE ${condition}`;
  const seule = uneLigne(p, pas, cell, annees, quarts);
  if (seule) {
    return `SELECT ${CLES}, annee, trimestre, premier::int AS actions, attendus, valeurs AS recus, 0 AS valides, NULL::bigint AS cibles,
        (valeurs > 0)::int AS series, valeurs, somme, maximum, maximum AS bas, derniere, numerateur, denominateur, (previsions > 0)::int AS series_prevues,
        previsions, prevu_somme, prevu_maximum, prevu_derniere, indicateur_commun_id FROM (${seule}) x`;
  }
  const pieces = `${annees(anneesPleines(p))}${entiere(p) ? '' : ` UNION ALL ${quarts(coupees(p))}`}`;
  return `SELECT ${CLES}, ${temps(pas)}, premier::int AS actions, sum(attendus)::int AS attendus, sum(valeurs)::int AS recus, 0 AS valides,
      NULL::bigint AS cibles, (sum(valeurs) > 0)::int AS series, sum(valeurs)::int AS valeurs, sum(somme) AS somme, max(maximum) AS maximum,
      max(maximum) AS bas, ${dernierDe('derniere')}, sum(numerateur) AS numerateur, sum(denominateur) AS denominateur,
      (sum(previsions) > 0)::int AS series_prevues, sum(previsions)::int AS previsions, sum(prevu_somme) AS prevu_somme,
      max(prevu_maximum) AS prevu_maximum, ${dernierDe('prevu_derniere')}, indicateur_commun_id
    FROM (${pieces}) x GROUP BY indicateur_id, indicateur_commun_id, premier, ${CLES}${groupe(pas)}`;
}

/** SQL: the totals kept by département, for the cells that a step of time reads. */
export function totauxGardes(p: Periode, pas: Pas, cell: Trimestre | null, parIndicateur: boolean): string {
  const ou = pas
    ? pas === 'trimestre'
      ? `c.trimestre > 0 AND c.annee BETWEEN ${p.du.annee} AND ${p.au.annee} AND (c.annee, c.trimestre) BETWEEN ${ecrire(p.du)} AND ${ecrire(p.au)}`
      : `c.trimestre = 0 AND c.annee BETWEEN ${p.du.annee} AND ${p.au.annee}`
    : `c.annee = ${cell?.annee ?? -1} AND c.trimestre = ${cell?.trimestre ?? -1}`;
  return `SELECT c.departement_code, c.annee, c.trimestre, ${MESURES}, c.indicateur_commun_id, c.cle, c.mesures
    FROM total_departement c WHERE ${ou} AND c.indicateur_commun_id ${parIndicateur ? '<>' : '='} '${SANS_VALEUR}'`;
}

const temps = (pas: Pas) => `${pas ? 'annee' : '0 AS annee'}, ${pas === 'trimestre' ? 'trimestre' : '0 AS trimestre'}`;
const groupe = (pas: Pas) => (pas ? `, annee${pas === 'trimestre' ? ', trimestre' : ''}` : '');
