import type { BilanAnnuelLu, BilansAnnuels, TexteEnregistre } from '@coopilote/domain/bilans';
import type { Probleme } from '@coopilote/domain/commun';
import type { InstanceLue, ReunionLue } from '@coopilote/domain/gouvernance';
import { Fabrique, type ActionFaite, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const BASE = '/api/bilans-annuels';
type Lu = BilanAnnuelLu & Probleme;
const ANNEE = { debut: '2024-01-01', fin: '2024-12-31' };

describe('bilan annuel', () => {
  let api: Api;
  let f: Fabrique;
  let ca: CaFaite;
  let cuisine: ActionFaite;
  let marche: ActionFaite;
  let promoteur: Appelant;
  let voisine: Appelant;
  let habitant: Appelant;
  let copilote: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  beforeEach(async () => {
    const [s1, s2] = [await f.structure({ nom: 'Jardins' }), await f.structure({ nom: 'Marcheurs' })];
    ca = await f.cooperative({ structures: [s1, s2] });
    const indicateurs = [
      { type: 'RESULTAT', unite: 'PERSONNES', libelle: 'Personnes suivies', previsions: { '2024': 100 } } as const,
      { type: 'ACTIVITE', unite: 'POURCENTAGE', mode: 'RATIO', libelle: 'Assiduité' } as const,
    ];
    cuisine = await f.action(ca, s1, { ...ANNEE, intitule: 'Cuisine', beneficiairesCibles: 120, indicateurs });
    marche = await f.action(ca, s2, { ...ANNEE, intitule: 'Marche', indicateurs });
    await f.bilan(cuisine, '2024-T1', 'VALIDE', f.contenu(cuisine, 30, [30, [8, 10]]));
    await f.bilan(cuisine, '2024-T2', 'TRANSMIS', f.contenu(cuisine, 50, [50, [1, 10]]));
    await f.bilan(cuisine, '2024-T3', 'BROUILLON');
    await f.bilan(marche, '2024-T1', 'VALIDE', f.contenu(marche, 4, [4, [1, 1]]));
    promoteur = await api.personne('PARTENAIRE', { structureId: s1 });
    voisine = await api.personne('PARTENAIRE', { structureId: s2 });
    habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    copilote = await api.personne('COPILOTE', { cooperativeId: ca.id });
  });
  afterAll(() => api.stop());

  const ouvrir = async (qui: Appelant = ca.dd) =>
    (await qui.post<Lu>(BASE, { cooperativeId: ca.id, annee: 2024 })).corps;
  const lire = async (id: string, qui: Appelant = ca.dd) => (await qui.get<Lu>(`${BASE}/${id}`)).corps;
  const passer = async (id: string, vers: string, suite: object = {}, qui: Appelant = ca.dd) =>
    qui.post<Lu>(`${BASE}/${id}/transitions`, { vers, version: (await lire(id)).version, ...suite });
  const ecrire = async (id: string, action: ActionFaite, saisie: object, qui: Appelant = promoteur) =>
    qui.put<TexteEnregistre & Probleme>(`${BASE}/${id}/volets/${action.id}`, { version: 1, ...saisie });
  const presenter = async () => {
    const { id } = await ouvrir();
    await ca.dd.patch(`${BASE}/${id}`, { synthese: 'Une année pleine', version: 1 });
    await passer(id, 'PRESENTE');
    return id;
  };
  const decider = async (id: string, action: ActionFaite, decision: string, qui: Appelant = ca.dd) => {
    const volet = (await lire(id)).volets.find((v) => v.ficheActionId === action.id);
    const saisie = { decision, motif: 'Elle marche', version: volet?.version };
    return qui.put<Lu>(`${BASE}/${id}/decisions/${action.id}`, saisie);
  };

  it('puts the year together from received reports, and names those that are missing', async () => {
    const { contenu, manques } = await ouvrir();
    expect([contenu.recus, contenu.attendus]).toEqual([3, 4]);
    const [premiere] = contenu.actions;
    expect(premiere).toMatchObject({ intitule: 'Cuisine', beneficiaires: { bas: 50, haut: 80 } });
    expect(premiere?.indicateurs).toMatchObject([
      { libelle: 'Personnes suivies', bas: 50, haut: 80, prevision: 100, taux: 80, releves: 2 },
      // 9 of 20, never the mean of 80 % and 10 %.
      { libelle: 'Assiduité', bas: 45, haut: 45, prevision: null },
    ]);
    expect(premiere?.trimestres.map((t) => [t.trimestre, t.recu])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(premiere?.recits.pistes).toHaveLength(2);
    expect(manques.filter((m) => m.bloque).map((m) => m.texte)).toEqual(['la synthèse de la coopérative']);
    const encore = await ca.dd.post<Lu>(BASE, { cooperativeId: ca.id, annee: 2024 });
    expect([encore.statut, encore.corps.erreurs?.[0]?.champ]).toEqual([422, 'annee']);
  });

  it('is opened by those who run the CA, for a year that had reports', async () => {
    for (const qui of [promoteur, habitant]) {
      expect((await qui.post(BASE, { cooperativeId: ca.id, annee: 2024 })).statut).toBe(403);
    }
    expect((await ca.dd.post(BASE, { cooperativeId: ca.id, annee: 2019 })).statut).toBe(422);
    expect((await copilote.get<BilansAnnuels>(`${BASE}?cooperative=${ca.id}`)).corps.ouvrables).toEqual([2024]);
    expect((await ouvrir(copilote)).etat).toBe('BROUILLON');
  });

  describe('what a structure writes', () => {
    it('is its own: another structure and the copil are refused', async () => {
      const { id } = await ouvrir();
      expect((await ecrire(id, cuisine, { synthese: 'Nous avons tenu', proposition: 'MODIFIEE' })).statut).toBe(200);
      expect((await ecrire(id, cuisine, { synthese: 'Non' }, voisine)).statut).toBe(403);
      expect((await ecrire(id, cuisine, { synthese: 'Non' }, habitant)).statut).toBe(403);
      const { volets } = await lire(id, promoteur);
      expect(volets.map((v) => [v.synthese, v.redigeable])).toEqual([
        ['Nous avons tenu', true],
        [null, false],
      ]);
      const { corps } = await promoteur.get<BilansAnnuels>(`${BASE}?cooperative=${ca.id}`);
      expect(corps.lignes[0]?.aEcrire).toBe(0);
    });

    it('is never written over unseen', async () => {
      const { id } = await ouvrir();
      expect((await ecrire(id, cuisine, { synthese: 'Une' })).corps.version).toBe(2);
      expect((await ecrire(id, cuisine, { synthese: 'Deux' }, ca.dd)).corps.code).toBe('VERSION_PERIMEE');
    });

    it('stops when the report is presented, for SQL too', async () => {
      const id = await presenter();
      expect((await ecrire(id, cuisine, { synthese: 'Trop tard' })).corps.code).toBe('ETAT_INCOMPATIBLE');
      const sql = (qui: Appelant, texte: string) =>
        api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) => ctx.query(texte, [id]));
      const volet = (champs: string) => `UPDATE volet_annuel SET ${champs} WHERE bilan_annuel_id = $1`;
      await expect(sql(promoteur, volet(`synthese = 'Trop tard'`))).rejects.toThrow();
      await expect(sql(promoteur, volet(`decision = 'RECONDUITE', motif_decision = 'X'`))).rejects.toThrow();
      await expect(sql(ca.dd, `UPDATE bilan_annuel SET synthese = 'Autre' WHERE id = $1`)).rejects.toThrow();
      await expect(
        sql(ca.dd, `UPDATE bilan_annuel SET etat = 'ADOPTE', adopte_le = now() WHERE id = $1`),
      ).rejects.toThrow();
      await expect(
        sql(copilote, `UPDATE bilan_annuel SET etat = 'BROUILLON', motif_reouverture = 'X' WHERE id = $1`),
      ).rejects.toThrow();
    });
  });

  it('is the copil’s once presented, with its figures as they were then', async () => {
    const { id } = await ouvrir();
    expect((await habitant.get(`${BASE}/${id}`)).statut).toBe(404);
    expect((await passer(id, 'PRESENTE')).corps.erreurs?.[0]?.champ).toBe('synthese');
    await ca.dd.patch(`${BASE}/${id}`, { synthese: 'Une année pleine', version: 1 });
    expect((await passer(id, 'PRESENTE')).statut).toBe(200);
    await f.bilan(cuisine, '2024-T4', 'VALIDE', f.contenu(cuisine, 500, [500, [1, 1]]));
    const lu = await lire(id, habitant);
    expect(lu.contenu.actions[0]?.indicateurs[0]).toMatchObject({ bas: 50, haut: 80 });
    expect(lu.versions).toMatchObject([{ numero: 1, empreinte: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(lu).toMatchObject({ conduisible: false, complet: false });
    // Reopened by the delegation alone, with a reason: its figures are live again, what was presented stays.
    expect((await passer(id, 'BROUILLON', { motif: 'Un bilan est arrivé' }, copilote)).statut).toBe(403);
    expect((await passer(id, 'BROUILLON')).corps.erreurs?.[0]?.champ).toBe('motif');
    const rouvert = (await passer(id, 'BROUILLON', { motif: 'Un bilan est arrivé' })).corps;
    expect(rouvert.contenu.actions[0]?.indicateurs[0]?.haut).toBe(580);
    expect(rouvert.versions).toHaveLength(1);
    expect((await ca.dd.get(`${BASE}/${id}/document.pdf?version=1`)).statut).toBe(200);
    expect((await ca.dd.get(`${BASE}/${id}/document.pdf?version=2`)).statut).toBe(404);
  });

  it('masks small counts outside the ARS, but to the structure that counted them (R17)', async () => {
    const id = await presenter();
    const haut = async (qui: Appelant) => (await lire(id, qui)).contenu.actions[1]?.indicateurs[0]?.haut;
    expect([await haut(ca.dd), await haut(voisine), await haut(promoteur), await haut(habitant)]).toEqual([
      ...[4, 4, null, null],
    ]);
  });

  it('is adopted when each action has its decision; what follows is proposed, and nothing done', async () => {
    const id = await presenter();
    expect((await decider(id, cuisine, 'RECONDUITE', promoteur)).statut).toBe(403);
    await decider(id, cuisine, 'RECONDUITE', copilote);
    const refuse = await passer(id, 'ADOPTE');
    expect([refuse.statut, refuse.corps.detail]).toEqual([409, expect.stringContaining('Marche')]);
    await decider(id, marche, 'ARRETEE');
    const { corps } = await passer(id, 'ADOPTE', {}, copilote);
    expect(corps.etat).toBe('ADOPTE');
    expect(corps.suites).toMatchObject([{ genre: 'FIN_ACTION', lien: `/fiches-actions/${marche.id}`, fait: false }]);
    expect((await decider(id, marche, 'RECONDUITE')).statut).toBe(409);
    const [fiche] = await f.sql<{ etat: string }>('SELECT etat FROM fiche_action WHERE id = $1', [marche.id]);
    expect(fiche?.etat).toBe('EN_COURS');
  });

  it('is put to an enlarged meeting of its CA', async () => {
    const instance = async (genre: string) =>
      (await ca.dd.post<InstanceLue>(`/api/cooperatives/${ca.id}/instances`, { genre, intitule: genre })).corps.id;
    const reunion = async (instanceId: string) =>
      (await ca.dd.post<ReunionLue>('/api/reunions', { instanceId, duree: 120 })).corps.id;
    const copil = await reunion(await instance('COPIL'));
    const elargie = await reunion(await instance('BILAN_ANNUEL'));
    // The only one that may be: it is put to it of itself.
    const bilan = await ouvrir();
    expect(bilan.reunion?.id).toBe(elargie);
    const lier = (reunionId: string | null, version: number) =>
      ca.dd.put<Lu>(`${BASE}/${bilan.id}/reunion`, { reunionId, version });
    expect((await lier(copil, 1)).corps.erreurs?.[0]?.champ).toBe('reunionId');
    expect((await lier(null, 1)).corps.reunion).toBeNull();
    expect((await lier(elargie, 2)).corps.reunion?.id).toBe(elargie);
    const { corps } = await ca.dd.get<{ cle: string; details: string }[]>(`/api/reunions/${elargie}/propositions`);
    expect(corps.find((p) => p.cle === `bilan-annuel-adopter:${bilan.id}`)?.details).toContain('- Cuisine');
  });

  it('is read as PDF and Word by whom sees it', async () => {
    const id = await presenter();
    for (const suite of ['document.pdf', 'document.docx?diffusion=true', `actions/${cuisine.id}/document.pdf`]) {
      expect((await promoteur.get(`${BASE}/${id}/${suite}`)).statut).toBe(200);
    }
    const etranger = await api.personne('PARTENAIRE', { structureId: await f.structure() });
    expect((await etranger.get(`${BASE}/${id}/document.pdf`)).statut).toBe(404);
  });
});
