import type { BilanLigne, BilanLu, RecuBilan } from '@coopilote/domain/bilans';
import type { Page } from '@coopilote/domain/commun';
import { Fabrique, type ActionFaite, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const URL = '/api/bilans-trimestriels';

/** A structure whose adhésion ended on 15 May 2026: it still owes, and sends, what it did until then. */
describe('reports of a structure that has left the CA', () => {
  let api: Api;
  let f: Fabrique;
  let ca: CaFaite;
  let action: ActionFaite;
  let voisine: ActionFaite;
  let ancienne: Appelant;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    const [structure, autre] = [await f.structure(), await f.structure()];
    ca = await f.cooperative({ structures: [autre] });
    await f.adhesion(ca.id, structure, '2026-05-15');
    action = await f.action(ca, structure, { intitule: 'Le marché du mardi' });
    voisine = await f.action(ca, autre);
    ancienne = await api.personne('PARTENAIRE', { structureId: structure });
  });
  afterAll(() => api.stop());

  const compter = (qui: Appelant, sql: string, params: unknown[]): Promise<number> =>
    api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, async (ctx) => {
      const [ligne] = await ctx.query<{ nombre: number }>(
        `WITH x AS (${sql}) SELECT count(*) AS nombre FROM x`,
        params,
      );
      return ligne?.nombre ?? 0;
    });

  it('are filled, sent and proved for the quarters of its adhésion', async () => {
    const id = await f.bilan(action, '2026-T2');
    const liste = (await ancienne.get<Page<BilanLigne>>(URL)).corps;
    expect(liste.lignes).toMatchObject([{ id, action: 'Le marché du mardi', cooperative: ca.intitule }]);
    const accueil = await ancienne.get<{ bilans: { id: string }[] }>('/api/accueil');
    expect(accueil.corps.bilans).toMatchObject([{ id, cooperative: ca.intitule }]);
    const lu = (await ancienne.get<BilanLu>(`${URL}/${id}`)).corps;
    expect(lu).toMatchObject({ modifiable: true, cooperative: ca.intitule, indicateurs: [{}, {}, {}] });
    expect(lu.transitions.map((t) => t.vers)).toEqual(['TRANSMIS']);
    expect((await ancienne.patch(`${URL}/${id}`, { ...f.contenu(action, 12), version: 1 })).statut).toBe(200);
    const envoye = await ancienne.post<BilanLu>(`${URL}/${id}/transitions`, { vers: 'TRANSMIS', version: 2 });
    expect(envoye.corps).toMatchObject({ etat: 'TRANSMIS', modifiable: false, contenu: { beneficiaires: 12 } });
    expect((await ancienne.get<RecuBilan>(`${URL}/${id}/recu`)).corps.cooperative).toBe(ca.intitule);
    expect((await ca.dd.get<BilanLu>(`${URL}/${id}`)).corps.contenu.beneficiaires).toBe(12);
  });

  it('are closed for the quarters after it, and open nothing else of the CA, by the services', async () => {
    const apres = await f.bilan(action, '2026-T3');
    const dAutrui = await f.bilan(voisine, '2026-T2', 'TRANSMIS');
    for (const id of [apres, dAutrui]) {
      expect((await ancienne.get(`${URL}/${id}`)).statut).toBe(404);
      expect((await ancienne.patch(`${URL}/${id}`, { ...f.contenu(action, 1), version: 1 })).statut).toBe(404);
    }
    const lignes = (await ancienne.get<Page<BilanLigne>>(URL)).corps.lignes.map((l) => l.id);
    expect(lignes).not.toContain(apres);
    expect(lignes).not.toContain(dAutrui);
    for (const chemin of [`/api/cooperatives/${ca.id}`, `/api/cooperatives/${ca.id}/suivi-actions`]) {
      expect([403, 404]).toContain((await ancienne.get(chemin)).statut);
    }
    expect([403, 404]).toContain((await ancienne.get(`/api/fiches-actions/${action.id}`)).statut);
    expect((await ancienne.get<unknown[]>('/api/recherche?q=marche%20mardi')).corps).toEqual([]);
  });

  it('are closed for the quarters after it, and open nothing else of the CA, by PostgreSQL', async () => {
    const [avant, apres] = [
      await f.bilan(action, '2026-T1', 'BROUILLON'),
      await f.bilan(action, '2026-T4', 'BROUILLON'),
    ];
    for (const [id, nombre] of [
      [avant, 1],
      [apres, 0],
    ] as const) {
      expect(await compter(ancienne, 'SELECT 1 FROM bilan_trimestriel WHERE id = $1', [id])).toBe(nombre);
      expect(await compter(ancienne, 'SELECT 1 FROM bilan_brouillon WHERE bilan_id = $1', [id])).toBe(nombre);
      for (const ecriture of [
        'UPDATE bilan_trimestriel SET remplies = remplies WHERE id = $1 RETURNING 1',
        'UPDATE bilan_brouillon SET contenu = contenu WHERE bilan_id = $1 RETURNING 1',
      ]) {
        expect(await compter(ancienne, ecriture, [id])).toBe(nombre);
      }
    }
    expect(await compter(ancienne, 'SELECT 1 FROM fiche_action WHERE id = $1', [action.id])).toBe(1);
    expect(
      await compter(ancienne, 'UPDATE fiche_action SET lieux = lieux WHERE id = $1 RETURNING 1', [action.id]),
    ).toBe(0);
    expect(await compter(ancienne, 'SELECT 1 FROM fiche_action WHERE id = $1', [voisine.id])).toBe(0);
    for (const table of ['adhesion', 'objectif', 'cooperative_commune', 'historique']) {
      expect(await compter(ancienne, `SELECT 1 FROM ${table} WHERE cooperative_id = $1`, [ca.id])).toBe(0);
    }
    expect(await compter(ancienne, 'SELECT 1 FROM cooperative WHERE id = $1', [ca.id])).toBe(0);
    const etrangere = await api.personne('PARTENAIRE', { structureId: await f.structure() });
    expect(await compter(etrangere, 'SELECT 1 FROM bilan_trimestriel WHERE id = $1', [avant])).toBe(0);
    expect(await compter(etrangere, 'SELECT 1 WHERE app.intitule_quitte($1) IS NOT NULL', [ca.id])).toBe(0);
  });
});
