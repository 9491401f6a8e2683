import type { ContextePersonne } from '@coopilote/db';
import type { FicheActionLigne, FicheActionLue, FichesActionsDemandees } from '@coopilote/domain/actions';
import { normaliserRecherche } from '@coopilote/domain/commun';
import type { Perimetre } from '@coopilote/domain/droits';
import { NATURES_ARS } from '@coopilote/domain/financement';
import { Conditions, ordre, tranche } from '../platform/conditions';

const TRIS = {
  intitule: 'f.intitule',
  cooperative: 'c.intitule',
  structure: 's.nom',
  etat: `array_position(ARRAY['BROUILLON', 'PROPOSEE', 'VALIDEE', 'EN_COURS', 'TERMINEE', 'ABANDONNEE'], f.etat)`,
  calendrierDebut: 'f.calendrier_debut',
  calendrierFin: 'f.calendrier_fin',
  beneficiairesCibles: 'f.beneficiaires_cibles',
};

const NOMS = 'LEFT JOIN cooperative c ON c.id = f.cooperative_id LEFT JOIN structure s ON s.id = f.structure_id';

/**
 * A page of fiches-actions with its total: one statement, a second one only past the last page. The page is cut before
 * names are joined, unless it is sorted by them.
 */
export async function listFiches(
  ctx: ContextePersonne,
  demande: FichesActionsDemandees,
  perimetre: Perimetre,
): Promise<{ lignes: FicheActionLigne[]; total: number }> {
  const c = new Conditions();
  c.perimetre(perimetre, 'f')
    .si(demande.departement, (p) => `f.departement_code = ${p}`)
    .si(demande.cooperative, (p) => `f.cooperative_id = ${p}::uuid`)
    .si(demande.structure, (p) => `f.structure_id = ${p}::uuid`)
    .si(demande.etat, (p) => `f.etat = ${p}`)
    .si(demande.q ? `%${normaliserRecherche(demande.q)}%` : null, (p) => `f.intitule_recherche LIKE ${p}`);
  const tri = ordre(demande.tri, TRIS, 'f.intitule ASC', 'f.id');
  const total = `SELECT count(*) AS total FROM fiche_action f ${c.where}`;
  const rows = await ctx.query<FicheActionLigne & { total: number }>(
    `SELECT f.id, f.cooperative_id AS "cooperativeId", c.intitule AS cooperative, f.departement_code AS "departementCode",
            f.structure_id AS "structureId", coalesce(s.nom, '') AS structure, f.intitule, f.etat,
            f.calendrier_debut AS "calendrierDebut", f.calendrier_fin AS "calendrierFin",
            f.beneficiaires_cibles AS "beneficiairesCibles", (${total}) AS total
     FROM (SELECT f.id, f.cooperative_id, f.departement_code, f.structure_id, f.intitule, f.etat, f.calendrier_debut,
                  f.calendrier_fin, f.beneficiaires_cibles
           FROM fiche_action f ${/(^|-)(cooperative|structure)$/.test(demande.tri ?? '') ? NOMS : ''}
           ${c.where} ${tri} ${tranche(demande).limite}) f ${NOMS} ${tri}`,
    c.params,
  );
  const [premiere] = rows;
  if (premiere || tranche(demande).page === 1) {
    return { lignes: rows.map(({ total: _, ...ligne }) => ligne), total: premiere?.total ?? 0 };
  }
  const [compte] = await ctx.query<{ total: number }>(total, c.params);
  return { lignes: [], total: compte?.total ?? 0 };
}

type FicheEnBase = Omit<
  FicheActionLue,
  | 'indicateurs'
  | 'bilans'
  | 'modifiable'
  | 'transitions'
  | 'manqueIndicateurs'
  | 'niveauPropose'
  | 'convention'
  | 'operations'
> & { regionCode: string };

