import type { ContextePersonne } from '@coopilote/db';
import { ETATS_RECUS } from '@coopilote/domain/bilans';
import { perimetreDe } from '@coopilote/domain/droits';
import {
  GENRES_DIFFERENCE,
  type DifferenceFigee,
  type DifferencesDemandees,
  type GenreDifference,
} from '@coopilote/domain/etats-figes';
import { Conditions, ordre, tranche } from '../platform/conditions';
import { instant } from '../platform/sql';
import { maintenant, type Situation } from './etats-figes.queries';

const TRIS = {
  departementCode: 'x.departement_code',
  action: '(SELECT f.intitule FROM fiche_action f WHERE f.id = x.fiche_action_id)',
  structure: '(SELECT s.nom FROM structure s WHERE s.id = x.structure_id)',
  genre: 'x.rang',
};
const RECU = (etat: string) => `coalesce(${etat} IN (${ETATS_RECUS.map((e) => `'${e}'`).join(', ')}), false)`;

/** One measure of an indicator as people read it: a number, or the two terms of a ratio. */
const mesure = (v: string) => `CASE WHEN ${v}.numerateur IS NOT NULL OR ${v}.denominateur IS NOT NULL
  THEN to_jsonb(concat(trim_scale(${v}.numerateur), ' / ', trim_scale(${v}.denominateur))) ELSE to_jsonb(${v}.valeur) END`;
const AUX_DEUX = 'x.alors AND x.maintenant';
/** Fields of a report that are compared. */
const CHAMPS = [
  'etat',
  'beneficiaires',
  'beneficiaires_cibles',
  'territoire_commune_code',
  'structure_id',
  'thematiques',
  'publics',
];
/** A field of the report that changed, as it was and as it is. */
const champ = (genre: GenreDifference, objet: string, colonne: string, quand: string) =>
  `SELECT '${genre}', '${objet}', x.bilan_id, NULL::uuid, to_jsonb(x.${colonne}_a), to_jsonb(x.${colonne}_n)
   FROM bilans x WHERE ${quand} AND x.${colonne}_a IS DISTINCT FROM x.${colonne}_n`;
const GENRES_SQL = GENRES_DIFFERENCE.map((genre) => `'${genre}'`).join(', ');

/** Labels of the codes of a list, in their order; the codes themselves for those that the list has lost. */
const libelles = (
  liste: string,
  codes: string,
) => `(SELECT string_agg(coalesce(l.libelle, k.code), ', ' ORDER BY k.rang)
  FROM jsonb_array_elements_text(${codes}) WITH ORDINALITY k(code, rang)
  LEFT JOIN liste_valeur l ON l.liste = '${liste}' AND l.code = k.code AND l.region_code = d.region_code)`;
const enMots = (v: string) => `CASE p.objet
  WHEN 'TERRITOIRE' THEN to_jsonb((SELECT nom FROM commune WHERE code = p.${v} #>> '{}'))
  WHEN 'STRUCTURE' THEN to_jsonb((SELECT nom FROM structure WHERE id = (p.${v} #>> '{}')::uuid))
  WHEN 'RATTACHEMENT' THEN to_jsonb((SELECT libelle FROM indicateur_commun WHERE id = (p.${v} #>> '{}')::uuid))
  WHEN 'THEMATIQUES' THEN to_jsonb(${libelles('THEMATIQUE', `p.${v}`)})
  WHEN 'PUBLICS' THEN to_jsonb(${libelles('PUBLIC_CIBLE', `p.${v}`)})
  ELSE nullif(p.${v}, 'null'::jsonb) END`;

/**
 * Who brought a change, and when, for the rows of the page alone: what a report says came with its last sending; the rest is
 * told by the history, since the state was frozen.
 */
