import { constants } from 'node:os';

const stops = [];
let ending;

/**
 * Registers `stop` to run when the tool ends: on Ctrl-C, SIGTERM, SIGHUP, an uncaught error, or `leave(code)`.
 * Last registered, first stopped, so that what depends on PostgreSQL ends before it. Returns a function that withdraws it.
 */
export function atEnd(stop) {
  if (stops.length === 0 && !ending) listen();
  stops.push(stop);
  return () => {
    const index = stops.indexOf(stop);
    if (index >= 0) stops.splice(index, 1);
  };
}

/** Stops everything registered, in reverse order, then exits with `code`. Later calls wait for the first. */
export async function leave(code) {
  ending ??= stopAll();
  await ending;
  process.exit(code);
}

/** Whether the tool is stopping what it started: a child that ends now does so by our order. */
export const isEnding = () => ending !== undefined;

async function stopAll() {
  while (stops.length > 0) {
    try {
      await stops.pop()();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
}

let listening = false;

function listen() {
  if (listening) return;
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal, npm and the Node relay may each deliver the same Ctrl-C: repeats are swallowed, each stop has its own limit.
    process.on(signal, () => void leave(128 + constants.signals[signal]));
  }
  whenNpmIsGone(() => void leave(128 + constants.signals.SIGTERM));
  const crash = (error) => {
    console.error(error);
    void leave(1);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
}

/**
 * Calls `react` when the shell that npm put between itself and this process is gone: a SIGTERM to npm ends that shell alone,
 * without a word to us. Nothing is watched outside npm, where a parent may rightly leave first.
 */
export function whenNpmIsGone(react) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    react();
  }, 500);
  watch.unref();
}

/**
 * Asks a child process to end with `signal`, then insists: `limit` milliseconds later it is killed. Resolves when it is gone.
 */
export async function endChild(child, signal = 'SIGTERM', limit = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const insist = setTimeout(() => child.kill('SIGKILL'), limit);
  await gone;
  clearTimeout(insist);
}
