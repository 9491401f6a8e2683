import type { Contexte } from '@coopilote/db';
import { normaliserRecherche } from '@coopilote/domain/commun';
import type {
  CommuneLue,
  CommunesDemandees,
  DepartementLu,
  IntercommunaliteLue,
  IntercommunalitesDemandees,
  RegionLue,
} from '@coopilote/domain/referentiel';
import { Conditions } from '../platform/conditions';
import { motifs, plie } from '../platform/sql';

const PROPOSITIONS = 20;
/** More than the largest EPCI counts communes. */
const COMMUNES_EPCI = 500;
/** Words that are looked for: nobody types more, and each one costs a comparison. */
const MOTS_MAX = 8;

export function listRegions(ctx: Contexte): Promise<RegionLue[]> {
  return ctx.query('SELECT code, nom FROM region ORDER BY nom');
}

export async function listDepartements(ctx: Contexte, region: string | null | undefined): Promise<DepartementLu[]> {
  const c = new Conditions().si(region, (place) => `region_code = ${place}`);
  return ctx.query(`SELECT code, nom, region_code AS "regionCode" FROM departement ${c.where} ORDER BY code`, c.params);
}

/**
 * Communes as one types: each word begins a word of the name, or a number begins the INSEE code or a postcode. Exact
 * first, then those that begin so, then by population. Twenty at most, save all those of one EPCI or EPT without words.
 */
export async function searchCommunes(ctx: Contexte, demande: CommunesDemandees): Promise<CommuneLue[]> {
  const c = new Conditions()
    .si(demande.departement, (place) => `c.departement_code = ${place}`)
    .si(demande.epci, (place) => `(c.epci_code = ${place} OR c.ept_code = ${place})`);
  const recherche = normaliserRecherche(demande.q ?? '');
  if (demande.q && !recherche) return [];
  let rang = 'c.population IS NULL';
  if (recherche) {
    for (const mot of recherche.split(' ').slice(0, MOTS_MAX)) c.et(commencePar(c, mot));
    const [exact, debut] = [c.param(recherche), c.param(`${recherche}%`)];
    rang = `CASE WHEN ${exact} IN (c.nom_recherche, lower(c.code)) OR ${exact} = ANY (c.codes_postaux) THEN 0
                 WHEN c.nom_recherche LIKE ${debut} THEN 1 ELSE 2 END`;
  }
  return ctx.query(
    `SELECT c.code, c.nom, c.departement_code AS "departementCode", c.codes_postaux AS "codesPostaux", c.population,
            coalesce(c.ept_code, c.epci_code) AS epci
     FROM commune c ${c.where}
     ORDER BY ${rang}, c.population DESC NULLS LAST, c.nom, c.code
     LIMIT ${demande.epci && !recherche ? COMMUNES_EPCI : PROPOSITIONS}`,
    c.params,
  );
}

function commencePar(c: Conditions, mot: string): string {
  const nom = `' ' || c.nom_recherche LIKE ${c.param(`% ${mot}%`)}`;
  if (!/^\d[\dab]\d{0,3}$/.test(mot)) return nom;
  const code = c.param(`${mot.toUpperCase()}%`);
  return `(${nom} OR c.code LIKE ${code} OR EXISTS (SELECT 1 FROM unnest(c.codes_postaux) p WHERE p LIKE ${code}))`;
}

/** EPCI and EPT by name or by their own code, with the codes of their communes; those of a département that reach into it. */
export async function searchIntercommunalites(
  ctx: Contexte,
  { q, departement }: IntercommunalitesDemandees,
): Promise<IntercommunaliteLue[]> {
  const c = new Conditions();
  if (q) {
    const mots = c.param(motifs(normaliserRecherche(q)));
    c.et(`(${plie('i.nom')} LIKE ALL (${mots}::text[]) OR i.code = ${c.param(q.trim())})`);
  }
  c.si(
    departement,
    (place) =>
      `EXISTS (SELECT 1 FROM commune c WHERE c.departement_code = ${place} AND i.code IN (c.epci_code, c.ept_code))`,
  );
  return ctx.query(
    `SELECT i.code, i.nom, i.type, ARRAY(SELECT c.code FROM commune c WHERE c.epci_code = i.code OR c.ept_code = i.code
                                         ORDER BY c.code) AS communes
     FROM intercommunalite i ${c.where} ORDER BY i.nom, i.code LIMIT ${departement ? 100 : PROPOSITIONS}`,
    c.params,
  );
}
