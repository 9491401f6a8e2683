import type { ContextePersonne } from '@coopilote/db';

export interface CoordinateurPossible {
  id: string;
  prenom: string;
  nom: string;
  /** DD: holds the delegation's role on the département; COPILOTE: another person known there, who may be second. */
  qualite: 'DD' | 'COPILOTE';
}

const EN_VIGUEUR = `u.actif AND a.debut <= app.aujourdhui() AND (a.fin IS NULL OR a.fin >= app.aujourdhui())`;

/** Persons whom the caller may name on a CA of a département: those of the DD, then partners, copilotes and members of a copil. */
export async function listCoordinateursPossibles(
  ctx: ContextePersonne,
  departementCode: string,
): Promise<CoordinateurPossible[]> {
  return ctx.query(
    `SELECT u.id, u.prenom, u.nom, CASE WHEN bool_or(a.role = 'COORDINATEUR_DD') THEN 'DD' ELSE 'COPILOTE' END AS qualite
     FROM attribution a JOIN utilisateur u ON u.id = a.utilisateur_id
     WHERE a.departement_code = $1 AND a.role IN ('COORDINATEUR_DD', 'COPILOTE', 'PARTENAIRE', 'MEMBRE_COPIL') AND ${EN_VIGUEUR}
     GROUP BY u.id ORDER BY qualite DESC, u.nom, u.prenom, u.id`,
    [departementCode],
  );
}

/** Gives the role COPILOTE on a CA, or opens it again when it had ended. */
export async function openCopilote(
  ctx: ContextePersonne,
  ca: { id: string; regionCode: string; departementCode: string },
  attributionId: string,
  utilisateurId: string,
): Promise<void> {
  await ctx.query(
    `INSERT INTO attribution (id, utilisateur_id, role, region_code, departement_code, cooperative_id)
     VALUES ($1, $2, 'COPILOTE', $3, $4, $5)
     ON CONFLICT (utilisateur_id, role, region_code, departement_code, cooperative_id, structure_id)
     DO UPDATE SET fin = NULL, debut = least(attribution.debut, excluded.debut)`,
    [attributionId, utilisateurId, ca.regionCode, ca.departementCode, ca.id],
  );
}
