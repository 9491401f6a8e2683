import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Page } from '@coopilote/domain/commun';
import type { EnvoiLu } from '@coopilote/domain/comptes';
import { Api, baseNeuve, REGION, type Appelant } from '../../test/harness';
import { EnvoisService } from './envoi.service';
import { Facteur } from './facteur';

describe('outbox', () => {
  let serveur: SMTPServer;
  let base: Awaited<ReturnType<typeof baseNeuve>>;
  let api: Api;
  let admin: Appelant;
  /** Raw messages that the server took. */
  const recus: string[] = [];
  /** Recipients that the server refuses. */
  const refuses = new Set<string>();

  beforeAll(async () => {
    serveur = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, suite) => suite(refuses.has(address) ? new Error('Boîte inconnue') : null),
      onData: (flux, _session, suite) => {
        const morceaux: Buffer[] = [];
        flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
        flux.on('end', () => {
          recus.push(Buffer.concat(morceaux).toString());
          suite();
        });
      },
    });
    await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
    const { port } = serveur.server.address() as AddressInfo;
    // What every process sends is counted: the messages of other specs must not be among them.
    base = await baseNeuve();
    api = await Api.start({
      databaseUrl: base.databaseUrl,
      smtpUrl: `smtp://127.0.0.1:${port}`,
      urlPublique: 'https://coopilote.example',
    });
    admin = await api.personne('ADMIN_REGIONAL');
  });
  afterAll(async () => {
    await api.stop();
    await base.drop();
    await new Promise<void>((fini) => serveur.close(fini));
  });
  beforeEach(() => {
    recus.length = 0;
  });

  const facteur = () => api.app.get(Facteur);
  async function deposer(texte: string, regionCode: string | null = REGION): Promise<string> {
    const destinataire = `${randomUUID()}@example.test`;
    await api.base.run({ genre: 'systeme', motif: 'Essai' }, (ctx) =>
      api.app.get(EnvoisService).deposer(ctx, { destinataire, objet: 'Réunion du copil', texte, regionCode }),
    );
    return destinataire;
  }
  const lire = async (q: string): Promise<EnvoiLu[]> =>
    (await admin.get<Page<EnvoiLu>>(`/api/envois?q=${encodeURIComponent(q)}`)).corps.lignes;

  it('sends what waits, once, and forgets its one-time link', async () => {
    const destinataire = await deposer('Bonjour Zoé,\n\nhttps://coopilote.example/lien/secret-de-256-bits');
    expect((await lire(destinataire))[0]?.texte).toContain('/lien/…');
    expect(await Promise.all([facteur().distribuer(), facteur().distribuer()])).toEqual([1, 0]);
    expect(recus).toHaveLength(1);
    expect(recus[0]).toContain('From: Coopilote <ne-pas-repondre@coopilote.example>');
    expect(recus[0]).toContain(`To: ${destinataire}`);
    expect(recus[0]).toContain('secret-de-256-bits');
    const [envoi] = await lire(destinataire);
    expect(envoi).toMatchObject({ etat: 'ENVOYE', erreur: null, envoyeLe: expect.stringMatching(/^\d{4}-.*Z$/) });
    const { rows } = await api.proprietaire.query<{ texte: string }>('SELECT texte FROM envoi WHERE id = $1', [
      envoi?.id,
    ]);
    expect(rows[0]?.texte).toBe('Bonjour Zoé,\n\nhttps://coopilote.example/lien/…');
  });

  it('shares the work between two processes without sending twice', async () => {
    const { port } = serveur.server.address() as AddressInfo;
    const autre = await Api.start({ databaseUrl: base.databaseUrl, smtpUrl: `smtp://127.0.0.1:${port}` });
    for (let i = 0; i < 6; i++) await deposer(`Message ${i}`);
    const partis = await Promise.all([facteur().distribuer(), autre.app.get(Facteur).distribuer()]);
    await autre.stop();
    expect(partis[0] + partis[1]).toBe(6);
    expect(recus).toHaveLength(6);
  });

  it('tries five times further and further apart, then says why it gave up', async () => {
    const refuse = await deposer('Personne ici');
    refuses.add(refuse);
    for (let essai = 1; essai <= 5; essai++) {
      expect(await facteur().distribuer()).toBe(0);
      expect(await facteur().distribuer()).toBe(0);
      const { rows } = await api.proprietaire.query<{ essais: number }>(
        `UPDATE envoi SET cree_le = now() - make_interval(mins => 2 * essais * essais * essais) WHERE destinataire = $1
         RETURNING essais`,
        [refuse],
      );
      expect(rows[0]?.essais).toBe(essai);
    }
    expect(await lire(refuse)).toMatchObject([{ etat: 'ECHEC', erreur: expect.stringContaining('Boîte inconnue') }]);
  });

  it('does not keep the others waiting for one refused address', async () => {
    const refuse = await deposer('Personne ici');
    refuses.add(refuse);
    await deposer('Bonjour');
    expect(await facteur().distribuer()).toBe(1);
    expect((await lire(refuse))[0]?.etat).toBe('EN_ATTENTE');
  });

  it('is read by the administrator of the region alone, by state', async () => {
    const autre = await deposer('Ailleurs', '84');
    expect(await lire(autre)).toEqual([]);
    const enAttente = await admin.get<Page<EnvoiLu>>('/api/envois?etat=ECHEC&tri=-creeLe&taille=1');
    expect(enAttente.corps.lignes.map((l) => l.etat)).toEqual(['ECHEC']);
    for (const role of ['EVALUATEUR_REGIONAL', 'COORDINATEUR_DD'] as const) {
      const refuse = await api.personne(role, role === 'COORDINATEUR_DD' ? { departementCode: '93' } : {});
      expect((await refuse.get('/api/envois')).statut).toBe(403);
    }
  });
});
