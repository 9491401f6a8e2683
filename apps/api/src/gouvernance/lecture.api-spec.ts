import type { Page } from '@coopilote/domain/commun';
import type { CompteRenduLu, ReunionLue, SeanceLue } from '@coopilote/domain/gouvernance';
import type { ChangementLu } from '@coopilote/domain/historique';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';
import { SceneReunion } from '../../test/scene-reunion';

describe('what the readers of a CA see of its meetings', () => {
  let api: Api;
  let scene: SceneReunion;
  let structure: string;
  let partenaire: Appelant;
  let habitant: Appelant;
  let evaluateur: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    const f = new Fabrique(api);
    structure = await f.structure();
    const structures = [structure, await f.structure()];
    scene = new SceneReunion(api, await f.cooperative({ structures }), structures);
    partenaire = await api.personne('PARTENAIRE', { structureId: structure });
    habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: scene.ca.id });
    evaluateur = await api.personne('EVALUATEUR_EXTERNE', { cooperativeId: scene.ca.id });
  });
  afterAll(() => api.stop());

  const lire = async (qui: Appelant, r: ReunionLue): Promise<ReunionLue> =>
    (await qui.get<ReunionLue>(`/api/reunions/${r.id}`)).corps;

  describe('a meeting in preparation', () => {
    /** What the history tells of a meeting and of who is asked to it: through the service, and through SQL alone. */
    const racontes = async (qui: Appelant, r: ReunionLue): Promise<[string[], string[]]> => {
      const { corps } = await qui.get<Page<ChangementLu>>(`/api/historique?cooperative=${scene.ca.id}&taille=100`);
      const ids = new Set([r.id, ...r.participants.map((p) => p.id)]);
      const parSql = await api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) =>
        ctx.query<{ objet: string }>('SELECT objet FROM historique WHERE objet_id = ANY ($1)', [[...ids]]),
      );
      return [corps.lignes.filter((l) => ids.has(l.objetId)).map((l) => l.objet), parSql.map(({ objet }) => objet)];
    };

    it('leaves nothing in the history that they read, until it is convened', async () => {
      const r = await scene.reunion();
      await scene.ca.dd.patch(`/api/reunions/${r.id}`, { titre: 'Titre secret', duree: 60, version: r.version });
      for (const lecteur of [partenaire, evaluateur]) expect(await racontes(lecteur, r)).toEqual([[], []]);
      const [parService, parSql] = await racontes(scene.ca.dd, r);
      expect([parService.sort(), parSql.sort()]).toEqual(
        Array(2).fill(['participant', 'participant', 'reunion', 'reunion']),
      );
      await scene.ca.dd.patch(`/api/reunions/${r.id}`, {
        debut: r.debutLocal,
        duree: 60,
        version: (await scene.lire(r)).version,
      });
      await scene.passer(r, 'CONVOQUEE');
      for (const lecteur of [partenaire, evaluateur])
        expect(await racontes(lecteur, r)).toEqual([['reunion'], ['reunion']]);
    });
  });

  it('tells them where the minutes stand, as far as they read them', async () => {
    const r = await scene.enSeance();
    expect((await lire(scene.ca.dd, r)).compteRendu).toBeNull();
    await scene.passer(r, 'CLOSE');
    const etats = async () => [(await lire(scene.ca.dd, r)).compteRendu, (await lire(habitant, r)).compteRendu];
    expect(await etats()).toEqual(['PROJET', null]);
    const cr = `/api/reunions/${r.id}/compte-rendu`;
    const { version } = (await scene.ca.dd.get<CompteRenduLu>(cr)).corps;
    await scene.ca.dd.post(`${cr}/transitions`, { vers: 'VALIDE', version });
    expect(await etats()).toEqual(['VALIDE', 'VALIDE']);
    await scene.ca.dd.post(`${cr}/corrections`, { motif: 'Un nom' });
    expect(await etats()).toEqual(['PROJET', 'VALIDE']);
  });

  it('shows each which seat is theirs, as titulaire or as suppléant, and to none the addresses of the others', async () => {
    const { rows } = await api.proprietaire.query<{ id: string; courriel: string }>(
      'SELECT id, courriel FROM utilisateur WHERE id = ANY ($1)',
      [[partenaire.utilisateurId, habitant.utilisateurId]],
    );
    const adresse = (qui: Appelant) => rows.find(({ id }) => id === qui.utilisateurId)?.courriel;
    const instance = await scene.instance({
      titulaireCourriel: adresse(partenaire),
      suppleantCourriel: adresse(habitant),
    });
    const r = await scene.reunion({}, instance);
    await scene.passer(r, 'CONVOQUEE');
    for (const lecteur of [partenaire, habitant]) {
      const { participants } = await lire(lecteur, r);
      expect(participants.filter((p) => p.moi).map((p) => p.nom)).toEqual(['Ana Titulaire']);
      expect(participants.map((p) => [p.courriel, p.suppleantCourriel])).toEqual(Array(2).fill([null, null]));
    }
    expect((await scene.lire(r)).participants.some((p) => p.moi)).toBe(false);
  });

  it('keeps who reports on a point that comes up during the séance', async () => {
    const r = await scene.enSeance();
    const { corps } = await scene.ca.dd.post<SeanceLue>(`/api/reunions/${r.id}/seance/points`, {
      titre: 'Divers',
      duree: 5,
      genre: 'LIBRE',
      rapporteur: 'Noa',
    });
    expect(corps.reunion.points.map((p) => p.rapporteur)).toEqual(['Noa']);
  });
});
