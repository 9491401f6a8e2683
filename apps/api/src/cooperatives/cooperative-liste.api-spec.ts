import type { Page } from '@coopilote/domain/commun';
import type { CooperativeLigne } from '@coopilote/domain/cooperatives';
import { compterRequetes } from '../../test/compter';
import { Fabrique } from '../../test/fabrique';
import { Api, REGION } from '../../test/harness';

describe('list of cooperatives', () => {
  let api: Api;
  let fabrique: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    fabrique = new Fabrique(api);
  });
  afterAll(() => api.stop());

  it('filters, sorts and counts what the caller sees', async () => {
    const mot = `zz${Date.now()}`;
    const structure = await fabrique.structure({ departementCode: '94' });
    const alerte = await fabrique.cooperative({
      departementCode: '94',
      intitule: `Écouter la périnatalité ${mot}`,
      thematiques: ['PERINATALITE'],
      structures: [structure],
    });
    const calme = await fabrique.cooperative({
      departementCode: '94',
      intitule: `Bouger ${mot}`,
      phase: 'DIAGNOSTIC',
    });
    const action = await fabrique.action(alerte, structure);
    await fabrique.bilan(action, '2026-T1');
    await fabrique.bilan(action, '2026-T2', 'TRANSMIS');
    const lire = async (filtre: string) =>
      (await alerte.dd.get<Page<CooperativeLigne>>(`/api/cooperatives?departement=94&q=${mot}&${filtre}`)).corps;

    const toutes = await lire('tri=-bilansEnRetard');
    expect(toutes.lignes[0]).toMatchObject({
      id: alerte.id,
      departement: 'Val-de-Marne',
      thematiques: ['PERINATALITE'],
      structures: 1,
      actions: 1,
      bilansEnRetard: 1,
    });
    expect(toutes.lignes[0]?.communes).toHaveLength(2);
    expect((await lire('alerte=true')).lignes.map((l) => l.id)).toEqual([alerte.id]);
    expect((await lire('phase=DIAGNOSTIC')).lignes.map((l) => l.id)).toEqual([calme.id]);
    const cherchee = await alerte.dd.get<Page<CooperativeLigne>>(`/api/cooperatives?q=ECOUTER la perinatalite ${mot}`);
    expect(cherchee.corps.lignes.map((l) => l.id)).toEqual([alerte.id]);
    const thematique = await api.valeurListe('THEMATIQUE', 'PERINATALITE');
    expect((await lire(`thematique=${thematique}`)).total).toBe(1);
    expect((await lire('tri=intitule')).lignes.map((l) => l.intitule)).toEqual([
      `Bouger ${mot}`,
      `Écouter la périnatalité ${mot}`,
    ]);
    const loin = await lire('page=9&taille=10');
    expect([loin.lignes, loin.total, loin.page]).toEqual([[], 2, 9]);
    expect((await alerte.dd.get('/api/cooperatives?tri=version')).statut).toBe(422);
    expect((await alerte.dd.get('/api/cooperatives?taille=501')).statut).toBe(422);

    const partenaire = await api.personne('PARTENAIRE', { structureId: structure });
    const siennes = await partenaire.get<Page<CooperativeLigne>>('/api/cooperatives');
    expect(siennes.corps.lignes.map((l) => l.id)).toEqual([alerte.id]);
    const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    expect((await ailleurs.get<Page<CooperativeLigne>>(`/api/cooperatives?departement=94&q=${mot}`)).corps.total).toBe(
      0,
    );
  });

  it('costs the same number of statements for three CAs and for sixty', async () => {
    const dd = await api.personne('COORDINATEUR_DD', { departementCode: '77' });
    const semer = (nombre: number) =>
      api.proprietaire.query(
        `INSERT INTO cooperative (id, region_code, departement_code, intitule, intitule_recherche, phase, debut, coordinateur_dd_id)
         SELECT gen_random_uuid(), $1, '77', 'CA ' || n, 'ca ' || n, 'DIAGNOSTIC', '2026-01-01', $2 FROM generate_series(1, $3) n`,
        [REGION, dd.utilisateurId, nombre],
      );
    const lire = () =>
      dd.get<Page<CooperativeLigne>>('/api/cooperatives?departement=77&taille=100&tri=-bilansEnRetard');
    await semer(3);
    await lire();
    const peu = await compterRequetes(lire);
    await semer(57);
    const beaucoup = await compterRequetes(async () => {
      expect((await lire()).corps.lignes.length).toBeGreaterThanOrEqual(60);
    });
    expect(beaucoup).toBe(peu);
  });
});
