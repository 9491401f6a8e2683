import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { COOKIE_SESSION } from '../platform/jetons';

type Methode = 'GET' | 'POST' | 'PATCH' | 'DELETE';

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

  get = <T>(url: string): Promise<T> => this.call<T>('GET', url);
  post = <T>(url: string, corps: object): Promise<T> => this.call<T>('POST', url, corps);
  patch = <T>(url: string, corps: object): Promise<T> => this.call<T>('PATCH', url, corps);
  delete = (url: string): Promise<null> => this.call<null>('DELETE', url);
}

/** A clock that the loader sets, so that a report of last spring bears the date of last spring. */
export class HorlogeReglable {
  private instant: Date | null = null;

  regler(jour: string | null): void {
    this.instant = jour ? new Date(`${jour}T10:30:00+01:00`) : null;
  }

  lire(): Date {
    return this.instant ?? new Date();
  }
}
