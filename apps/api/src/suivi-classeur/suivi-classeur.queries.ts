import type { Contexte } from '@coopilote/db';
import { ETATS_SUIVIS, type EtatFiche } from '@coopilote/domain/actions';
import {
  CLES_QUESTIONS,
  type AuteursBilan,
  type ContenuBilan,
  type EtatBilan,
  type NiveauBilan,
  type ValeurBilan,
} from '@coopilote/domain/bilans';
import { debutTrimestre, finTrimestre, type Trimestre } from '@coopilote/domain/commun';
import type { IndicateurSuiviClasseur } from '@coopilote/domain/pilotage';
import type { ColonnesContenu } from '../bilans/contenu';

/** An action of the quarter, its report and its indicators. */
export interface ActionEnBase extends ColonnesContenu {
  ficheActionId: string;
  cooperativeId: string;
  departementCode: string;
  structureId: string;
  etat: EtatFiche;
  version: number;
  objectif: string | null;
  intitule: string;
  structure: string;
  objectifsPoursuivis: string | null;
  resultatsAttendus: string | null;
  public1: string | null;
  public2: string | null;
  public3: string | null;
  autrePublic: string | null;
  beneficiairesCibles: number | null;
  territoire: string;
  bilanId: string | null;
  etatBilan: EtatBilan | null;
  versionBilan: number | null;
  niveau: NiveauBilan | null;
  collecteClose: boolean;
  /** Only its structure reads it (row-level security). */
  brouillon: ContenuBilan | null;
  auteurs: AuteursBilan | null;
  valeurs: ValeurBilan[];
  indicateurs: IndicateurSuiviClasseur[];
}

const CONTENU = [
  'b.beneficiaires, b.freins, b.leviers, b.pistes',
  ...CLES_QUESTIONS.map((cle) => `b.${cle}, b.${cle}_motif AS "${cle}Motif"`),
].join(', ');

/** Actions that T3 shows for a quarter, in its order: one statement whatever their number. */
export async function listActionsEnBase(ctx: Contexte, cooperativeId: string, t: Trimestre): Promise<ActionEnBase[]> {
  return ctx.query<ActionEnBase>(
    `SELECT f.id AS "ficheActionId", f.cooperative_id AS "cooperativeId", f.departement_code AS "departementCode",
       f.structure_id AS "structureId", f.etat, f.version, o.intitule AS objectif, f.intitule, coalesce(s.nom, '') AS structure,
       f.objectifs_poursuivis AS "objectifsPoursuivis", f.resultats_attendus AS "resultatsAttendus", p1.libelle AS public1,
       p2.libelle AS public2, p3.libelle AS public3, f.autre_public AS "autrePublic",
       f.beneficiaires_cibles AS "beneficiairesCibles", coalesce(c.nom, 'Tout le territoire') AS territoire,
       b.id AS "bilanId", b.etat AS "etatBilan", b.version AS "versionBilan", b.niveau, k.close_le IS NOT NULL AS "collecteClose",
       r.contenu AS brouillon, r.auteurs, ${CONTENU},
       coalesce(v.valeurs, '[]') AS valeurs, coalesce(i.indicateurs, '[]') AS indicateurs
     FROM fiche_action f
     LEFT JOIN structure s ON s.id = f.structure_id
     LEFT JOIN objectif o ON o.id = f.objectif_id
     LEFT JOIN liste_valeur p1 ON p1.id = f.public1_id
     LEFT JOIN liste_valeur p2 ON p2.id = f.public2_id
     LEFT JOIN liste_valeur p3 ON p3.id = f.public3_id
     LEFT JOIN commune c ON c.code = f.territoire_commune_code
     LEFT JOIN bilan_trimestriel b ON b.fiche_action_id = f.id AND b.annee = $2 AND b.trimestre = $3
     LEFT JOIN bilan_brouillon r ON r.bilan_id = b.id
     LEFT JOIN app.campagne_de(b.departement_code, b.annee, b.trimestre) k ON true
     LEFT JOIN (SELECT v.bilan_id, json_agg(json_build_object('indicateurId', v.indicateur_id, 'valeur', v.valeur,
                  'numerateur', v.numerateur, 'denominateur', v.denominateur) ORDER BY v.indicateur_id) AS valeurs
                FROM valeur v JOIN bilan_trimestriel x ON x.id = v.bilan_id
                WHERE v.cooperative_id = $1 AND x.annee = $2 AND x.trimestre = $3 GROUP BY v.bilan_id) v ON v.bilan_id = b.id
     LEFT JOIN (SELECT i.fiche_action_id, json_agg(json_build_object('id', i.id, 'type', i.type, 'libelle', i.libelle,
                  'unite', i.unite, 'modeAgregation', i.mode_agregation, 'prevision', p.valeur) ORDER BY i.ordre, i.id) AS indicateurs
                FROM indicateur i
                LEFT JOIN prevision p ON p.indicateur_id = i.id AND p.annee = $2 AND p.trimestre = $3
                WHERE i.cooperative_id = $1 GROUP BY i.fiche_action_id) i ON i.fiche_action_id = f.id
     WHERE f.cooperative_id = $1
       AND ((f.etat = ANY ($4) AND f.calendrier_debut <= $5 AND f.calendrier_fin >= $6) OR b.id IS NOT NULL)
     ORDER BY f.numero`,
    [cooperativeId, t.annee, t.trimestre, [...ETATS_SUIVIS, 'TERMINEE'], finTrimestre(t), debutTrimestre(t)],
  );
}

