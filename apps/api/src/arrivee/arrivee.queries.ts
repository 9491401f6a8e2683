import type { Contexte } from '@coopilote/db';
import type { ObjectifCite, StructureCitee } from '@coopilote/domain/arrivee';

interface Nomme {
  nom: string;
  valeur: string;
}
/** What the workbook of a CA may name, and what the CA has already. */
export interface ConnuEnBase {
  secteurs: Nomme[];
  publics: Nomme[];
  communes: Nomme[];
  territoires: Nomme[];
  membres: StructureCitee[];
  objectifs: ObjectifCite[];
  actions: string[];
}

const liste = (nom: string): string => `
  (SELECT coalesce(json_agg(json_build_object('nom', l.libelle, 'valeur', l.id) ORDER BY l.ordre, l.libelle), '[]')
   FROM liste_valeur l WHERE l.region_code = ca.region_code AND l.liste = '${nom}' AND NOT l.retiree)`;

export async function loadConnu(ctx: Contexte, cooperativeId: string): Promise<ConnuEnBase | undefined> {
  const [connu] = await ctx.query<ConnuEnBase>(
    `SELECT ${liste('SECTEUR')} AS secteurs, ${liste('PUBLIC_CIBLE')} AS publics,
       (SELECT coalesce(json_agg(json_build_object('nom', c.nom, 'valeur', c.code) ORDER BY c.nom), '[]')
        FROM commune c WHERE c.departement_code = ca.departement_code) AS communes,
       (SELECT coalesce(json_agg(json_build_object('nom', c.nom, 'valeur', c.code) ORDER BY c.nom), '[]')
        FROM cooperative_commune t JOIN commune c ON c.code = t.commune_code WHERE t.cooperative_id = ca.id) AS territoires,
       (SELECT coalesce(json_agg(json_build_object('id', m.structure_id, 'nom', m.nom, 'adhesions', m.adhesions)), '[]')
        FROM (SELECT a.structure_id, coalesce(max(s.nom), '') AS nom, json_agg(json_build_object('debut', a.debut, 'fin', a.fin)) AS adhesions
              FROM adhesion a LEFT JOIN structure s ON s.id = a.structure_id
              WHERE a.cooperative_id = ca.id GROUP BY a.structure_id) m) AS membres,
       (SELECT coalesce(json_agg(json_build_object('id', o.id, 'niveau', o.niveau, 'intitule', o.intitule, 'parentId', o.parent_id)), '[]')
        FROM objectif o WHERE o.cooperative_id = ca.id) AS objectifs,
       (SELECT coalesce(json_agg(f.intitule), '[]') FROM fiche_action f WHERE f.cooperative_id = ca.id) AS actions
     FROM cooperative ca WHERE ca.id = $1`,
    [cooperativeId],
  );
  return connu;
}

/** Two imports in one CA wait for one another: the second finds what the first made. */
export async function lockArrivee(ctx: Contexte, cooperativeId: string): Promise<void> {
  await ctx.query(`SELECT pg_advisory_xact_lock(hashtext('arrivee'), hashtext($1))`, [cooperativeId]);
}
