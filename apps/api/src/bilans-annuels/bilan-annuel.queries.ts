import type { ContextePersonne } from '@coopilote/db';
import type { EtatFiche } from '@coopilote/domain/actions';
import type {
  BilanAnnuelLigne,
  ContenuAnnuel,
  EtatBilanAnnuel,
  ReunionAnnuelle,
  VersionAnnuelle,
  VoletLu,
} from '@coopilote/domain/bilans';
import { perimetreDe } from '@coopilote/domain/droits';
import { Conditions } from '../platform/conditions';
import { instant } from '../platform/sql';

export interface BilanAnnuelEnBase {
  id: string;
  cooperativeId: string;
  annee: number;
  etat: EtatBilanAnnuel;
  synthese: string | null;
  enseignements: string | null;
  perspectives: string | null;
  reunionId: string | null;
  numeroVersion: number;
  adopteLe: string | null;
  motifReouverture: string | null;
  version: number;
}

/** Rows of `b` that the reader may see: the service's lock, beside the policies. */
function lisibles(ctx: ContextePersonne): Conditions {
  const c = new Conditions();
  const presentes = c.dans(perimetreDe(ctx.identite, 'bilanAnnuel.lire'), 'b');
  return c.et(
    `(${c.dans(perimetreDe(ctx.identite, 'bilanAnnuel.lireBrouillon'), 'b')} OR (${presentes} AND b.etat <> 'BROUILLON'))`,
  );
}

export async function loadBilanAnnuel(ctx: ContextePersonne, id: string): Promise<BilanAnnuelEnBase | null> {
  const c = lisibles(ctx);
  c.et(`b.id = ${c.param(id)}`);
  const [bilan] = await ctx.query<BilanAnnuelEnBase>(
    `SELECT b.id, b.cooperative_id AS "cooperativeId", b.annee, b.etat, b.synthese, b.enseignements, b.perspectives,
            b.reunion_id AS "reunionId", b.numero_version AS "numeroVersion", ${instant('b.adopte_le')} AS "adopteLe",
            b.motif_reouverture AS "motifReouverture", b.version
     FROM bilan_annuel b ${c.where}`,
    c.params,
  );
  return bilan ?? null;
}

/** Reports of a CA, the newest first; `siennes`: structures for which the reader writes. */
export async function listBilansAnnuels(
  ctx: ContextePersonne,
  cooperativeId: string,
  siennes: readonly string[],
): Promise<BilanAnnuelLigne[]> {
  const c = lisibles(ctx);
  c.et(`b.cooperative_id = ${c.param(cooperativeId)}`);
  const structures = c.param(siennes);
  return ctx.query(
    `SELECT b.id, b.annee, b.etat, ${instant('v.presente_le')} AS "presenteLe", ${instant('b.adopte_le')} AS "adopteLe",
       (SELECT count(DISTINCT q.fiche_action_id) FROM bilan_trimestriel q
        LEFT JOIN volet_annuel w ON w.bilan_annuel_id = b.id AND w.fiche_action_id = q.fiche_action_id
        WHERE b.etat = 'BROUILLON' AND q.cooperative_id = b.cooperative_id AND q.annee = b.annee
          AND q.structure_id = ANY (${structures}::uuid[]) AND (w.synthese IS NULL OR w.proposition IS NULL))::int AS "aEcrire"
     FROM bilan_annuel b LEFT JOIN bilan_annuel_version v ON v.bilan_annuel_id = b.id AND v.numero = b.numero_version
     ${c.where} ORDER BY b.annee DESC`,
    c.params,
  );
}

/** Years of a CA in which a report was due, without a bilan annuel yet, the newest first. */
export async function listYearsToOpen(ctx: ContextePersonne, cooperativeId: string): Promise<number[]> {
  const lignes = await ctx.query<{ annee: number }>(
    `SELECT DISTINCT q.annee FROM bilan_trimestriel q WHERE q.cooperative_id = $1
       AND NOT EXISTS (SELECT 1 FROM bilan_annuel b WHERE b.cooperative_id = $1 AND b.annee = q.annee) ORDER BY q.annee DESC`,
    [cooperativeId],
  );
  return lignes.map(({ annee }) => annee);
}

export type VoletEnBase = Omit<VoletLu, 'redigeable'>;

