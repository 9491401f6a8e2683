import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { migrate } from '@coopilote/db';
import { Base } from '../src/platform/base';
import type { Config } from '../src/platform/config';
import { empreinte, nouveauJeton } from '../src/platform/jetons';
import { creerApplication } from '../src/application';
import type { Role } from '@coopilote/domain/comptes';

export const SECRET_TESTS = 'secret-des-tests';
/** Île-de-France, and two of its départements. */
export const REGION = '11';

/** Where a role is given. */
export interface Portee {
  /** The region of the tests when absent, or that of the département. */
  regionCode?: string;
  departementCode?: string;
  cooperativeId?: string;
  structureId?: string;
  fin?: string;
}

export interface Reponse<T> {
  statut: number;
  corps: T;
  entetes: Headers;
}

/** A signed-in caller over real HTTP. */
export class Appelant {
  constructor(
    private readonly racine: string,
    private readonly cookie: string | null,
    readonly utilisateurId: string,
  ) {}

  /** What tells who calls, for a request made otherwise than by `appeler`. */
  get entetes(): Record<string, string> {
    return this.cookie ? { cookie: `coopilote=${this.cookie}` } : {};
  }

  async appeler<T = unknown>(
    methode: string,
    chemin: string,
    corps?: unknown,
    entetes: Record<string, string> = {},
  ): Promise<Reponse<T>> {
    const reponse = await fetch(`${this.racine}${chemin}`, {
      method: methode,
      headers: {
        ...this.entetes,
        // A form writes its own, with its boundary.
        ...(corps === undefined || corps instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...entetes,
      },
      body:
        corps === undefined || corps instanceof FormData || typeof corps === 'string' ? corps : JSON.stringify(corps),
    });
    const texte = await reponse.text();
    const json = (reponse.headers.get('content-type') ?? '').includes('json');
    return {
      statut: reponse.status,
      corps: (json && texte ? JSON.parse(texte) : texte) as T,
      entetes: reponse.headers,
    };
  }

  /** Opens a stream of server-sent events. */
  follow(chemin: string, signal: AbortSignal): Promise<Response> {
    return fetch(`${this.racine}${chemin}`, {
      headers: { accept: 'text/event-stream', ...(this.cookie ? { cookie: `coopilote=${this.cookie}` } : {}) },
      signal,
    });
  }

  /** A file, byte for byte. */
  async telecharger(chemin: string): Promise<{ statut: number; octets: Buffer; entetes: Headers }> {
    const reponse = await fetch(`${this.racine}${chemin}`, { headers: this.entetes });
    return { statut: reponse.status, octets: Buffer.from(await reponse.arrayBuffer()), entetes: reponse.headers };
  }

  get = <T = unknown>(chemin: string) => this.appeler<T>('GET', chemin);
  post = <T = unknown>(chemin: string, corps: unknown = {}, entetes?: Record<string, string>) =>
    this.appeler<T>('POST', chemin, corps, entetes);
  patch = <T = unknown>(chemin: string, corps: unknown) => this.appeler<T>('PATCH', chemin, corps);
  put = <T = unknown>(chemin: string, corps: unknown) => this.appeler<T>('PUT', chemin, corps);
  delete = <T = unknown>(chemin: string) => this.appeler<T>('DELETE', chemin);
}

/** A migrated database of one's own, for a spec that counts what the others' specs would add to; `drop` once done. */
export async function baseNeuve(): Promise<{ databaseUrl: string; drop: () => Promise<void> }> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const serveur = new pg.Pool({ connectionString: url.toString(), max: 1 });
  const nom = `essai_${randomUUID().replaceAll('-', '')}`;
  await serveur.query(`CREATE DATABASE ${nom}`);
  url.pathname = `/${nom}`;
  await migrate(url.toString(), SECRET_TESTS);
  return {
    databaseUrl: url.toString(),
    drop: async () => {
      await serveur.query(`DROP DATABASE ${nom} WITH (FORCE)`);
      await serveur.end();
    },
  };
}

/** Waits for something that another process does, asking ten times a second. */
export async function jusqua(vrai: () => boolean | Promise<boolean>, secondes = 20): Promise<void> {
  for (const limite = Date.now() + secondes * 1000; Date.now() < limite;) {
    if (await vrai()) return;
    await new Promise((suite) => setTimeout(suite, 100));
  }
  throw new Error(`Rien au bout de ${secondes} secondes`);
}

