import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from '@playwright/test';
import { findChromium } from '../lib/programmes.mjs';
import { buildServiceWorker } from '../lib/service-worker.mjs';

/** Two builds of a small application, as esbuild names and tells its files; the service worker is the product's own. */
const folder = mkdtempSync(join(tmpdir(), 'coopilote-sw-'));
const BUILDS = ['un', 'deux'];
const named = (build) => ({
  main: `main-${build.padEnd(8, '1')}.js`,
  // A part that the report page asks for, kept from the installation on; one of another page, kept once it is opened.
  kept: `chunk-${build.padEnd(8, '2')}.js`,
  other: `chunk-${build.padEnd(8, '3')}.js`,
});
const TYPES = {
  html: 'text/html',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

let served;
let reachable = true;
let server;
let browser;
before(async () => {
  for (const build of BUILDS) await make(build);
  server = createServer((request, response) => {
    if (!reachable) return request.socket.destroy();
    const path = new URL(request.url, 'http://localhost').pathname;
    // As the API does: the page under the addresses of the application, and under the one that the worker keeps.
    const file = path === '/coque.html' || !/\.\w+$/.test(path) ? 'index.html' : path.slice(1);
    try {
      const content = readFileSync(join(folder, served, file));
      response
        .writeHead(200, { 'content-type': TYPES[file.split('.').pop()], 'cache-control': 'no-cache' })
        .end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a second build replaces the first whole, when the person takes it, and loses no draft', async () => {
  const page = await (await browser.newContext()).newPage();
  await visit(page, 'un');
  await page.evaluate(async () => {
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    }
  });
  await page.evaluate(() => self.draft('Salle fermée'));
  // Through the worker that has just taken over, so that the part of another page is kept as well.
  assert.deepEqual(await parts(page), { page: 'un', kept: 'un', other: 'un' });
  assert.deepEqual(await cachedBuilds(page), ['un']);

  served = 'deux';
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const worker = registration.installing;
    if (worker) {
      await new Promise((resolve) =>
        worker.addEventListener('statechange', () => worker.state === 'installed' && resolve()),
      );
    }
  });
  await offline(async () => {
    // Installed beside, it waits: without network the page that opens is the first one, and all its parts with it.
    await page.reload();
    assert.deepEqual(await parts(page), { page: 'un', kept: 'un', other: 'un' });
  });

  await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.getRegistration();
    const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    waiting.postMessage('appliquer');
    await taken;
  });
  // The page of the first build is still open: a part of it that is gone fails, and is never given from the second.
  assert.equal(await page.evaluate(() => self.again().catch(() => 'refused')), 'refused');
  await offline(async () => {
    await page.reload();
    assert.deepEqual(await page.evaluate(() => self.kept()), 'deux');
    assert.equal(await page.title(), 'deux');
  });
  await page.reload();
  assert.deepEqual(await parts(page), { page: 'deux', kept: 'deux', other: 'deux' });
  assert.deepEqual(await cachedBuilds(page), ['deux']);
  assert.equal(await page.evaluate(() => self.draft()), 'Salle fermée');
});

async function visit(page, build) {
  served = build;
  await page.goto(`http://localhost:${server.address().port}/bilans/1`);
  await page.evaluate(() => navigator.serviceWorker.ready);
}

async function offline(work) {
  reachable = false;
  server.closeAllConnections();
  try {
    await work();
  } finally {
    reachable = true;
  }
}

/** Of which build the page is, and each part that it asks for. */
async function parts(page) {
  return page.evaluate(async () => ({ page: document.title, kept: await self.kept(), other: await self.other() }));
}

/** Builds of which something is kept in any cache, by what the files say. */
async function cachedBuilds(page) {
  return page.evaluate(async () => {
    const found = new Set();
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const text = await (await cache.match(request)).text();
        found.add(/build:(\w+)/.exec(text)?.[1]);
      }
    }
    found.delete(undefined);
    return [...found].sort();
  });
}

async function make(build) {
  const output = join(folder, build);
  mkdirSync(output);
  const { main, kept, other } = named(build);
  const write = (name, content) => writeFileSync(join(output, name), content);
  write(
    'index.html',
    `<!doctype html><title>${build}</title><!-- build:${build} --><script type="module" src="/${main}"></script>`,
  );
  write('favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  write('manifest.webmanifest', '{}');
  for (const name of [kept, other]) write(name, `export default '${build}'; // build:${build}`);
  write(main, application(build));
  const entry = (path) => `apps/web/src/app/${path}.ts`;
  const stats = {
    outputs: {
      [main]: {
        imports: [kept, other].map((path) => ({ path, kind: 'dynamic-import' })),
      },
      [kept]: { imports: [], entryPoint: entry('bilans/bilans.routes') },
      [other]: { imports: [], entryPoint: entry('gouvernance/gouvernance.routes') },
    },
  };
  writeFileSync(join(folder, `${build}.json`), JSON.stringify(stats));
  await buildServiceWorker(output, join(folder, `${build}.json`));
}

/** What a page of the application does here: asks for its parts, keeps a draft in IndexedDB. */
function application(build) {
  const { kept, other } = named(build);
  return `// build:${build}
    const value = async (part) => (await part).default;
    self.kept = () => value(import('/${kept}'));
    self.other = () => value(import('/${other}'));
    // Another specifier, so that the browser asks again.
    self.again = () => value(import('/${other}?again'));
    self.draft = async (text) => {
      const base = await new Promise((resolve) => {
        const opening = indexedDB.open('coopilote', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
        opening.onsuccess = () => resolve(opening.result);
      });
      const store = base.transaction('drafts', 'readwrite').objectStore('drafts');
      const asked = text === undefined ? store.get('1') : store.put(text, '1');
      const found = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
      base.close();
      return found;
    };
    await navigator.serviceWorker.register('/sw.js');`;
}
