import type { BilanLu, ContributionLue, ContributionPublique } from '@coopilote/domain/bilans';
import type { Probleme } from '@coopilote/domain/commun';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const BILANS = '/api/bilans-trimestriels';

describe('questions of a report given to a colleague without an account', () => {
  let api: Api;
  let f: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  afterAll(() => api.stop());

  async function scene() {
    const [structure, autre] = [await f.structure(), await f.structure()];
    const ca = await f.cooperative({ structures: [structure, autre] });
    const action = await f.action(ca, structure, {
      intitule: 'Marcher',
      indicateurs: [{ type: 'ACTIVITE', unite: 'SEANCES' }],
    });
    const avant = await f.bilan(action, '2026-T1', 'VALIDE');
    const id = await f.bilan(action, '2026-T2', 'A_REMPLIR');
    return {
      ...{ ca, action, id, avant },
      partenaire: await api.personne('PARTENAIRE', { structureId: structure }),
      voisin: await api.personne('PARTENAIRE', { structureId: autre }),
    };
  }
  const demander = (qui: Appelant, id: string, questions: string[], courriel: string) =>
    qui.post<ContributionLue[] & Probleme>(`${BILANS}/${id}/contributions`, {
      ...{ questions, nom: 'Léa Martin', courriel, mot: 'Merci Léa', jours: 7 },
    });
  const lienDe = async (courriel: string): Promise<string> => {
    const { rows } = await api.proprietaire.query<{ texte: string }>(
      'SELECT texte FROM envoi WHERE destinataire = $1',
      [courriel],
    );
    return /\/contribution\/([\w-]+)/.exec(rows[0]?.texte ?? '')?.[1] ?? '';
  };
  const adresse = () => `lea-${Math.random().toString(36).slice(2)}@example.test`;

  it('opens by its link alone, on those questions alone, and says what was said before', async () => {
    const { partenaire, id, action } = await scene();
    const courriel = adresse();
    const indicateur = `indicateur:${action.indicateurs[0]?.id}`;
    const { statut, corps } = await demander(partenaire, id, ['freins', indicateur], courriel);
    expect([statut, corps[0]?.nom, corps[0]?.contenu]).toEqual([201, 'Léa Martin', null]);
    const { corps: lue } = await api
      .anonyme()
      .get<ContributionPublique>(`/api/contributions/${await lienDe(courriel)}`);
    expect(lue).toMatchObject({
      action: 'Marcher',
      questions: ['freins', indicateur],
      mot: 'Merci Léa',
      ouverte: true,
    });
    expect(lue.indicateurs.map((i) => i.precedent?.valeur)).toEqual([10]);
    expect(Object.keys(lue.precedent?.contenu.reponses ?? {})).toEqual([]);
    expect(lue.precedent?.contenu.leviers ?? null).toBeNull();
    expect((await api.anonyme().get(`/api/contributions/${'x'.repeat(43)}`)).statut).toBe(404);
  });

  it('keeps what is written there away from the draft until the structure takes it, then says whose it is', async () => {
    const { partenaire, id } = await scene();
    const courriel = adresse();
    await demander(partenaire, id, ['freins'], courriel);
    const lien = `/api/contributions/${await lienDe(courriel)}`;
    const corps = {
      reponses: { ressources: { reponse: 'NON' } },
      valeurs: [],
      freins: 'Locaux fermés',
      leviers: 'Ailleurs',
    };
    const ecrit = await api.anonyme().appeler<{ version: number }>('PUT', lien, { ...corps, version: 1 });
    expect(ecrit.statut).toBe(200);
    const perime = await api.anonyme().appeler<Probleme>('PUT', lien, { ...corps, version: 1 });
    expect(perime.statut).toBe(409);
    const liste = () => partenaire.get<ContributionLue[]>(`${BILANS}/${id}/contributions`);
    expect((await liste()).corps[0]?.contenu).toBeNull();
    const fini = await api.anonyme().appeler('POST', `${lien}/fin`, { version: ecrit.corps.version });
    expect(fini.statut).toBe(200);
    const [recue] = (await liste()).corps;
    expect(recue?.contenu).toMatchObject({ freins: 'Locaux fermés', leviers: null, reponses: {} });
    expect((await api.anonyme().appeler('PUT', lien, { ...corps, version: 3 })).statut).toBe(409);

    const lu = (await partenaire.get<BilanLu>(`${BILANS}/${id}`)).corps;
    expect(lu.contenu.freins ?? null).toBeNull();
    await partenaire.patch(`${BILANS}/${id}`, {
      reponses: {},
      valeurs: [],
      freins: 'Locaux fermés',
      pistes: 'À moi',
      version: lu.version,
    });
    const { auteurs } = (await partenaire.get<BilanLu>(`${BILANS}/${id}`)).corps;
    expect([auteurs['freins']?.nom, auteurs['pistes']?.nom]).toEqual([
      'Léa Martin',
      expect.stringContaining('Camille'),
    ]);
  });

  it('is asked, read and shut by the structure of the report, by nobody else, in the database too', async () => {
    const { ca, partenaire, voisin, id } = await scene();
    const courriel = adresse();
    await demander(partenaire, id, ['freins'], courriel);
    for (const qui of [voisin, ca.dd]) {
      expect((await demander(qui, id, ['freins'], adresse())).statut).toBeGreaterThanOrEqual(403);
      const vues = await api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) =>
        ctx.query('SELECT id FROM contribution_bilan WHERE bilan_id = $1', [id]),
      );
      expect(vues).toEqual([]);
    }
    const [contribution] = (await partenaire.get<ContributionLue[]>(`${BILANS}/${id}/contributions`)).corps;
    const { statut } = await partenaire.appeler('DELETE', `${BILANS}/${id}/contributions/${contribution?.id}`);
    expect(statut).toBe(200);
    expect((await api.anonyme().get(`/api/contributions/${await lienDe(courriel)}`)).statut).toBe(404);
  });

  it('refuses a question that the report does not ask, and closes with the report', async () => {
    const { partenaire, id, avant } = await scene();
    const inconnue = await demander(partenaire, id, ['inconnue'], adresse());
    expect([inconnue.statut, inconnue.corps.erreurs?.[0]?.champ]).toEqual([422, 'questions']);
    expect((await demander(partenaire, avant, ['freins'], adresse())).statut).toBe(409);
    const courriel = adresse();
    await demander(partenaire, id, ['freins'], courriel);
    await api.proprietaire.query(
      `UPDATE bilan_trimestriel SET etat = 'TRANSMIS', numero_version = 1, transmis_le = now() WHERE id = $1`,
      [id],
    );
    const refus = await api.anonyme().appeler<Probleme>('PUT', `/api/contributions/${await lienDe(courriel)}`, {
      ...{ version: 1, reponses: {}, valeurs: [] },
    });
    expect([refus.statut, refus.corps.detail]).toEqual([409, expect.stringContaining('Ce bilan a été transmis')]);
  });
});
