import { print } from './base.mjs';
import { draft } from './brouillon.mjs';
import { LOAD, median, ms } from './banc.mjs';

const PARTNER = 'partenaire-93@demo.test';
const REPORTS = 15;

/** Drafts saved as they are typed, each caller its own report; then reports sent and validated, kept totals included. */
export async function measureSaving(banc) {
  const { rows } = await banc.owner.query(
    `SELECT b.id FROM bilan_trimestriel b WHERE b.etat IN ('A_REMPLIR', 'BROUILLON') AND b.structure_id = (
       SELECT structure_id FROM attribution t JOIN utilisateur u ON u.id = t.utilisateur_id WHERE u.courriel = $1) ORDER BY b.id`,
    [PARTNER],
  );
  const reports = rows.map(({ id }) => id);
  const token = await banc.session(PARTNER);
  const typed = reports.slice(0, LOAD.connections);
  const save = {
    api: saver(banc, typed, `${banc.api.address}/api/bilans-trimestriels`, { cookie: `coopilote=${token}` }),
    bare: saver(banc, typed, banc.bare.address, { 'x-session': print(token) }),
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
  await measureSending(banc, reports.slice(LOAD.connections, LOAD.connections + REPORTS));
}

/** A report from its last word to its validation: filled, sent, validated; then whether the kept totals still say what the values do. */
async function measureSending(banc, reports) {
  const partner = await banc.session(PARTNER);
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
  for (const [rank, id] of reports.entries()) {
    const { rows } = await banc.owner.query(
      `SELECT b.version, i.id, i.mode_agregation AS mode FROM bilan_trimestriel b JOIN indicateur i USING (fiche_action_id) WHERE b.id = $1`,
      [id],
    );
    const saved = await call('PATCH', partner, id, { ...whole(rank, rows), version: rows[0].version });
    let start = performance.now();
    const sent = await call('POST', partner, `${id}/transitions`, {
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
  const kept = await banc.owner.query(`SELECT to_regprocedure('app.ecarts_totaux()') IS NOT NULL AS oui`);
  if (!kept.rows[0].oui) return banc.missing('Écarts des totaux tenus', { text: 'aucun' });
  const { rows } = await banc.owner.query('SELECT count(*)::integer AS nombre FROM app.ecarts_totaux()');
  banc.line({
    what: 'Écarts des totaux tenus',
    measured: String(rows[0].nombre),
    value: rows[0].nombre,
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

/** Saves drafts over the version that the last saving gave. */
function saver(banc, reports, address, headers) {
  let rank = 0;
  return async (who) => {
    const report = reports[who % reports.length];
    const version = versions.get(report) ?? (await versionOf(banc, report));
    const response = await fetch(`${address}/${report}`, {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'application/json', origin: new URL(address).origin },
      body: JSON.stringify({ ...draft(rank++), version }),
    });
    const body = await response.json();
    if (!response.ok) throw new Error(`${report} : ${response.status} ${JSON.stringify(body).slice(0, 300)}`);
    versions.set(report, body.version);
  };
}

/** Shared by both servers, whose rounds alternate. */
const versions = new Map();

async function versionOf(banc, report) {
  return (await banc.owner.query('SELECT version FROM bilan_trimestriel WHERE id = $1', [report])).rows[0].version;
}
