import type { Contexte } from '@coopilote/db';
import { ETATS_SUIVIS } from '@coopilote/domain/actions';
import { ETATS_RECUS, ETATS_SAISIE, QUESTIONS_BILAN } from '@coopilote/domain/bilans';
import { decalerTrimestre, debutTrimestre, finTrimestre, type Trimestre } from '@coopilote/domain/commun';
import type { Releve } from '@coopilote/domain/consolidation';
import type { LigneT2, LigneT3 } from '@coopilote/domain/pilotage';
import type { ModeAgregation, TypeIndicateur, Unite } from '@coopilote/domain/referentiel';

/** States of the actions that the tables follow; an abandoned one stays as long as it has reports to show. */
const SUIVIES = [...ETATS_SUIVIS, 'TERMINEE'];

export type ActionT2 = Pick<LigneT2, 'ficheActionId' | 'intitule' | 'structure' | 'resultatsAttendus'>;

/** Actions of a CA under way between January and the end of the quarter. */
export async function listActionsOfYear(ctx: Contexte, cooperativeId: string, t: Trimestre): Promise<ActionT2[]> {
  return ctx.query<ActionT2>(
    `SELECT f.id AS "ficheActionId", f.intitule, coalesce(s.nom, '') AS structure, f.resultats_attendus AS "resultatsAttendus"
     FROM fiche_action f LEFT JOIN structure s ON s.id = f.structure_id
     WHERE f.cooperative_id = $1
       AND ((f.etat = ANY ($2) AND f.calendrier_debut <= $3 AND f.calendrier_fin >= $4)
            OR EXISTS (SELECT 1 FROM bilan_trimestriel b WHERE b.fiche_action_id = f.id AND b.annee = $5 AND b.trimestre <= $6
                         AND b.etat = ANY ($7)))
     ORDER BY f.numero`,
    [
      cooperativeId,
      SUIVIES,
      finTrimestre(t),
      debutTrimestre({ annee: t.annee, trimestre: 1 }),
      t.annee,
      t.trimestre,
      ETATS_RECUS,
    ],
  );
}

export interface IndicateurReleve {
  id: string;
  ficheActionId: string;
  type: TypeIndicateur;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
  sources: string | null;
  /** Forecasts of the year; quarter 0 is the year. */
  previsions: { annee: number; trimestre: number; valeur: number }[];
  /** Received values from January to the quarter, and those of the quarter before. */
  releves: Releve[];
}

/** Every indicator of a CA with its forecasts of the year and what was received. */
export async function listIndicatorSeries(
  ctx: Contexte,
  cooperativeId: string,
  t: Trimestre,
): Promise<IndicateurReleve[]> {
  const avant = decalerTrimestre(t, -1);
  return ctx.query<IndicateurReleve>(
    `SELECT i.id, i.fiche_action_id AS "ficheActionId", i.type, i.libelle, i.unite, i.mode_agregation AS "modeAgregation", i.sources,
       coalesce(p.previsions, '[]') AS previsions, coalesce(r.releves, '[]') AS releves
     FROM indicateur i
     LEFT JOIN (
       SELECT p.indicateur_id, json_agg(json_build_object('annee', p.annee, 'trimestre', p.trimestre, 'valeur', p.valeur)
                                        ORDER BY p.trimestre) AS previsions
       FROM indicateur i JOIN prevision p ON p.indicateur_id = i.id
       WHERE i.cooperative_id = $1 AND p.annee = $2 GROUP BY p.indicateur_id) p ON p.indicateur_id = i.id
     LEFT JOIN (
       SELECT v.indicateur_id, json_agg(json_build_object('annee', b.annee, 'trimestre', b.trimestre, 'valeur', v.valeur,
                                          'numerateur', v.numerateur, 'denominateur', v.denominateur)) AS releves
       FROM bilan_trimestriel b JOIN valeur v ON v.bilan_id = b.id
       WHERE b.cooperative_id = $1 AND b.etat = ANY ($6)
         AND ((b.annee = $2 AND b.trimestre <= $3) OR (b.annee = $4 AND b.trimestre = $5))
       GROUP BY v.indicateur_id) r ON r.indicateur_id = i.id
     WHERE i.cooperative_id = $1 ORDER BY i.fiche_action_id, i.ordre, i.id`,
    [cooperativeId, t.annee, t.trimestre, avant.annee, avant.trimestre, ETATS_RECUS],
  );
}

/** A row of T3 without its indicators. */
export type ActionT3 = Omit<
  LigneT3,
  'activite1' | 'activite2' | 'activite3' | 'resultat1' | 'resultat2' | 'resultat3' | 'autresIndicateurs'
>;

/** What was said shows once the ARS has received it; before, the row tells where its report stands. */
const REPONSES = [
  ...QUESTIONS_BILAN.flatMap(({ cle }) => [
    `CASE WHEN recu THEN b.${cle} END AS ${cle}`,
    `CASE WHEN recu THEN b.${cle}_motif END AS "${cle}Motif"`,
  ]),
  ...['freins', 'leviers', 'pistes'].map((cle) => `CASE WHEN recu THEN b.${cle} END AS ${cle}`),
].join(', ');

/** Actions of a CA that owe a report for the quarter, in the columns of T3. */
export async function listActionsOfQuarter(
  ctx: Contexte,
  cooperativeId: string,
  t: Trimestre,
  aujourdhui: string,
): Promise<ActionT3[]> {
  return ctx.query<ActionT3>(
    `SELECT f.id AS "ficheActionId", b.id AS "bilanId", coalesce(s.nom, '') AS structure, b.etat AS "etatBilan", b.niveau,
       coalesce(en_retard, false) AS "enRetard", CASE WHEN en_retard THEN $6::date - b.echeance ELSE 0 END AS "joursDeRetard",
       o.intitule AS objectif, f.intitule, f.objectifs_poursuivis AS "objectifsPoursuivis", f.resultats_attendus AS "resultatsAttendus",
       p1.libelle AS public1, p2.libelle AS public2, p3.libelle AS public3, f.autre_public AS "autrePublic",
       f.beneficiaires_cibles AS "beneficiairesCibles", coalesce(co.nom, 'Tout le territoire') AS territoire, ${REPONSES}
     FROM fiche_action f
     LEFT JOIN bilan_trimestriel b ON b.fiche_action_id = f.id AND b.annee = $2 AND b.trimestre = $3
     CROSS JOIN LATERAL (SELECT b.etat = ANY ($7) AS recu, b.etat = ANY ($8) AND b.echeance < $6::date AS en_retard) e
     LEFT JOIN structure s ON s.id = f.structure_id
     LEFT JOIN objectif o ON o.id = f.objectif_id
     LEFT JOIN liste_valeur p1 ON p1.id = f.public1_id
     LEFT JOIN liste_valeur p2 ON p2.id = f.public2_id
     LEFT JOIN liste_valeur p3 ON p3.id = f.public3_id
     LEFT JOIN commune co ON co.code = f.territoire_commune_code
     WHERE f.cooperative_id = $1
       AND (b.id IS NOT NULL OR (f.etat = ANY ($9) AND f.calendrier_debut <= $5 AND f.calendrier_fin >= $4))
     ORDER BY f.numero`,
    [
      cooperativeId,
      t.annee,
      t.trimestre,
      debutTrimestre(t),
      finTrimestre(t),
      aujourdhui,
      ETATS_RECUS,
      ETATS_SAISIE,
      SUIVIES,
    ],
  );
}
