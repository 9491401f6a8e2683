import { Partie, type Contexte, type ContextePersonne } from '@coopilote/db';
import type {
  ActeResume,
  ConventionDecrite,
  GenreActe,
  RemarqueLue,
  SignatureLue,
} from '@coopilote/domain/conventions';
import { nomActe } from '@coopilote/domain/conventions';
import type { Perimetre } from '@coopilote/domain/droits';
import { Conditions } from '../platform/conditions';
import { instant } from '../platform/sql';

export interface ConventionEnBase {
  id: string;
  cooperativeId: string;
  numero: number;
  resiliationEffet: string | null;
}

/** Conventions of a CA, the newest first. */
export async function listConventions(ctx: ContextePersonne, cooperativeId: string): Promise<ConventionEnBase[]> {
  return ctx.query(
    `SELECT id, cooperative_id AS "cooperativeId", numero, resiliation_effet AS "resiliationEffet"
     FROM convention WHERE cooperative_id = $1 ORDER BY numero DESC`,
    [cooperativeId],
  );
}

export type ActeEnBase = ActeResume & { conventionId: string };

/** Texts of some conventions that the reader sees, in their order, with how many signatures they have and wait for. */
export async function listActes(ctx: Contexte, conventionIds: string[]): Promise<ActeEnBase[]> {
  const rows = await ctx.query<Omit<ActeEnBase, 'nom'> & { genre: GenreActe }>(
    `SELECT a.id, a.convention_id AS "conventionId", a.genre, a.numero, a.etat, a.objet, a.duree_mois AS "dureeMois",
            ${instant('a.fige_le')} AS "figeLe", a.effet,
            (SELECT count(*)::int FROM signature s WHERE s.acte_id = a.id) AS signatures,
            coalesce(jsonb_array_length(t.contenu #> '{donnees,parties}'), 0) AS attendues
     FROM acte a LEFT JOIN acte_texte t ON t.acte_id = a.id WHERE a.convention_id = ANY ($1::uuid[])
     ORDER BY a.convention_id, a.numero, a.etat = 'ABANDONNE', a.id`,
    [conventionIds],
  );
  return rows.map((acte) => ({ ...acte, nom: nomActe(acte.genre, acte.numero) }));
}

/** Last signed text of a convention: what binds its parties. */
export async function findSigne(
  ctx: ContextePersonne,
  conventionId: string,
  jour: string | null = null,
): Promise<string | undefined> {
  const [acte] = await ctx.query<{ id: string }>(
    `SELECT id FROM acte WHERE convention_id = $1 AND etat = 'SIGNE' AND ($2::date IS NULL OR effet <= $2::date)
     ORDER BY numero DESC LIMIT 1`,
    [conventionId, jour],
  );
  return acte?.id;
}

/** Number that the next convention of a CA takes. */
export async function nextConvention(ctx: ContextePersonne, cooperativeId: string): Promise<number> {
  const [ligne] = await ctx.query<{ numero: number }>(
    'SELECT coalesce(max(numero), 0) + 1 AS numero FROM convention WHERE cooperative_id = $1',
    [cooperativeId],
  );
  return ligne?.numero ?? 1;
}

export async function listSignatures(ctx: ContextePersonne, acteId: string): Promise<SignatureLue[]> {
  return ctx.query(
    `SELECT partie_id AS "partieId", signe_le AS "signeLe", mode, app.nom_utilisateur(utilisateur_id) AS par,
            piece_id AS "pieceId", empreinte
     FROM signature WHERE acte_id = $1 ORDER BY signe_le, enregistre_le`,
    [acteId],
  );
}

export async function listRemarques(ctx: ContextePersonne, acteId: string): Promise<RemarqueLue[]> {
  return ctx.query(
    `SELECT r.id, r.article, r.texte, app.nom_utilisateur(r.utilisateur_id) AS auteur, s.nom AS structure,
            ${instant('r.cree_le')} AS "creeLe", r.traitee
     FROM remarque_convention r LEFT JOIN structure s ON s.id = r.structure_id WHERE r.acte_id = $1 ORDER BY r.cree_le, r.id`,
    [acteId],
  );
}