const TRACE = `LEFT JOIN LATERAL (
    SELECT app.nom_utilisateur(b.transmis_par) AS par, b.transmis_le AS le FROM bilan_trimestriel b
    WHERE p.genre IN ('RECU', 'CORRIGE') AND b.id = p.bilan_id AND b.transmis_le > e.fige_le
    UNION ALL
    (SELECT h.auteur, h.quand FROM historique h
    WHERE h.quand > e.fige_le AND p.genre NOT IN ('RECU', 'CORRIGE') AND CASE
      WHEN p.objet = 'BILAN' THEN h.objet = 'bilan_trimestriel' AND h.objet_id = p.bilan_id::text AND (h.apres ? 'etat' OR h.apres IS NULL)
      WHEN p.objet = 'PREVISION' THEN h.objet = 'prevision' AND h.objet_id = p.indicateur_id::text
      WHEN p.objet = 'RATTACHEMENT' THEN h.objet = 'indicateur' AND h.objet_id = p.indicateur_id::text AND h.apres ? 'indicateur_commun_id'
      WHEN p.objet = 'THEMATIQUES' THEN h.objet = 'cooperative_thematique' AND h.cooperative_id = p.cooperative_id
      ELSE h.objet = 'fiche_action' AND h.objet_id = p.fiche_action_id::text AND h.apres ?| CASE p.objet
        WHEN 'TERRITOIRE' THEN ARRAY['territoire_commune_code'] WHEN 'CIBLES' THEN ARRAY['beneficiaires_cibles']
        WHEN 'STRUCTURE' THEN ARRAY['structure_id'] ELSE ARRAY['public1_id', 'public2_id', 'public3_id'] END
    END ORDER BY h.id DESC LIMIT 1)) t ON true`;

