import { Api } from '../../test/harness';

describe('health and metrics', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start();
  });
  afterAll(() => api.stop());

  it('says that it lives and that it is ready, without a session', async () => {
    expect((await api.anonyme().get('/api/health/live')).statut).toBe(200);
    expect((await api.anonyme().get('/api/health/ready')).statut).toBe(200);
  });

  it('describes its routes and contracts in OpenAPI', async () => {
    const { statut, corps } = await api
      .anonyme()
      .get<{ paths: Record<string, unknown>; components: { schemas: Record<string, { properties: object }> } }>(
        '/api/openapi.json',
      );
    expect(statut).toBe(200);
    expect(Object.keys(corps.paths)).toContain('/api/session');
    expect(Object.keys(corps.components.schemas['Connexion']?.properties ?? {})).toEqual(['email', 'motDePasse']);
  });

  it('keeps its metrics to loopback, or to who has the token', async () => {
    expect((await api.anonyme().get<string>('/metrics')).corps).toContain('coopilote_sql_requetes_total');
    const parRelais = { 'x-forwarded-for': '203.0.113.9' };
    expect((await api.anonyme().appeler('GET', '/metrics', undefined, parRelais)).statut).toBe(404);
    expect(
      (
        await api
          .anonyme()
          .appeler('GET', '/metrics', undefined, { ...parRelais, authorization: 'Bearer jeton-metriques' })
      ).statut,
    ).toBe(200);
  });

  it('answers an unknown address with problem details', async () => {
    const { statut, corps } = await api.anonyme().get<{ code: string; correlation: string }>('/api/nulle-part');
    expect([statut, corps.code]).toEqual([404, 'INTROUVABLE']);
    expect(corps.correlation).toMatch(/^[0-9a-f-]{36}$/);
  });
});
