import type { Contexte, Logo } from '@coopilote/db';
import { normaliserRecherche } from '@coopilote/domain/commun';
import type { Perimetre } from '@coopilote/domain/droits';
import {
  nettoyerIdentifiant,
  type Doublon,
  type StructureLigne,
  type StructureLue,
  type StructuresDemandees,
} from '@coopilote/domain/structures';
import { Conditions, ordre, tranche } from '../platform/conditions';
import { motifs, plie } from '../platform/sql';

const EN_COURS = `a.debut <= app.aujourdhui() AND (a.fin IS NULL OR a.fin >= app.aujourdhui())`;
/** CAs that the reader may see and of which the structure is a member today. */
const COOPERATIVES = `(SELECT count(DISTINCT a.cooperative_id)::int FROM adhesion a WHERE a.structure_id = s.id AND ${EN_COURS})`;
/** A structure of another region keeps its line: its lists are not readable from here. */
const SOURCE = `FROM structure s JOIN commune c ON c.code = s.commune_code LEFT JOIN liste_valeur l ON l.id = s.secteur_id`;
const LIGNE = `s.id, s.nom, s.sigle, s.forme_juridique AS "formeJuridique", s.secteur_id AS "secteurId",
  coalesce(l.libelle, '') AS secteur, s.commune_code AS "communeCode", c.nom AS commune,
  s.departement_code AS "departementCode", s.siret, s.demonstration`;

const TRIS = {
  nom: 's.nom',
  sigle: 's.sigle',
  formeJuridique: 's.forme_juridique',
  secteur: 'l.libelle',
  commune: 'c.nom',
  departementCode: 's.departement_code',
  siret: 's.siret',
  cooperatives: COOPERATIVES,
};

/** Structures of the perimeter's départements, members of its CAs, and the person's own. */
function lisibles(perimetre: Perimetre): Conditions {
  const c = new Conditions();
  return c.et(
    `(${c.dans({ ...perimetre, cooperatives: [] }, 's')} OR s.id = ANY (${c.param(perimetre.structures)}::uuid[])
      OR EXISTS (SELECT 1 FROM adhesion a WHERE a.structure_id = s.id AND ${c.dans(perimetre, 'a')}))`,
  );
}