/** All that is no longer as it was frozen: how much of each kind, and a page of one kind, or of all. */
export async function listDifferences(
  ctx: ContextePersonne,
  s: Situation,
  demande: DifferencesDemandees,
): Promise<{ comptes: Record<GenreDifference, number>; lignes: DifferenceFigee[]; total: number }> {
  const c = new Conditions();
  const perimetre = perimetreDe(ctx.identite, 'consolidation.lire');
  const etat = c.param(s.id);
  const genre = `${c.param(demande.genre ?? null)}::text`;
  const dans = (alias: string) => c.dans(perimetre, alias);
  const tri = ordre(
    demande.tri,
    TRIS,
    'x.rang, x.departement_code, x.fiche_action_id, x.objet',
    'x.bilan_id, x.indicateur_id',
  );
  const [lu] = await ctx.query<{ comptes: Record<GenreDifference, number>; lignes: DifferenceFigee[]; total: number }>(
    `WITH e AS MATERIALIZED (SELECT * FROM etat_fige WHERE id = ${etat}),
     bilans AS MATERIALIZED (
       SELECT coalesce(a.bilan_id, n.bilan_id) AS bilan_id, coalesce(n.fiche_action_id, a.fiche_action_id) AS fiche_action_id,
         coalesce(n.cooperative_id, a.cooperative_id) AS cooperative_id, coalesce(n.structure_id, a.structure_id) AS structure_id,
         coalesce(n.departement_code, a.departement_code) AS departement_code, a.bilan_id IS NOT NULL AS alors,
         n.bilan_id IS NOT NULL AS maintenant, ${CHAMPS.map((nom) => `a.${nom} AS ${nom}_a, n.${nom} AS ${nom}_n`).join(', ')},
         ${RECU('a.etat')} AS recu_avant, ${RECU('n.etat')} AS recu_apres
       FROM (SELECT * FROM etat_fige_bilan a WHERE a.etat_fige_id = ${etat} AND ${dans('a')}) a
       FULL JOIN (SELECT * FROM app.bilan_a_figer n WHERE ${maintenant(c, s, 'n')} AND ${dans('n')}) n USING (bilan_id)),
     valeurs AS MATERIALIZED (
       SELECT bilan_id, indicateur_id, ${mesure('a')} AS avant, ${mesure('n')} AS apres, a.prevision AS prevu_avant, n.prevision AS prevu_apres,
         a.indicateur_commun_id AS commun_avant, n.indicateur_commun_id AS commun_apres, a.bilan_id IS NOT NULL AND n.bilan_id IS NOT NULL AS deux
       FROM (SELECT * FROM etat_fige_valeur a WHERE a.etat_fige_id = ${etat} AND ${dans('a')}) a
       FULL JOIN (SELECT * FROM app.valeur_a_figer n WHERE ${maintenant(c, s, 'n')} AND ${dans('n')}) n USING (bilan_id, indicateur_id)
       WHERE (a.valeur, a.numerateur, a.denominateur, a.prevision, a.indicateur_commun_id)
         IS DISTINCT FROM (n.valeur, n.numerateur, n.denominateur, n.prevision, n.indicateur_commun_id)),
     changements (genre, objet, bilan_id, indicateur_id, avant, apres) AS (
       SELECT CASE WHEN x.recu_apres THEN 'RECU' WHEN x.recu_avant AND x.etat_n = 'A_COMPLETER' THEN 'RENVOYE'
           WHEN x.recu_avant OR NOT x.maintenant THEN 'RETIRE' ELSE 'OUVERT' END,
         'BILAN', x.bilan_id, NULL::uuid, to_jsonb(x.etat_a), to_jsonb(x.etat_n)
       FROM bilans x WHERE x.recu_avant <> x.recu_apres OR x.alors <> x.maintenant
       UNION ALL ${champ('CORRIGE', 'BENEFICIAIRES', 'beneficiaires', 'x.recu_avant AND x.recu_apres')}
       UNION ALL ${champ('PREVISION', 'CIBLES', 'beneficiaires_cibles', AUX_DEUX)}
       UNION ALL ${champ('DEPLACE', 'TERRITOIRE', 'territoire_commune_code', AUX_DEUX)}
       UNION ALL ${champ('DEPLACE', 'STRUCTURE', 'structure_id', AUX_DEUX)}
       UNION ALL ${champ('DEPLACE', 'THEMATIQUES', 'thematiques', AUX_DEUX)}
       UNION ALL ${champ('DEPLACE', 'PUBLICS', 'publics', AUX_DEUX)}
       UNION ALL SELECT 'CORRIGE', 'VALEUR', v.bilan_id, v.indicateur_id, v.avant, v.apres
       FROM valeurs v JOIN bilans x USING (bilan_id) WHERE x.recu_avant AND x.recu_apres AND v.avant IS DISTINCT FROM v.apres
       UNION ALL SELECT 'PREVISION', 'PREVISION', v.bilan_id, v.indicateur_id, to_jsonb(v.prevu_avant), to_jsonb(v.prevu_apres)
       FROM valeurs v JOIN bilans x USING (bilan_id) WHERE ${AUX_DEUX} AND v.prevu_avant IS DISTINCT FROM v.prevu_apres
       UNION ALL SELECT 'RATTACHEMENT', 'RATTACHEMENT', v.bilan_id, v.indicateur_id, to_jsonb(v.commun_avant), to_jsonb(v.commun_apres)
       FROM valeurs v WHERE v.deux AND v.commun_avant IS DISTINCT FROM v.commun_apres),
     tous AS MATERIALIZED (
       SELECT h.*, x.fiche_action_id, x.cooperative_id, x.structure_id, x.departement_code, x.maintenant AS existe,
         array_position(ARRAY[${GENRES_SQL}], h.genre) AS rang
       FROM changements h JOIN bilans x USING (bilan_id)),
     page AS (
       SELECT x.*, row_number() OVER (${tri}) AS place FROM tous x WHERE ${genre} IS NULL OR x.genre = ${genre} ${tri} ${tranche(demande).limite})
     SELECT (SELECT json_object_agg(g.genre, (SELECT count(*) FROM tous x WHERE x.genre = g.genre)) FROM unnest(ARRAY[${GENRES_SQL}]) g(genre)) AS comptes,
       (SELECT count(*)::int FROM tous x WHERE ${genre} IS NULL OR x.genre = ${genre}) AS total,
       coalesce((SELECT json_agg(json_build_object('genre', p.genre, 'objet', p.objet, 'bilanId', p.bilan_id, 'existe', p.existe,
           'action', f.intitule, 'structure', st.nom, 'cooperative', k.intitule, 'departementCode', p.departement_code,
           'indicateur', i.libelle, 'unite', i.unite, 'avant', ${enMots('avant')}, 'apres', ${enMots('apres')},
           'par', t.par, 'le', ${instant('t.le')}) ORDER BY p.place)
         FROM page p CROSS JOIN e JOIN departement d ON d.code = p.departement_code
         LEFT JOIN fiche_action f ON f.id = p.fiche_action_id LEFT JOIN structure st ON st.id = p.structure_id
         LEFT JOIN cooperative k ON k.id = p.cooperative_id LEFT JOIN indicateur i ON i.id = p.indicateur_id ${TRACE}), '[]') AS lignes`,
    c.params,
  );
  if (!lu) throw new Error('Différences absentes');
  return lu;
}
