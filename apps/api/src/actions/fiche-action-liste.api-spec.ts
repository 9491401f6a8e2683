import type { FicheActionLigne } from '@coopilote/domain/actions';
import type { Page } from '@coopilote/domain/commun';
import { compterRequetes } from '../../test/compter';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('list of fiches-actions', () => {
  let api: Api;
  let fabrique: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    fabrique = new Fabrique(api);
  });
  afterAll(() => api.stop());

  interface Scene {
    ca: CaFaite;
    structureId: string;
    partenaire: Appelant;
  }
  async function scene(): Promise<Scene> {
    const structureId = await fabrique.structure();
    const ca = await fabrique.cooperative({ structures: [structureId] });
    return { ca, structureId, partenaire: await api.personne('PARTENAIRE', { structureId }) };
  }
  it('filters, sorts, pages and counts what the caller sees', async () => {
    const mot = `zz${Date.now()}`;
    const s = await scene();
    const autre = await fabrique.structure({ nom: `AAA ${mot}` });
    await fabrique.adhesion(s.ca.id, autre);
    await fabrique.action(s.ca, s.structureId, {
      intitule: `Étirements ${mot}`,
      etat: 'BROUILLON',
      beneficiairesCibles: 10,
    });
    await fabrique.action(s.ca, autre, { intitule: `Course ${mot}`, beneficiairesCibles: 30 });
    await fabrique.action(s.ca, autre, { intitule: `Zumba ${mot}` });
    const lire = async (qui: Appelant, filtre: string) =>
      (await qui.get<Page<FicheActionLigne>>(`/api/fiches-actions?q=${mot}&${filtre}`)).corps;
    const noms = (page: Page<FicheActionLigne>) => page.lignes.map((l) => l.intitule.split(' ')[0]);

    const toutes = await lire(s.ca.dd, 'departement=93&taille=2');
    expect([noms(toutes), toutes.total, toutes.taille]).toEqual([['Course', 'Étirements'], 3, 2]);
    expect(toutes.lignes[0]).toEqual({
      id: expect.any(String),
      cooperativeId: s.ca.id,
      cooperative: s.ca.intitule,
      departementCode: '93',
      structureId: autre,
      structure: `AAA ${mot}`,
      intitule: `Course ${mot}`,
      etat: 'EN_COURS',
      calendrierDebut: '2026-01-01',
      calendrierFin: '2026-12-31',
      beneficiairesCibles: 30,
    });
    expect(noms(await lire(s.ca.dd, 'page=2&taille=2'))).toEqual(['Zumba']);
    const loin = await lire(s.ca.dd, 'page=7&taille=2');
    expect([loin.lignes, loin.total]).toEqual([[], 3]);
    expect(noms(await lire(s.ca.dd, 'tri=-intitule'))).toEqual(['Zumba', 'Étirements', 'Course']);
    expect(noms(await lire(s.ca.dd, 'tri=-beneficiairesCibles'))).toEqual(['Course', 'Étirements', 'Zumba']);
    expect(noms(await lire(s.ca.dd, 'etat=BROUILLON'))).toEqual(['Étirements']);
    expect((await lire(s.ca.dd, `structure=${autre}`)).total).toBe(2);
    expect((await lire(s.ca.dd, `cooperative=${s.ca.id}`)).total).toBe(3);
    // A partner reads the others' fiches too.
    expect((await lire(s.partenaire, '')).total).toBe(3);
    expect((await s.ca.dd.get('/api/fiches-actions?tri=motif')).statut).toBe(422);

    const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    expect((await lire(ailleurs, 'departement=93')).total).toBe(0);
    expect((await api.anonyme().get('/api/fiches-actions')).statut).toBe(401);
  });

  it('costs one statement inside its transaction, for three rows and for sixty', async () => {
    const s = await scene();
    const semer = (nombre: number) =>
      api.proprietaire.query(
        `INSERT INTO fiche_action (id, cooperative_id, departement_code, structure_id, numero, intitule, intitule_recherche,
           calendrier_debut, calendrier_fin)
         SELECT gen_random_uuid(), $1, '93', $2, (SELECT count(*) FROM fiche_action WHERE cooperative_id = $1) + n,
           'Action ' || n, 'action ' || n, '2026-01-01', '2026-12-31' FROM generate_series(1, $3) n`,
        [s.ca.id, s.structureId, nombre],
      );
    const lire = () => s.ca.dd.get<Page<FicheActionLigne>>(`/api/fiches-actions?cooperative=${s.ca.id}&taille=100`);
    await semer(3);
    await lire();
    const peu = await compterRequetes(lire);
    await semer(57);
    const beaucoup = await compterRequetes(async () => {
      expect((await lire()).corps.lignes).toHaveLength(60);
    });
    // START TRANSACTION, the identity, the page with its total, COMMIT.
    expect([peu, beaucoup]).toEqual([4, 4]);
  });
});
