import { randomUUID } from 'node:crypto';
import type { Page, Probleme } from '@coopilote/domain/commun';
import type { EnvoiLu } from '@coopilote/domain/notifications';
import { Boite } from '../../test/boite';
import { Api, baseNeuve, jusqua, REGION, type Appelant } from '../../test/harness';
import { Travaux } from '../platform/jobs/travaux';
import { EnvoisService, type Depot } from './envoi.service';
import { composer } from './lettre';
import { ENVOYER, RELEVER } from './travaux';

const ICS = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'END:VCALENDAR'].join('\r\n');

describe('outbox', () => {
  let boite: Boite;
  let base: Awaited<ReturnType<typeof baseNeuve>>;
  let api: Api;
  let admin: Appelant;

  beforeAll(async () => {
    boite = await Boite.ouvrir();
    // What every process sends is counted: the messages of other specs must not be among them.
    base = await baseNeuve();
    api = await demarrer();
    admin = await api.personne('ADMIN_REGIONAL');
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await base.drop();
    await boite.fermer();
  });
  beforeEach(() => {
    boite.recus.length = 0;
  });

  const demarrer = (smtpUrl: string | null = boite.url, ouvriers: 'interne' | 'aucun' = 'aucun'): Promise<Api> =>
    Api.start({ databaseUrl: base.databaseUrl, smtpUrl, ouvriers, urlPublique: 'https://coopilote.example' });
  const distribuer = (): Promise<number> => api.app.get(Travaux).faire(ENVOYER);

  async function deposer(depot: Partial<Depot> = {}, par = api): Promise<string> {
    const destinataire = `${randomUUID()}@example.test`;
    const message = composer({
      objet: 'Réunion du copil',
      prenom: 'Zoé',
      paragraphes: ['Tout est prêt.'],
      bouton: { libelle: 'Ouvrir', url: 'https://coopilote.example/lien/secret-de-256-bits' },
      pourquoi: 'Vous êtes membre du comité.',
    });
    await par.base.run({ genre: 'systeme', motif: 'Essai' }, (ctx) =>
      par.app.get(EnvoisService).deposer(ctx, { ...message, destinataire, regionCode: REGION, ...depot }),
    );
    return destinataire;
  }
  const lire = async (q: string): Promise<EnvoiLu[]> =>
    (await admin.get<Page<EnvoiLu>>(`/api/envois?q=${encodeURIComponent(q)}`)).corps.lignes;
  /** Brings the next try of a message to now, with its job. */
  const avancer = (destinataire: string) =>
    api.proprietaire.query(
      `WITH e AS (UPDATE envoi SET prochain_essai = now() WHERE destinataire = $1 RETURNING id)
       UPDATE travaux.job SET start_after = now() WHERE name = $2 AND state = 'created'
         AND data ->> 'envoiId' IN (SELECT id::text FROM e)`,
      [destinataire, ENVOYER.nom],
    );

  it('sends what was deposited, once, and forgets its one-time link', async () => {
    const destinataire = await deposer();
    expect((await lire(destinataire))[0]?.texte).toContain('/lien/…');
    expect(await Promise.all([distribuer(), distribuer()])).toEqual(expect.arrayContaining([0, 1]));
    expect(boite.recus).toHaveLength(1);
    const [recu] = boite.recus;
    expect(recu?.from?.text).toBe('"Coopilote" <ne-pas-repondre@coopilote.example>');
    expect(recu?.to).toMatchObject({ text: destinataire });
    expect(recu?.text).toContain('https://coopilote.example/lien/secret-de-256-bits');
    expect(recu?.html).toContain('href="https://coopilote.example/lien/secret-de-256-bits"');
    expect(recu?.headers.has('list-unsubscribe')).toBe(false);
    const [envoi] = await lire(destinataire);
    expect(envoi).toMatchObject({ etat: 'ENVOYE', essais: 1, erreur: null, prochainEssai: null });
    expect(envoi?.envoyeLe).toMatch(/^\d{4}-.*Z$/);
    expect(recu?.messageId).toBe(`<${envoi?.id}@coopilote.example>`);
    const { rows } = await api.proprietaire.query('SELECT texte, html FROM envoi WHERE id = $1', [envoi?.id]);
    expect(JSON.stringify(rows)).not.toContain('secret-de-256-bits');
  });

  it('sends nothing of what was undone', async () => {
    await expect(
      api.base.run({ genre: 'systeme', motif: 'Essai' }, async (ctx) => {
        await api.app.get(EnvoisService).deposer(ctx, {
          ...composer({ objet: 'Rien', prenom: 'Zoé', paragraphes: [], pourquoi: '' }),
          destinataire: 'personne@example.test',
          regionCode: REGION,
        });
        throw new Error('annulé');
      }),
    ).rejects.toThrow('annulé');
    expect(await distribuer()).toBe(0);
  });

  it('carries a calendar and files, their bytes kept once', async () => {
    const pdf = Buffer.from(`%PDF-1.7 ${randomUUID()}`);
    const avec: Partial<Depot> = {
      calendrier: { methode: 'REQUEST', contenu: ICS },
      pieces: [{ nom: 'Compte rendu – été.pdf', type: 'application/pdf', contenu: pdf }],
    };
    const destinataires = [await deposer(avec), await deposer(avec)];
    expect(await distribuer()).toBe(2);
    for (const recu of boite.recus) {
      expect(recu.attachments.map((a) => a.contentType)).toEqual(
        expect.arrayContaining(['text/calendar', 'application/pdf']),
      );
      const calendrier = recu.attachments.find((a) => a.contentType === 'text/calendar');
      expect(calendrier?.content.toString()).toContain('METHOD:REQUEST');
      expect(calendrier?.headers.get('content-type')).toMatchObject({ params: { method: 'REQUEST' } });
      const fichier = recu.attachments.find((a) => a.contentType === 'application/pdf');
      expect(fichier).toMatchObject({ filename: 'Compte rendu – été.pdf', content: pdf });
    }
    expect((await lire(destinataires[0] ?? ''))[0]?.pieces).toEqual([
      { nom: 'invitation.ics', type: 'text/calendar', taille: ICS.length },
      { nom: 'Compte rendu – été.pdf', type: 'application/pdf', taille: pdf.length },
    ]);
    const { rows } = await api.proprietaire.query(
      'SELECT count(*)::int AS nombre FROM envoi_contenu WHERE octets = $1',
      [pdf],
    );
    expect(rows).toEqual([{ nombre: 1 }]);
  });

  it('shows what people typed, and never as HTML', async () => {
    await deposer({
      ...composer({
        objet: 'Sucre & <b>sel</b>',
        prenom: '<img src=x onerror=alert(1)>',
        paragraphes: ['Ligne 1\nLigne "2"'],
        listes: [
          { titre: 'Liste', elements: [{ titre: '<i>un</i>', detail: '<u>deux</u>', url: 'https://x/?a=1&b="' }] },
        ],
        pourquoi: '<script>',
      }),
    });
    await distribuer();
    const [recu] = boite.recus;
    expect(recu?.subject).toBe('Sucre & <b>sel</b>');
    expect(recu?.html).not.toMatch(/<(b|i|u|img|script)[\s>]/);
    expect(recu?.html).toContain('Ligne 1<br>Ligne &quot;2&quot;');
    expect(recu?.text).toContain('Bonjour <img src=x onerror=alert(1)>,');
  });

  it('shares the work between two processes without sending twice', async () => {
    const ouvriers = [await demarrer(boite.url, 'interne'), await demarrer(boite.url, 'interne')];
    const attendus = [];
    for (let i = 0; i < 12; i++) attendus.push(await deposer());
    await jusqua(() => boite.recus.length >= attendus.length);
    await Promise.all(ouvriers.map((o) => o.stop()));
    expect(boite.recus.map((r) => (r.to as { text: string }).text).sort()).toEqual(attendus.sort());
  });

  it('tries again further and further apart a message that is refused, then accepted, and sends it once', async () => {
    const destinataire = await deposer();
    boite.refus.set(destinataire, 2);
    const attentes = [];
    for (let essai = 1; essai <= 2; essai++) {
      await distribuer();
      await distribuer();
      const [envoi] = await lire(destinataire);
      expect(envoi).toMatchObject({
        etat: 'EN_ATTENTE',
        essais: essai,
        erreur: expect.stringContaining('Boîte pleine'),
      });
      attentes.push(Math.round((Date.parse(envoi?.prochainEssai ?? '') - Date.now()) / 60_000));
      await avancer(destinataire);
    }
    expect(attentes).toEqual([2, 16]);
    await distribuer();
    await distribuer();
    expect(boite.recus).toHaveLength(1);
    expect(await lire(destinataire)).toMatchObject([{ etat: 'ENVOYE', essais: 3, erreur: null }]);
  });

  it('gives up after five tries, and begins anew when the administrator asks', async () => {
    const [destinataire, autre] = [await deposer(), await deposer()];
    boite.refus.set(destinataire, 5);
    for (let essai = 1; essai <= 5; essai++) {
      await distribuer();
      await avancer(destinataire);
    }
    // The others did not wait for it.
    expect(boite.recus.map((r) => r.to)).toMatchObject([{ text: autre }]);
    const [echec] = await lire(destinataire);
    expect(echec).toMatchObject({ etat: 'ECHEC', essais: 5, prochainEssai: null });
    const chemin = `/api/envois/${echec?.id}/nouvel-essai`;
    expect((await (await api.personne('EVALUATEUR_REGIONAL')).post(chemin)).statut).toBe(403);
    expect((await admin.post(chemin)).statut).toBe(204);
    const encore = await admin.post<Probleme>(chemin);
    expect([encore.statut, encore.corps.code]).toEqual([409, 'ETAT_INCOMPATIBLE']);
    expect(await lire(destinataire)).toMatchObject([{ etat: 'EN_ATTENTE', essais: 0 }]);
    await distribuer();
    expect(await lire(destinataire)).toMatchObject([{ etat: 'ENVOYE', essais: 1, erreur: null }]);
  });

  it('leaves once there is a mail server what was deposited while there was none', async () => {
    const sans = await demarrer(null);
    const destinataire = await deposer({}, sans);
    await sans.stop();
    expect(await distribuer()).toBe(0);
    const travaux = api.app.get(Travaux);
    await api.base.run({ genre: 'systeme', motif: 'Essai' }, (ctx) => travaux.lancer(ctx, RELEVER, {}));
    await travaux.faire(RELEVER);
    await api.base.run({ genre: 'systeme', motif: 'Essai' }, (ctx) => travaux.lancer(ctx, RELEVER, {}));
    await travaux.faire(RELEVER);
    expect(await distribuer()).toBe(1);
    expect(await lire(destinataire)).toMatchObject([{ etat: 'ENVOYE' }]);
  });

  it('is read and tried again by the administrator of the region alone', async () => {
    const ailleurs = await deposer({
      regionCode: '84',
      pieces: [{ nom: 'a.txt', type: 'text/plain', contenu: Buffer.from('a') }],
    });
    expect(await lire(ailleurs)).toEqual([]);
    const { rows } = await api.proprietaire.query<{ id: string }>(
      `UPDATE envoi SET etat = 'ECHEC' WHERE destinataire = $1 RETURNING id`,
      [ailleurs],
    );
    const id = rows[0]?.id ?? '';
    expect((await admin.post(`/api/envois/${id}/nouvel-essai`)).statut).toBe(404);
    for (const role of ['EVALUATEUR_REGIONAL', 'COORDINATEUR_DD'] as const) {
      const refuse = await api.personne(role, role === 'COORDINATEUR_DD' ? { departementCode: '93' } : {});
      expect((await refuse.get('/api/envois')).statut).toBe(403);
      expect((await refuse.get('/api/travaux')).statut).toBe(403);
    }
    // The policies alone, without the service.
    const nombres = await api.base.run({ genre: 'personne', utilisateurId: admin.utilisateurId }, async (ctx) => {
      const compter = async (sql: string) => (await ctx.query<{ n: number }>(sql, [id]))[0]?.n;
      return [
        await compter('SELECT count(*)::int AS n FROM envoi WHERE id = $1'),
        await compter('SELECT count(*)::int AS n FROM envoi_piece WHERE envoi_id = $1'),
        await compter('SELECT count(*)::int AS n FROM envoi_contenu WHERE $1 <> empreinte'),
        await compter(
          `WITH x AS (UPDATE envoi SET etat = 'EN_ATTENTE' WHERE id = $1 RETURNING 1) SELECT count(*)::int AS n FROM x`,
        ),
      ];
    });
    expect(nombres).toEqual([0, 0, 0, 0]);
  });
});
