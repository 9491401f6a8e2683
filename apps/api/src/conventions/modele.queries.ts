import type { ContextePersonne } from '@coopilote/db';
import type { ModeleLu } from '@coopilote/domain/conventions';
import { instant } from '../platform/sql';

export async function listVersions(ctx: ContextePersonne, regionCode: string): Promise<ModeleLu['versions']> {
  return ctx.query(
    `SELECT numero, motif, ${instant('cree_le')} AS "creeLe", app.nom_utilisateur(cree_par) AS "creePar"
     FROM modele_convention WHERE region_code = $1 ORDER BY numero DESC LIMIT 100`,
    [regionCode],
  );
}

/** A CA with which a template is tried: the one with most actions. */
export async function findExemple(ctx: ContextePersonne, regionCode: string): Promise<string | undefined> {
  const [ca] = await ctx.query<{ id: string }>(
    `SELECT c.id FROM cooperative c LEFT JOIN fiche_action f ON f.cooperative_id = c.id AND f.etat IN ('VALIDEE', 'EN_COURS', 'TERMINEE')
     WHERE c.region_code = $1 GROUP BY c.id ORDER BY count(f.id) DESC, c.id LIMIT 1`,
    [regionCode],
  );
  return ca?.id;
}
