import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inRacine } from './racine.mjs';

const FILES = ['1-outils', '2-referentiel', '3-programme', '4-bilans', '5-fin'];
const CAS = 2000;
const PASSWORD = 'demo-coopilote';
/** So that two loads make the same rows, password included: it is public anyway. */
const SALT = Buffer.from('coopilote-national');

/** Whether the database already holds CAs, hence somebody's work. */
export async function holdsCooperatives(client) {
  return (await client.query('SELECT EXISTS (SELECT 1 FROM cooperative) AS oui')).rows[0].oui;
}

/**
 * Loads the national data set into a migrated, empty database (`client`, its owner), in one transaction: all of it or nothing.
 *
 * @param {number} echelle 1 for 2,000 CAs; a smaller one is the beginning of the same rows
 * @param {(line: string) => void} say receives one French line per step
 */
export async function loadNational(client, echelle = 1, say = () => undefined) {
  const cas = Math.round(CAS * echelle);
  const { hash } = await import('@node-rs/argon2');
  const words = {
    $CAS: String(cas),
    $ACTIONS: String(cas * 12),
    $MOT_DE_PASSE: await hash(PASSWORD, { salt: SALT }),
  };
  await client.query('BEGIN');
  try {
    await client.query(
      `SET LOCAL work_mem = '128MB'; SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL TIME ZONE 'UTC'`,
    );
    for (const file of FILES) {
      const start = performance.now();
      const sql = readFileSync(inRacine('tools', 'national', `${file}.sql`), 'utf8');
      if (file === '5-fin') await keepVersions(client);
      await client.query(sql.replaceAll(/\$(CAS|ACTIONS|MOT_DE_PASSE)\b/g, (word) => words[word]));
      say(`  ${file.slice(2)} : ${((performance.now() - start) / 1000).toFixed(1).replace('.', ',')} s`);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
  // Also marks pages as all visible, as autovacuum does of a table at rest.
  await client.query('VACUUM (ANALYZE)');
}

/** Versions of the reports of one département, whose pages thus open as those of a lived database. */
async function keepVersions(client) {
  const { rows } = await client.query(readFileSync(inRacine('tools', 'national', 'versions.sql'), 'utf8'));
  for (let i = 0; i < rows.length; i += 1000) {
    const versions = rows
      .slice(i, i + 1000)
      .map(({ id, contenu }) => ({ id, contenu, empreinte: fingerprint(contenu) }));
    await client.query(
      `INSERT INTO bilan_version (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, numero, contenu, empreinte,
                                  transmis_le, transmis_par)
       SELECT b.id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, 1, r.contenu, r.empreinte, b.transmis_le, b.transmis_par
       FROM jsonb_to_recordset($1) AS r(id uuid, contenu jsonb, empreinte text) JOIN bilan_trimestriel b USING (id)`,
      [JSON.stringify(versions)],
    );
  }
}

/** As `empreinteContenu` of the API. */
function fingerprint(content) {
  const sorted = JSON.stringify(content, (_, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(sorted).digest('hex');
}
