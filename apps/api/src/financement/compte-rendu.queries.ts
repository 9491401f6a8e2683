import type { ContextePersonne } from '@coopilote/db';
import type {
  CompteRenduFinancierResume,
  ContenuCompteRenduFinancier,
  NatureFinancement,
  VersionCompteRenduFinancier,
} from '@coopilote/domain/financement';
import { instant } from '../platform/sql';
import { conditionsDeLecture } from './financement.queries';

export type CompteRenduEnBase = CompteRenduFinancierResume & {
  cooperativeId: string;
  departementCode: string;
  cooperative: string;
  annee: number;
  contenu: ContenuCompteRenduFinancier;
  motif: string | null;
  version: number;
  demonstration: boolean;
};

/** Comptes rendus financiers of a CA for a year; one of them when `id` is given. */
export async function listComptesRendus(
  ctx: ContextePersonne,
  filtre: { cooperativeId: string; annee: number } | { id: string },
): Promise<CompteRenduEnBase[]> {
  const c = conditionsDeLecture(ctx, 'r');
  if ('id' in filtre) c.et(`r.id = ${c.param(filtre.id)}`);
  else c.et(`r.cooperative_id = ${c.param(filtre.cooperativeId)}`).et(`r.annee = ${c.param(filtre.annee)}`);
  return ctx.query(
    `SELECT r.id, r.cooperative_id AS "cooperativeId", r.departement_code AS "departementCode", c.intitule AS cooperative, c.demonstration, r.structure_id AS "structureId",
            coalesce(s.nom, '') AS structure, r.fiche_action_id AS "ficheActionId", f.intitule AS action, r.annee, r.etat, r.contenu,
            r.motif, ${instant('r.transmis_le')} AS "transmisLe", r.version
     FROM compte_rendu_financier r JOIN cooperative c ON c.id = r.cooperative_id
     LEFT JOIN structure s ON s.id = r.structure_id LEFT JOIN fiche_action f ON f.id = r.fiche_action_id
     ${c.where} ORDER BY s.nom, f.intitule NULLS FIRST, r.id`,
    c.params,
  );
}

/** What is known of an action's money for a year: what was engaged, and what was received of it. */
export async function listReceived(
  ctx: ContextePersonne,
  cle: { cooperativeId: string; structureId: string; annee: number; ficheActionId: string | null },
): Promise<{ nature: NatureFinancement; montant: number; recu: number }[]> {
  return ctx.query(
    `SELECT e.nature, e.montant, CASE WHEN e.reporte_de IS NULL THEN 0 ELSE e.montant END + coalesce((
       SELECT sum(CASE v.genre WHEN 'VERSEMENT' THEN v.montant ELSE -v.montant END)
       FROM versement v WHERE v.engagement_id = e.id AND v.verse_le IS NOT NULL), 0)::bigint AS recu
     FROM engagement e WHERE e.cooperative_id = $1 AND e.structure_id = $2 AND e.annee = $3
       AND e.fiche_action_id IS NOT DISTINCT FROM $4::uuid`,
    [cle.cooperativeId, cle.structureId, cle.annee, cle.ficheActionId],
  );
}

/** Beneficiaries that the action's reports of the year tell, from those that were sent; null when none was. */
export async function sumBeneficiaries(
  ctx: ContextePersonne,
  ficheActionId: string,
  annee: number,
): Promise<number | null> {
  const [ligne] = await ctx.query<{ total: number | null }>(
    `SELECT sum(beneficiaires) AS total FROM bilan_trimestriel WHERE fiche_action_id = $1 AND annee = $2 AND numero_version > 0`,
    [ficheActionId, annee],
  );
  return ligne?.total ?? null;
}

/** Every sending of a compte rendu, last first, with the reason for which it came back (R15). */
export async function listCompteRenduVersions(
  ctx: ContextePersonne,
  id: string,
): Promise<VersionCompteRenduFinancier[]> {
  return ctx.query(
    `SELECT v.numero, v.contenu, v.empreinte, ${instant('v.transmis_le')} AS "transmisLe",
            coalesce(app.nom_utilisateur(v.transmis_par), '') AS "transmisPar",
            CASE WHEN r.numero IS NOT NULL THEN jsonb_build_object('motif', r.motif, 'par', coalesce(app.nom_utilisateur(r.par), ''),
              'le', ${instant('r.le')}) END AS retour
     FROM compte_rendu_financier_version v LEFT JOIN compte_rendu_financier_retour r USING (compte_rendu_id, numero)
     WHERE v.compte_rendu_id = $1 ORDER BY v.numero DESC`,
    [id],
  );
}
