import { loadavg } from 'node:os';
import { freePort } from '../lib/postgres.mjs';
import { findChromium } from '../lib/programmes.mjs';

const RUNS = 3;

/**
 * Lighthouse on a partner's report page, signed in, as on a phone (its mobile preset, throttling simulated); undefined when
 * there is no browser. The scores are medians; `load` is what the machine was doing beside, which performance suffers from.
 *
 * @param {string} address of the product
 * @param {string} sessionToken of a partner
 * @param {string} reportId one of its reports
 */
export async function measureLighthouse(address, sessionToken, reportId) {
  let executablePath;
  try {
    executablePath = findChromium();
  } catch {
    return undefined;
  }
  const { chromium } = await import('@playwright/test');
  const { default: lighthouse } = await import('lighthouse');
  const scores = { performance: [], accessibility: [] };
  for (let run = 0; run < RUNS; run++) {
    // A browser of its own each time: what the first visit kept would help the next one.
    const port = await freePort();
    const args = ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`];
    const browser = await chromium.launch({ executablePath, args });
    try {
      const { lhr } = await lighthouse(`${address}/bilans/${reportId}`, {
        port,
        logLevel: 'error',
        onlyCategories: Object.keys(scores),
        extraHeaders: { Cookie: `coopilote=${sessionToken}` },
      });
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      for (const category of Object.keys(scores))
        scores[category].push(Math.round(lhr.categories[category].score * 100));
    } finally {
      await browser.close();
    }
  }
  return {
    ...Object.fromEntries(Object.entries(scores).map(([category, all]) => [category, middle(all)])),
    load: loadavg()[0],
  };
}

function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
