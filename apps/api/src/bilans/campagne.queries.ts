import type { Contexte } from '@coopilote/db';
import { ETATS_SAISIE, type CampagneLigne, type CompteCooperative } from '@coopilote/domain/bilans';
import type { Jour, Trimestre } from '@coopilote/domain/commun';
import type { Perimetre } from '@coopilote/domain/droits';
import { Conditions } from '../platform/conditions';
import { instant } from '../platform/sql';

/** Counts of reports `b`; `$1` is today. A report is on time when it was first sent by its deadline, in Paris. */
const COMPTES = `count(b.id)::integer AS attendus,
  count(*) FILTER (WHERE b.etat = 'A_REMPLIR')::integer AS "aRemplir",
  count(*) FILTER (WHERE b.etat = 'BROUILLON')::integer AS brouillons,
  count(*) FILTER (WHERE b.etat = 'TRANSMIS')::integer AS transmis,
  count(*) FILTER (WHERE b.etat = 'A_COMPLETER')::integer AS "aCompleter",
  count(*) FILTER (WHERE b.etat = 'VALIDE')::integer AS valides,
  count(*) FILTER (WHERE b.etat = ANY ('{${ETATS_SAISIE.join()}}') AND b.echeance < $1::date)::integer AS "enRetard",
  count(*) FILTER (WHERE (v.transmis_le AT TIME ZONE 'Europe/Paris')::date <= b.echeance)::integer AS "aLHeure"`;
const PREMIER_ENVOI = `LEFT JOIN bilan_version v ON v.bilan_id = b.id AND v.numero = 1`;

/** Quarters of which something is collected in a perimeter, the last first. */
export async function listQuarters(ctx: Contexte, perimetre: Perimetre): Promise<Trimestre[]> {
  const c = new Conditions().perimetre(perimetre, 'k');
  return ctx.query<Trimestre>(
    `SELECT DISTINCT k.annee, k.trimestre FROM campagne k ${c.where} ORDER BY k.annee DESC, k.trimestre DESC`,
    c.params,
  );
}

/** The campaigns of a perimeter for a quarter, with their counts. */
export async function listCampagnes(
  ctx: Contexte,
  perimetre: Perimetre,
  { trimestre: t, id, departement }: { trimestre?: Trimestre; id?: string; departement?: string },
  aujourdhui: Jour,
): Promise<Omit<CampagneLigne, 'conduite'>[]> {
  const c = new Conditions();
  c.param(aujourdhui);
  c.perimetre(perimetre, 'k')
    .si(t?.annee, (p) => `k.annee = ${p}`)
    .si(t?.trimestre, (p) => `k.trimestre = ${p}`)
    .si(id, (p) => `k.id = ${p}`)
    .si(departement, (p) => `k.departement_code = ${p}`);
  return ctx.query<Omit<CampagneLigne, 'conduite'>>(
    `SELECT k.id, k.departement_code AS "departementCode", d.nom AS departement, k.annee, k.trimestre, k.echeance, k.etat, k.motif,
       ${instant('k.change_le')} AS "changeLe", app.nom_utilisateur(k.change_par) AS "changePar",
       (SELECT (max(r.le) AT TIME ZONE 'Europe/Paris')::date FROM campagne_rappel r WHERE r.campagne_id = k.id) AS "rappeleLe",
       k.version, n.*
     FROM campagne k JOIN departement d ON d.code = k.departement_code
     CROSS JOIN LATERAL (SELECT ${COMPTES} FROM bilan_trimestriel b ${PREMIER_ENVOI}
       WHERE b.departement_code = k.departement_code AND b.annee = k.annee AND b.trimestre = k.trimestre) n
     ${c.where} ORDER BY k.departement_code`,
    c.params,
  );
}

/** The same counts, CA by CA. */
export async function countByCooperative(
  ctx: Contexte,
  perimetre: Perimetre,
  t: Trimestre,
  departement: string | undefined,
  aujourdhui: Jour,
): Promise<CompteCooperative[]> {
  const c = new Conditions();
  c.param(aujourdhui);
  c.perimetre(perimetre, 'b');
  c.et(`b.annee = ${c.param(t.annee)}`).et(`b.trimestre = ${c.param(t.trimestre)}`);
  c.si(departement, (p) => `b.departement_code = ${p}`);
  return ctx.query<CompteCooperative>(
    `SELECT b.cooperative_id AS "cooperativeId", k.intitule AS cooperative, b.departement_code AS "departementCode", ${COMPTES}
     FROM bilan_trimestriel b JOIN cooperative k ON k.id = b.cooperative_id ${PREMIER_ENVOI}
     ${c.where} GROUP BY 1, 2, 3 ORDER BY b.departement_code, k.intitule`,
    c.params,
  );
}

