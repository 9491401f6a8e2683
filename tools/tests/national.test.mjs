import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { holdsCooperatives, loadNational } from '../lib/national.mjs';
import { emptyDatabase, startPostgres } from '../lib/postgres.mjs';
import { buildStale, prepareDatabase } from '../lib/produit.mjs';

/** 20 CAs: the beginning of the large data set. */
const ECHELLE = 0.01;
const TABLES = ['utilisateur', 'attribution', 'liste_valeur', 'indicateur_commun', 'structure', 'cooperative', 'cooperative_commune',
  'cooperative_thematique', 'cooperative_public', 'adhesion', 'objectif', 'fiche_action', 'fiche_action_mode', 'indicateur', 'prevision',
  'campagne', 'bilan_trimestriel', 'bilan_brouillon', 'bilan_version', 'valeur']; // prettier-ignore

const data = mkdtempSync(join(tmpdir(), 'coopilote-national-'));
let database;
let client;

before(async () => {
  await buildStale(() => undefined, ['api']);
  database = await startPostgres({ ephemeral: true });
  await prepareDatabase({ url: database.url, data, demo: false, show: false });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
after(async () => {
  await client?.end();
  await database?.stop();
  rmSync(data, { recursive: true, force: true });
});

const number = async (sql) => Number(Object.values((await client.query(sql)).rows[0])[0]);

async function fingerprints() {
  const all = {};
  for (const table of TABLES) {
    const { rows } = await client.query(
      `SELECT md5(string_agg(md5(t::text), '' ORDER BY t::text)) AS md5, count(*) FROM ${table} t`,
    );
    all[table] = `${rows[0].count} ${rows[0].md5}`;
  }
  return all;
}

/** Definitions of what the loading takes away and gives back. */
const definitions = async () =>
  (
    await client.query(`SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated AS d FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`)
  ).rows.map(({ d }) => d);

test('le jeu national est complet, répond aux contraintes, et se refait à l’identique', async () => {
  const schema = await definitions();
  assert.equal(await holdsCooperatives(client), false);
  await loadNational(client, ECHELLE);
  assert.equal(await holdsCooperatives(client), true);
  assert.deepEqual(await definitions(), schema);
  assert.equal(await number('SELECT count(*) FROM pg_constraint WHERE NOT convalidated'), 0);

  for (const [table, count] of Object.entries({
    cooperative: 20,
    fiche_action: 240,
    indicateur: 1200,
    bilan_trimestriel: 4800,
    prevision: 6000,
  }))
    assert.equal(await number(`SELECT count(*) FROM ${table}`), count, table);
  assert.equal(await number('SELECT count(*) FROM historique'), 0);
  const sent = await number(
    `SELECT count(*) FROM bilan_trimestriel WHERE etat IN ('TRANSMIS', 'A_COMPLETER', 'VALIDE')`,
  );
  assert.equal(await number('SELECT count(*) FROM valeur'), sent * 5);
  assert.equal(await number('SELECT count(*) FROM bilan_version'), sent);
  const open = await number(
    `SELECT count(*) FROM bilan_trimestriel WHERE etat IN ('A_REMPLIR', 'BROUILLON', 'A_COMPLETER')`,
  );
  assert.ok(open > 4800 * 0.03 && open < 4800 * 0.05, `${open} bilans à saisir`);
  assert.equal(await number(`SELECT count(DISTINCT (annee, trimestre)) FROM bilan_trimestriel`), 20);
  assert.equal(await number('SELECT count(DISTINCT (code, unite, mode_agregation)) FROM indicateur_commun'), 20);
  assert.equal(await number('SELECT count(*) FROM indicateur_commun'), 18 * 20);
  assert.equal(await number('SELECT count(DISTINCT indicateur_commun_id) FROM indicateur'), 20);
  assert.equal(
    await number(`SELECT count(*) FROM valeur v JOIN indicateur i ON i.id = v.indicateur_id
      WHERE (i.mode_agregation = 'RATIO') <> (v.valeur IS NULL) OR (v.valeur IS NULL) <> (v.denominateur IS NOT NULL) OR v.numerateur > v.denominateur`),
    0,
  );
  assert.equal(
    await number(`SELECT count(*) FROM indicateur i JOIN indicateur_commun m ON m.id = i.indicateur_commun_id JOIN departement d ON d.code = i.departement_code
      WHERE m.region_code <> d.region_code OR (i.unite, i.mode_agregation) <> (m.unite, m.mode_agregation)`),
    0,
  );
  assert.equal(
    await number(`SELECT count(*) FROM fiche_action f WHERE NOT EXISTS (
      SELECT 1 FROM adhesion a WHERE a.cooperative_id = f.cooperative_id AND a.structure_id = f.structure_id)`),
    0,
  );

  const first = await fingerprints();
  await emptyDatabase(database.url);
  await prepareDatabase({ url: database.url, data, demo: false, show: false });
  await loadNational(client, ECHELLE);
  assert.deepEqual(await fingerprints(), first);
});

test('un chargement qui échoue ne laisse rien derrière lui', async () => {
  const schema = await definitions();
  const before = await number('SELECT count(*) FROM valeur');
  await assert.rejects(loadNational(client, ECHELLE), /duplicate key/);
  assert.equal(await number('SELECT count(*) FROM valeur'), before);
  assert.deepEqual(await definitions(), schema);
});