export async function listVolets(ctx: ContextePersonne, bilanAnnuelId: string): Promise<VoletEnBase[]> {
  return ctx.query(
    `SELECT fiche_action_id AS "ficheActionId", synthese, proposition, motif_proposition AS "motifProposition", decision,
            motif_decision AS "motifDecision", version
     FROM volet_annuel WHERE bilan_annuel_id = $1`,
    [bilanAnnuelId],
  );
}

/** Makes the parts that are missing, empty: one a fiche-action. */
export async function ensureVolets(
  ctx: ContextePersonne,
  bilanAnnuelId: string,
  fichesActions: readonly string[],
): Promise<void> {
  await ctx.query(
    `INSERT INTO volet_annuel (id, bilan_annuel_id, fiche_action_id, cooperative_id, departement_code, structure_id)
     SELECT gen_random_uuid(), b.id, f.id, f.cooperative_id, f.departement_code, f.structure_id
     FROM bilan_annuel b JOIN fiche_action f ON f.cooperative_id = b.cooperative_id
     WHERE b.id = $1 AND f.id = ANY ($2::uuid[]) ON CONFLICT (bilan_annuel_id, fiche_action_id) DO NOTHING`,
    [bilanAnnuelId, fichesActions],
  );
}

export async function listVersions(ctx: ContextePersonne, bilanAnnuelId: string): Promise<VersionAnnuelle[]> {
  return ctx.query(
    `SELECT numero, ${instant('presente_le')} AS "presenteLe", coalesce(app.nom_utilisateur(presente_par), '') AS "presentePar", empreinte
     FROM bilan_annuel_version WHERE bilan_annuel_id = $1 ORDER BY numero DESC`,
    [bilanAnnuelId],
  );
}

export async function loadVersion(
  ctx: ContextePersonne,
  bilanAnnuelId: string,
  numero: number,
): Promise<{ contenu: ContenuAnnuel; presenteLe: string } | null> {
  const [version] = await ctx.query<{ contenu: ContenuAnnuel; presenteLe: string }>(
    `SELECT contenu, ${instant('presente_le')} AS "presenteLe" FROM bilan_annuel_version WHERE bilan_annuel_id = $1 AND numero = $2`,
    [bilanAnnuelId, numero],
  );
  return version ?? null;
}

/** Enlarged meetings of a CA that were not called off, the newest first. */
export async function listMeetings(ctx: ContextePersonne, cooperativeId: string): Promise<ReunionAnnuelle[]> {
  return ctx.query(
    `SELECT r.id, r.titre, ${instant('r.debut')} AS debut, r.etat = 'CLOSE' AS close
     FROM reunion r JOIN instance i ON i.id = r.instance_id
     WHERE r.cooperative_id = $1 AND i.genre = 'BILAN_ANNUEL' AND r.etat <> 'ANNULEE' ORDER BY r.debut DESC NULLS FIRST, r.id`,
    [cooperativeId],
  );
}

/** The meeting of a year that no other report is put to: held that year or the next one, or without a date yet. */
export async function findMeetingOfYear(
  ctx: ContextePersonne,
  cooperativeId: string,
  annee: number,
): Promise<string | null> {
  const libres = await ctx.query<{ id: string }>(
    `SELECT r.id FROM reunion r JOIN instance i ON i.id = r.instance_id
     WHERE r.cooperative_id = $1 AND i.genre = 'BILAN_ANNUEL' AND r.etat <> 'ANNULEE'
       AND (r.debut IS NULL OR extract(year FROM r.debut AT TIME ZONE 'Europe/Paris') IN ($2::integer, $2::integer + 1))
       AND NOT EXISTS (SELECT 1 FROM bilan_annuel b WHERE b.reunion_id = r.id) LIMIT 2`,
    [cooperativeId, annee],
  );
  return libres.length === 1 ? (libres[0]?.id ?? null) : null;
}

/** States of the fiches-actions of a CA today. */
export async function listStates(
  ctx: ContextePersonne,
  cooperativeId: string,
): Promise<{ ficheActionId: string; etat: EtatFiche }[]> {
  return ctx.query('SELECT id AS "ficheActionId", etat FROM fiche_action WHERE cooperative_id = $1', [cooperativeId]);
}
