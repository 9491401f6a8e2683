import type { ContextePersonne } from '@coopilote/db';
import { perimetreDe } from '@coopilote/domain/droits';
import type {
  AppelLu,
  MiseADispositionLue,
  MiseFigee,
  MiseResume,
  PartieMise,
  PeriodeLue,
} from '@coopilote/domain/financement';
import { Conditions } from '../platform/conditions';

/** Rows of `m` that the reader may see: the service's lock, beside the policies. A draft is the lender's and the ARS's. */
function lisibles(ctx: ContextePersonne): Conditions {
  const c = new Conditions();
  const perimetre = perimetreDe(ctx.identite, 'miseADisposition.lire');
  const siennes = c.param(perimetre.structures);
  return c.et(
    `(${c.dans(perimetre, 'm')} OR m.structure_id = ANY (${siennes}::uuid[]) OR (m.etat <> 'BROUILLON' AND EXISTS (
       SELECT 1 FROM partie_mise p WHERE p.mise_id = m.id AND p.structure_id = ANY (${siennes}::uuid[]))))`,
  );
}

export type ResumeEnBase = Omit<MiseResume, 'manques'> & { parties: PartieMise[] };

const PARTIES = `coalesce((SELECT jsonb_agg(jsonb_build_object('structureId', p.structure_id, 'structure', coalesce(ps.nom, ''),
    'preteur', p.structure_id = m.structure_id, 'cle', p.cle, 'deliberationLe', p.deliberation_le, 'cseLe', p.cse_le,
    'cseSansObjet', p.cse_sans_objet, 'avenantLe', p.avenant_le, 'signataire', p.signataire, 'signeLe', p.signe_le, 'version', p.version)
    ORDER BY p.rang) FROM partie_mise p LEFT JOIN structure ps ON ps.id = p.structure_id WHERE p.mise_id = m.id), '[]') AS parties`;

/** Mises à disposition of a CA, or all that the reader sees. */
export async function listMises(ctx: ContextePersonne, cooperative: string | null): Promise<ResumeEnBase[]> {
  const c = lisibles(ctx).si(cooperative, (p) => `m.cooperative_id = ${p}`);
  return ctx.query(
    `SELECT m.id, m.cooperative_id AS "cooperativeId", m.genre, m.etat, m.intitule, m.structure_id AS "structureId",
            coalesce(s.nom, '') AS structure, m.debut, m.fin, x."coutPrevu", x."coutReel", ${PARTIES},
            ARRAY(SELECT coalesce(b.nom, '') FROM partie_mise p LEFT JOIN structure b ON b.id = p.structure_id
                  WHERE p.mise_id = m.id AND p.structure_id <> m.structure_id ORDER BY p.rang) AS beneficiaires
     FROM mise_a_disposition m LEFT JOIN structure s ON s.id = m.structure_id
     CROSS JOIN LATERAL (SELECT coalesce(sum(prevu), 0)::bigint AS "coutPrevu", coalesce(sum(reel), 0)::bigint AS "coutReel"
                         FROM cout_mise WHERE mise_id = m.id) x
     ${c.where} ORDER BY m.debut DESC, m.intitule, m.id`,
    c.params,
  );
}

type AppelEnBase = Omit<AppelLu, 'etat'>;
export type MiseEnBase = Omit<MiseADispositionLue, 'parties' | 'periodes' | 'manques' | 'signeeLe' | 'redigeable'> & {
  parties: Omit<PartieMise, 'approuvable'>[];
  periodes: (Omit<PeriodeLue, 'partPreteur' | 'appels'> & { appels: AppelEnBase[] })[];
  fige: MiseFigee | null;
};

/** One of them, whole. */
export async function loadMise(ctx: ContextePersonne, id: string): Promise<MiseEnBase | null> {
  const c = lisibles(ctx);
  c.et(`m.id = ${c.param(id)}`);
  const [mise] = await ctx.query<MiseEnBase>(
    `SELECT m.id, m.cooperative_id AS "cooperativeId", m.structure_id AS "structureId", coalesce(s.nom, '') AS structure, m.genre,
            m.etat, m.intitule, m.contexte, m.fiche_action_id AS "ficheActionId", f.intitule AS action, m.fonction, m.quotite, m.moyens,
            m.porteur_contrat_id AS "porteurContratId", pc.nom AS "porteurContrat", m.debut, m.fin, m.tva, m.taux_tva AS "tauxTva",
            m.motif_sans_tva AS "motifSansTva", m.obligations_preteur AS "obligationsPreteur",
            m.obligations_beneficiaires AS "obligationsBeneficiaires", m.fin_effective AS "finEffective", m.motif_fin AS "motifFin",
            m.fige, m.version, ${PARTIES},
            (SELECT jsonb_build_object('id', r.id, 'intitule', r.intitule) FROM mise_a_disposition r WHERE r.id = m.remplace_id) AS remplace,
            (SELECT jsonb_build_object('id', r.id, 'intitule', r.intitule) FROM mise_a_disposition r WHERE r.remplace_id = m.id) AS remplacee,
            coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'annee', k.annee, 'poste', k.poste, 'libelle', k.libelle,
                        'prevu', k.prevu, 'reel', k.reel) ORDER BY k.annee, k.rang, k.id)
                      FROM cout_mise k WHERE k.mise_id = m.id), '[]') AS couts,
            coalesce((SELECT jsonb_agg(jsonb_build_object('id', q.id, 'debut', q.debut, 'fin', q.fin, 'cout', q.cout, 'appels', q.appels)
                        ORDER BY q.debut) FROM (
              SELECT q.*, coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'structureId', a.structure_id,
                  'structure', coalesce(b.nom, ''), 'ht', a.ht, 'tva', a.tva, 'ttc', a.ttc, 'factureLe', a.facture_le, 'numero', a.numero,
                  'payeLe', a.paye_le, 'version', a.version) ORDER BY p.rang)
                FROM appel_mise a LEFT JOIN structure b ON b.id = a.structure_id
                LEFT JOIN partie_mise p ON p.mise_id = a.mise_id AND p.structure_id = a.structure_id
                WHERE a.periode_id = q.id), '[]') AS appels
              FROM periode_mise q WHERE q.mise_id = m.id) q), '[]') AS periodes
     FROM mise_a_disposition m LEFT JOIN structure s ON s.id = m.structure_id LEFT JOIN fiche_action f ON f.id = m.fiche_action_id
     LEFT JOIN structure pc ON pc.id = m.porteur_contrat_id
     ${c.where}`,
    c.params,
  );
  return mise ?? null;
}