/** The real application on the real database. One a spec file: `beforeAll(() => demarrer())`, `afterAll(() => api.stop())`. */
export class Api {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly racine: string,
    /** The owner's connection: builds fixtures that no route makes (first accounts), and reads what is behind policies. */
    readonly proprietaire: pg.Pool,
    private readonly dossier: string,
  ) {}

  static async start(surcharge: Partial<Config> = {}): Promise<Api> {
    const dossier = await mkdtemp(join(tmpdir(), 'coopilote-donnees-'));
    const databaseUrl = surcharge.databaseUrl ?? process.env['TEST_DATABASE_URL'] ?? '';
    const app = await creerApplication(
      {
        port: 0,
        databaseUrl,
        secret: SECRET_TESTS,
        urlPublique: 'http://localhost',
        demonstration: false,
        dossierWeb: null,
        ouvriers: 'aucun',
        smtpUrl: null,
        dossierDonnees: dossier,
        s3: null,
        jetonMetriques: 'jeton-metriques',
        limiteConnexions: 10_000,
        ...surcharge,
      },
      { silencieux: true },
    );
    await app.listen(0, '127.0.0.1');
    return new Api(
      app,
      (await app.getUrl()).replace('[::1]', '127.0.0.1'),
      new pg.Pool({ connectionString: databaseUrl, max: 2 }),
      dossier,
    );
  }

  async stop(): Promise<void> {
    await this.proprietaire.end();
    await this.app.close();
    await rm(this.dossier, { recursive: true, force: true });
  }

  get base(): Base {
    return this.app.get(Base);
  }

  anonyme(): Appelant {
    return new Appelant(this.racine, null, '');
  }

  /** A new person with one role on one scope, signed in. */
  async personne(role: Role, portee: Portee = {}): Promise<Appelant> {
    const id = randomUUID();
    await this.proprietaire.query(
      `INSERT INTO utilisateur (id, courriel, prenom, nom) VALUES ($1, $2, 'Camille', $3)`,
      [id, `${role.toLowerCase()}-${id}@example.test`, `Test ${id.slice(0, 8)}`],
    );
    await this.attribuer(id, role, portee);
    return this.session(id);
  }

  /** Gives one more role to a person. */
  async attribuer(utilisateurId: string, role: Role, portee: Portee = {}): Promise<void> {
    const {
      regionCode = REGION,
      departementCode = null,
      cooperativeId = null,
      structureId = null,
      fin = null,
    } = portee;
    await this.proprietaire.query(
      `WITH lieu AS (SELECT coalesce($4, (SELECT departement_code FROM cooperative WHERE id = $5),
                                     (SELECT departement_code FROM structure WHERE id = $6)) AS code)
       INSERT INTO attribution (id, utilisateur_id, role, region_code, departement_code, cooperative_id, structure_id, fin)
       SELECT $1, $2, $3, coalesce(d.region_code, $8), lieu.code, $5, $6, $7 FROM lieu LEFT JOIN departement d USING (code)`,
      [
        randomUUID(),
        utilisateurId,
        role,
        departementCode,
        cooperativeId,
        structureId,
        role === 'EVALUATEUR_EXTERNE' ? (fin ?? '2099-12-31') : fin,
        regionCode,
      ],
    );
  }

  /** A session for a person, without the cost of a password. */
  async session(utilisateurId: string): Promise<Appelant> {
    const jeton = nouveauJeton();
    await this.proprietaire.query(
      `INSERT INTO session (empreinte, utilisateur_id, expire_le) VALUES ($1, $2, now() + interval '1 hour')`,
      [empreinte(jeton), utilisateurId],
    );
    return new Appelant(this.racine, jeton, utilisateurId);
  }

  /** A value of a reference list of the region (made when missing). */
  async valeurListe(liste: string, code: string): Promise<string> {
    const { rows } = await this.proprietaire.query<{ id: string }>(
      `INSERT INTO liste_valeur (id, region_code, liste, code, libelle) VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT (region_code, liste, code) DO UPDATE SET libelle = liste_valeur.libelle RETURNING id`,
      [randomUUID(), REGION, liste, code],
    );
    return rows[0]?.id ?? '';
  }
}