/** The deadline of a campaign is that of its reports. */
export async function setDeadlines(ctx: Contexte, campagneId: string, echeance: Jour): Promise<void> {
  await ctx.query(
    `UPDATE bilan_trimestriel b SET echeance = $2 FROM campagne k
     WHERE k.id = $1 AND b.departement_code = k.departement_code AND b.annee = k.annee AND b.trimestre = k.trimestre
       AND b.echeance <> $2`,
    [campagneId, echeance],
  );
}

/** Closes those that are open, whoever closed the others. @returns the départements of those that it closed */
export async function closeOpen(
  ctx: Contexte,
  ids: readonly string[],
  motif: string,
  le: Date,
  par: string,
): Promise<string[]> {
  const closes = await ctx.query<{ code: string }>(
    `WITH closes AS (
       UPDATE campagne SET etat = 'CLOSE', motif = $2, change_le = $3, change_par = $4, version = version + 1
       WHERE id = ANY ($1::uuid[]) AND etat = 'OUVERTE' RETURNING departement_code)
     SELECT departement_code AS code FROM closes`,
    [ids, motif, le, par],
  );
  return closes.map(({ code }) => code);
}

/** Open campaigns whose deadline is near enough, before or after, for a reminder. */
export async function listOpen(
  ctx: Contexte,
  depuis: Jour,
  jusque: Jour,
): Promise<(Trimestre & { id: string; echeance: Jour })[]> {
  return ctx.query(
    `SELECT id, annee, trimestre, echeance FROM campagne WHERE etat = 'OUVERTE' AND echeance BETWEEN $1 AND $2 ORDER BY id`,
    [depuis, jusque],
  );
}

/** A report that a person is reminded of. */
export interface Attendu {
  utilisateurId: string;
  bilanId: string;
  action: string;
  cooperative: string;
  annee: number;
  trimestre: number;
  echeance: Jour;
}

/**
 * Notes that each writer of a structure that still owes a report is reminded, and answers what of. A person who was already
 * reminded at this moment is left out: run twice, it answers nothing the second time.
 */
export async function takeReminders(
  ctx: Contexte,
  moments: { campagneId: string; moment: string }[],
): Promise<Attendu[]> {
  return ctx.query<Attendu>(
    `WITH moments AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS m("campagneId" uuid, moment text)),
     dus AS (
       SELECT k.id AS campagne_id, k.departement_code, m.moment, u.id AS utilisateur_id, b.id AS bilan_id, f.intitule AS action,
              c.intitule AS cooperative, b.annee, b.trimestre, b.echeance
       FROM moments m JOIN campagne k ON k.id = m."campagneId"
       JOIN bilan_trimestriel b ON b.departement_code = k.departement_code AND b.annee = k.annee AND b.trimestre = k.trimestre
         AND b.etat = ANY ($2)
       JOIN fiche_action f ON f.id = b.fiche_action_id
       JOIN cooperative c ON c.id = b.cooperative_id
       JOIN attribution a ON a.structure_id = b.structure_id AND a.role = 'PARTENAIRE'
         AND a.debut <= app.aujourdhui() AND (a.fin IS NULL OR a.fin >= app.aujourdhui())
       JOIN utilisateur u ON u.id = a.utilisateur_id AND u.actif),
     pris AS (
       INSERT INTO campagne_rappel (campagne_id, departement_code, utilisateur_id, moment)
         SELECT DISTINCT campagne_id, departement_code, utilisateur_id, moment FROM dus
       ON CONFLICT DO NOTHING RETURNING campagne_id, utilisateur_id, moment)
     SELECT DISTINCT d.utilisateur_id AS "utilisateurId", d.bilan_id AS "bilanId", d.action, d.cooperative, d.annee, d.trimestre, d.echeance
     FROM dus d JOIN pris USING (campagne_id, utilisateur_id, moment)
     ORDER BY d.utilisateur_id, d.echeance, d.cooperative, d.action, d.bilan_id`,
    [JSON.stringify(moments), ETATS_SAISIE],
  );
}
