import type { Contexte } from '@coopilote/db';
import { ETATS_SAISIE } from '@coopilote/domain/bilans';
import { normaliserRecherche, type Trimestre } from '@coopilote/domain/commun';
import type { Perimetre } from '@coopilote/domain/droits';
import type { ResultatRecherche } from '@coopilote/domain/pilotage';
import { Conditions } from '../platform/conditions';

/** CAs of a perimeter that are not closed. */
export async function countCooperatives(ctx: Contexte, perimetre: Perimetre): Promise<number> {
  const c = new Conditions().et(`c.phase <> 'CLOSE'`).perimetre(perimetre, 'c', 'id');
  const [ligne] = await ctx.query<{ nombre: number }>(
    `SELECT count(*) AS nombre FROM cooperative c ${c.where}`,
    c.params,
  );
  return ligne?.nombre ?? 0;
}

/** Reports of one quarter that a perimeter still waits for, and the day they are due. */
export async function countAwaited(
  ctx: Contexte,
  perimetre: Perimetre,
  t: Trimestre,
): Promise<{ nombre: number; cooperatives: number; echeance: string | null }> {
  const c = new Conditions();
  c.et(`b.annee = ${c.param(t.annee)}`).et(`b.trimestre = ${c.param(t.trimestre)}`);
  c.et(`b.etat = ANY (${c.param(ETATS_SAISIE)})`).perimetre(perimetre, 'b');
  const [ligne] = await ctx.query<{ nombre: number; cooperatives: number; echeance: string | null }>(
    `SELECT count(*) AS nombre, count(DISTINCT b.cooperative_id) AS cooperatives, min(b.echeance) AS echeance
     FROM bilan_trimestriel b ${c.where}`,
    c.params,
  );
  return ligne ?? { nombre: 0, cooperatives: 0, echeance: null };
}

const REUNIONS = 20;

export interface ReunionAVenir {
  id: string;
  titre: string;
  debut: Date;
  fuseau: string;
  lieu: string | null;
  visio: string | null;
  cooperative: string;
}

/** The next meetings of a person: those to which they are called, and those of the perimeter that they run. */
export async function listMeetings(ctx: Contexte, perimetre: Perimetre, maintenant: Date): Promise<ReunionAVenir[]> {
  const c = new Conditions();
  c.et(`r.fin > ${c.param(maintenant)} AND r.etat IN ('PREPARATION', 'CONVOQUEE', 'EN_SEANCE')`).et(
    `(${c.dans(perimetre, 'r')} OR EXISTS (SELECT 1 FROM participant p WHERE p.reunion_id = r.id
        AND app.utilisateur_id() IN (p.utilisateur_id, p.suppleant_id)))`,
  );
  return ctx.query<ReunionAVenir>(
    `SELECT r.id, r.titre, r.debut, r.fuseau, r.lieu, r.visio, k.intitule AS cooperative
     FROM reunion r JOIN cooperative k ON k.id = r.cooperative_id ${c.where} ORDER BY r.debut, r.id LIMIT ${REUNIONS}`,
    c.params,
  );
}

const NOMBRE = 20;
/** The whole name begins so, then a word does, then it stands inside. */
const rang = (colonne: string): string =>
  `CASE WHEN ${colonne} LIKE $2 || '%' THEN 0 WHEN ' ' || ${colonne} LIKE '% ' || $2 || '%' THEN 1 ELSE 2 END`;

/**
 * CAs, structures and actions that hold every word; row-level security decides what is found, but for the actions of a CA that
 * was left: only their reports are still there.
 */
export async function search(ctx: Contexte, q: string): Promise<ResultatRecherche[]> {
  const texte = normaliserRecherche(q);
  if (!texte) return [];
  const mots = texte.split(' ').map((mot) => `%${mot}%`);
  return ctx.query<ResultatRecherche>(
    `WITH trouves AS (
       (SELECT 'COOPERATIVE' AS genre, 0 AS ordre, id, intitule AS titre, departement_code AS ou, ${rang('intitule_recherche')} AS rang
        FROM cooperative WHERE intitule_recherche LIKE ALL ($1) OR lower(sigle) = $2 ORDER BY rang, intitule LIMIT ${NOMBRE})
       UNION ALL
       (SELECT 'STRUCTURE', 1, id, nom, commune_code, ${rang('nom_recherche')} AS rang
        FROM structure WHERE nom_recherche LIKE ALL ($1) OR lower(sigle) = $2 ORDER BY rang, nom LIMIT ${NOMBRE})
       UNION ALL
       (SELECT 'FICHE_ACTION', 2, id, intitule, NULL, ${rang('intitule_recherche')} AS rang
        FROM fiche_action WHERE intitule_recherche LIKE ALL ($1) AND id <> ALL (app.uuids('fiches_gardees')) ORDER BY rang, intitule LIMIT ${NOMBRE})
       ORDER BY rang, ordre, titre LIMIT ${NOMBRE})
     SELECT t.genre, t.id, t.titre,
       coalesce(CASE t.genre WHEN 'COOPERATIVE' THEN (SELECT nom FROM departement WHERE code = t.ou)
                             WHEN 'STRUCTURE' THEN (SELECT nom FROM commune WHERE code = t.ou)
                             ELSE (SELECT c.intitule FROM fiche_action f JOIN cooperative c ON c.id = f.cooperative_id WHERE f.id = t.id) END, '') AS detail,
       CASE t.genre WHEN 'COOPERATIVE' THEN '/cooperatives/' WHEN 'STRUCTURE' THEN '/structures/' ELSE '/fiches-actions/' END || t.id AS lien
     FROM trouves t ORDER BY t.rang, t.ordre, t.titre, t.id`,
    [mots, texte],
  );
}
