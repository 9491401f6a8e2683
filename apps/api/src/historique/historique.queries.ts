import type { Contexte, ContextePersonne } from '@coopilote/db';
import { estIdentifiant, type Page } from '@coopilote/domain/commun';
import { perimetreDe } from '@coopilote/domain/droits';
import type { HistoriqueDemande } from '@coopilote/domain/historique';
import { Conditions, enPage, ordre, tranche } from '../platform/conditions';

/** A row of the history, with where it lies. */
export interface LigneHistorique {
  id: string;
  quand: string;
  qui: string;
  objet: string;
  objetId: string;
  operation: 'CREATION' | 'MODIFICATION' | 'SUPPRESSION';
  avant: Record<string, unknown> | null;
  apres: Record<string, unknown> | null;
  regionCode: string | null;
  departementCode: string | null;
  cooperativeId: string | null;
  structureId: string | null;
  motif: string | null;
}
const COLONNES = `h.id::text AS id, h.quand, h.auteur AS qui, h.objet, h.objet_id AS "objetId", h.operation, h.avant, h.apres,
  h.region_code AS "regionCode", h.departement_code AS "departementCode", h.cooperative_id AS "cooperativeId",
  h.structure_id AS "structureId", h.motif`;

/** Changes in the perimeter of the person, last first. */
export async function listChanges(ctx: ContextePersonne, demande: HistoriqueDemande): Promise<Page<LigneHistorique>> {
  const c = new Conditions();
  const perimetre = perimetreDe(ctx.identite, 'historique.lire');
  // What belongs to the whole region (lists, common indicators) has no département.
  c.et(
    `(${c.dans(perimetre, 'h')} OR (h.departement_code IS NULL AND h.region_code = ANY (${c.param(perimetre.regions)}::text[])))`,
  );
  // The words of a draft are its structure's alone.
  const { structures } = perimetreDe(ctx.identite, 'bilan.remplir');
  c.et(`(NOT h.prive OR h.structure_id = ANY (${c.param(structures)}::uuid[]))`);
  // What is done to a meeting before it is convened is for those who prepare it.
  c.et(`(NOT h.preparation OR ${c.dans(perimetreDe(ctx.identite, 'reunion.animer'), 'h')})`);
  // What each structure is granted is told to it and to the ARS; an act, while it is drafted, to the ARS alone.
  const argent = perimetreDe(ctx.identite, 'engagement.lire');
  c.et(
    `(h.objet NOT IN ('engagement', 'versement', 'acte_financement', 'compte_rendu_financier') OR ${c.dans(argent, 'h')}
      OR (h.objet <> 'acte_financement' AND h.structure_id = ANY (${c.param(argent.structures)}::uuid[])))`,
  );
  // A mise à disposition is told to the structure that lends; the others, to whom they name, once it was sent to them.
  const mises = perimetreDe(ctx.identite, 'miseADisposition.lire');
  c.et(
    `(h.objet NOT IN ('mise_a_disposition', 'partie_mise', 'cout_mise', 'periode_mise', 'appel_mise') OR ${c.dans(mises, 'h')}
      OR (h.structure_id = ANY (${c.param(mises.structures)}::uuid[]) AND (h.objet <> 'partie_mise' OR h.operation = 'MODIFICATION')))`,
  );
  c.si(demande.cooperative, (p) => `h.cooperative_id = ${p}`);
  c.si(demande.objet, (p) => `h.objet = ${p}`);
  c.si(demande.objetId, (p) => `h.objet_id = ${p}`);
  c.si(demande.depuis, (p) => `h.quand >= (${p}::date)::timestamp AT TIME ZONE 'Europe/Paris'`);
  c.si(demande.q, (p) => `position(lower(${p}) IN lower(h.auteur)) > 0`);
  const tri = ordre(demande.tri, { quand: 'h.id' }, 'h.id DESC', 'h.id');
  const [compte] = await ctx.query<{ total: number }>(
    `SELECT count(*) AS total FROM historique h ${c.where}`,
    c.params,
  );
  const lignes = await ctx.query<LigneHistorique>(
    `SELECT ${COLONNES} FROM historique h ${c.where} ${tri} ${tranche(demande).limite}`,
    c.params,
  );
  return enPage(demande, lignes, compte?.total ?? 0);
}

/** What a home page tells: no single value, no draft, no account. */
const RACONTE = `(h.objet IN ('cooperative', 'adhesion', 'objectif', 'etape', 'fiche_action', 'indicateur')
  OR (h.objet = 'bilan_trimestriel' AND h.operation = 'MODIFICATION' AND h.apres ->> 'etat' IN ('TRANSMIS', 'VALIDE', 'A_COMPLETER')))`;

/** The last changes worth telling, each scope read by its own index: quick however long the history is. */
export async function listLast(
  ctx: ContextePersonne,
  cooperativeId: string | null,
  nombre: number,
): Promise<LigneHistorique[]> {
  const { regions, departements, cooperatives } = perimetreDe(ctx.identite, 'historique.lire');
  const dernieres = (filtre: string) => `
    CROSS JOIN LATERAL (SELECT h.id FROM historique h WHERE ${filtre} AND ($4::uuid IS NULL OR h.cooperative_id = $4)
                          AND ${RACONTE} ORDER BY h.id DESC LIMIT $5) l`;
  return ctx.query<LigneHistorique>(
    `WITH choix AS (
       SELECT l.id FROM departement d ${dernieres('h.departement_code = d.code')}
       WHERE d.region_code = ANY ($1) OR d.code = ANY ($2)
       UNION
       SELECT l.id FROM unnest($3::uuid[]) ca(id) ${dernieres('h.cooperative_id = ca.id')})
     SELECT ${COLONNES} FROM historique h JOIN choix USING (id) ORDER BY h.id DESC LIMIT $5`,
    [regions, departements, cooperatives, cooperativeId, nombre],
  );
}

