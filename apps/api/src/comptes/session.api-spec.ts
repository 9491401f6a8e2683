import { hash } from '@node-rs/argon2';
import type { Probleme } from '@coopilote/domain/commun';
import type { CompteDemonstration, SessionLue } from '@coopilote/domain/comptes';
import { Fabrique } from '../../test/fabrique';
import { Api } from '../../test/harness';

describe('session', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start();
  });
  afterAll(() => api.stop());

  async function compte(): Promise<{ email: string; motDePasse: string; id: string }> {
    const personne = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
    const motDePasse = 'une phrase assez longue';
    const { rows } = await api.proprietaire.query<{ courriel: string }>(
      'UPDATE utilisateur SET mot_de_passe_hash = $2 WHERE id = $1 RETURNING courriel',
      [personne.utilisateurId, await hash(motDePasse)],
    );
    return { email: rows[0]?.courriel ?? '', motDePasse, id: personne.utilisateurId };
  }

  it('opens with e-mail and password, tells who it is, and closes', async () => {
    const { email, motDePasse } = await compte();
    const ouverte = await api.anonyme().post<SessionLue>('/api/session', { email: email.toUpperCase(), motDePasse });
    expect(ouverte.statut).toBe(201);
    expect(ouverte.corps.operations).toContain('cooperative.creer');
    const cookie = ouverte.entetes.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const entetes = { cookie: cookie.split(';')[0] ?? '' };
    expect(
      (await api.anonyme().appeler<SessionLue>('GET', '/api/session', undefined, entetes)).corps.utilisateur.courriel,
    ).toBe(email);
    expect((await api.anonyme().appeler('DELETE', '/api/session', undefined, entetes)).statut).toBe(204);
    expect((await api.anonyme().appeler('GET', '/api/session', undefined, entetes)).statut).toBe(401);
  });

  it('says the same of an unknown account and of a wrong password', async () => {
    const { email } = await compte();
    const faux = await api.anonyme().post<Probleme>('/api/session', { email, motDePasse: 'autre chose' });
    const inconnu = await api
      .anonyme()
      .post<Probleme>('/api/session', { email: 'personne@example.test', motDePasse: 'autre chose' });
    expect([faux.statut, faux.corps.code, faux.corps.detail]).toEqual([
      inconnu.statut,
      inconnu.corps.code,
      inconnu.corps.detail,
    ]);
    expect(faux.statut).toBe(401);
  });

  it('rests an account after ten failures, even for the right password', async () => {
    const { email, motDePasse } = await compte();
    for (let i = 0; i < 10; i++) await api.anonyme().post('/api/session', { email, motDePasse: 'faux' });
    const refus = await api.anonyme().post<Probleme>('/api/session', { email, motDePasse });
    expect([refus.statut, refus.corps.code]).toEqual([429, 'COMPTE_VERROUILLE']);
  });

  it('opens for a crowd that signs in together', async () => {
    const { email, motDePasse } = await compte();
    const statuts = await Promise.all(
      Array.from({ length: 30 }, async () => (await api.anonyme().post('/api/session', { email, motDePasse })).statut),
    );
    expect(new Set(statuts)).toEqual(new Set([201]));
  });

  it('counts the failures that come together', async () => {
    const { email, motDePasse } = await compte();
    await Promise.all(
      Array.from({ length: 10 }, () => api.anonyme().post('/api/session', { email, motDePasse: 'faux' })),
    );
    expect((await api.anonyme().post('/api/session', { email, motDePasse })).statut).toBe(429);
  });

  it('answers a malformed body, a missing field and an unknown one with problem details', async () => {
    const illisible = await api
      .anonyme()
      .appeler<Probleme>('POST', '/api/session', '{"email":', { 'content-type': 'application/json' });
    expect([illisible.statut, illisible.corps.code]).toEqual([400, 'JSON_ILLISIBLE']);
    const incomplet = await api.anonyme().post<Probleme>('/api/session', { email: 'x', autre: 1 });
    expect(incomplet.statut).toBe(422);
    expect(incomplet.corps.erreurs?.map((e) => e.champ).sort()).toEqual(['autre', 'email', 'motDePasse']);
    expect(incomplet.entetes.get('content-type')).toContain('application/problem+json');
  });

  it('refuses a write that a browser sends from another site', async () => {
    const refus = await api.anonyme().post<Probleme>('/api/session', {}, { origin: 'https://ailleurs.example' });
    expect([refus.statut, refus.corps.code]).toEqual([403, 'ORIGINE_REFUSEE']);
  });
});

describe('demonstration accounts', () => {
  it('are not told where no demonstration is loaded', async () => {
    const api = await Api.start();
    expect((await api.anonyme().get('/api/session/comptes-demo')).statut).toBe(404);
    await api.stop();
  });

  it('are told with name, role and scope, the widest first', async () => {
    const api = await Api.start({ demonstration: true });
    const structureId = await new Fabrique(api).structure({ nom: 'Maison des Tilleuls' });
    const partenaire = await api.personne('PARTENAIRE', { structureId });
    const dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
    const sans = await api.personne('ADMIN_REGIONAL');
    await api.proprietaire.query(
      `UPDATE utilisateur SET demonstration = true, nom = 'Démo', mot_de_passe_hash = 'x' WHERE id = ANY ($1)`,
      [[partenaire.utilisateurId, dd.utilisateurId]],
    );
    const { statut, corps } = await api.anonyme().get<CompteDemonstration[]>('/api/session/comptes-demo');
    expect(statut).toBe(200);
    expect(corps.map((c) => c.libelle)).toEqual([
      'Camille Démo – Coordination, délégation départementale (Seine-Saint-Denis)',
      'Camille Démo – Structure partenaire (Maison des Tilleuls)',
    ]);
    expect(Object.keys(corps[0] ?? {})).toEqual(['courriel', 'libelle']);
    await api.proprietaire.query('UPDATE utilisateur SET demonstration = false WHERE id = ANY ($1)', [
      [partenaire.utilisateurId, dd.utilisateurId, sans.utilisateurId],
    ]);
    await api.stop();
  });
});
