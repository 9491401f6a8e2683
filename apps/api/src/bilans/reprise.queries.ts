import type { Contexte } from '@coopilote/db';
import { CLES_QUESTIONS, TEXTES_BILAN, type ContenuBilan } from '@coopilote/domain/bilans';

/** A past report, with its first version. */
export interface BilanRepris {
  ficheActionId: string;
  annee: number;
  trimestre: number;
  contenu: ContenuBilan;
  empreinte: string;
  remplies: number;
  total: number;
}

const COLONNES = [
  `beneficiaires = (r.contenu ->> 'beneficiaires')::integer`,
  ...CLES_QUESTIONS.flatMap((q) => [
    `${q} = r.contenu #>> '{reponses,${q},reponse}'`,
    `${q}_motif = r.contenu #>> '{reponses,${q},motif}'`,
  ]),
  ...TEXTES_BILAN.map((t) => `${t} = r.contenu ->> '${t}'`),
].join(', ');
const CLES = 'fiche_action_id, cooperative_id, departement_code, structure_id';
const RECU = `jsonb_to_recordset($1::jsonb) AS r("ficheActionId" uuid, annee integer, trimestre integer, contenu jsonb,
  empreinte text, remplies integer, total integer)`;
const OUVERT = `b.fiche_action_id = r."ficheActionId" AND b.annee = r.annee AND b.trimestre = r.trimestre`;

/**
 * Opened reports become validated with what they say, then their version, then their values: in this order, since the
 * policies of the last two look at the first. @returns how many were taken over
 */
export async function takeOverReports(ctx: Contexte, bilans: BilanRepris[], par: string, le: Date): Promise<number> {
  const recus = JSON.stringify(bilans);
  const pris = await ctx.query<{ id: string }>(
    `WITH pris AS (
       UPDATE bilan_trimestriel b SET etat = 'VALIDE', numero_version = 1, transmis_le = $2, transmis_par = $3, valide_le = $2,
         valide_par = $3, modifie_le = $2, version = b.version + 1, remplies = r.remplies, total = r.total, ${COLONNES}
       FROM ${RECU} WHERE ${OUVERT} AND b.etat = 'A_REMPLIR' RETURNING b.id)
     SELECT id FROM pris`,
    [recus, le, par],
  );
  await ctx.query(
    `INSERT INTO bilan_version (bilan_id, ${CLES}, numero, contenu, empreinte, transmis_le, transmis_par)
     SELECT b.id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, 1, r.contenu, r.empreinte, $2, $3
     FROM ${RECU} JOIN bilan_trimestriel b ON ${OUVERT}`,
    [recus, le, par],
  );
  await ctx.query(
    `INSERT INTO valeur (bilan_id, ${CLES}, indicateur_id, valeur, numerateur, denominateur)
     SELECT b.id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, v."indicateurId", v.valeur,
            v.numerateur, v.denominateur
     FROM ${RECU} JOIN bilan_trimestriel b ON ${OUVERT}
     CROSS JOIN LATERAL jsonb_to_recordset(r.contenu -> 'valeurs')
       AS v("indicateurId" uuid, valeur numeric, numerateur numeric, denominateur numeric)`,
    [recus],
  );
  return pris.length;
}
