import type { Contexte } from '@coopilote/db';
import { ETATS_SAISIE, type EtatBilan } from '@coopilote/domain/bilans';
import type { Perimetre } from '@coopilote/domain/droits';
import { Conditions } from '../platform/conditions';

/** Most lines of one kind that a home page reads. */
const PLAFOND = 50;

export interface BilanDu {
  id: string;
  etat: EtatBilan;
  action: string;
  cooperative: string;
  annee: number;
  trimestre: number;
  echeance: string;
  joursDeRetard: number;
  remplies: number;
  total: number;
  retours: number;
}

/** Reports that structures still have to write, those sent back first, then by deadline. */
export async function listOwnDue(
  ctx: Contexte,
  structures: string[],
  cooperativeId: string | null,
  aujourdhui: string,
): Promise<BilanDu[]> {
  return ctx.query<BilanDu>(
    `SELECT b.id, b.etat, f.intitule AS action,
       coalesce(c.intitule, app.intitule_quitte(b.cooperative_id), '') AS cooperative, b.annee, b.trimestre, b.echeance, b.remplies, b.total,
       greatest($3::date - b.echeance, 0) AS "joursDeRetard",
       (SELECT count(*) FROM bilan_retour r WHERE b.etat = 'A_COMPLETER' AND r.bilan_id = b.id AND r.numero = b.numero_version) AS retours
     FROM bilan_trimestriel b JOIN fiche_action f ON f.id = b.fiche_action_id
     LEFT JOIN cooperative c ON c.id = b.cooperative_id
     WHERE b.structure_id = ANY ($1) AND b.etat = ANY ($4) AND ($2::uuid IS NULL OR b.cooperative_id = $2)
     ORDER BY b.etat <> 'A_COMPLETER', b.echeance, f.intitule, b.id`,
    [structures, cooperativeId, aujourdhui, ETATS_SAISIE],
  );
}

export interface BilansGroupes {
  cle: string;
  nom: string;
  nombre: number;
  echeance: string;
  joursDeRetard: number;
}

/** Late reports of a perimeter, by CA or by département. */
export async function countLate(
  ctx: Contexte,
  perimetre: Perimetre,
  par: 'cooperative' | 'departement',
  cooperativeId: string | null,
  aujourdhui: string,
): Promise<BilansGroupes[]> {
  const c = new Conditions();
  const jour = c.param(aujourdhui);
  c.et(`b.etat = ANY (${c.param(ETATS_SAISIE)})`)
    .et(`b.echeance < ${jour}::date`)
    .perimetre(perimetre, 'b');
  return grouper(ctx, c, par, cooperativeId, jour);
}

/** Reports received and not yet validated, by CA. */
export async function countToValidate(
  ctx: Contexte,
  perimetre: Perimetre,
  cooperativeId: string | null,
  aujourdhui: string,
): Promise<BilansGroupes[]> {
  const c = new Conditions();
  const jour = c.param(aujourdhui);
  c.et(`b.etat = 'TRANSMIS'`).perimetre(perimetre, 'b');
  return grouper(ctx, c, 'cooperative', cooperativeId, jour);
}

function grouper(ctx: Contexte, c: Conditions, par: 'cooperative' | 'departement', ca: string | null, jour: string) {
  c.si(ca, (p) => `b.cooperative_id = ${p}`);
  const [cle, nom] =
    par === 'cooperative'
      ? ['b.cooperative_id', '(SELECT intitule FROM cooperative WHERE id = g.cle)']
      : ['b.departement_code', '(SELECT nom FROM departement WHERE code = g.cle)'];
  return ctx.query<BilansGroupes>(
    `SELECT g.cle, ${nom} AS nom, g.nombre, g.echeance, greatest(${jour}::date - g.echeance, 0) AS "joursDeRetard"
     FROM (SELECT ${cle} AS cle, count(*) AS nombre, min(b.echeance) AS echeance FROM bilan_trimestriel b ${c.where} GROUP BY 1) g
     ORDER BY g.nombre DESC, nom LIMIT ${PLAFOND}`,
    c.params,
  );
}

export interface FicheDue {
  id: string;
  intitule: string;
  cooperative: string;
  structure: string;
  motif: string | null;
}

/** Fiches-actions that wait for the delegation. */
export async function listProposed(ctx: Contexte, perimetre: Perimetre, ca: string | null): Promise<FicheDue[]> {
  return fiches(ctx, new Conditions().et(`f.etat = 'PROPOSEE'`).perimetre(perimetre, 'f'), ca);
}