/** Structures that are members today, those of the reader alone when `siennes` is given. */
export async function listLenders(
  ctx: ContextePersonne,
  cooperativeId: string,
  siennes: readonly string[] | null,
): Promise<{ structureId: string; structure: string }[]> {
  return ctx.query(
    `SELECT DISTINCT s.id AS "structureId", s.nom AS structure FROM adhesion a JOIN structure s ON s.id = a.structure_id
     WHERE a.cooperative_id = $1 AND (a.fin IS NULL OR a.fin >= app.aujourdhui()) AND ($2::uuid[] IS NULL OR s.id = ANY ($2))
     ORDER BY s.nom`,
    [cooperativeId, siennes],
  );
}

/** Accounts that write today for some members of a CA. */
export async function listWriters(
  ctx: ContextePersonne,
  cooperativeId: string,
  structures: readonly string[],
): Promise<string[]> {
  const lignes = await ctx.query<{ id: string }>('SELECT app.comptes_des_membres($1, $2::uuid[]) AS id', [
    cooperativeId,
    structures,
  ]);
  return lignes.map(({ id }) => id);
}

/** Those of the structures that are not members at any time between two days. */
export async function listNonMembers(
  ctx: ContextePersonne,
  cooperativeId: string,
  structures: readonly string[],
  { debut, fin }: { debut: string; fin: string },
): Promise<string[]> {
  const lignes = await ctx.query<{ id: string }>(
    `SELECT s.id FROM unnest($2::uuid[]) s(id) WHERE NOT EXISTS (
       SELECT 1 FROM adhesion a WHERE a.cooperative_id = $1 AND a.structure_id = s.id
         AND daterange(a.debut, a.fin, '[]') && daterange($3, $4, '[]'))`,
    [cooperativeId, structures, debut, fin],
  );
  return lignes.map(({ id }) => id);
}

type DuDocument = Pick<MiseFigee, 'region' | 'departement' | 'cooperative' | 'structures' | 'demonstration'>;

/** What the document takes from the other tables. */
export async function loadIdentities(ctx: ContextePersonne, id: string): Promise<DuDocument | null> {
  const [lu] = await ctx.query<DuDocument>(
    `SELECT r.nom AS region, d.nom AS departement, c.intitule AS cooperative, c.demonstration,
       (SELECT jsonb_agg(jsonb_build_object('structureId', s.id, 'nom', s.nom, 'formeJuridique', s.forme_juridique, 'siret', s.siret,
          'rna', s.rna, 'finess', s.finess, 'adresse', nullif(concat_ws(', ', s.adresse, co.nom), ''),
          'preteur', p.structure_id = m.structure_id, 'cle', p.cle) ORDER BY p.rang)
        FROM partie_mise p JOIN structure s ON s.id = p.structure_id LEFT JOIN commune co ON co.code = s.commune_code
        WHERE p.mise_id = m.id) AS structures
     FROM mise_a_disposition m JOIN cooperative c ON c.id = m.cooperative_id JOIN departement d ON d.code = m.departement_code
     JOIN region r ON r.code = d.region_code WHERE m.id = $1`,
    [id],
  );
  return lu ?? null;
}

/** Holds it until the end of the transaction: what is called at once is added one after the other. */
export async function lockMise(ctx: ContextePersonne, id: string): Promise<void> {
  await ctx.query('SELECT 1 FROM mise_a_disposition WHERE id = $1 FOR UPDATE', [id]);
}

/** Writes what the lines really cost; of a planned line nothing else changes, and lines that were not planned come and go. */
export async function writeRealCosts(
  ctx: ContextePersonne,
  miseId: string,
  lignes: readonly { id: string; annee: number; poste: string; libelle: string | null; reel: number | null }[],
): Promise<void> {
  await ctx.query('DELETE FROM cout_mise WHERE mise_id = $1 AND prevu = 0 AND id <> ALL ($2::uuid[])', [
    miseId,
    lignes.map(({ id }) => id),
  ]);
  await ctx.query(
    `UPDATE cout_mise c SET reel = x.reel, annee = CASE c.prevu WHEN 0 THEN x.annee ELSE c.annee END,
       poste = CASE c.prevu WHEN 0 THEN x.poste ELSE c.poste END, libelle = CASE c.prevu WHEN 0 THEN x.libelle ELSE c.libelle END
     FROM jsonb_to_recordset($2::jsonb) x(id uuid, annee integer, poste text, libelle text, reel bigint)
     WHERE c.id = x.id AND c.mise_id = $1`,
    [miseId, JSON.stringify(lignes)],
  );
}
