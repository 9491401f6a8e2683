import type { Contexte, ContextePersonne } from '@coopilote/db';
import type { PageDemandee } from '@coopilote/domain/commun';
import type { ConsolidationLigne, IndicateurConsolide } from '@coopilote/domain/consolidation';
import { ordre, tranche } from '../platform/conditions';
import type { Selection } from './selection.queries';

const TRIS_LIGNES: Record<string, string> = {
  departement: 'p.departement_code',
  intitule: 'f.intitule',
  cooperative: '(SELECT c.intitule FROM cooperative c WHERE c.id = p.cooperative_id)',
  structure: '(SELECT s.nom FROM structure s WHERE s.id = p.structure_id)',
  etat: 'f.etat',
  beneficiairesCibles: 'f.beneficiaires_cibles',
  beneficiairesBas: 'p.bas',
  beneficiairesHaut: 'p.haut',
  bilansAttendus: 'p.attendus',
  bilansRecus: 'p.recus',
  bilansValides: 'p.valides',
  bilansEnRetard: 'p.en_retard',
};

/** A page under its total, which is there even past the last row. */
export async function avecTotal<T extends object>(
  ctx: Contexte,
  sql: string,
  params: unknown[],
  cle: keyof T & string,
) {
  const lignes = await ctx.query<T & { total: number }>(sql, params);
  return {
    total: lignes[0]?.total ?? 0,
    lignes: lignes.filter((l) => l[cle] !== null).map(({ total: _, ...ligne }) => ligne as unknown as T),
  };
}

/** T6: one row an action over the period; names are joined to the page alone. */
export function listActions(ctx: ContextePersonne, s: Selection, demande: PageDemandee) {
  const tri = ordre(demande.tri, TRIS_LIGNES, 'p.departement_code, f.intitule', 'f.id');
  return avecTotal<ConsolidationLigne>(
    ctx,
    `WITH par_action AS MATERIALIZED (${s.parAction()}),
     page AS (
       SELECT p.*, f.intitule, f.etat, f.beneficiaires_cibles, f.public1_id, f.public2_id, f.public3_id, f.autre_public,
              f.territoire_commune_code, row_number() OVER (${tri}) AS rang
       FROM par_action p JOIN fiche_action f ON f.id = p.fiche_action_id ${tri} ${tranche(demande).limite})
     SELECT t.total, p.fiche_action_id AS "ficheActionId", p.departement_code AS "departementCode", d.nom AS departement,
       p.cooperative_id AS "cooperativeId", c.intitule AS cooperative, p.intitule, p.structure_id AS "structureId",
       coalesce(st.nom, '') AS structure, p.etat, p.beneficiaires_cibles AS "beneficiairesCibles", p.bas AS "beneficiairesBas",
       p.haut AS "beneficiairesHaut", p.attendus AS "bilansAttendus", p.recus AS "bilansRecus", p.valides AS "bilansValides",
       p.en_retard AS "bilansEnRetard", coalesce(co.nom, 'Tout le territoire') AS territoire,
       coalesce((SELECT string_agg(l.libelle, ', ' ORDER BY l.ordre, l.libelle) FROM cooperative_thematique x
                 JOIN liste_valeur l ON l.id = x.thematique_id WHERE x.cooperative_id = p.cooperative_id), '') AS thematiques,
       concat_ws(', ', (SELECT string_agg(l.libelle, ', ' ORDER BY array_position(ARRAY[p.public1_id, p.public2_id, p.public3_id], l.id))
                        FROM liste_valeur l WHERE l.id IN (p.public1_id, p.public2_id, p.public3_id)), p.autre_public) AS publics,
       (SELECT b.objectifs FROM bilan_trimestriel b
        WHERE b.fiche_action_id = p.fiche_action_id AND ${s.recu} AND ${s.dansPeriode('b.annee', 'b.trimestre')}
        ORDER BY b.annee DESC, b.trimestre DESC LIMIT 1) AS "objectifsAtteints"
     FROM (SELECT count(*) AS total FROM par_action) t
     LEFT JOIN page p ON true
     LEFT JOIN departement d ON d.code = p.departement_code
     LEFT JOIN cooperative c ON c.id = p.cooperative_id
     LEFT JOIN structure st ON st.id = p.structure_id
     LEFT JOIN commune co ON co.code = p.territoire_commune_code
     ORDER BY p.rang`,
    s.params,
    'ficheActionId',
  );
}

/** A value that counts: what its mode reads is there. */
export const COMPTE = `CASE WHEN m.mode_agregation = 'RATIO' THEN v.numerateur IS NOT NULL AND v.denominateur IS NOT NULL
                     ELSE v.valeur IS NOT NULL END`;