export async function listStructures(
  ctx: Contexte,
  demande: StructuresDemandees,
  perimetre: Perimetre,
): Promise<{ lignes: StructureLigne[]; total: number }> {
  const c = lisibles(perimetre)
    .si(demande.departement, (place) => `s.departement_code = ${place}`)
    .si(demande.secteur, (place) => `s.secteur_id = ${place}`)
    .si(
      demande.cooperative,
      (place) =>
        `EXISTS (SELECT 1 FROM adhesion a WHERE a.structure_id = s.id AND a.cooperative_id = ${place} AND ${EN_COURS})`,
    );
  if (demande.q) {
    const mots = c.param(motifs(normaliserRecherche(demande.q)));
    const siret = c.param(`${nettoyerIdentifiant(demande.q)}%`);
    c.et(
      `(s.nom_recherche || ' ' || ${plie("coalesce(s.sigle, '')")} LIKE ALL (${mots}::text[]) OR s.siret LIKE ${siret})`,
    );
  }
  const [compte] = await ctx.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM structure s ${c.where}`,
    c.params,
  );
  const lignes = await ctx.query<StructureLigne>(
    `SELECT ${LIGNE}, ${COOPERATIVES} AS cooperatives ${SOURCE} ${c.where}
     ${ordre(demande.tri, TRIS, 's.nom', 's.id')} ${tranche(demande).limite}`,
    c.params,
  );
  return { lignes, total: compte?.total ?? 0 };
}

/** A structure as it stands, without its CAs, contacts and operations. */
export type StructureTrouvee = Omit<StructureLue, 'cooperatives' | 'contacts' | 'conventions' | 'operations'>;

export async function findStructure(ctx: Contexte, id: string, perimetre: Perimetre): Promise<StructureTrouvee | null> {
  const c = lisibles(perimetre);
  c.et(`s.id = ${c.param(id)}`);
  const [structure] = await ctx.query<StructureTrouvee>(
    `SELECT ${LIGNE}, s.region_code AS "regionCode", s.agrement_esus AS "agrementEsus", s.siren, s.rna, s.finess, s.adresse,
            s.telephone, s.courriel, s.presentation, s.logo, s.version ${SOURCE} ${c.where}`,
    c.params,
  );
  return structure ?? null;
}

/** CAs that the reader may see, of which the structure is or was a member; the present ones first. */
export async function listCooperatives(
  ctx: Contexte,
  id: string,
): Promise<(StructureLue['cooperatives'][number] & { departementCode: string })[]> {
  return ctx.query(
    `SELECT ca.id, ca.intitule, a.debut, a.fin, ca.departement_code AS "departementCode"
     FROM adhesion a JOIN cooperative ca ON ca.id = a.cooperative_id
     WHERE a.structure_id = $1 ORDER BY a.fin DESC NULLS FIRST, ca.intitule, a.id`,
    [id],
  );
}

export async function findCommune(
  ctx: Contexte,
  code: string,
): Promise<{ regionCode: string; departementCode: string } | null> {
  const [commune] = await ctx.query<{ regionCode: string; departementCode: string }>(
    `SELECT d.region_code AS "regionCode", d.code AS "departementCode"
     FROM commune c JOIN departement d ON d.code = c.departement_code WHERE c.code = $1`,
    [code],
  );
  return commune ?? null;
}

/** What tells a structure from others, cleaned; null is not compared. */
export interface Signalement {
  siret: string | null;
  rna: string | null;
  finess: string | null;
  nom: string | null;
  communeCode: string | null;
}

/** Structures known anywhere by one of the numbers, or nearly by name in the commune; ten at most. */
export async function findDoublons(ctx: Contexte, s: Signalement): Promise<Doublon[]> {
  return ctx.query(
    `SELECT id, nom, commune, departement_code AS "departementCode", siret, motif
     FROM app.doublons_structure($1, $2, $3, $4, $5)`,
    [s.siret, s.rna, s.finess, s.nom, s.communeCode],
  );
}

/** The same for several at once, each known by its row; those that a number tells come first. */
export async function findDoublonsParLigne(
  ctx: Contexte,
  signalements: (Signalement & { ligne: number })[],
): Promise<(Doublon & { ligne: number })[]> {
  return ctx.query(
    `SELECT r.ligne, d.id, d.nom, d.commune, d.departement_code AS "departementCode", d.siret, d.motif
     FROM jsonb_to_recordset($1::jsonb) AS r(ligne integer, siret text, rna text, finess text, nom text, "communeCode" text)
     CROSS JOIN LATERAL (
       SELECT * FROM app.doublons_structure(r.siret, r.rna, r.finess, NULL, NULL)
       UNION SELECT * FROM app.doublons_structure(NULL, NULL, NULL, r.nom, r."communeCode")) d
     ORDER BY r.ligne, d.motif = 'NOM', d.nom`,
    [JSON.stringify(signalements)],
  );
}

/** The structure's main contact is this one alone. */
export async function keepOnePrincipal(ctx: Contexte, structureId: string, contactId: string): Promise<void> {
  await ctx.query(
    'UPDATE contact SET principal = false, version = version + 1 WHERE structure_id = $1 AND id <> $2 AND principal',
    [structureId, contactId],
  );
}

/** Keeps an image, once for all those that are the same. */
export async function insertLogo(ctx: Contexte, { empreinte, type, octets }: Logo): Promise<void> {
  await ctx.query('INSERT INTO logo (empreinte, type, octets) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    empreinte,
    type,
    octets,
  ]);
}
