import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { normaliserRecherche } from '@coopilote/domain/commun';

interface CommuneCog {
  code: string;
  nom: string;
  type: string;
  departement?: string;
  codesPostaux?: string[];
  population?: number;
  commune?: string;
}
interface GroupementCog {
  code: string;
  nom: string;
  type: string;
  membres: { code: string }[];
}

/** Communes, and the arrondissements of Paris, Lyon and Marseille, in which a CA may have its territory. */
const TYPES = new Set(['commune-actuelle', 'arrondissement-municipal']);

/**
 * Loads the official geography (regions, départements, communes, EPCI, EPT) from the package of Etalab when its version
 * is not the one in the database. Codes that are in use stay: rows are added or renamed, never deleted.
 */
export async function loadDecoupage(client: pg.Client): Promise<void> {
  const require = createRequire(import.meta.url);
  const racine = dirname(require.resolve('@etalab/decoupage-administratif/package.json'));
  const lire = async <T>(nom: string): Promise<T> => JSON.parse(await readFile(join(racine, nom), 'utf8'));
  const { version } = await lire<{ version: string }>('package.json');
  const { rowCount } = await client.query('SELECT 1 FROM decoupage WHERE version = $1', [version]);
  if (rowCount) return;

  const regions = await lire<{ code: string; nom: string }[]>('data/regions.json');
  const departements = await lire<{ code: string; nom: string; region: string }[]>('data/departements.json');
  const epci = await lire<GroupementCog[]>('data/epci.json');
  const ept = await lire<GroupementCog[]>('data/ept.json');
  const communes = (await lire<CommuneCog[]>('data/communes.json')).filter((c) => TYPES.has(c.type));
  const groupeDe = (groupes: GroupementCog[]) =>
    new Map(groupes.flatMap((g) => g.membres.map((m) => [m.code, g.code] as const)));
  const [epciDe, eptDe] = [groupeDe(epci), groupeDe(ept)];
  const connus = new Set(departements.map((d) => d.code));

  await client.query('BEGIN');
  try {
    await inserer(
      client,
      'region (code, nom)',
      regions.map((r) => ({ code: r.code, nom: r.nom })),
      'code text, nom text',
      'nom',
    );
    await inserer(
      client,
      'departement (code, nom, region_code)',
      departements.map((d) => ({ code: d.code, nom: d.nom, region_code: d.region })),
      'code text, nom text, region_code text',
      'nom',
    );
    await inserer(
      client,
      'intercommunalite (code, nom, type)',
      [...epci, ...ept].map(({ code, nom, type }) => ({ code, nom, type })),
      'code text, nom text, type text',
      'nom',
    );
    await inserer(
      client,
      'commune (code, nom, nom_recherche, type, departement_code, codes_postaux, population, epci_code, ept_code)',
      communes
        .filter((c) => c.departement && connus.has(c.departement))
        .map((c) => ({
          code: c.code,
          nom: c.nom,
          nom_recherche: normaliserRecherche(c.nom),
          type: c.type,
          departement_code: c.departement,
          codes_postaux: c.codesPostaux ?? [],
          population: c.population ?? null,
          epci_code: epciDe.get(c.commune ?? c.code) ?? null,
          ept_code: eptDe.get(c.code) ?? null,
        })),
      'code text, nom text, nom_recherche text, type text, departement_code text, codes_postaux text[], population integer, epci_code text, ept_code text',
      'nom, nom_recherche, codes_postaux, population, epci_code, ept_code',
    );
    await client.query('INSERT INTO decoupage (version) VALUES ($1)', [version]);
    await client.query('COMMIT');
  } catch (erreur) {
    await client.query('ROLLBACK');
    throw erreur;
  }
}

async function inserer(
  client: pg.Client,
  cible: string,
  lignes: object[],
  forme: string,
  aJour: string,
): Promise<void> {
  const maj = aJour.split(', ').map((c) => `${c} = excluded.${c}`);
  await client.query(
    `INSERT INTO ${cible} SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(${forme})
     ON CONFLICT (code) DO UPDATE SET ${maj.join(', ')}`,
    [JSON.stringify(lignes)],
  );
}
