import { findChromium } from '../lib/programmes.mjs';

/** Bytes of script, as they travel, that a partner's report page asks for; undefined when there is no browser. */
export async function measureReportScripts(address, token, reportId) {
  let executablePath;
  try {
    executablePath = findChromium();
  } catch {
    return undefined;
  }
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addCookies([{ name: 'coopilote', value: token, url: address }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const scripts = new Set();
    let bytes = 0;
    session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`${address}/bilans/${reportId}`, { waitUntil: 'networkidle' });
    return bytes;
  } finally {
    await browser.close();
  }
}