/** Accounts that may sign: those of some structures, and for the ARS (null) those of the département or of the region. */
export async function listSignataires(
  ctx: ContextePersonne,
  ca: { departementCode: string; regionCode: string },
  structureIds: string[],
): Promise<{ id: string; nom: string; structureId: string | null }[]> {
  return ctx.query(
    `SELECT DISTINCT u.id, u.prenom || ' ' || u.nom AS nom, t.structure_id AS "structureId"
     FROM attribution t JOIN utilisateur u ON u.id = t.utilisateur_id
     WHERE u.actif AND t.debut <= app.aujourdhui() AND (t.fin IS NULL OR t.fin >= app.aujourdhui())
       AND ((t.role = 'PARTENAIRE' AND t.structure_id = ANY ($1::uuid[]))
            OR (t.role = 'COORDINATEUR_DD' AND t.departement_code = $2) OR (t.role = 'ADMIN_REGIONAL' AND t.region_code = $3))
     ORDER BY nom`,
    [structureIds, ca.departementCode, ca.regionCode],
  );
}

/** The exact file that a frozen text is, and its hash. */
export async function findFichier(
  ctx: ContextePersonne,
  acteId: string,
): Promise<{ fichier: Buffer; empreinte: string } | undefined> {
  const [texte] = await ctx.query<{ fichier: Buffer | null; empreinte: string }>(
    'SELECT fichier, empreinte FROM acte_texte WHERE acte_id = $1',
    [acteId],
  );
  return texte?.fichier ? { fichier: texte.fichier, empreinte: texte.empreinte } : undefined;
}

/** Signed texts that describe a fiche-action: what its page says before it is changed (R7). */
export async function findTouchee(
  ctx: ContextePersonne,
  ficheActionId: string,
  cooperativeId: string,
): Promise<{ conventionId: string; conventionNumero: number; genre: GenreActe; numero: number } | undefined> {
  const [touchee] = await ctx.query<{
    conventionId: string;
    conventionNumero: number;
    genre: GenreActe;
    numero: number;
  }>(
    `SELECT a.convention_id AS "conventionId", k.numero AS "conventionNumero", a.genre, a.numero
     FROM acte a JOIN acte_texte t ON t.acte_id = a.id JOIN convention k ON k.id = a.convention_id
     WHERE a.cooperative_id = $2 AND a.etat = 'SIGNE'
       AND t.contenu #> '{donnees,actions}' @> jsonb_build_array(jsonb_build_object('id', $1::text))
       AND NOT EXISTS (SELECT 1 FROM acte b WHERE b.convention_id = a.convention_id AND b.etat = 'SIGNE' AND b.numero > a.numero)
     ORDER BY k.numero DESC LIMIT 1`,
    [ficheActionId, cooperativeId],
  );
  return touchee;
}

/** Parties as they are given: those that are known change, the others come. */
export async function upsertParties(ctx: ContextePersonne, parties: Partial<Partie>[]): Promise<void> {
  if (parties.length === 0) return;
  await ctx.manager
    .createQueryBuilder()
    .insert()
    .into(Partie)
    .values(parties)
    .orUpdate(['rang', 'genre', 'structure_id', 'nom', 'representant', 'qualite', 'signataire_id'], ['id'])
    .updateEntity(false)
    .execute();
}

/** Accounts to tell: of the structures that are parties, or the signatories alone. */
export async function listDestinataires(
  ctx: ContextePersonne,
  conventionId: string,
  signataires: boolean,
): Promise<string[]> {
  const rows = await ctx.query<{ id: string }>(
    signataires
      ? 'SELECT DISTINCT signataire_id AS id FROM partie WHERE convention_id = $1 AND signataire_id IS NOT NULL'
      : `SELECT app.comptes_des_membres(v.cooperative_id, ARRAY(SELECT p.structure_id FROM partie p WHERE p.convention_id = v.id
           AND p.structure_id IS NOT NULL AND app.est_partie(p.convention_id, p.cooperative_id, p.structure_id, app.aujourdhui()))) AS id
         FROM convention v WHERE v.id = $1`,
    [conventionId],
  );
  return rows.map(({ id }) => id);
}

/** Conventions of a perimeter that are not over, with the name of their CA. */
export async function listInPerimetre(
  ctx: ContextePersonne,
  perimetre: Perimetre,
): Promise<(ConventionEnBase & { cooperative: string })[]> {
  const c = new Conditions().et(`k.phase <> 'CLOSE'`).perimetre(perimetre, 'v');
  return ctx.query(
    `SELECT v.id, v.cooperative_id AS "cooperativeId", v.numero, v.resiliation_effet AS "resiliationEffet", k.intitule AS cooperative
     FROM convention v JOIN cooperative k ON k.id = v.cooperative_id ${c.where} ORDER BY v.id`,
    c.params,
  );
}

