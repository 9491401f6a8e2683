import type { ContextePersonne } from '@coopilote/db';
import type { PageDemandee } from '@coopilote/domain/commun';
import type { SourceConsolidation } from '@coopilote/domain/consolidation';
import { ordre, tranche } from '../platform/conditions';
import { avecTotal, COMPTE } from './consolidation.queries';
import type { Selection } from './selection.queries';

const TRIS: Record<string, string> = {
  departementCode: 's.departement_code',
  action: '(SELECT f.intitule FROM fiche_action f WHERE f.id = s.fiche_action_id)',
  structure: '(SELECT x.nom FROM structure x WHERE x.id = s.structure_id)',
  cooperative: '(SELECT c.intitule FROM cooperative c WHERE c.id = s.cooperative_id)',
  trimestre: '(s.annee * 4 + s.trimestre)',
  beneficiaires: 's.beneficiaires',
  valeur: 's.valeur',
};

/**
 * What a figure is made of: the received reports, or those that carry a value of the common indicator. With `manquantes`,
 * what it lacks: the reports expected and not received, and those received without the value.
 */
export function listSources(ctx: ContextePersonne, s: Selection, demande: PageDemandee, manquantes: boolean) {
  const tri = ordre(demande.tri, TRIS, 's.departement_code, s.annee DESC, s.trimestre DESC', 's.id, s.indicateur_id');
  const valeurs = s.commun
    ? `JOIN indicateur i ON i.fiche_action_id = b.fiche_action_id
       JOIN indicateur_commun m ON m.id = i.indicateur_commun_id AND ${s.commun}
       LEFT JOIN valeur v ON v.bilan_id = b.id AND v.indicateur_id = i.id AND ${COMPTE}`
    : '';
  const colonnes = s.commun
    ? 'i.id AS indicateur_id, v.valeur, v.numerateur, v.denominateur'
    : 'NULL::uuid AS indicateur_id, NULL::numeric AS valeur, NULL::numeric AS numerateur, NULL::numeric AS denominateur';
  const la = `(${s.recu}${s.commun ? ' AND v.bilan_id IS NOT NULL' : ''})`;
  return avecTotal<SourceConsolidation>(
    ctx,
    `WITH sources AS MATERIALIZED (
       SELECT b.id, b.fiche_action_id, b.structure_id, b.cooperative_id, b.departement_code, b.annee, b.trimestre, b.etat,
              b.echeance, b.beneficiaires, ${colonnes}
       FROM bilan_trimestriel b ${valeurs} ${s.where} AND ${manquantes ? 'NOT ' : ''}${la}),
     page AS (SELECT s.*, row_number() OVER (${tri}) AS rang FROM sources s ${tri} ${tranche(demande).limite})
     SELECT t.total, p.id AS "bilanId", p.indicateur_id AS "indicateurId", p.fiche_action_id AS "ficheActionId", f.intitule AS action,
       coalesce(st.nom, '') AS structure, c.intitule AS cooperative, p.departement_code AS "departementCode", p.annee, p.trimestre,
       p.etat, p.echeance, p.beneficiaires, p.valeur, p.numerateur, p.denominateur
     FROM (SELECT count(*) AS total FROM sources) t
     LEFT JOIN page p ON true
     LEFT JOIN fiche_action f ON f.id = p.fiche_action_id
     LEFT JOIN cooperative c ON c.id = p.cooperative_id
     LEFT JOIN structure st ON st.id = p.structure_id
     ORDER BY p.rang`,
    s.params,
    'bilanId',
  );
}
