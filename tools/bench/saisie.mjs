import { print } from './base.mjs';
import { draft } from './brouillon.mjs';
import { LOAD, median, ms } from './banc.mjs';

const REPORTS = 15;

/** Drafts saved as they are typed, each writer its own report; then reports sent and validated, kept totals included. */
export async function measureSaving(banc) {
  const reports = await openReports(banc, LOAD.connections + REPORTS);
  const typed = reports.slice(0, LOAD.connections);
  const save = {
    api: saver(typed, `${banc.api.address}/api/bilans-trimestriels`, (token) => ({ cookie: `coopilote=${token}` })),
    bare: saver(typed, banc.bare.address, (token) => ({ 'x-session': print(token) })),
  };
  const [rate, bareRate] = await banc.load(save.api, save.bare);
  banc.line({
    what: 'Brouillon d’un bilan, 20 connexions',
    measured: `${Math.round(rate)} par seconde`,
    value: rate / bareRate,
    asked: { least: 0.4, text: '≥ 0,4 × le serveur nu' },
    bare: `${Math.round(bareRate)} par seconde`,
    ratio: rate / bareRate,
  });
  await measureSending(banc, reports.slice(LOAD.connections));
}

/** Reports of the 93 still to be written, `{ id, version, token }`: each structure's by an account of its own, made in this copy. */
async function openReports(banc, count) {
  const { rows } = await banc.owner.query(
    `SELECT id, version, structure_id AS structure FROM bilan_trimestriel WHERE departement_code = '93' AND etat IN ('A_REMPLIR', 'BROUILLON')
     ORDER BY id LIMIT $1`,
    [count],
  );
  for (const structure of new Set(rows.map((row) => row.structure))) {
    await banc.owner.query(
      `WITH qui AS (INSERT INTO utilisateur (id, courriel, prenom, nom) VALUES (gen_random_uuid(), $1::text || '@mesure.test', 'Mesure', 'Structure') RETURNING id)
       INSERT INTO attribution (id, utilisateur_id, role, region_code, departement_code, structure_id)
       SELECT gen_random_uuid(), qui.id, 'PARTENAIRE', s.region_code, s.departement_code, s.id FROM qui, structure s WHERE s.id = $1::text::uuid`,
      [structure],
    );
  }
  for (const row of rows) row.token = await banc.session(`${row.structure}@mesure.test`);
  return rows;
}

/** A report from its last word to its validation: filled, sent, validated; then whether the kept totals still say what the values do. */
async function measureSending(banc, reports) {
  const delegation = await banc.session('dd93@demo.test');
  const call = async (method, token, path, body) => {
    const response = await fetch(`${banc.api.address}/api/bilans-trimestriels/${path}`, {
      method,
      headers: { cookie: `coopilote=${token}`, 'content-type': 'application/json', origin: banc.api.address },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path} : ${response.status} ${JSON.stringify(answer).slice(0, 500)}`);
    return answer.version;
  };
  const times = { send: [], validate: [] };
  for (const [rank, { id, token, version }] of reports.entries()) {
    const { rows } = await banc.owner.query(
      'SELECT i.id, i.mode_agregation AS mode FROM bilan_trimestriel b JOIN indicateur i USING (fiche_action_id) WHERE b.id = $1',
      [id],
    );
    const saved = await call('PATCH', token, id, { ...whole(rank, rows), version });
    let start = performance.now();
    const sent = await call('POST', token, `${id}/transitions`, {
      vers: 'TRANSMIS',
      version: saved,
      avertissementsLus: true,
    });
    times.send.push(performance.now() - start);
    start = performance.now();
    await call('POST', delegation, `${id}/transitions`, { vers: 'VALIDE', version: sent });
    times.validate.push(performance.now() - start);
  }
  banc.line({ what: 'Bilan transmis, ses totaux tenus', measured: ms(median(times.send)) });
  banc.line({ what: 'Bilan validé, ses totaux tenus', measured: ms(median(times.validate)) });
  const { rows } = await banc.owner.query('SELECT count(*)::integer AS nombre FROM app.ecarts_totaux()');
  const [{ nombre }] = rows;
  banc.line({
    what: 'Écarts des totaux tenus',
    measured: String(nombre),
    value: nombre,
    asked: { most: 0, text: 'aucun' },
  });
}

/** Every question answered, every indicator valued. */
function whole(rank, indicators) {
  const oui = { reponse: 'OUI', motif: null };
  return {
    ...draft(rank),
    reponses: Object.fromEntries(
      ['ressources', 'publics', 'realisation', 'objectifs', 'cooperation', 'pratiques', 'ists', 'parcours'].map(
        (key) => [key, oui],
      ),
    ),
    valeurs: indicators.map(({ id, mode }) => ({
      indicateurId: id,
      ...(mode === 'RATIO' ? { numerateur: 10 + rank, denominateur: 40 + rank } : { valeur: 10 + rank }),
    })),
  };
}

/** Saves drafts over the version that the last saving gave: kept in the report, which both servers write in turn. */
function saver(reports, address, headersOf) {
  let rank = 0;
  return async (who) => {
    const report = reports[who];
    const response = await fetch(`${address}/${report.id}`, {
      method: 'PATCH',
      headers: { ...headersOf(report.token), 'content-type': 'application/json', origin: new URL(address).origin },
      body: JSON.stringify({ ...draft(rank++), version: report.version }),
    });
    const body = await response.json();
    if (!response.ok) throw new Error(`${report.id} : ${response.status} ${JSON.stringify(body).slice(0, 300)}`);
    report.version = body.version;
  };
}