/** Texts that wait for the caller's own signature, on one CA or everywhere. */
export async function listToSign(
  ctx: ContextePersonne,
  cooperativeId: string | null,
): Promise<{ id: string; genre: GenreActe; numero: number; cooperative: string; partie: string }[]> {
  return ctx.query(
    `SELECT a.id, a.genre, a.numero, k.intitule AS cooperative, p.nom AS partie
     FROM partie p JOIN acte a ON a.convention_id = p.convention_id JOIN cooperative k ON k.id = a.cooperative_id
     JOIN acte_texte t ON t.acte_id = a.id
     WHERE p.signataire_id = app.utilisateur_id() AND a.etat = 'EN_SIGNATURE' AND ($1::uuid IS NULL OR a.cooperative_id = $1)
       AND t.contenu #> '{donnees,parties}' @> jsonb_build_array(jsonb_build_object('id', p.id::text))
       AND NOT EXISTS (SELECT 1 FROM signature s WHERE s.acte_id = a.id AND s.partie_id = p.id)
     ORDER BY a.fige_le, a.id`,
    [cooperativeId],
  );
}

export interface ConventionSuivie extends ConventionEnBase {
  cooperative: string;
  bilanAnnuelPrevu: boolean;
  /** Accounts that coordinate the CA. */
  animation: string[];
  /** Accounts named to sign the text under way, for the parties that have not. */
  signataires: string[];
}

/** Every convention of a CA that is not over, with whom its calendar concerns: for a job. */
export async function listSuivies(ctx: Contexte, aujourdhui: string): Promise<ConventionSuivie[]> {
  return ctx.query(
    `SELECT v.id, v.cooperative_id AS "cooperativeId", v.numero, v.resiliation_effet AS "resiliationEffet", k.intitule AS cooperative,
            app.bilan_annuel_prevu(k.id, $1) AS "bilanAnnuelPrevu",
            array_remove(ARRAY[k.coordinateur_dd_id, k.copilote_id], NULL) AS animation,
            ARRAY(SELECT DISTINCT p.signataire_id FROM partie p JOIN acte a ON a.convention_id = p.convention_id AND a.etat = 'EN_SIGNATURE'
                  JOIN acte_texte t ON t.acte_id = a.id
                    AND t.contenu #> '{donnees,parties}' @> jsonb_build_array(jsonb_build_object('id', p.id::text))
                  WHERE p.convention_id = v.id AND p.signataire_id IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM signature s WHERE s.acte_id = a.id AND s.partie_id = p.id)) AS signataires
     FROM convention v JOIN cooperative k ON k.id = v.cooperative_id WHERE k.phase <> 'CLOSE' ORDER BY v.id`,
    [aujourdhui],
  );
}

/** What the text in force of some conventions holds of the programme. */
export async function listDecrites(
  ctx: ContextePersonne,
  conventionIds: string[],
): Promise<(Omit<ConventionDecrite, 'acte'> & { genre: GenreActe; acteNumero: number })[]> {
  return ctx.query(
    `SELECT a.convention_id AS "conventionId", k.numero, a.genre, a.numero AS "acteNumero",
            ARRAY(SELECT o ->> 'id' FROM jsonb_array_elements(t.contenu #> '{donnees,objectifs}') o) AS objectifs,
            t.contenu #>> '{donnees,objectifGeneral}' IS NOT NULL AS general,
            ARRAY(SELECT p ->> 'structureId' FROM jsonb_array_elements(t.contenu #> '{donnees,parties}') p WHERE p ->> 'structureId' IS NOT NULL
                  UNION SELECT x ->> 'structureId' FROM jsonb_array_elements(t.contenu #> '{donnees,actions}') x) AS structures
     FROM acte a JOIN acte_texte t ON t.acte_id = a.id JOIN convention k ON k.id = a.convention_id
     WHERE a.convention_id = ANY ($1::uuid[]) AND a.etat = 'SIGNE'
       AND NOT EXISTS (SELECT 1 FROM acte b WHERE b.convention_id = a.convention_id AND b.etat = 'SIGNE' AND b.numero > a.numero)
     ORDER BY k.numero DESC`,
    [conventionIds],
  );
}
