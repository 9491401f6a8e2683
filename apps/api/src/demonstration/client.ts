import { AsyncLocalStorage } from 'node:async_hooks';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { COOKIE_SESSION } from '../platform/jetons';

/** As many as the pool has connections to spare. */
const OUVRIERS = 6;

type Methode = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody signed in, who calls the application's own routes: the demonstration enters by the door of real input. */
export class ClientDemonstration {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly jeton: string,
  ) {}

  /** @throws Error with the problem's sentence and fields, when a route refuses. */
  async call<T>(method: Methode, url: string, corps?: object): Promise<T> {
    const reponse = await this.app.inject({
      method,
      url,
      cookies: { [COOKIE_SESSION]: this.jeton },
      ...(corps ? { payload: corps } : {}),
    });
    if (reponse.statusCode >= 300) {
      throw new Error(`${method} ${url} : ${reponse.statusCode} ${reponse.body}\n${JSON.stringify(corps)}`);
    }
    return (reponse.body ? JSON.parse(reponse.body) : null) as T;
  }

  /** The bytes that a route answers. @throws Error */
  async download(url: string): Promise<Buffer> {
    const reponse = await this.app.inject({ method: 'GET', url, cookies: { [COOKIE_SESSION]: this.jeton } });
    if (reponse.statusCode >= 300) throw new Error(`GET ${url} : ${reponse.statusCode} ${reponse.body}`);
    return reponse.rawPayload;
  }

  /** Sends a file as a browser's form does. @throws Error */
  async upload<T>(url: string, nom: string, contenu: Buffer): Promise<T> {
    const formulaire = new FormData();
    formulaire.append('fichier', new Blob([new Uint8Array(contenu)]), nom);
    const requete = new Request('http://localhost', { method: 'POST', body: formulaire });
    const reponse = await this.app.inject({
      method: 'POST',
      url,
      cookies: { [COOKIE_SESSION]: this.jeton },
      headers: { 'content-type': requete.headers.get('content-type') ?? '' },
      payload: Buffer.from(await requete.arrayBuffer()),
    });
    if (reponse.statusCode >= 300) throw new Error(`POST ${url} : ${reponse.statusCode} ${reponse.body}`);
    return JSON.parse(reponse.body) as T;
  }

  get = <T>(url: string): Promise<T> => this.call<T>('GET', url);
  post = <T>(url: string, corps: object): Promise<T> => this.call<T>('POST', url, corps);
  patch = <T>(url: string, corps: object): Promise<T> => this.call<T>('PATCH', url, corps);
  put = <T>(url: string, corps: object): Promise<T> => this.call<T>('PUT', url, corps);
  delete = (url: string): Promise<null> => this.call<null>('DELETE', url);
}

const jourVecu = new AsyncLocalStorage<string>();

/** A clock that tells the day at which something is done, so that a report of last spring bears the date of last spring. */
export const horlogeVecue = {
  /** Runs `work` as if it were `jour`, at half past ten; several days may be lived at once. */
  au<T>(jour: string, work: () => Promise<T>): Promise<T> {
    return jourVecu.run(jour, work);
  },
  maintenant(): Date {
    const jour = jourVecu.getStore();
    return jour ? new Date(`${jour}T10:30:00+01:00`) : new Date();
  },
};

/** Works on the elements, a few at once: the loader waits for the database more than it computes. */
export async function parallel<T>(elements: readonly T[], work: (element: T) => Promise<void>): Promise<void> {
  const reste = elements.values();
  const ouvrier = async (): Promise<void> => {
    for (const element of reste) await work(element);
  };
  await Promise.all(Array.from({ length: OUVRIERS }, ouvrier));
}
