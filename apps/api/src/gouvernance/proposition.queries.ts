import type { ContextePersonne } from '@coopilote/db';
import { ETATS_SAISIE, type DevenirAction, type EtatBilanAnnuel } from '@coopilote/domain/bilans';
import { numeroDecision, type FaitsDuProgramme } from '@coopilote/domain/gouvernance';

/** Most elements of one kind that an agenda gathers. */
const PLAFOND = 40;

/** Minutes of the CA that were validated and never approved. */
export async function listReleves(ctx: ContextePersonne, cooperativeId: string): Promise<FaitsDuProgramme['releves']> {
  return ctx.query(
    `SELECT r.id AS "reunionId", r.titre FROM compte_rendu k JOIN reunion r ON r.id = k.reunion_id
     WHERE k.cooperative_id = $1 AND k.etat = 'VALIDE' ORDER BY r.debut LIMIT ${PLAFOND}`,
    [cooperativeId],
  );
}

/** Adopted decisions whose outcome nobody noted. */
export async function listSuites(ctx: ContextePersonne, cooperativeId: string): Promise<FaitsDuProgramme['suites']> {
  const rows = await ctx.query<{ id: string; annee: number; numero: number; texte: string; suite: 'DECIDE' }>(
    `SELECT d.id, d.annee, d.numero, d.texte, d.suite FROM decision d JOIN reunion r ON r.id = d.reunion_id
     WHERE d.cooperative_id = $1 AND d.issue = 'ADOPTEE' AND d.suite = 'DECIDE' AND r.etat = 'CLOSE'
     ORDER BY d.annee, d.numero LIMIT ${PLAFOND}`,
    [cooperativeId],
  );
  return rows.map(({ annee, numero, ...d }) => ({ ...d, numero: numeroDecision(annee, numero) }));
}

/** What the last meeting of an instance deferred, or did not reach. */
export async function listNonTranches(
  ctx: ContextePersonne,
  instanceId: string,
): Promise<FaitsDuProgramme['nonTranches']> {
  return ctx.query(
    `WITH derniere AS (SELECT id FROM reunion WHERE instance_id = $1 AND etat = 'CLOSE' ORDER BY debut DESC LIMIT 1)
     SELECT 'point:' || p.id AS cle, p.titre FROM point_reunion p WHERE p.reunion_id = (SELECT id FROM derniere) AND NOT p.traite
       AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.point_id = p.id)
     UNION ALL
     SELECT 'decision:' || d.id, left(d.texte, 300) FROM decision d
     WHERE d.reunion_id = (SELECT id FROM derniere) AND d.issue = 'REPORTEE'`,
    [instanceId],
  );
}

export async function listBilansAttendus(
  ctx: ContextePersonne,
  cooperativeId: string,
  aujourdhui: string,
): Promise<{ action: string; structure: string; jours: number; renvoye: boolean }[]> {
  return ctx.query(
    `SELECT f.intitule AS action, coalesce(s.nom, '') AS structure, greatest($2::date - b.echeance, 0) AS jours,
            b.etat = 'A_COMPLETER' AS renvoye
     FROM bilan_trimestriel b JOIN fiche_action f ON f.id = b.fiche_action_id LEFT JOIN structure s ON s.id = b.structure_id
     WHERE b.cooperative_id = $1 AND (b.etat = 'A_COMPLETER' OR (b.etat = ANY ($3) AND b.echeance < $2::date))
     ORDER BY b.echeance, f.numero LIMIT ${PLAFOND}`,
    [cooperativeId, aujourdhui, ETATS_SAISIE],
  );
}

export async function listTachesEnRetard(
  ctx: ContextePersonne,
  cooperativeId: string,
  aujourdhui: string,
): Promise<FaitsDuProgramme['tachesEnRetard']> {
  return ctx.query(
    `SELECT quoi, qui, echeance FROM tache WHERE cooperative_id = $1 AND etat IN ('A_FAIRE', 'EN_COURS') AND echeance < $2::date
     ORDER BY echeance, id LIMIT ${PLAFOND}`,
    [cooperativeId, aujourdhui],
  );
}

export async function listEtapesEnRetard(
  ctx: ContextePersonne,
  cooperativeId: string,
  aujourdhui: string,
): Promise<FaitsDuProgramme['etapesEnRetard']> {
  return ctx.query(
    `SELECT intitule, fin FROM etape WHERE cooperative_id = $1 AND etat <> 'FAIT' AND fin < $2::date ORDER BY fin, id LIMIT ${PLAFOND}`,
    [cooperativeId, aujourdhui],
  );
}

/** Members who came since the last meeting of the instance (or the CA's first day), and those about to leave or just gone. */
export async function listMouvements(
  ctx: ContextePersonne,
  cooperativeId: string,
  instanceId: string,
  aujourdhui: string,
): Promise<{ nom: string; le: string; arrivee: boolean }[]> {
  return ctx.query(
    `WITH depuis AS (SELECT max((debut AT TIME ZONE 'Europe/Paris')::date) AS jour FROM reunion WHERE instance_id = $2 AND etat = 'CLOSE')
     SELECT s.nom, x.le, x.arrivee FROM adhesion a JOIN structure s ON s.id = a.structure_id
       CROSS JOIN LATERAL (VALUES (a.debut, true), (a.fin, false)) AS x(le, arrivee), depuis d
     WHERE a.cooperative_id = $1 AND x.le IS NOT NULL AND d.jour IS NOT NULL AND x.le > d.jour AND x.le <= $3::date + 92
     ORDER BY x.le, s.nom LIMIT ${PLAFOND}`,
    [cooperativeId, instanceId, aujourdhui],
  );
}

/** True when a bilan annuel meeting is on the calendar, or was held less than ten months ago. */
export async function hasBilanAnnuel(
  ctx: ContextePersonne,
  cooperativeId: string,
  aujourdhui: string,
): Promise<boolean> {
  const [ligne] = await ctx.query<{ prevu: boolean }>('SELECT app.bilan_annuel_prevu($1, $2) AS prevu', [
    cooperativeId,
    aujourdhui,
  ]);
  return ligne?.prevu ?? false;
}

export interface BilanAnnuelDeLaReunion {
  id: string;
  annee: number;
  etat: EtatBilanAnnuel;
  actions: { action: string; structure: string; proposition: DevenirAction | null; decision: DevenirAction | null }[];
}

/** The bilan annuel that is put to a meeting, action by action. */
export async function findBilanAnnuel(
  ctx: ContextePersonne,
  reunionId: string,
): Promise<BilanAnnuelDeLaReunion | null> {
  const [bilan] = await ctx.query<BilanAnnuelDeLaReunion>(
    `SELECT b.id, b.annee, b.etat, coalesce((
       SELECT jsonb_agg(jsonb_build_object('action', f.intitule, 'structure', coalesce(s.nom, ''), 'proposition', w.proposition,
                'decision', w.decision) ORDER BY f.numero)
       FROM fiche_action f LEFT JOIN structure s ON s.id = f.structure_id
       LEFT JOIN volet_annuel w ON w.bilan_annuel_id = b.id AND w.fiche_action_id = f.id
       WHERE f.cooperative_id = b.cooperative_id AND (w.id IS NOT NULL OR EXISTS (
         SELECT 1 FROM bilan_trimestriel q WHERE q.fiche_action_id = f.id AND q.annee = b.annee))), '[]') AS actions
     FROM bilan_annuel b WHERE b.reunion_id = $1 ORDER BY b.annee DESC LIMIT 1`,
    [reunionId],
  );
  return bilan ?? null;
}
