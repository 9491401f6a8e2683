import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';

/** A bucket of an S3-compatible storage. */
export interface ConfigS3 {
  /** Address of the bucket, « https://s3.exemple.fr/coopilote ». */
  url: string;
  region: string;
  cle: string;
  secret: string;
}

/** What the environment tells; read once at the start, never elsewhere. */
export interface Config {
  port: number;
  /** Owner's address of the database; the application connects with its own role, derived from it. */
  databaseUrl: string;
  /** Secret of the installation: derives the password of the application's role. */
  secret: string;
  /** Address by which people reach the application, for links in messages. */
  urlPublique: string;
  /** Demonstration data and accounts are loaded. */
  demonstration: boolean;
  /** Folder of the built web application; null when the API is alone. */
  dossierWeb: string | null;
  /** Whether this process does the jobs of the queue, or only enqueues them for another. */
  ouvriers: 'interne' | 'aucun';
  /** SMTP server (`smtp://…`); null: messages wait in the outbox. */
  smtpUrl: string | null;
  /** Folder of what is kept outside the database. */
  dossierDonnees: string;
  /** S3-compatible storage of attached documents; null: the folder above. */
  s3: ConfigS3 | null;
  /** Token that opens /metrics beyond loopback. */
  jetonMetriques: string | null;
  /** Attempts to sign in, per address and quarter of an hour, before the answer is « wait ». */
  limiteConnexions: number;
}

export const CONFIG = Symbol('CONFIG');

/** @throws Error naming the variable that is missing or wrong. */
export function lireConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) throw new Error('DATABASE_URL manque : adresse du propriétaire de la base PostgreSQL.');
  const secret = env['COOPILOTE_SECRET'];
  if (!secret) throw new Error(`COOPILOTE_SECRET manque : par exemple ${randomBytes(32).toString('hex')}.`);
  const port = Number(env['PORT'] ?? 3000);
  return {
    port,
    databaseUrl,
    secret,
    urlPublique: (env['COOPILOTE_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    demonstration: env['COOPILOTE_DEMO'] === '1',
    dossierWeb: env['COOPILOTE_WEB'] === '' ? null : resolve(env['COOPILOTE_WEB'] ?? 'dist/web/browser'),
    ouvriers: lireOuvriers(env['COOPILOTE_OUVRIERS']),
    smtpUrl: env['SMTP_URL'] || null,
    dossierDonnees: resolve(env['COOPILOTE_DATA'] || '.data'),
    s3: lireS3(env),
    jetonMetriques: env['COOPILOTE_METRICS_TOKEN'] || null,
    limiteConnexions: Number(env['COOPILOTE_LIMITE_CONNEXIONS'] ?? 30),
  };
}

function lireOuvriers(valeur = 'interne'): Config['ouvriers'] {
  if (valeur === 'interne' || valeur === 'aucun') return valeur;
  throw new Error(`COOPILOTE_OUVRIERS vaut « ${valeur} » : « interne » ou « aucun » est attendu.`);
}

function lireS3(env: NodeJS.ProcessEnv): ConfigS3 | null {
  const url = env['COOPILOTE_S3_URL'];
  if (!url) return null;
  const exiger = (nom: string): string => {
    const valeur = env[nom];
    if (!valeur) throw new Error(`${nom} manque : COOPILOTE_S3_URL est donnée, le stockage demande ses clés.`);
    return valeur;
  };
  return {
    url: url.replace(/\/$/, ''),
    region: env['COOPILOTE_S3_REGION'] || 'us-east-1',
    cle: exiger('COOPILOTE_S3_CLE'),
    secret: exiger('COOPILOTE_S3_SECRET'),
  };
}