/** Sums and last values add over actions; means and percentages average; ratios pool both terms (agregation.rules.ts). */
const parMode = (ratio: string): string => `
  CASE m.mode_agregation
    WHEN 'SOMME' THEN sum(somme)
    WHEN 'DERNIERE_VALEUR' THEN CASE WHEN m.unite = 'POURCENTAGE' THEN round(avg(derniere), 4) ELSE sum(derniere) END
    WHEN 'MOYENNE' THEN round(sum(somme) / sum(n), 4)
    WHEN 'MAXIMUM' THEN max(maximum)
    WHEN 'RATIO' THEN ${ratio} END`;
/** The forecast of a ratio is the ratio itself: forecasts average. */
const RATIO_PREVU = 'round(sum(somme) / sum(n), 4)';
const RATIO = `round(sum(numerateur) / nullif(sum(denominateur), 0) * CASE WHEN m.unite = 'POURCENTAGE' THEN 100 ELSE 1 END, 4)`;

/** Common indicators over the selection, from received reports alone. */
export async function listIndicators(
  ctx: ContextePersonne,
  s: Selection,
): Promise<Omit<IndicateurConsolide, 'taux'>[]> {
  const seul = s.commun
    ? `i.indicateur_commun_id IN (SELECT m.id FROM indicateur_commun m WHERE ${s.commun})`
    : 'i.indicateur_commun_id IS NOT NULL';
  return ctx.query(
    `WITH bilans AS MATERIALIZED (
       SELECT b.id, b.fiche_action_id, b.annee, b.trimestre, ${s.recu} AS recu FROM bilan_trimestriel b ${s.where}),
     releves AS MATERIALIZED (
       SELECT i.indicateur_commun_id AS commun, i.id AS indicateur, b.fiche_action_id, b.id AS bilan, b.annee, b.trimestre,
              v.valeur, v.numerateur, v.denominateur
       FROM bilans b JOIN valeur v ON v.bilan_id = b.id JOIN indicateur i ON i.id = v.indicateur_id
       JOIN indicateur_commun m ON m.id = i.indicateur_commun_id
       WHERE b.recu AND ${seul} AND ${COMPTE}),
     series AS (
       SELECT commun, indicateur, count(*) AS n, sum(valeur) AS somme, max(valeur) AS maximum,
              (array_agg(valeur ORDER BY annee DESC, trimestre DESC))[1] AS derniere,
              sum(numerateur) AS numerateur, sum(denominateur) AS denominateur
       FROM releves GROUP BY commun, indicateur),
     valeurs AS (
       SELECT s.commun, ${parMode(RATIO)} AS haut,
              CASE WHEN m.mode_agregation = 'SOMME' AND m.unite = 'PERSONNES' THEN sum(maximum) END AS bas
       FROM series s JOIN indicateur_commun m ON m.id = s.commun GROUP BY s.commun, m.id),
     comptes AS (
       SELECT commun, count(DISTINCT fiche_action_id) AS actions, count(DISTINCT bilan) AS bilans FROM releves GROUP BY commun),
     prevues AS (
       SELECT i.indicateur_commun_id AS commun, i.id, count(*) AS n, sum(p.valeur) AS somme, max(p.valeur) AS maximum,
              (array_agg(p.valeur ORDER BY p.annee DESC, p.trimestre DESC))[1] AS derniere
       FROM (SELECT DISTINCT fiche_action_id FROM bilans) a
       JOIN indicateur i ON i.fiche_action_id = a.fiche_action_id AND i.indicateur_commun_id IS NOT NULL
       JOIN prevision p ON p.indicateur_id = i.id
       WHERE ${seul} AND CASE
         WHEN p.trimestre > 0 THEN ${s.dansPeriode('p.annee', 'p.trimestre')}
         -- A yearly forecast says something of whole years, when no quarter of it was forecast.
         ELSE ${s.dansPeriode('p.annee', '1')} AND ${s.dansPeriode('p.annee', '4')} AND NOT EXISTS (
           SELECT 1 FROM prevision q WHERE q.indicateur_id = p.indicateur_id AND q.annee = p.annee AND q.trimestre > 0) END
       GROUP BY i.id),
     previsions AS (
       SELECT p.commun, ${parMode(RATIO_PREVU)} AS prevision FROM prevues p JOIN indicateur_commun m ON m.id = p.commun GROUP BY p.commun, m.id)
     SELECT m.id AS "indicateurCommunId", m.libelle, m.type, m.unite, m.mode_agregation AS "modeAgregation",
            coalesce(v.bas, v.haut) AS bas, v.haut, p.prevision, coalesce(c.actions, 0) AS actions, coalesce(c.bilans, 0) AS bilans
     FROM (valeurs v FULL JOIN previsions p USING (commun)) JOIN indicateur_commun m ON m.id = commun
     LEFT JOIN comptes c USING (commun) ORDER BY m.type, m.libelle, m.id`,
    s.params,
  );
}
