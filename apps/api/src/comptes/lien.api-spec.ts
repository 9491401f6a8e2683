import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Probleme } from '@coopilote/domain/commun';
import type { LienLu } from '@coopilote/domain/comptes';
import { Api, baseNeuve, REGION } from '../../test/harness';

describe('one-time links', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start();
  });
  afterAll(() => api.stop());

  async function compte(hache = true): Promise<{ id: string; courriel: string }> {
    const { utilisateurId: id } = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
    const { rows } = await api.proprietaire.query<{ courriel: string }>(
      'UPDATE utilisateur SET mot_de_passe_hash = $2, verrouille_jusqu = $3 WHERE id = $1 RETURNING courriel',
      [id, hache ? await hash('mon ancien mot de passe') : null, new Date(Date.now() + 600_000)],
    );
    return { id, courriel: rows[0]?.courriel ?? '' };
  }
  const demander = (courriel: string) => api.anonyme().post('/api/mot-de-passe', { courriel });
  async function textes(courriel: string): Promise<string[]> {
    const { rows } = await api.proprietaire.query<{ texte: string; region_code: string | null }>(
      'SELECT texte, region_code FROM envoi WHERE destinataire = $1 ORDER BY cree_le',
      [courriel],
    );
    return rows.map((r) => r.texte);
  }
  const jetonDe = (texte = '') => /\/lien\/([\w-]+)/.exec(texte)?.[1] ?? '';
  const motDePasse = 'quatre mots bien à moi';

  it('answers the same to who has an account and to who has none', async () => {
    const { courriel } = await compte();
    const inconnu = `${randomUUID()}@example.test`;
    const [connue, autre] = [await demander(courriel.toUpperCase()), await demander(inconnu)];
    expect([connue.statut, connue.corps]).toEqual([autre.statut, autre.corps]);
    expect(connue.statut).toBe(202);
    expect(await textes(courriel)).toHaveLength(1);
    expect(await textes(inconnu)).toHaveLength(0);
  });

  it('sets a password once, wakes the account and ends its sessions and other links', async () => {
    const { id, courriel } = await compte();
    const session = await api.session(id);
    await demander(courriel);
    await demander(courriel);
    const [jeton, second] = (await textes(courriel)).map(jetonDe);
    const lu = await api.anonyme().get<LienLu>(`/api/liens/${jeton}`);
    expect([lu.statut, lu.corps]).toEqual([200, { usage: 'REINITIALISATION', courriel, prenom: 'Camille' }]);
    expect((await api.anonyme().post(`/api/liens/${jeton}`, { motDePasse })).statut).toBe(204);
    expect((await session.get('/api/session')).statut).toBe(401);
    expect((await api.anonyme().post('/api/session', { email: courriel, motDePasse })).statut).toBe(201);
    for (const use of [jeton, second]) {
      const refus = await api.anonyme().get<Probleme>(`/api/liens/${use}`);
      expect([refus.statut, refus.corps.code]).toEqual([404, 'LIEN_PERIME']);
      expect((await api.anonyme().post(`/api/liens/${use}`, { motDePasse })).statut).toBe(404);
    }
  });

  it('serves one of two who use it together', async () => {
    const { courriel } = await compte();
    await demander(courriel);
    const jeton = jetonDe((await textes(courriel))[0]);
    const statuts = await Promise.all(
      ['le premier des deux', 'le second des deux'].map(
        async (choix) => (await api.anonyme().post(`/api/liens/${jeton}`, { motDePasse: choix })).statut,
      ),
    );
    expect(statuts.sort()).toEqual([204, 404]);
  });

  it('refuses a short password and the e-mail, and stays good for a better one', async () => {
    const { courriel } = await compte(false);
    await demander(courriel);
    const chemin = `/api/liens/${jetonDe((await textes(courriel))[0])}`;
    for (const faible of ['court', courriel.toUpperCase()]) {
      const refus = await api.anonyme().post<Probleme>(chemin, { motDePasse: faible });
      expect([refus.statut, refus.corps.erreurs?.[0]?.champ]).toEqual([422, 'motDePasse']);
    }
    expect((await api.anonyme().post(chemin, { motDePasse })).statut).toBe(204);
  });

  it('opens nothing when unknown, when its time is over, or when the account is shut', async () => {
    const { id, courriel } = await compte();
    await demander(courriel);
    const chemin = `/api/liens/${jetonDe((await textes(courriel))[0])}`;
    expect((await api.anonyme().get('/api/liens/inconnu')).statut).toBe(404);
    await api.proprietaire.query('UPDATE utilisateur SET actif = false WHERE id = $1', [id]);
    expect((await api.anonyme().get(chemin)).statut).toBe(404);
    expect((await api.anonyme().post(chemin, { motDePasse })).statut).toBe(404);
    await api.proprietaire.query('UPDATE utilisateur SET actif = true WHERE id = $1', [id]);
    await api.proprietaire.query(`UPDATE lien_unique SET expire_le = now() WHERE utilisateur_id = $1`, [id]);
    expect((await api.anonyme().get(chemin)).statut).toBe(404);
    expect((await api.anonyme().post(chemin, { motDePasse })).statut).toBe(404);
  });

  it('fills nobody’s letter box: three messages a quarter of an hour, and as many answers as asked', async () => {
    const { courriel } = await compte();
    for (let i = 0; i < 5; i++) expect((await demander(courriel)).statut).toBe(202);
    expect(await textes(courriel)).toHaveLength(3);
  });

  it('shows the message to the administrator of the person’s region, and to nobody when there are two regions', async () => {
    const { id, courriel } = await compte();
    await demander(courriel);
    await api.proprietaire.query(
      `INSERT INTO attribution (id, utilisateur_id, role, region_code) VALUES ($1, $2, 'ADMIN_REGIONAL', '84')`,
      [randomUUID(), id],
    );
    await demander(courriel);
    const { rows } = await api.proprietaire.query(
      'SELECT region_code FROM envoi WHERE destinataire = $1 ORDER BY cree_le',
      [courriel],
    );
    expect(rows).toEqual([{ region_code: REGION }, { region_code: null }]);
  });
});

describe('limits on strangers', () => {
  let api: Api;
  let base: Awaited<ReturnType<typeof baseNeuve>>;
  beforeAll(async () => {
    // A database of its own: every spec signs in from the same address.
    base = await baseNeuve();
    api = await Api.start({ limiteConnexions: 3, databaseUrl: base.databaseUrl });
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await base.drop();
  });

  it.each([
    ['/api/session', { email: 'x@example.test', motDePasse: 'faux' }, 401],
    ['/api/mot-de-passe', { courriel: 'x@example.test' }, 202],
  ])('makes an address wait past its attempts on %s', async (chemin, corps, statut) => {
    for (let i = 0; i < 3; i++) expect((await api.anonyme().post(chemin, corps)).statut).toBe(statut);
    const refus = await api.anonyme().post<Probleme>(chemin, corps);
    expect([refus.statut, refus.corps.code]).toEqual([429, 'TROP_DE_TENTATIVES']);
    expect(refus.entetes.get('retry-after')).toBe('900');
  });
});