export interface ListesSuivi {
  publics: { nom: string; valeur: string }[];
  territoires: { nom: string; valeur: string }[];
}

export async function loadListes(ctx: Contexte, cooperativeId: string): Promise<ListesSuivi> {
  const [listes] = await ctx.query<ListesSuivi>(
    `SELECT (SELECT coalesce(json_agg(json_build_object('nom', l.libelle, 'valeur', l.id) ORDER BY l.retiree, l.ordre, l.libelle), '[]')
             FROM liste_valeur l WHERE l.region_code = ca.region_code AND l.liste = 'PUBLIC_CIBLE' AND NOT l.retiree) AS publics,
       (SELECT coalesce(json_agg(json_build_object('nom', c.nom, 'valeur', c.code) ORDER BY c.nom), '[]')
        FROM cooperative_commune t JOIN commune c ON c.code = t.commune_code WHERE t.cooperative_id = ca.id) AS territoires
     FROM cooperative ca WHERE ca.id = $1`,
    [cooperativeId],
  );
  return listes ?? { publics: [], territoires: [] };
}

/** The left part of an action; what is not changed is given as it stands. */
export interface FicheChangee {
  id: string;
  version: number;
  objectifsPoursuivis: string | null;
  resultatsAttendus: string | null;
  autrePublic: string | null;
  beneficiairesCibles: number | null;
  /** Null keeps what stands: only a change is resolved. */
  publics: (string | null)[] | null;
  territoireChange: boolean;
  territoireCommuneCode: string | null;
}

/** @returns how many were written: fewer than given when one was written meanwhile */
export async function updateFiches(ctx: Contexte, fiches: FicheChangee[]): Promise<number> {
  const ecrites = await ctx.query<{ id: string }>(
    `WITH ecrites AS (
       UPDATE fiche_action f SET objectifs_poursuivis = r."objectifsPoursuivis", resultats_attendus = r."resultatsAttendus",
         autre_public = r."autrePublic", beneficiaires_cibles = r."beneficiairesCibles",
         public1_id = CASE WHEN r.publics IS NULL THEN f.public1_id ELSE r.publics[1] END,
         public2_id = CASE WHEN r.publics IS NULL THEN f.public2_id ELSE r.publics[2] END,
         public3_id = CASE WHEN r.publics IS NULL THEN f.public3_id ELSE r.publics[3] END,
         territoire_commune_code = CASE WHEN r."territoireChange" THEN r."territoireCommuneCode" ELSE f.territoire_commune_code END,
         version = f.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, version integer, "objectifsPoursuivis" text, "resultatsAttendus" text,
         "autrePublic" text, "beneficiairesCibles" integer, publics uuid[], "territoireChange" boolean, "territoireCommuneCode" text)
       WHERE f.id = r.id AND f.version = r.version RETURNING f.id)
     SELECT id FROM ecrites`,
    [JSON.stringify(fiches)],
  );
  return ecrites.length;
}

export interface BrouillonChange {
  id: string;
  version: number;
  contenu: ContenuBilan;
  auteurs: AuteursBilan;
  remplies: number;
  total: number;
}

/** Drafts over the versions that were read. @returns how many were written */
export async function updateBrouillons(ctx: Contexte, brouillons: BrouillonChange[], le: Date): Promise<number> {
  const recus = JSON.stringify(brouillons);
  const ecrits = await ctx.query<{ id: string }>(
    `WITH ecrits AS (
       UPDATE bilan_trimestriel b SET etat = CASE b.etat WHEN 'A_REMPLIR' THEN 'BROUILLON' ELSE b.etat END, remplies = r.remplies,
         total = r.total, modifie_le = $2, version = b.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, version integer, remplies integer, total integer)
       WHERE b.id = r.id AND b.version = r.version RETURNING b.id)
     SELECT id FROM ecrits`,
    [recus, le],
  );
  await ctx.query(
    `INSERT INTO bilan_brouillon (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, contenu, auteurs)
     SELECT b.id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, r.contenu, r.auteurs
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, contenu jsonb, auteurs jsonb) JOIN bilan_trimestriel b ON b.id = r.id
     ON CONFLICT (bilan_id) DO UPDATE SET contenu = excluded.contenu, auteurs = excluded.auteurs`,
    [recus],
  );
  return ecrits.length;
}
