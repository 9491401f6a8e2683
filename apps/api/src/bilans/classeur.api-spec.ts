import type { BilanLu, ClasseurBilanLu } from '@coopilote/domain/bilans';
import { LIMITES_CLASSEUR } from '@coopilote/domain/classeurs';
import type { Probleme } from '@coopilote/domain/commun';
import { formulaireClasseur, remplir, type Saisie } from '../../test/classeurs';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const URL = '/api/bilans-trimestriels';

describe('A report as a workbook', () => {
  let api: Api;
  let f: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  afterAll(() => api.stop());

  async function scene(etat: 'BROUILLON' | 'TRANSMIS' | 'A_COMPLETER' = 'BROUILLON') {
    const [structure, autre] = [await f.structure(), await f.structure()];
    const ca = await f.cooperative({ structures: [structure, autre] });
    const action = await f.action(ca, structure, {
      intitule: 'Marcher, ensemble',
      indicateurs: [
        { type: 'ACTIVITE', unite: 'SEANCES', previsions: { '2026-T2': 12 } },
        { type: 'RESULTAT', unite: 'POURCENTAGE', mode: 'RATIO' },
      ],
    });
    const id = await f.bilan(action, '2026-T2', etat);
    return {
      ca,
      action,
      id,
      partenaire: await api.personne('PARTENAIRE', { structureId: structure }),
      voisin: await api.personne('PARTENAIRE', { structureId: autre }),
    };
  }
  const lire = async (qui: Appelant, id: string): Promise<BilanLu> => (await qui.get<BilanLu>(`${URL}/${id}`)).corps;
  const telecharger = async (qui: Appelant, id: string): Promise<Buffer> =>
    (await qui.telecharger(`${URL}/${id}/classeur`)).octets;
  const renvoyer = (qui: Appelant, id: string, octets: Uint8Array | string) =>
    qui.post<ClasseurBilanLu & Probleme>(`${URL}/${id}/classeur`, formulaireClasseur(octets));
  const rempli = async (qui: Appelant, id: string, saisies: Saisie[]) =>
    (await renvoyer(qui, id, await remplir(await telecharger(qui, id), saisies))).corps;

  it('leaves in both formats, under its name', async () => {
    const { partenaire, id } = await scene();
    for (const format of ['xlsx', 'ods']) {
      const { statut, octets, entetes } = await partenaire.telecharger(`${URL}/${id}/classeur?format=${format}`);
      expect([statut, octets.subarray(0, 2).toString()]).toEqual([200, 'PK']);
      expect(entetes.get('content-disposition')).toContain(`Marcher%2C%20ensemble.${format}`);
      expect((await renvoyer(partenaire, id, octets)).corps).toMatchObject({
        refus: [],
        changements: [],
        perime: false,
      });
    }
    expect((await partenaire.telecharger(`${URL}/${id}/classeur?format=xls`)).statut).toBe(422);
  });

  it('says what it would change and writes nothing; what is kept goes by the draft', async () => {
    const { partenaire, id } = await scene();
    const dit = await rempli(partenaire, id, [
      ['Bilan', 'B6', 'Non'],
      ['Bilan', 'C6', 'Deux départs'],
      ['Bilan', 'B11', '1 200'],
      ['Bilan', 'B14', 3],
    ]);
    expect(dit.refus).toEqual([]);
    expect(dit.changements.map(({ cle, avant, apres, conflit }) => [cle.split(':')[0], avant, apres, conflit])).toEqual(
      [
        ['ressources', 'Oui', 'Non – Deux départs', false],
        ['beneficiaires', '10', '1\u202f200', false],
        ['indicateur', '1 sur 2', '1 sur 3', false],
      ],
    );
    expect((await lire(partenaire, id)).contenu.beneficiaires).toBe(10);
    const { statut } = await partenaire.patch(`${URL}/${id}`, { ...dit.contenu, version: dit.version });
    expect(statut).toBe(200);
    expect((await lire(partenaire, id)).contenu).toMatchObject({
      beneficiaires: 1200,
      reponses: { ressources: { reponse: 'NON', motif: 'Deux départs' } },
    });
  });

  it('tells every wrong cell, and gives no content then', async () => {
    const { partenaire, id } = await scene();
    const dit = await rempli(partenaire, id, [
      ['Bilan', 'B6', 'Peut-être'],
      ['Bilan', 'B11', { formula: '6*7', formulaResult: 42 }],
    ]);
    expect(dit.contenu).toBeNull();
    expect(dit.refus.map(({ feuille, cellule, valeur }) => `${feuille}!${cellule} ${valeur}`)).toEqual([
      'Bilan!B6 Peut-être',
      'Bilan!B11 =6*7',
    ]);
  });

  it('a stale workbook: what was written on both sides is told with both texts, the rest is left alone', async () => {
    const { partenaire, id } = await scene();
    const octets = await telecharger(partenaire, id);
    const avant = await lire(partenaire, id);
    const collegue = { ...avant.contenu, beneficiaires: 77, freins: 'Écrit en ligne', leviers: 'Ajouté en ligne' };
    await partenaire.patch(`${URL}/${id}`, { ...collegue, version: avant.version });
    const revenu = await remplir(octets, [
      ['Bilan', 'C21', 'Écrit dans le classeur'],
      ['Bilan', 'C23', 'Une autre piste'],
    ]);
    const { corps } = await renvoyer(partenaire, id, revenu);
    expect([corps.perime, corps.version]).toEqual([true, avant.version + 1]);
    expect(corps.changements.map(({ cle, avant: ici, apres, conflit }) => [cle, ici, apres, conflit])).toEqual([
      ['freins', 'Écrit en ligne', 'Écrit dans le classeur', true],
      ['pistes', 'Ouvrir le samedi', 'Une autre piste', false],
    ]);
  });

  it('is examined for who writes the report, in a state where it is written (R15)', async () => {
    const { ca, partenaire, voisin, id } = await scene('TRANSMIS');
    expect((await ca.dd.telecharger(`${URL}/${id}/classeur`)).statut).toBe(200);
    const octets = await telecharger(partenaire, id);
    expect(await renvoyer(partenaire, id, octets)).toMatchObject({
      statut: 409,
      corps: { detail: expect.stringContaining('ne se modifie plus') },
    });
    for (const qui of [ca.dd, voisin]) expect((await renvoyer(qui, id, octets)).statut).toBe(403);
    const brouillon = await scene();
    expect((await brouillon.ca.dd.telecharger(`${URL}/${brouillon.id}/classeur`)).statut).toBe(404);
    expect((await renvoyer(brouillon.voisin, brouillon.id, octets)).statut).toBe(404);
    const autre = await renvoyer(brouillon.partenaire, brouillon.id, octets);
    expect(autre.corps.refus[0]?.message).toMatch(/autre bilan/);
    const renvoye = await scene('A_COMPLETER');
    expect((await rempli(renvoye.partenaire, renvoye.id, [['Bilan', 'B11', 5]])).changements).toHaveLength(1);
  });

  it('refuses what is no workbook, or weighs too much, with what to do', async () => {
    const { partenaire, id } = await scene();
    expect(await renvoyer(partenaire, id, 'bonjour')).toMatchObject({
      statut: 422,
      corps: { detail: expect.stringMatching(/n’est pas un classeur\. Envoyez/) },
    });
    const lourd = await renvoyer(partenaire, id, new Uint8Array(LIMITES_CLASSEUR.octets + 1));
    expect(lourd).toMatchObject({ statut: 413, corps: { detail: expect.stringContaining('5\u00a0Mo') } });
    expect((await partenaire.post<Probleme>(`${URL}/${id}/classeur`, {})).statut).toBe(415);
    expect((await partenaire.post<Probleme>(`${URL}/${id}/classeur`, new FormData())).statut).toBeGreaterThanOrEqual(
      400,
    );
  });
});
