import type { Contexte } from '@coopilote/db';
import { ETATS_SUIVIS } from '@coopilote/domain/actions';

/** Somebody whom the report of a year concerns, and the actions that their structures say something of. */
export interface Concerne {
  utilisateurId: string;
  annee: number;
  cooperativeId: string;
  cooperative: string;
  actions: string[];
}

/**
 * Who coordinates the CA, and who writes for a structure that carries an action of the year: each person once. For a job,
 * which alone may read who writes for each structure.
 */
export async function listConcernes(ctx: Contexte, bilanAnnuelId: string): Promise<Concerne[]> {
  return ctx.query<Concerne>(
    `WITH ouvert AS (
       SELECT b.annee, b.cooperative_id, c.intitule AS cooperative, array_remove(ARRAY[c.coordinateur_dd_id, c.copilote_id], NULL) AS animation
       FROM bilan_annuel b JOIN cooperative c ON c.id = b.cooperative_id WHERE b.id = $1 AND b.etat = 'BROUILLON'),
     promoteurs AS (
       SELECT a.utilisateur_id, array_agg(DISTINCT f.intitule ORDER BY f.intitule) AS actions
       FROM ouvert o JOIN fiche_action f ON f.cooperative_id = o.cooperative_id
         AND ((f.etat = ANY ($2) AND f.calendrier_debut <= make_date(o.annee, 12, 31) AND f.calendrier_fin >= make_date(o.annee, 1, 1))
              OR EXISTS (SELECT 1 FROM bilan_trimestriel q WHERE q.fiche_action_id = f.id AND q.annee = o.annee))
       JOIN attribution a ON a.structure_id = f.structure_id AND a.role = 'PARTENAIRE'
         AND a.debut <= app.aujourdhui() AND (a.fin IS NULL OR a.fin >= app.aujourdhui())
       GROUP BY 1)
     SELECT u.id AS "utilisateurId", o.annee, o.cooperative_id AS "cooperativeId", o.cooperative, coalesce(p.actions, '{}') AS actions
     FROM ouvert o JOIN utilisateur u ON u.actif LEFT JOIN promoteurs p ON p.utilisateur_id = u.id
     WHERE p.utilisateur_id IS NOT NULL OR u.id = ANY (o.animation) ORDER BY u.id`,
    [bilanAnnuelId, [...ETATS_SUIVIS, 'TERMINEE']],
  );
}
