import type { Contexte } from '@coopilote/db';
import { ETATS_SUIVIS } from '@coopilote/domain/actions';
import { NIVEAUX_BILAN, questionsDemandees, type NiveauBilan } from '@coopilote/domain/bilans';

/** A quarter as the opening needs it. */
export interface TrimestreOuvert {
  annee: number;
  trimestre: number;
  debut: string;
  fin: string;
  echeance: string;
}

/** Questions and beneficiaries asked at each level, by level. */
const QUESTIONS = JSON.stringify(Object.fromEntries(NIVEAUX_BILAN.map((n) => [n, questionsDemandees(n).length + 1])));

/**
 * Opens the reports that are missing in `trimestres`, for some actions or for all. An action that was ended before its
 * calendar owes nothing past the day on which it was (read from the history, which alone knows it).
 * @returns how many were opened.
 */
export async function insertMissingReports(
  ctx: Contexte,
  trimestres: TrimestreOuvert[],
  ficheActionIds: string[] | null,
): Promise<number> {
  const lignes = await ctx.query<{ id: string }>(
    `INSERT INTO bilan_trimestriel (id, fiche_action_id, cooperative_id, departement_code, structure_id, annee, trimestre,
                                    echeance, niveau, total)
     SELECT gen_random_uuid(), f.id, f.cooperative_id, f.departement_code, f.structure_id, t.annee, t.trimestre,
            coalesce((SELECT c.echeance FROM app.campagne_de(f.departement_code, t.annee, t.trimestre) c), t.echeance), f.niveau_bilan,
            ($2::jsonb ->> f.niveau_bilan)::integer + (SELECT count(*) FROM indicateur i WHERE i.fiche_action_id = f.id)
     FROM fiche_action f
     LEFT JOIN LATERAL (
       SELECT (h.quand AT TIME ZONE 'Europe/Paris')::date AS le FROM historique h
       WHERE f.etat = 'TERMINEE' AND h.objet = 'fiche_action' AND h.objet_id = f.id::text
         AND h.operation = 'MODIFICATION' AND h.apres ->> 'etat' = 'TERMINEE'
       ORDER BY h.id DESC LIMIT 1) terminee ON true
     JOIN jsonb_to_recordset($1::jsonb) AS t(annee integer, trimestre integer, debut date, fin date, echeance date)
       ON f.calendrier_debut <= t.fin AND least(f.calendrier_fin, terminee.le) >= t.debut
     WHERE f.etat = ANY ($3) AND ($4::uuid[] IS NULL OR f.id = ANY ($4::uuid[]))
       AND NOT EXISTS (SELECT 1 FROM bilan_trimestriel b
                       WHERE b.fiche_action_id = f.id AND b.annee = t.annee AND b.trimestre = t.trimestre)
     ON CONFLICT (fiche_action_id, annee, trimestre) DO NOTHING
     RETURNING id`,
    [JSON.stringify(trimestres), QUESTIONS, [...ETATS_SUIVIS, 'TERMINEE'], ficheActionIds],
  );
  return lignes.length;
}

/** Validated actions whose first day has come are under way. */
export async function startDueActions(ctx: Contexte, aujourdhui: string): Promise<number> {
  const [ligne] = await ctx.query<{ nombre: number }>(
    `WITH parties AS (
       UPDATE fiche_action SET etat = 'EN_COURS', version = version + 1
       WHERE etat = 'VALIDEE' AND calendrier_debut <= $1 RETURNING 1)
     SELECT count(*) AS nombre FROM parties`,
    [aujourdhui],
  );
  return ligne?.nombre ?? 0;
}

/** Another level of an action is that of the reports that nobody has begun. */
export async function setReportLevel(ctx: Contexte, ficheActionId: string, niveau: NiveauBilan): Promise<void> {
  await ctx.query(
    `UPDATE bilan_trimestriel b SET niveau = $2, version = version + 1,
       total = ($3::jsonb ->> $2)::integer + (SELECT count(*) FROM indicateur i WHERE i.fiche_action_id = b.fiche_action_id)
     WHERE b.fiche_action_id = $1 AND b.etat = 'A_REMPLIR'`,
    [ficheActionId, niveau, QUESTIONS],
  );
}
