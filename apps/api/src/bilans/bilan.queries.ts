import type { Contexte, ContextePersonne } from '@coopilote/db';
import {
  ETATS_RECUS,
  ETATS_SAISIE,
  QUESTIONS_BILAN,
  type AuteursBilan,
  type BilanLigne,
  type BilansDemandes,
  type ContenuBilan,
  type EtatBilan,
  type NiveauBilan,
  type ValeurBilan,
} from '@coopilote/domain/bilans';
import { lireTrimestre, normaliserRecherche, type Page, type Trimestre } from '@coopilote/domain/commun';
import { perimetreDe } from '@coopilote/domain/droits';
import type { ModeAgregation, TypeIndicateur, Unite } from '@coopilote/domain/referentiel';
import { Conditions, enPage, ordre, tranche } from '../platform/conditions';
import { sansPartenaire } from './acces';
import type { ColonnesContenu } from './contenu';

/** Text of an instant as JSON writes it. */
const instant = (colonne: string): string => `to_char(${colonne} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const CONTENU = [
  'b.beneficiaires, b.freins, b.leviers, b.pistes',
  ...QUESTIONS_BILAN.map(({ cle }) => `b.${cle}, b.${cle}_motif AS "${cle}Motif"`),
].join(', ');

export interface IndicateurCharge {
  id: string;
  type: TypeIndicateur;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
  sources: string | null;
}

/** Reports that the person's structures keep from CAs that they have left: computed with the context. */
const GARDE = `b.id = ANY ((SELECT app.uuids('bilans_gardes'))::uuid[])`;
const COOPERATIVE = `coalesce(c.intitule, app.intitule_quitte(b.cooperative_id), '')`;

/** A report with its action's indicators and its values. */
export interface BilanCharge extends ColonnesContenu {
  id: string;
  ficheActionId: string;
  cooperativeId: string;
  departementCode: string;
  regionCode: string;
  structureId: string;
  action: string;
  cooperative: string;
  structure: string;
  beneficiairesCibles: number | null;
  annee: number;
  trimestre: number;
  etat: EtatBilan;
  echeance: string;
  niveau: NiveauBilan;
  /** When the collection of its quarter was closed; null while it is open. */
  collecteCloseLe: string | null;
  collecteMotif: string | null;
  remplies: number;
  total: number;
  numeroVersion: number;
  transmisLe: string | null;
  transmisPar: string | null;
  valideLe: string | null;
  validePar: string | null;
  enregistreLe: string;
  version: number;
  demonstration: boolean;
  /** Its structure has left the CA since: the report is still its own. */
  garde: boolean;
  indicateurs: IndicateurCharge[];
  /** Values as they were sent last. */
  valeurs: ValeurBilan[];
  /** What its structure is writing; null for everybody else (row-level security). */
  brouillon: ContenuBilan | null;
  /** Who wrote each part of it. */
  auteurs: AuteursBilan | null;
}

/** The report, in one query; null when it is not readable. */
export async function loadBilan(ctx: Contexte, id: string): Promise<BilanCharge | null> {
  const [bilan] = await ctx.query<BilanCharge>(
    `SELECT b.id, b.fiche_action_id AS "ficheActionId", b.cooperative_id AS "cooperativeId", b.departement_code AS "departementCode",
       d.region_code AS "regionCode", b.structure_id AS "structureId", f.intitule AS action, ${COOPERATIVE} AS cooperative,
       coalesce(s.nom, '') AS structure, f.beneficiaires_cibles AS "beneficiairesCibles", f.demonstration, b.annee, b.trimestre, b.etat, b.echeance, b.niveau,
       ${instant('k.close_le')} AS "collecteCloseLe", k.motif AS "collecteMotif", b.remplies, b.total, b.numero_version AS "numeroVersion", ${instant('b.transmis_le')} AS "transmisLe",
       app.nom_utilisateur(b.transmis_par) AS "transmisPar", ${instant('b.valide_le')} AS "valideLe",
       app.nom_utilisateur(b.valide_par) AS "validePar", ${instant('b.modifie_le')} AS "enregistreLe", b.version, ${CONTENU},
       ${GARDE} AS garde, r.contenu AS brouillon, r.auteurs,
       (SELECT coalesce(json_agg(json_build_object('id', i.id, 'type', i.type, 'libelle', i.libelle, 'unite', i.unite,
                 'modeAgregation', i.mode_agregation, 'sources', i.sources) ORDER BY i.ordre, i.id), '[]')
        FROM indicateur i WHERE i.fiche_action_id = b.fiche_action_id) AS indicateurs,
       (SELECT coalesce(json_agg(json_build_object('indicateurId', v.indicateur_id, 'valeur', v.valeur, 'numerateur', v.numerateur,
                 'denominateur', v.denominateur) ORDER BY v.indicateur_id), '[]')
        FROM valeur v WHERE v.bilan_id = b.id) AS valeurs
     FROM bilan_trimestriel b
     JOIN fiche_action f ON f.id = b.fiche_action_id
     JOIN departement d ON d.code = b.departement_code
     LEFT JOIN cooperative c ON c.id = b.cooperative_id
     LEFT JOIN structure s ON s.id = b.structure_id
     LEFT JOIN bilan_brouillon r ON r.bilan_id = b.id
     LEFT JOIN app.campagne_de(b.departement_code, b.annee, b.trimestre) k ON true
     WHERE b.id = $1`,
    [id],
  );
  return bilan ?? null;
}

const TRIS: Record<string, string> = {
  action: 'f.intitule',
  cooperative: 'c.intitule',
  structure: 's.nom',
  departementCode: 'b.departement_code',
  trimestre: '(b.annee * 4 + b.trimestre)',
  etat: 'b.etat',
  echeance: 'b.echeance',
  joursDeRetard: '"joursDeRetard"',
  transmisLe: 'b.transmis_le',
  valideLe: 'b.valide_le',
};

/** Reports that the person may know of: a partner sees its own in every state, and others' once they are received. */
export async function listBilans(
  ctx: ContextePersonne,
  demande: BilansDemandes,
  aujourdhui: string,
): Promise<Page<BilanLigne>> {
  const c = new Conditions();
  const retard = (): string =>
    `(b.etat = ANY (${c.param(ETATS_SAISIE)}) AND b.echeance < ${c.param(aujourdhui)}::date)`;
  const { identite } = ctx;
  const tous = c.dans(perimetreDe(sansPartenaire(identite), 'bilan.lire'), 'b');
  const membres = c.dans(perimetreDe(identite, 'bilan.lire'), 'b');
  const propres = c.param(perimetreDe(identite, 'bilan.remplir').structures);
  c.et(
    `(${tous} OR (${membres} AND (b.etat = ANY (${c.param(ETATS_RECUS)}) OR b.structure_id = ANY (${propres}::uuid[])))
      OR (b.structure_id = ANY (${propres}::uuid[]) AND ${GARDE}))`,
  );
  c.si(demande.cooperative, (p) => `b.cooperative_id = ${p}`);
  c.si(demande.ficheAction, (p) => `b.fiche_action_id = ${p}`);
  c.si(demande.structure, (p) => `b.structure_id = ${p}`);
  c.si(demande.departement, (p) => `b.departement_code = ${p}`);
  c.si(demande.etat, (p) => `b.etat = ${p}`);
  c.si(demande.enRetard, (p) => `${retard()} = ${p}::boolean`);
  const t = demande.trimestre ? lireTrimestre(demande.trimestre) : null;
  c.si(t?.annee, (p) => `b.annee = ${p}`).si(t?.trimestre, (p) => `b.trimestre = ${p}`);
  for (const mot of normaliserRecherche(demande.q ?? '').split(' ')) {
    if (!mot) continue;
    const p = c.param(`%${mot}%`);
    c.et(`b.fiche_action_id IN (SELECT x.id FROM fiche_action x WHERE x.intitule_recherche LIKE ${p})`);
  }
  const tri = ordre(demande.tri, TRIS, 'b.annee DESC, b.trimestre DESC, f.intitule', 'b.id');
  const comptes = await ctx.query<Trimestre & { nombre: number }>(
    `SELECT b.annee, b.trimestre, count(*) AS nombre FROM bilan_trimestriel b ${c.where}
     GROUP BY b.annee, b.trimestre ORDER BY b.annee DESC, b.trimestre DESC`,
    [...c.params],
  );
  const total = comptes.reduce((somme, { nombre }) => somme + nombre, 0);
  const dernier = demande.tri ? undefined : quarterReached(comptes, tranche(demande));
  if (dernier) c.et(`(b.annee, b.trimestre) >= (${c.param(dernier.annee)}, ${c.param(dernier.trimestre)})`);
  const enRetard = retard();
  const fiche = 'JOIN fiche_action f ON f.id = b.fiche_action_id';
  const noms = 'LEFT JOIN cooperative c ON c.id = b.cooperative_id LEFT JOIN structure s ON s.id = b.structure_id';
  // The page is cut before names are joined, unless it is sorted by them.
  const lignes = await ctx.query<BilanLigne>(
    `SELECT b.id, b.fiche_action_id AS "ficheActionId", f.intitule AS action, b.cooperative_id AS "cooperativeId",
       ${COOPERATIVE} AS cooperative, b.departement_code AS "departementCode", b.structure_id AS "structureId",
       coalesce(s.nom, '') AS structure, b.annee, b.trimestre, b.etat, b.echeance, b."enRetard", b."joursDeRetard", b.remplies, b.total,
       ${instant('b.transmis_le')} AS "transmisLe", ${instant('b.valide_le')} AS "valideLe"
     FROM (SELECT b.*, ${enRetard} AS "enRetard",
             CASE WHEN ${enRetard} THEN ${c.param(aujourdhui)}::date - b.echeance ELSE 0 END AS "joursDeRetard"
           FROM bilan_trimestriel b ${/(^|-)(cooperative|structure)$/.test(demande.tri ?? '') ? `${fiche} ${noms}` : fiche}
           ${c.where} ${tri} ${tranche(demande).limite}) b ${fiche} ${noms} ${tri}`,
    c.params,
  );
  return enPage(demande, lignes, total);
}

/** The quarter at which a page ends when the last ones come first: those before it need not be sorted. */
function quarterReached(
  comptes: (Trimestre & { nombre: number })[],
  { page, taille }: { page: number; taille: number },
): Trimestre | undefined {
  let lus = 0;
  return comptes.find(({ nombre }) => (lus += nombre) >= page * taille);
}

/** Keeps what a structure is writing. */
export async function writeDraft(
  ctx: Contexte,
  bilan: BilanCharge,
  contenu: ContenuBilan,
  auteurs: AuteursBilan,
): Promise<void> {
  await ctx.query(
    `INSERT INTO bilan_brouillon (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, contenu, auteurs)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (bilan_id) DO UPDATE SET contenu = excluded.contenu, auteurs = excluded.auteurs`,
    [...cles(bilan), JSON.stringify(contenu), JSON.stringify(auteurs)],
  );
}

/** The values of a report become those that are sent, in one statement; the draft has no more reason to be. */
export async function writeSent(ctx: Contexte, bilan: BilanCharge, valeurs: ValeurBilan[]): Promise<void> {
  await ctx.query(
    `WITH envoi AS (
       SELECT * FROM jsonb_to_recordset($6::jsonb)
         AS s("indicateurId" uuid, valeur numeric, numerateur numeric, denominateur numeric)),
     retirees AS (
       DELETE FROM valeur v WHERE v.bilan_id = $1 AND v.indicateur_id NOT IN (SELECT "indicateurId" FROM envoi)),
     brouillon AS (DELETE FROM bilan_brouillon WHERE bilan_id = $1)
     INSERT INTO valeur (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, indicateur_id, valeur,
                         numerateur, denominateur)
     SELECT $1, $2, $3, $4, $5, e.* FROM envoi e
     ON CONFLICT (bilan_id, indicateur_id) DO UPDATE
       SET valeur = excluded.valeur, numerateur = excluded.numerateur, denominateur = excluded.denominateur`,
    [...cles(bilan), JSON.stringify(valeurs)],
  );
}

function cles(bilan: BilanCharge): string[] {
  return [bilan.id, bilan.ficheActionId, bilan.cooperativeId, bilan.departementCode, bilan.structureId];
}
