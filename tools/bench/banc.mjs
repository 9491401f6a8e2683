import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openSession, print } from './base.mjs';

export const LOAD = { connections: 20, seconds: 4, rounds: 3 };
/** Answer of a route that this version of the API does not have. */
export const ABSENT = Symbol('absent');

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Where sections write what they measured, and what they measure it with. */
export class Banc {
  lines = [];
  #sessions = new Map();

  constructor({ api, bare, owner, runs }) {
    Object.assign(this, { api, bare, owner, runs });
    this.memory = watchMemory(api.pid);
  }

  /**
   * Writes one line. `asked`: `{ most }` or `{ least }`, what the product must hold; `on` says which number of the line it is about.
   * @param {{ what: string, measured: string, value?: number, asked?: { most?: number, least?: number, text: string }, bare?: string, ratio?: number, note?: string }} line
   */
  line({ what, measured, value, asked, bare, ratio, note }) {
    const reached =
      asked && value !== undefined
        ? value <= (asked.most ?? Infinity) && value >= (asked.least ?? -Infinity)
        : undefined;
    const kept = {
      mesure: what,
      valeur: measured,
      nombre: value,
      demande: asked?.text,
      atteint: reached,
      serveurNu: bare,
      rapport: ratio,
      note,
    };
    this.lines.push(kept);
    console.log(rowOf(kept));
  }

  missing(what, asked) {
    this.line({ what, measured: 'pas encore là', asked });
  }

  async session(email) {
    if (!this.#sessions.has(email)) this.#sessions.set(email, await openSession(this.owner, email));
    return this.#sessions.get(email);
  }

  /** Calls of the API as an account; of the bare server, `bareCaller`. Both answer the text, or ABSENT on a 404. */
  async caller(email, { method = 'GET' } = {}) {
    const cookie = `coopilote=${await this.session(email)}`;
    return (path, body) =>
      read(`${this.api.address}${path}`, {
        method: body ? 'POST' : method,
        headers: { cookie, origin: this.api.address, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
      });
  }

  async bareCaller(email) {
    const headers = { 'x-session': print(await this.session(email)) };
    return (path) => read(`${this.bare.address}${path}`, { headers });
  }

  /** Median time of one call alone, and the statements that it costs; several works are measured in alternate rounds. */
  async alone(...works) {
    const times = works.map(() => []);
    for (const work of works) for (let i = 0; i < 5; i++) if ((await work()) === ABSENT) return undefined;
    const before = await this.statements();
    for (let i = 0; i < this.runs; i++) {
      for (const [rank, work] of works.entries()) {
        const start = performance.now();
        await work();
        times[rank].push(performance.now() - start);
      }
    }
    const statements = ((await this.statements()) - before) / this.runs;
    return { times: times.map(median), statements };
  }

  /** Calls a second, `LOAD.connections` at once, ours and the bare server's in alternate rounds. */
  async load(ours, theirs) {
    const rates = [[], []];
    for (let round = 0; round < LOAD.rounds; round++) {
      rates[0].push(await rate(ours));
      rates[1].push(await rate(theirs));
    }
    return rates.map(median);
  }

  async statements() {
    const text = await (await fetch(`${this.api.address}/metrics`)).text();
    return Number(/^coopilote_sql_requetes_total (\d+)/m.exec(text)?.[1]);
  }
}

async function read(url, options) {
  const response = await fetch(url, options);
  const text = await response.text();
  if (response.status === 404 && options.method !== 'POST') return ABSENT;
  if (!response.ok) throw new Error(`${url} : ${response.status} ${text.slice(0, 300)}`);
  return text;
}

async function rate(work) {
  const end = performance.now() + LOAD.seconds * 1000;
  let done = 0;
  const callers = Array.from({ length: LOAD.connections }, async (_, who) => {
    while (performance.now() < end) {
      await work(who);
      done++;
    }
  });
  await Promise.all(callers);
  return done / LOAD.seconds;
}

/** Highest resident memory of a process since the last `take`, in MB. */
function watchMemory(pid) {
  let peak = 0;
  let on = true;
  const now = () => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  };
  void (async () => {
    while (on) {
      peak = Math.max(peak, now() || 0);
      await wait(25, undefined, { ref: false });
    }
  })();
  return {
    now,
    peak: () => peak,
    restart: () => (peak = now()),
    stop: () => (on = false),
  };
}

export const ms = (value, digits = 1) => `${value.toFixed(digits).replace('.', ',')} ms`;
export const times = (value) => value.toFixed(2).replace('.', ',');

const WIDTHS = [58, 34, 26, 8, 22];
const rowOf = ({ mesure, valeur, demande, atteint, serveurNu, rapport }) =>
  [
    mesure,
    valeur,
    demande ?? '',
    atteint === undefined ? '' : atteint ? 'oui' : 'NON',
    serveurNu ?? '',
    rapport === undefined ? '' : times(rapport),
  ]
    .map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0))
    .join(' ')
    .trimEnd();
export const HEADER = ['Mesure', 'Trouvé', 'Demandé', 'Atteint', 'Serveur nu', 'Rapport']
  .map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0))
  .join(' ');
