import type { Page } from '@coopilote/domain/commun';
import type { ChangementLu } from '@coopilote/domain/historique';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('historique', () => {
  let api: Api;
  let f: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  afterAll(() => api.stop());

  async function scene() {
    const structure = await f.structure();
    const ca = await f.cooperative({ structures: [structure] });
    const action = await f.action(ca, structure, { intitule: 'Ateliers du marché' });
    const lire = async (qui: Appelant, suite = '') =>
      (await qui.get<Page<ChangementLu>>(`/api/historique?cooperative=${ca.id}&taille=100${suite}`)).corps;
    return { structure, ca, action, lire };
  }

  it('tells who changed what, when, in a French phrase', async () => {
    const { ca, action, lire } = await scene();
    await api.proprietaire.query(`UPDATE fiche_action SET lieux = 'Place', etat = 'TERMINEE' WHERE id = $1`, [
      action.id,
    ]);
    const page = await lire(ca.dd, `&objet=fiche_action&objetId=${action.id}`);
    expect(page.lignes.map((l) => l.resume)).toEqual([
      'Fiche-action «\u00a0Ateliers du marché\u00a0» modifiée\u00a0: état (terminée), lieux',
      'Fiche-action «\u00a0Ateliers du marché\u00a0» ajoutée',
    ]);
    expect(page.lignes[0]).toMatchObject({ avant: { lieux: null }, apres: { lieux: 'Place' }, cooperativeId: ca.id });
    expect(page.total).toBe(2);
    expect((await lire(ca.dd, '&depuis=2100-01-01')).total).toBe(0);
    expect((await lire(ca.dd, '&tri=quand')).lignes[0]?.objet).toBe('cooperative');
  });

  it('names the persons, the things and the communes that the values cite', async () => {
    const { ca, action, lire } = await scene();
    const {
      rows: [commune],
    } = await api.proprietaire.query<{ code: string; nom: string }>(
      `SELECT code, nom FROM commune WHERE departement_code = '93' ORDER BY code LIMIT 1`,
    );
    await api.proprietaire.query(
      `UPDATE fiche_action SET territoire_commune_code = $2, lieux = 'Place' WHERE id = $1`,
      [action.id, commune?.code],
    );
    const page = await lire(ca.dd, `&objet=fiche_action&objetId=${action.id}`);
    expect(page.lignes[0]?.noms).toEqual({ [action.id]: 'Ateliers du marché', [commune?.code ?? '']: commune?.nom });
    const creation = (await lire(ca.dd, `&objet=cooperative&objetId=${ca.id}`)).lignes[0];
    const coordination = String(creation?.apres?.['coordinateur_dd_id']);
    expect(creation?.noms[coordination]).toMatch(/^\S+ \S+/);
  });

  it('keeps the words of a draft from everybody but its structure', async () => {
    const { ca, action, structure, lire } = await scene();
    const contenu = { ...f.contenu(action, 7), freins: 'Secret du brouillon' };
    const id = await f.bilan(action, '2026-T1', 'BROUILLON', contenu);
    const partenaire = await api.personne('PARTENAIRE', { structureId: structure });
    await api.proprietaire.query(
      `UPDATE bilan_brouillon SET contenu = contenu || '{"pistes": null}' #- '{reponses,ists}' WHERE bilan_id = $1`,
      [id],
    );
    const [modifie, cree] = (await lire(partenaire, '&objet=bilan_brouillon')).lignes;
    expect(cree?.apres).toMatchObject({ freins: 'Secret du brouillon', ressources: 'OUI', ressources_motif: null });
    expect(modifie?.avant).toMatchObject({ pistes: 'Ouvrir le samedi', ists: 'OUI' });
    expect(modifie?.resume).toMatch(/^Brouillon du bilan «\u00a0Ateliers du marché, T1 2026\u00a0» modifié/);
    const autre = await f.structure();
    await f.adhesion(ca.id, autre);
    for (const qui of [
      ca.dd,
      await api.personne('ADMIN_REGIONAL'),
      await api.personne('PARTENAIRE', { structureId: autre }),
    ]) {
      const page = await lire(qui);
      expect(page.lignes.some((l) => l.objet === 'bilan_trimestriel')).toBe(true);
      expect(page.lignes.filter((l) => l.objet === 'bilan_brouillon' || l.objet === 'valeur')).toEqual([]);
      expect(JSON.stringify(page)).not.toContain('Secret du brouillon');
    }
  });

  it('shows nothing of another département nor CA, and nothing to a resident', async () => {
    const { ca, lire } = await scene();
    expect((await lire(await api.personne('COORDINATEUR_DD', { departementCode: '92' }))).total).toBe(0);
    expect((await lire(await api.personne('PARTENAIRE', { structureId: await f.structure() }))).total).toBe(0);
    const habitante = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    expect((await habitante.get('/api/historique')).statut).toBe(403);
  });
});