/** Name of a thing, and the page on which it is seen. */
export interface NomObjet {
  id: string;
  nom: string;
  lien: string | null;
}

/** Code of a commune (INSEE). */
const CODE_COMMUNE = /^[0-9][0-9AB][0-9]{3}$/;

/**
 * Names of what changes are about and of what their values cite, in one query; what is gone or not readable has none.
 * @param cites ids of things and persons, codes of communes; any other text is left aside
 */
export async function loadNames(ctx: Contexte, cites: readonly string[]): Promise<Map<string, NomObjet>> {
  const ids = [...new Set(cites.filter(estIdentifiant))];
  const communes = [...new Set(cites.filter((cite) => CODE_COMMUNE.test(cite)))];
  const noms = await ctx.query<NomObjet>(
    `SELECT id::text AS id, nom, lien FROM (
       SELECT id, intitule AS nom, '/cooperatives/' || id AS lien FROM cooperative WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, nom, '/structures/' || id FROM structure WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, intitule, '/fiches-actions/' || id FROM fiche_action WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, libelle, '/fiches-actions/' || fiche_action_id FROM indicateur WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, left(intitule, 120), '/cooperatives/' || cooperative_id || '/programme' FROM objectif WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, intitule, '/cooperatives/' || cooperative_id || '/calendrier' FROM etape WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT a.id, s.nom, '/cooperatives/' || a.cooperative_id || '/membres'
         FROM adhesion a JOIN structure s ON s.id = a.structure_id WHERE a.id = ANY ($1::uuid[])
       UNION ALL SELECT b.id, f.intitule || ', T' || b.trimestre || ' ' || b.annee, '/bilans/' || b.id
         FROM bilan_trimestriel b JOIN fiche_action f ON f.id = b.fiche_action_id WHERE b.id = ANY ($1::uuid[])
       UNION ALL SELECT id, intitule, '/cooperatives/' || cooperative_id || '/gouvernance' FROM instance WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, titre, '/reunions/' || id FROM reunion WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, annee || '-' || lpad(numero::text, 2, '0'), '/reunions/' || reunion_id || '/compte-rendu' FROM decision WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, left(quoi, 120), '/cooperatives/' || cooperative_id || '/gouvernance' FROM tache WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT e.id, s.nom || ', ' || e.annee, '/cooperatives/' || e.cooperative_id || '/financement/' || e.id
         FROM engagement e JOIN structure s ON s.id = e.structure_id WHERE e.id = ANY ($1::uuid[])
       UNION ALL SELECT a.id, s.nom || ', ' || a.annee, '/cooperatives/' || a.cooperative_id || '/financement'
         FROM acte_financement a JOIN structure s ON s.id = a.structure_id WHERE a.id = ANY ($1::uuid[])
       UNION ALL SELECT r.id, s.nom || ', ' || r.annee, '/cooperatives/' || r.cooperative_id || '/financement/compte-rendu/' || r.id
         FROM compte_rendu_financier r JOIN structure s ON s.id = r.structure_id WHERE r.id = ANY ($1::uuid[])
       UNION ALL SELECT id, intitule, '/cooperatives/' || cooperative_id || '/financement/mises-a-disposition/' || id
         FROM mise_a_disposition WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT p.id, s.nom || ', ' || m.intitule, '/cooperatives/' || m.cooperative_id || '/financement/mises-a-disposition/' || m.id
         FROM (SELECT id, mise_id, structure_id FROM partie_mise UNION ALL SELECT id, mise_id, structure_id FROM appel_mise) p
         JOIN mise_a_disposition m ON m.id = p.mise_id JOIN structure s ON s.id = p.structure_id WHERE p.id = ANY ($1::uuid[])
       UNION ALL SELECT id, annee::text, '/cooperatives/' || cooperative_id || '/bilans-annuels/' || id FROM bilan_annuel WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT w.id, f.intitule || ', ' || b.annee, '/cooperatives/' || b.cooperative_id || '/bilans-annuels/' || b.id
         FROM volet_annuel w JOIN bilan_annuel b ON b.id = w.bilan_annuel_id JOIN fiche_action f ON f.id = w.fiche_action_id
         WHERE w.id = ANY ($1::uuid[])
       UNION ALL SELECT id, annee::text, '/cooperatives/' || cooperative_id || '/financement' FROM budget_financement WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, libelle, NULL FROM liste_valeur WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, libelle, NULL FROM indicateur_commun WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, prenom || ' ' || nom, NULL FROM utilisateur WHERE id = ANY ($1::uuid[])) n
     UNION ALL SELECT code, nom, NULL FROM commune WHERE code = ANY ($2::text[])`,
    [ids, communes],
  );
  return new Map(noms.map((n) => [n.id, n]));
}
