import { setTimeout as attendre } from 'node:timers/promises';
import pg from 'pg';

const REPRISE_MS = 500;
const REPRISE_MAX_MS = 15_000;

/** Listens to what PostgreSQL announces on a channel (LISTEN), on a connection of its own. */
export class Ecoute {
  private client: pg.Client | null = null;
  private arretee = false;

  /**
   * @param onMessage receives the payload of each NOTIFY.
   * @param onReprise called when the connection comes back after a loss: what was announced meanwhile is not known.
   */
  constructor(
    private readonly url: string,
    private readonly canal: string,
    private readonly onMessage: (charge: string) => void,
    private readonly onReprise: () => void,
  ) {}

  /** Connects, and connects again for as long as `stop` is not called. Resolves once it listens. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'coopilote-ecoute', keepAlive: true });
    client.on('notification', ({ payload }) => this.onMessage(payload ?? ''));
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(this.canal)}`);
    this.client = client;
    client.once('end', () => void this.restart());
  }

  async stop(): Promise<void> {
    this.arretee = true;
    await this.client?.end();
  }

  private async restart(): Promise<void> {
    this.client = null;
    for (let delai = REPRISE_MS; !this.arretee; delai = Math.min(delai * 2, REPRISE_MAX_MS)) {
      await attendre(delai, undefined, { ref: false });
      if (this.arretee) return;
      try {
        await this.start();
        this.onReprise();
        return;
      } catch {
        // PostgreSQL is still away: the next round tries again.
      }
    }
  }
}
