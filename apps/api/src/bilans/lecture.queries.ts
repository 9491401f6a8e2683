import type { Contexte } from '@coopilote/db';
import { ETATS_RECUS, type ContenuBilan } from '@coopilote/domain/bilans';
import type { Trimestre } from '@coopilote/domain/commun';
import type { Releve } from '@coopilote/domain/consolidation';

/** What the ARS received for the quarter before; null when nothing was. */
export async function loadReceived(ctx: Contexte, ficheActionId: string, t: Trimestre): Promise<ContenuBilan | null> {
  const [ligne] = await ctx.query<{ contenu: ContenuBilan }>(
    `SELECT v.contenu FROM bilan_trimestriel b JOIN bilan_version v ON v.bilan_id = b.id AND v.numero = b.numero_version
     WHERE b.fiche_action_id = $1 AND b.annee = $2 AND b.trimestre = $3 AND b.etat = ANY ($4)`,
    [ficheActionId, t.annee, t.trimestre, ETATS_RECUS],
  );
  return ligne?.contenu ?? null;
}

export interface SuiviIndicateur {
  id: string;
  previsionTrimestre: number | null;
  previsionAnnee: number | null;
  /** Received quarters of the year before this one. */
  releves: Releve[];
}

/** Forecasts of the quarter and of the year, and what was received since January, for each indicator of an action. */
export async function loadIndicatorContext(
  ctx: Contexte,
  ficheActionId: string,
  t: Trimestre,
): Promise<SuiviIndicateur[]> {
  return ctx.query<SuiviIndicateur>(
    `SELECT i.id,
       (SELECT p.valeur FROM prevision p WHERE p.indicateur_id = i.id AND p.annee = $2 AND p.trimestre = $3) AS "previsionTrimestre",
       (SELECT p.valeur FROM prevision p WHERE p.indicateur_id = i.id AND p.annee = $2 AND p.trimestre = 0) AS "previsionAnnee",
       (SELECT coalesce(json_agg(json_build_object('annee', b.annee, 'trimestre', b.trimestre, 'valeur', v.valeur,
                 'numerateur', v.numerateur, 'denominateur', v.denominateur)), '[]')
        FROM bilan_trimestriel b JOIN valeur v ON v.bilan_id = b.id AND v.indicateur_id = i.id
        WHERE b.fiche_action_id = $1 AND b.annee = $2 AND b.trimestre < $3 AND b.etat = ANY ($4)) AS releves
     FROM indicateur i WHERE i.fiche_action_id = $1`,
    [ficheActionId, t.annee, t.trimestre, ETATS_RECUS],
  );
}

export interface RetourLu {
  numero: number;
  question: string;
  motif: string;
  par: string;
  le: string;
}

/** Reasons for which versions were sent back, in the order of their writing. */
export async function listReturns(ctx: Contexte, bilanId: string): Promise<RetourLu[]> {
  return ctx.query<RetourLu>(
    `SELECT numero, question, motif, coalesce(app.nom_utilisateur(par), '') AS par, le FROM bilan_retour
     WHERE bilan_id = $1 ORDER BY numero, le, id`,
    [bilanId],
  );
}

export interface EnvoiBilan {
  numero: number;
  transmisLe: string;
  transmisPar: string;
  contenu: ContenuBilan;
  empreinte: string;
}

/** Every sending of a report, last first; one alone when `numero` is given. */
export async function listVersions(
  ctx: Contexte,
  bilanId: string,
  numero: number | null = null,
): Promise<EnvoiBilan[]> {
  return ctx.query<EnvoiBilan>(
    `SELECT numero, transmis_le AS "transmisLe", coalesce(app.nom_utilisateur(transmis_par), '') AS "transmisPar", contenu, empreinte
     FROM bilan_version WHERE bilan_id = $1 AND ($2::integer IS NULL OR numero = $2) ORDER BY numero DESC`,
    [bilanId, numero],
  );
}

/** Persons who write for a structure: who is told what becomes of its reports. */
export async function listWriters(ctx: Contexte, structureId: string): Promise<string[]> {
  const lignes = await ctx.query<{ id: string }>(
    `SELECT DISTINCT u.id FROM attribution a JOIN utilisateur u ON u.id = a.utilisateur_id
     WHERE a.structure_id = $1 AND a.role = 'PARTENAIRE' AND u.actif
       AND a.debut <= app.aujourdhui() AND (a.fin IS NULL OR a.fin >= app.aujourdhui())`,
    [structureId],
  );
  return lignes.map((l) => l.id);
}