/** Fiches-actions that came back to their structure with a reason. */
export async function listSentBack(ctx: Contexte, structures: string[], ca: string | null): Promise<FicheDue[]> {
  const c = new Conditions().et(`f.etat = 'BROUILLON' AND f.motif IS NOT NULL`);
  return fiches(
    ctx,
    c.si(structures, (p) => `f.structure_id = ANY (${p}::uuid[])`),
    ca,
  );
}

function fiches(ctx: Contexte, c: Conditions, ca: string | null): Promise<FicheDue[]> {
  c.si(ca, (p) => `f.cooperative_id = ${p}`);
  return ctx.query<FicheDue>(
    `SELECT f.id, f.intitule, c.intitule AS cooperative, coalesce(s.nom, '') AS structure, f.motif
     FROM fiche_action f JOIN cooperative c ON c.id = f.cooperative_id LEFT JOIN structure s ON s.id = f.structure_id
     ${c.where} ORDER BY c.intitule, f.numero LIMIT ${PLAFOND}`,
    c.params,
  );
}

export interface EtapeDue {
  intitule: string;
  cooperativeId: string;
  cooperative: string;
  responsable: string | null;
  fin: string;
  joursDeRetard: number;
}

/** Steps of T1 that end by `limite` and are not done. */
export async function listSteps(
  ctx: Contexte,
  perimetre: Perimetre,
  ca: string | null,
  aujourdhui: string,
  limite: string,
): Promise<EtapeDue[]> {
  const c = new Conditions();
  const jour = c.param(aujourdhui);
  c.et(`e.etat <> 'FAIT'`)
    .et(`e.fin <= ${c.param(limite)}::date`)
    .perimetre(perimetre, 'e');
  c.si(ca, (p) => `e.cooperative_id = ${p}`);
  return ctx.query<EtapeDue>(
    `SELECT e.intitule, e.cooperative_id AS "cooperativeId", c.intitule AS cooperative, e.responsable, e.fin,
       greatest(${jour}::date - e.fin, 0) AS "joursDeRetard"
     FROM etape e JOIN cooperative c ON c.id = e.cooperative_id ${c.where} AND c.phase <> 'CLOSE'
     ORDER BY e.fin, e.id LIMIT ${PLAFOND}`,
    c.params,
  );
}

export interface TacheDue {
  quoi: string;
  reunion: string;
  cooperativeId: string;
  cooperative: string;
  echeance: string | null;
  joursDeRetard: number;
}

/** Tasks of meetings still to do: those of the person, and those of their structures that name nobody. */
export async function listTasks(
  ctx: Contexte,
  structures: string[],
  ca: string | null,
  aujourdhui: string,
): Promise<TacheDue[]> {
  return ctx.query<TacheDue>(
    `SELECT t.quoi, r.titre AS reunion, t.cooperative_id AS "cooperativeId", c.intitule AS cooperative, t.echeance,
       greatest($3::date - t.echeance, 0) AS "joursDeRetard"
     FROM tache t JOIN reunion r ON r.id = t.reunion_id JOIN cooperative c ON c.id = t.cooperative_id
     WHERE t.etat IN ('A_FAIRE', 'EN_COURS') AND ($2::uuid IS NULL OR t.cooperative_id = $2)
       AND (t.utilisateur_id = app.utilisateur_id() OR (t.utilisateur_id IS NULL AND t.structure_id = ANY ($1::uuid[])))
     ORDER BY t.echeance NULLS LAST, t.id LIMIT ${PLAFOND}`,
    [structures, ca, aujourdhui],
  );
}

/** Minutes that were drafted and are still to be validated. */
export async function listMinutes(
  ctx: Contexte,
  perimetre: Perimetre,
  ca: string | null,
): Promise<{ reunionId: string; titre: string; cooperative: string }[]> {
  const c = new Conditions().et(`k.etat = 'PROJET' AND r.etat = 'CLOSE'`).perimetre(perimetre, 'k');
  c.si(ca, (p) => `k.cooperative_id = ${p}`);
  return ctx.query(
    `SELECT k.reunion_id AS "reunionId", r.titre, c.intitule AS cooperative
     FROM compte_rendu k JOIN reunion r ON r.id = k.reunion_id JOIN cooperative c ON c.id = k.cooperative_id
     ${c.where} ORDER BY r.debut LIMIT ${PLAFOND}`,
    c.params,
  );
}
