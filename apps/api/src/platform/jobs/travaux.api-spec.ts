import { randomUUID } from 'node:crypto';
import type { TravailLu } from '@coopilote/domain/commun';
import { Fabrique } from '../../../test/fabrique';
import { Api, baseNeuve, jusqua } from '../../../test/harness';
import { NotificationsService } from '../../notifications/notification.service';
import type { Travail } from './travail';
import { Travaux } from './travaux';

const ESSAI: Travail<{ cle: string }> = { nom: 'essai.compter', libelle: 'Essai' };

describe('job queue', () => {
  let base: Awaited<ReturnType<typeof baseNeuve>>;
  let api: Api;
  let travaux: Travaux;
  let faire: (cle: string) => Promise<void>;

  beforeAll(async () => {
    base = await baseNeuve();
    api = await Api.start({ databaseUrl: base.databaseUrl });
    travaux = api.app.get(Travaux);
    travaux.inscrire(ESSAI, async (ctx, { cle }) => {
      await ctx.query(`INSERT INTO tentative (cle, fenetre, nombre) VALUES ($1, now(), 1)`, [cle]);
      await faire(cle);
    });
    await travaux.onApplicationBootstrap();
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await base.drop();
  });
  beforeEach(() => {
    faire = () => Promise.resolve();
  });

  const lancer = (cle: string, suite: () => void = () => undefined): Promise<void> =>
    api.base.run({ genre: 'systeme', motif: 'Essai' }, async (ctx) => {
      await travaux.lancer(ctx, ESSAI, { cle });
      suite();
    });
  const effets = async (cle: string): Promise<number> =>
    (await api.proprietaire.query('SELECT 1 FROM tentative WHERE cle = $1', [cle])).rowCount ?? 0;
  const job = async (cle: string) =>
    (
      await api.proprietaire.query<{ id: string; state: string; retry_count: number }>(
        `SELECT id, state, retry_count FROM travaux.job WHERE data ->> 'cle' = $1`,
        [cle],
      )
    ).rows[0];

  it('is made by the owner: the role of the application owns nothing and makes nothing', async () => {
    const { rows } = await api.proprietaire.query(
      `SELECT (SELECT count(*)::int FROM pg_class WHERE relowner = 'coopilote_app'::regrole) AS possede,
              has_schema_privilege('coopilote_app', 'travaux', 'CREATE') AS cree,
              has_table_privilege('coopilote_app', 'travaux.job', 'TRUNCATE') AS vide,
              has_table_privilege('coopilote_app', 'travaux.version', 'INSERT') AS version`,
    );
    expect(rows).toEqual([{ possede: 0, cree: false, vide: false, version: false }]);
  });

  it('enqueues with the change that causes it, or not at all', async () => {
    const [faite, defaite] = [randomUUID(), randomUUID()];
    await lancer(faite);
    await expect(
      lancer(defaite, () => {
        throw new Error('annulé');
      }),
    ).rejects.toThrow('annulé');
    expect(await travaux.faire(ESSAI)).toBe(1);
    expect([await effets(faite), await effets(defaite)]).toEqual([1, 0]);
    expect(await job(faite)).toMatchObject({ state: 'completed' });
  });

  it('undoes what a failed job had begun, and tries it again later', async () => {
    const cle = randomUUID();
    faire = () => Promise.reject(new Error('panne'));
    await lancer(cle);
    expect(await travaux.faire(ESSAI)).toBe(0);
    expect(await effets(cle)).toBe(0);
    const { rows } = await api.proprietaire.query(
      `SELECT state, start_after > now() + interval '30 seconds' AS plus_tard FROM travaux.job WHERE data ->> 'cle' = $1`,
      [cle],
    );
    expect(rows).toEqual([{ state: 'retry', plus_tard: true }]);
    faire = () => Promise.resolve();
    await api.proprietaire.query(`UPDATE travaux.job SET start_after = now() WHERE data ->> 'cle' = $1`, [cle]);
    expect(await travaux.faire(ESSAI)).toBe(1);
    expect(await effets(cle)).toBe(1);
  });

  it('has no effect once another process has taken the job over', async () => {
    const cle = randomUUID();
    // As after a lost attempt: the job was claimed again while this process was still at it.
    faire = async () => {
      faire = () => Promise.resolve();
      await api.proprietaire.query(`UPDATE travaux.job SET retry_count = retry_count + 1 WHERE data ->> 'cle' = $1`, [
        cle,
      ]);
    };
    await lancer(cle);
    await travaux.faire(ESSAI);
    expect(await effets(cle)).toBe(0);
  });

  it('shows the administrator what was given up, and where to look', async () => {
    const admin = await api.personne('ADMIN_REGIONAL');
    const cle = randomUUID();
    faire = () => Promise.reject(new Error('secret de la panne'));
    await lancer(cle);
    await api.proprietaire.query(`UPDATE travaux.job SET retry_limit = 0 WHERE data ->> 'cle' = $1`, [cle]);
    await travaux.faire(ESSAI);
    const { corps } = await admin.get<TravailLu[]>('/api/travaux');
    const lu = corps.find(({ nom }) => nom === ESSAI.nom);
    expect(lu).toMatchObject({ libelle: 'Essai', echecs: 1, reference: (await job(cle))?.id, prochain: null });
    expect(lu?.dernierEchec).toMatch(/^\d{4}-.*Z$/);
    expect(JSON.stringify(corps)).not.toContain('secret');
    const resume = corps.find(({ nom }) => nom === 'notifications.resumer');
    const heure = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', weekday: 'long', hour: '2-digit' });
    expect(heure.format(new Date(resume?.prochain ?? ''))).toBe('lundi 07 h');
  });

  it('runs each job once with two processes at work, which keep one schedule between them', async () => {
    const processus = await Promise.all(
      [1, 2].map(() => Api.start({ databaseUrl: base.databaseUrl, ouvriers: 'interne' })),
    );
    const { rows: horaires } = await api.proprietaire.query(
      `SELECT name, cron, timezone FROM travaux.schedule ORDER BY name`,
    );
    expect(horaires).toEqual([
      { name: 'bilans.ouvrir', cron: '2 * * * *', timezone: 'Europe/Paris' },
      { name: 'bilans.rappeler', cron: '30 7 * * *', timezone: 'Europe/Paris' },
      { name: 'conventions.rappeler', cron: '30 6 * * *', timezone: 'Europe/Paris' },
      { name: 'envois.alleger', cron: '20 3 * * *', timezone: 'Europe/Paris' },
      { name: 'notifications.resumer', cron: '0 7 * * 1', timezone: 'Europe/Paris' },
      { name: 'vues.preparer', cron: '15 7 * * *', timezone: 'Europe/Paris' },
    ]);
    const { dd: personne } = await new Fabrique(api).cooperative();
    await api.base.run({ genre: 'systeme', motif: 'Essai' }, async (ctx) => {
      for (let i = 0; i < 20; i++) {
        await api.app.get(NotificationsService).notifier(ctx, {
          utilisateurIds: [personne.utilisateurId],
          genre: 'SONDAGE',
          titre: `Sondage ${i}`,
          lien: '/accueil',
        });
      }
    });
    const finis = `SELECT 1 FROM travaux.job WHERE name = 'notifications.distribuer' AND state = 'completed'`;
    await jusqua(async () => (await api.proprietaire.query(finis)).rowCount === 20);
    await Promise.all(processus.map((p) => p.stop()));
    const { rows } = await api.proprietaire.query(
      `SELECT count(*)::int AS envois, count(DISTINCT objet)::int AS objets FROM envoi WHERE objet LIKE 'Sondage %'`,
    );
    expect(rows).toEqual([{ envois: 20, objets: 20 }]);
  });
});
