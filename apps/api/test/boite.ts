import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real mail server, which keeps what it takes and refuses what it is told to. */
export class Boite {
  /** Messages taken, read again by a parser that owes nothing to the one that wrote them. */
  readonly recus: ParsedMail[] = [];
  /** Recipients, and how many times each is still refused. */
  readonly refus = new Map<string, number>();
  private readonly serveur: SMTPServer;

  private constructor() {
    this.serveur = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, suite) => suite(this.refuse(address) ? new Error('Boîte pleine') : null),
      onData: (flux, _session, suite) => {
        simpleParser(flux).then(
          (message) => {
            this.recus.push(message);
            suite();
          },
          (erreur: Error) => suite(erreur),
        );
      },
    });
  }

  static async ouvrir(): Promise<Boite> {
    const boite = new Boite();
    await new Promise<void>((pret) => boite.serveur.listen(0, '127.0.0.1', pret));
    return boite;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.serveur.server.address() as AddressInfo).port}`;
  }

  async fermer(): Promise<void> {
    await new Promise<void>((fini) => this.serveur.close(fini));
  }

  private refuse(adresse: string): boolean {
    const reste = this.refus.get(adresse) ?? 0;
    this.refus.set(adresse, reste - 1);
    return reste > 0;
  }
}
