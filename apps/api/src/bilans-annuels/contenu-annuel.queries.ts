import type { ContextePersonne } from '@coopilote/db';
import { ETATS_SUIVIS } from '@coopilote/domain/actions';
import { CLES_QUESTIONS, ETATS_RECUS, type EtatBilan } from '@coopilote/domain/bilans';
import type { ActionAnnuelle, CleQuestion, CleTexteBilan, ContenuAnnuel, Reponse } from '@coopilote/domain/bilans';

export type ActionDeLAnnee = Omit<
  ActionAnnuelle,
  | 'beneficiaires'
  | 'trimestres'
  | 'indicateurs'
  | 'reponses'
  | 'recits'
  | 'synthese'
  | 'proposition'
  | 'motifProposition'
>;

/** Actions of a CA that were under way in a year, or owed a report in it. */
export async function listActionsOfYear(
  ctx: ContextePersonne,
  cooperativeId: string,
  annee: number,
): Promise<ActionDeLAnnee[]> {
  return ctx.query(
    `SELECT f.id AS "ficheActionId", f.intitule, f.structure_id AS "structureId", coalesce(s.nom, '') AS structure, o.intitule AS objectif,
       f.objectifs_poursuivis AS "objectifsPoursuivis", f.resultats_attendus AS "resultatsAttendus",
       array_remove(ARRAY[p1.libelle, p2.libelle, p3.libelle, f.autre_public], NULL) AS publics,
       coalesce(co.nom, 'Tout le territoire') AS territoire, f.beneficiaires_cibles AS "beneficiairesCibles"
     FROM fiche_action f
     LEFT JOIN structure s ON s.id = f.structure_id LEFT JOIN objectif o ON o.id = f.objectif_id
     LEFT JOIN liste_valeur p1 ON p1.id = f.public1_id LEFT JOIN liste_valeur p2 ON p2.id = f.public2_id
     LEFT JOIN liste_valeur p3 ON p3.id = f.public3_id LEFT JOIN commune co ON co.code = f.territoire_commune_code
     WHERE f.cooperative_id = $1
       AND ((f.etat = ANY ($3) AND f.calendrier_debut <= make_date($2, 12, 31) AND f.calendrier_fin >= make_date($2, 1, 1))
            OR EXISTS (SELECT 1 FROM bilan_trimestriel b WHERE b.fiche_action_id = f.id AND b.annee = $2))
     ORDER BY f.numero`,
    [cooperativeId, annee, [...ETATS_SUIVIS, 'TERMINEE']],
  );
}

export type BilanDeLAnnee = {
  id: string;
  ficheActionId: string;
  trimestre: number;
  etat: EtatBilan;
  recu: boolean;
  numeroVersion: number;
  beneficiaires: number | null;
} & Record<CleQuestion, Reponse | null> &
  Record<`${CleQuestion}Motif` | CleTexteBilan, string | null>;

/** The year's reports, and what was said in those that were received. */
export async function listReportsOfYear(
  ctx: ContextePersonne,
  cooperativeId: string,
  annee: number,
): Promise<BilanDeLAnnee[]> {
  const dits = [
    'beneficiaires',
    ...CLES_QUESTIONS.flatMap((cle) => [cle, `${cle}_motif`]),
    'freins',
    'leviers',
    'pistes',
  ].map((colonne) => `CASE WHEN recu THEN b.${colonne} END AS "${colonne.replace('_motif', 'Motif')}"`);
  return ctx.query(
    `SELECT b.id, b.fiche_action_id AS "ficheActionId", b.trimestre, b.etat, recu, b.numero_version AS "numeroVersion", ${dits.join(', ')}
     FROM bilan_trimestriel b CROSS JOIN LATERAL (SELECT b.etat = ANY ($3) AS recu) e
     WHERE b.cooperative_id = $1 AND b.annee = $2 ORDER BY b.fiche_action_id, b.trimestre`,
    [cooperativeId, annee, ETATS_RECUS],
  );
}

/** Where a CA lies, in words. */
export async function loadPlace(
  ctx: ContextePersonne,
  cooperativeId: string,
): Promise<Pick<ContenuAnnuel, 'cooperative' | 'departement' | 'region' | 'demonstration'> | null> {
  const [lieu] = await ctx.query<Pick<ContenuAnnuel, 'cooperative' | 'departement' | 'region' | 'demonstration'>>(
    `SELECT c.intitule AS cooperative, d.nom AS departement, r.nom AS region, c.demonstration FROM cooperative c
     JOIN departement d ON d.code = c.departement_code JOIN region r ON r.code = c.region_code WHERE c.id = $1`,
    [cooperativeId],
  );
  return lieu ?? null;
}
