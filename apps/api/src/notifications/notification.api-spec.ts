import type { Probleme } from '@coopilote/domain/commun';
import type { DesabonnementLu, GenreMessage, PreferenceLue } from '@coopilote/domain/notifications';
import { Boite } from '../../test/boite';
import { Fabrique } from '../../test/fabrique';
import { Api, baseNeuve, type Appelant } from '../../test/harness';
import { Travaux } from '../platform/jobs/travaux';
import { NotificationsService } from './notification.service';
import { DISTRIBUER, ENVOYER, RESUMER } from './travaux';

const PREFERENCES = '/api/preferences-messages';

describe('what each person is told', () => {
  let boite: Boite;
  let base: Awaited<ReturnType<typeof baseNeuve>>;
  let api: Api;
  let travaux: Travaux;
  let dd: Appelant;

  beforeAll(async () => {
    boite = await Boite.ouvrir();
    base = await baseNeuve();
    api = await Api.start({
      databaseUrl: base.databaseUrl,
      smtpUrl: boite.url,
      urlPublique: 'https://coopilote.example',
    });
    travaux = api.app.get(Travaux);
    ({ dd } = await new Fabrique(api).cooperative());
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await base.drop();
    await boite.fermer();
  });
  beforeEach(() => {
    boite.recus.length = 0;
  });

  const membre = async () => {
    const { id } = await new Fabrique(api).cooperative();
    return api.personne('MEMBRE_COPIL', { cooperativeId: id });
  };
  /** Tells, as a DD who may read neither the addresses nor the preferences of those told. */
  const notifier = async (qui: Appelant[], genre: GenreMessage, titre: string, detail?: string): Promise<void> => {
    await api.base.run({ genre: 'personne', utilisateurId: dd.utilisateurId }, (ctx) =>
      api.app.get(NotificationsService).notifier(ctx, {
        utilisateurIds: qui.map(({ utilisateurId }) => utilisateurId),
        genre,
        titre,
        detail,
        lien: '/accueil',
      }),
    );
    await travaux.faire(DISTRIBUER);
  };
  const resumer = async (): Promise<void> => {
    await api.base.run({ genre: 'systeme', motif: 'Essai' }, (ctx) => travaux.lancer(ctx, RESUMER, {}));
    await travaux.faire(RESUMER);
    await travaux.faire(ENVOYER);
  };
  const choisir = (qui: Appelant, genre: string, choix: string) =>
    qui.put<Probleme>(`${PREFERENCES}/${genre}`, { choix });
  const recusPar = (qui: Appelant) =>
    boite.recus.filter(({ to }) => (to as { text: string }).text.includes(qui.utilisateurId));

  it('writes at once of what is due, whatever was chosen, and says that it cannot be switched off', async () => {
    const qui = await membre();
    const refus = await choisir(qui, 'CONVOCATION', 'JAMAIS');
    expect([refus.statut, refus.corps.code]).toEqual([409, 'ETAT_INCOMPATIBLE']);
    await notifier([qui, qui], 'CONVOCATION', 'Copil du 3 décembre', 'À 14 h');
    await travaux.faire(ENVOYER);
    const [recu, autre] = recusPar(qui);
    expect(autre).toBeUndefined();
    expect(recu?.subject).toBe('Copil du 3 décembre');
    expect(recu?.text).toContain('À 14 h');
    expect(recu?.html).toContain('href="https://coopilote.example/accueil"');
    expect(recu?.text).toContain('ne se désactive pas');
    expect(recu?.headers.has('list-unsubscribe')).toBe(false);
    await resumer();
    expect(recusPar(qui)).toHaveLength(1);
  });

  it('follows what each person chose: at once, on Monday in one message, or never', async () => {
    const [vite, lundi, jamais] = [await membre(), await membre(), await membre()];
    expect((await choisir(vite, 'COMPTE_RENDU', 'TOUT_DE_SUITE')).statut).toBe(200);
    await choisir(jamais, 'COMPTE_RENDU', 'JAMAIS');
    await notifier([vite, lundi, jamais], 'COMPTE_RENDU', 'Compte rendu du cotech');
    await notifier([lundi], 'BILAN_VALIDE', 'Bilan validé', 'Merci');
    await travaux.faire(ENVOYER);
    expect([vite, lundi, jamais].map((qui) => recusPar(qui).length)).toEqual([1, 0, 0]);
    await resumer();
    await resumer();
    expect([vite, lundi, jamais].map((qui) => recusPar(qui).length)).toEqual([1, 1, 0]);
    const [resume] = recusPar(lundi);
    expect(resume?.subject).toBe('Votre semaine dans Coopilote\u00a0: 2 nouvelles');
    expect(resume?.text).toMatch(
      /Comptes rendus\n- Compte rendu du cotech\n[^]*Bilans validés\n- Bilan validé\n {2}Merci/,
    );
  });

  it('asks again at the digest: what was switched off meanwhile is not in it', async () => {
    const qui = await membre();
    await notifier([qui], 'COMPTE_RENDU', 'Compte rendu');
    await choisir(qui, 'COMPTE_RENDU', 'JAMAIS');
    await resumer();
    expect(recusPar(qui)).toEqual([]);
  });

  it('is switched off in one click without an account, but for what is due', async () => {
    const qui = await membre();
    await notifier([qui], 'COMPTE_RENDU', 'Compte rendu');
    await resumer();
    const entete = recusPar(qui)[0]?.headerLines.filter(({ key }) => key.startsWith('list-unsubscribe'));
    expect(entete?.at(-1)?.line).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const adresse = /<https:\/\/coopilote\.example(\/desabonnement\/[\w.-]+)>/.exec(
      entete?.[0]?.line.replaceAll(/\s+/g, ' ') ?? '',
    )?.[1];
    const jeton = adresse?.split('/').at(-1) ?? '';
    const lu = () => api.anonyme().get<DesabonnementLu>(`/api/desabonnements/${jeton}`);
    expect((await lu()).corps).toEqual({ courriel: expect.stringContaining(qui.utilisateurId), fait: false });
    // A mail provider posts a form of either kind (RFC 8058), twice if it likes.
    const formulaire = new FormData();
    formulaire.set('List-Unsubscribe', 'One-Click');
    for (const body of [formulaire, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })]) {
      expect((await fetch(`${api.racine}${adresse}`, { method: 'POST', body })).status).toBe(204);
    }
    expect((await lu()).corps.fait).toBe(true);
    const { corps } = await qui.get<PreferenceLue[]>(PREFERENCES);
    expect(corps.filter(({ choix }) => choix !== 'JAMAIS').map(({ genre }) => genre)).toEqual([
      'CONVOCATION',
      'BILAN_ATTENDU',
      'BILAN_RENVOYE',
      'TEXTE_A_SIGNER',
      'MISE_A_APPROUVER',
    ]);
    await notifier([qui], 'SONDAGE', 'Une date');
    await notifier([qui], 'BILAN_RENVOYE', 'Bilan à compléter');
    await travaux.faire(ENVOYER);
    expect(
      recusPar(qui)
        .map(({ subject }) => subject)
        .slice(1),
    ).toEqual(['Bilan à compléter']);
  });

  it('refuses a link that it did not sign', async () => {
    const [qui, autre] = [await membre(), await membre()];
    const code = Buffer.from(autre.utilisateurId).toString('base64url');
    for (const jeton of ['x', `${code}.`, `${code}.${'A'.repeat(43)}`]) {
      expect((await api.anonyme().post(`/api/desabonnements/${jeton}`)).statut).toBe(404);
    }
    expect((await choisir(qui, 'INCONNU', 'JAMAIS')).statut).toBe(404);
    expect((await choisir(qui, 'SONDAGE', 'PARFOIS')).statut).toBe(422);
    expect((await api.anonyme().get(PREFERENCES)).statut).toBe(401);
  });

  it('is read by the person alone, and marked by nobody: the policies, without the service', async () => {
    const [qui, autre] = [await membre(), await membre()];
    await notifier([qui], 'COMPTE_RENDU', 'Compte rendu');
    await choisir(qui, 'SONDAGE', 'JAMAIS');
    const compter = (par: Appelant, sql: string) =>
      api.base.run({ genre: 'personne', utilisateurId: par.utilisateurId }, async (ctx) => {
        const [ligne] = await ctx.query<{ n: number }>(
          `WITH x AS (${sql} RETURNING 1) SELECT count(*)::int AS n FROM x`,
          [qui.utilisateurId],
        );
        return ligne?.n;
      });
    const voir = (par: Appelant, table: string) =>
      api.base.run({ genre: 'personne', utilisateurId: par.utilisateurId }, async (ctx) => {
        const lignes = await ctx.query(`SELECT 1 FROM ${table} WHERE utilisateur_id = $1`, [qui.utilisateurId]);
        return lignes.length;
      });
    expect(await voir(qui, 'notification')).toBe(1);
    for (const table of ['notification', 'preference_message']) {
      expect([await voir(autre, table), await voir(dd, table)]).toEqual([0, 0]);
    }
    for (const sql of [
      'UPDATE notification SET envoyee_le = now() WHERE utilisateur_id = $1',
      'DELETE FROM notification WHERE utilisateur_id = $1',
      `UPDATE preference_message SET choix = 'TOUT_DE_SUITE' WHERE utilisateur_id = $1`,
    ]) {
      expect([sql, await compter(autre, sql), await compter(dd, sql)]).toEqual([sql, 0, 0]);
    }
  });
});