/** A fiche-action with the names of everything it points to; nothing when the reader does not see it. */
export async function findFiche(ctx: ContextePersonne, id: string): Promise<FicheEnBase | undefined> {
  const [fiche] = await ctx.query<FicheEnBase>(
    `SELECT f.id, d.region_code AS "regionCode", f.cooperative_id AS "cooperativeId", c.intitule AS cooperative,
            f.departement_code AS "departementCode", f.structure_id AS "structureId", coalesce(s.nom, '') AS structure,
            f.numero, f.intitule, f.objectif_id AS "objectifId", o.intitule AS objectif, f.contenu,
            f.calendrier_debut AS "calendrierDebut", f.calendrier_fin AS "calendrierFin", f.calendrier,
            f.autre_public AS "autrePublic", f.lieux, f.territoire_commune_code AS "territoireCommuneCode",
            coalesce(t.nom, 'Tout le territoire') AS territoire, f.moyens_humains AS "moyensHumains",
            f.moyens_humains_etp AS "moyensHumainsEtp", f.objectifs_poursuivis AS "objectifsPoursuivis",
            f.resultats_attendus AS "resultatsAttendus", f.beneficiaires_cibles AS "beneficiairesCibles",
            f.motif_peu_indicateurs AS "motifPeuIndicateurs", f.niveau_bilan AS "niveauBilan", f.etat, f.motif, f.version,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'libelle', v.libelle) ORDER BY v.ordre, v.libelle), '[]')
             FROM fiche_action_mode m JOIN liste_valeur v ON v.id = m.mode_id WHERE m.fiche_action_id = f.id) AS modes,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'libelle', v.libelle) ORDER BY p.rang), '[]')
             FROM unnest(ARRAY[f.public1_id, f.public2_id, f.public3_id]) WITH ORDINALITY AS p(id, rang)
             JOIN liste_valeur v ON v.id = p.id) AS publics
     FROM fiche_action f
     JOIN departement d ON d.code = f.departement_code
     LEFT JOIN cooperative c ON c.id = f.cooperative_id
     LEFT JOIN structure s ON s.id = f.structure_id
     LEFT JOIN objectif o ON o.id = f.objectif_id
     LEFT JOIN commune t ON t.code = f.territoire_commune_code
     WHERE f.id = $1`,
    [id],
  );
  return fiche;
}

/** Reports of a fiche-action, latest first. */
export async function listBilansDeFiche(
  ctx: ContextePersonne,
  ficheActionId: string,
): Promise<Omit<FicheActionLue['bilans'][number], 'enRetard'>[]> {
  return ctx.query(
    `SELECT id, annee, trimestre, etat, echeance FROM bilan_trimestriel WHERE fiche_action_id = $1
     ORDER BY annee DESC, trimestre DESC`,
    [ficheActionId],
  );
}

/**
 * Number of one more fiche in a CA. Two writers at once wait for one another: the lock lasts as long as the transaction,
 * and a partner could not lock the CA's own row.
 */
export async function takeNumero(ctx: ContextePersonne, cooperativeId: string): Promise<number> {
  await ctx.query(`SELECT pg_advisory_xact_lock(hashtext('fiche_action.numero'), hashtext($1))`, [cooperativeId]);
  const [ligne] = await ctx.query<{ numero: number }>(
    'SELECT coalesce(max(numero), 0) + 1 AS numero FROM fiche_action WHERE cooperative_id = $1',
    [cooperativeId],
  );
  return ligne?.numero ?? 1;
}

/** Modes d'intervention of a fiche-action. */
export async function listModes(ctx: ContextePersonne, ficheActionId: string): Promise<string[]> {
  const rows = await ctx.query<{ id: string }>(
    'SELECT mode_id AS id FROM fiche_action_mode WHERE fiche_action_id = $1',
    [ficheActionId],
  );
  return rows.map((r) => r.id);
}

/** What the ARS grants to an action in its heaviest year, in cents; null when the reader knows of nothing. */
export async function sumHeaviestYear(ctx: ContextePersonne, ficheActionId: string): Promise<number | null> {
  const [annee] = await ctx.query<{ montant: number }>(
    `SELECT sum(montant)::bigint AS montant FROM engagement WHERE fiche_action_id = $1 AND nature = ANY ($2)
     GROUP BY annee ORDER BY 1 DESC LIMIT 1`,
    [ficheActionId, NATURES_ARS],
  );
  return annee?.montant ?? null;
}
