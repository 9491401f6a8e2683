import { ABSENT, median } from './banc.mjs';

const PATH = '/api/consolidation/export?format=xlsx&gabarit=t3';
const RUNS = 3;
const SPEED = { most: 6, text: '≤ 6 s' };
const ROOM = { most: 200, text: '≤ 200 Mo de plus' };

/** T3 of every action of the country to a spreadsheet: how long, and what the API holds more meanwhile. */
export async function measureExport(banc) {
  const token = await banc.session('national@demo.test');
  const { rows } = await banc.owner.query('SELECT count(*)::integer AS nombre FROM fiche_action');
  const what = `T3 de ${rows[0].nombre.toLocaleString('fr-FR')} actions en classeur`;
  const [times, rooms] = [[], []];
  let bytes = 0;
  for (let i = 0; i < RUNS; i++) {
    const before = banc.memory.now();
    banc.memory.restart();
    const start = performance.now();
    const got = await download(`${banc.api.address}${PATH}`, token);
    if (got === ABSENT) {
      banc.missing(what, SPEED);
      banc.missing('… mémoire de plus', ROOM);
      return;
    }
    bytes = got;
    times.push((performance.now() - start) / 1000);
    rooms.push(banc.memory.peak() - before);
  }
  const [time, room] = [median(times), Math.max(...rooms)];
  banc.line({
    what: `${what} (${(bytes / 1e6).toFixed(1).replace('.', ',')} Mo)`,
    measured: `${time.toFixed(1).replace('.', ',')} s`,
    value: time,
    asked: SPEED,
  });
  banc.line({ what: '… mémoire de plus', measured: `${Math.round(room)} Mo`, value: room, asked: ROOM });
}

/** Reads the answer as it comes, without keeping it: this process must not be what is slow. */
async function download(url, token) {
  const response = await fetch(url, { headers: { cookie: `coopilote=${token}` } });
  if (response.status === 404) return ABSENT;
  if (!response.ok) throw new Error(`${url} : ${response.status} ${(await response.text()).slice(0, 300)}`);
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  return bytes;
}
