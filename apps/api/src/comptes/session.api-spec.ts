import { hash } from '@node-rs/argon2';
import type { Probleme } from '@coopilote/domain/commun';
import type { SessionLue } from '@coopilote/domain/comptes';
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
