import type { ContextePersonne } from '@coopilote/db';

export interface ReunionNotee {
  id: string;
  points: { titre: string; duree: number }[];
}

/** Meetings that a person is called to, or runs, from six months ago on, with their agenda. */
export async function listOwnReunions(
  ctx: ContextePersonne,
  animees: string[],
  departements: string[],
): Promise<ReunionNotee[]> {
  return ctx.query<ReunionNotee>(
    `SELECT r.id, (SELECT coalesce(jsonb_agg(jsonb_build_object('titre', p.titre, 'duree', p.duree) ORDER BY p.ordre), '[]')
                   FROM point_reunion p WHERE p.reunion_id = r.id) AS points
     FROM reunion r
     WHERE r.debut > now() - interval '6 months' AND r.etat <> 'PREPARATION'
       AND (EXISTS (SELECT 1 FROM participant p WHERE p.reunion_id = r.id
                      AND (p.utilisateur_id = app.utilisateur_id() OR p.suppleant_id = app.utilisateur_id()))
            OR r.cooperative_id = ANY ($1::uuid[]) OR r.departement_code = ANY ($2::text[]))
     ORDER BY r.debut LIMIT 300`,
    [animees, departements],
  );
}
