import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { servirWeb } from './web';

describe('the page that the service worker keeps', () => {
  let dossier: string;
  let serveur: FastifyInstance;
  beforeAll(async () => {
    dossier = await mkdtemp(join(tmpdir(), 'coopilote-web-'));
    await writeFile(
      join(dossier, 'index.html'),
      '<html data-session="__SESSION__"><head></head><style nonce="__NONCE__"></style><app ngCspNonce="__NONCE__"></app></html>',
    );
    await writeFile(join(dossier, 'main-ABCDEFGH.js'), '1');
    await writeFile(
      join(dossier, 'page-bilan-ABCDEFGH.js'),
      'import{a as b}from"./chunk-ABCDEFGH.js";import("./plus-tard-ABCDEFGH.js")',
    );
    await writeFile(join(dossier, 'page-bilan-annuel-ABCDEFGH.js'), 'export{}');
    await writeFile(join(dossier, 'chunk-ABCDEFGH.js'), 'import"./commun-ABCDEFGH.js";');
    await writeFile(join(dossier, 'commun-ABCDEFGH.js'), 'export{}');
    serveur = fastify();
    await serveur.register(cookie);
    await servirWeb(serveur, dossier);
  });
  afterAll(async () => {
    await serveur.close();
    await rm(dossier, { recursive: true });
  });
  const lire = async (url: string, session = false) => {
    const { statusCode, headers, body } = await serveur.inject({ url, cookies: session ? { coopilote: 'jeton' } : {} });
    return { statusCode, headers, body };
  };

  it('says nothing of a session, whoever asks', async () => {
    for (const session of [false, true]) {
      const { statusCode, body } = await lire('/coque.html', session);
      expect([statusCode, /data-session="(\w+)"/.exec(body)?.[1]]).toEqual([200, 'inconnue']);
    }
    expect((await lire('/bilans', true)).body).toContain('data-session="oui"');
    expect((await lire('/bilans')).body).toContain('data-session="non"');
    // Who is signed in is asked with the page, of whom may be; the page that is kept asks nothing by itself.
    const demande = (url: string, session: boolean) =>
      lire(url, session).then(({ body }) => body.includes('/api/session'));
    expect(await Promise.all([demande('/bilans', true), demande('/bilans', false)])).toEqual([true, false]);
    expect(await demande('/coque.html', true)).toBe(false);
  });

  it('brings a report with its scripts and its answers, to whom has a session', async () => {
    const adresse = '/bilans/0b6f4a52-9f3e-4d35-8f54-0c2f7c1a9d10';
    const liens = ({ body }: { body: string }) =>
      [...body.matchAll(/<link rel="\w+"(?: as="fetch")? href="([^"]+)"/g)].map(([, href]) => href);
    expect(liens(await lire(adresse, true))).toEqual([
      '/api/session',
      ...['page-bilan-ABCDEFGH.js', 'chunk-ABCDEFGH.js', 'commun-ABCDEFGH.js'],
      '/api/bilans-trimestriels/0b6f4a52-9f3e-4d35-8f54-0c2f7c1a9d10',
    ]);
    expect(liens(await lire(adresse))).toEqual([]);
    expect(liens(await lire('/bilans/"><script>', true))).toEqual(['/api/session']);
  });

  it('is HTML, kept by no HTTP cache, with the strict policy and a nonce of its own', async () => {
    const [un, deux] = [await lire('/coque.html'), await lire('/coque.html')];
    expect(un.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(un.headers['cache-control']).toBe('no-store');
    const nonces = [un, deux].map(({ headers, body }) => {
      const regles = String(headers['content-security-policy']);
      const nonce = /'nonce-([^']+)'/.exec(regles)?.[1] ?? '';
      expect(regles).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/);
      expect(regles).toContain("worker-src 'self'");
      expect(regles).toContain("manifest-src 'self'");
      expect(regles).not.toMatch(/unsafe/);
      expect(body.split(nonce)).toHaveLength(3);
      expect(body).not.toContain('__');
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('refers to files that are kept for a year, since another content has another name', async () => {
    const { headers } = await lire('/main-ABCDEFGH.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await lire('/main-DISPARUE.js')).statusCode).toBe(404);
  });
});
