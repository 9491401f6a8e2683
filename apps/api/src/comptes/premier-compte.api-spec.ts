import { randomUUID } from 'node:crypto';
import type { SessionLue } from '@coopilote/domain/comptes';
import { Api } from '../../test/harness';
import { PremierCompteService } from './premier-compte.service';

describe('first account', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start();
  });
  afterAll(() => api.stop());

  const create = (courriel: string) =>
    api.base.run({ genre: 'systeme', motif: 'Premier compte' }, (ctx) =>
      api.app
        .get(PremierCompteService)
        .create(ctx, { courriel, prenom: 'Dominique', nom: 'Premier', regionCode: '11' }),
    );

  it('chooses a password by its link, then administers its region', async () => {
    const email = `${randomUUID()}@example.test`;
    const lien = await create(email);
    const jeton = lien.split('/').at(-1) ?? '';
    const motDePasse = 'une phrase assez longue';
    expect((await api.anonyme().post(`/api/liens/${jeton}`, { motDePasse })).statut).toBeLessThan(300);
    const { corps } = await api.anonyme().post<SessionLue>('/api/session', { email, motDePasse });
    expect(corps.attributions.map((a) => [a.role, a.regionCode])).toEqual([['ADMIN_REGIONAL', '11']]);
  });

  it('is refused on an address that has an account', async () => {
    const email = `${randomUUID()}@example.test`;
    await create(email);
    await expect(create(email)).rejects.toThrow('Un compte existe déjà');
  });
});
