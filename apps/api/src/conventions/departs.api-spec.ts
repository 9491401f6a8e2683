import { ajouterJours, ajouterMois } from '@coopilote/domain/commun';
import type { ActeLu, ConventionLue, TexteConsolide } from '@coopilote/domain/conventions';
import type { AdhesionLue } from '@coopilote/domain/cooperatives';
import { AUJOURDHUI, FabriqueConventions } from '../../test/fabrique-conventions';
import { Api, type Appelant } from '../../test/harness';
import { Horloge } from '../platform/horloge';

describe('a member that leaves at the annual deadline', () => {
  let api: Api;
  let s: FabriqueConventions;
  let dd: Appelant;
  let autre: Appelant;
  let copilote: Appelant;
  let horloge: Horloge;

  beforeAll(async () => {
    api = await Api.start();
    s = await FabriqueConventions.make(api);
    dd = s.ca.dd;
    autre = await api.personne('PARTENAIRE', { structureId: s.structures[1] });
    copilote = await api.personne('COPILOTE', { cooperativeId: s.ca.id });
    horloge = api.app.get(Horloge);
  });
  afterEach(() => {
    horloge.maintenant = () => new Date();
  });
  afterAll(() => api.stop());

  const lire = async (id: string, qui = dd) => (await qui.get<ConventionLue>(`/api/conventions/${id}`)).corps;
  const demander = (qui: Appelant, id: string, autres: object = {}) =>
    qui.post<ConventionLue & { detail: string }>(`/api/conventions/${id}/departs`, {
      structureId: s.structures[0],
      demandeLe: AUJOURDHUI,
      motif: 'Recentrage sur le soin',
      ...autres,
    });
  const consulter = (qui: Appelant, id: string, departId: string, autres: object = {}) =>
    qui.put<ConventionLue>(`/api/conventions/${id}/departs/${departId}/consultation`, {
      consulteLe: AUJOURDHUI,
      compteRendu: 'Les membres regrettent, et organisent la suite.',
      version: 1,
      ...autres,
    });
  /** The owner's hand gives the convention the term that it was not drafted with. */
  const pourTroisAns = async (): Promise<ConventionLue> => {
    const { id } = await s.signee();
    await s.f.sql(
      `ALTER TABLE acte DISABLE TRIGGER acte_garde;
       UPDATE acte SET duree_mois = 36 WHERE convention_id = '${id}';
       ALTER TABLE acte ENABLE TRIGGER acte_garde;`,
      [],
    );
    return lire(id);
  };
  const adhesion = async (): Promise<AdhesionLue | undefined> =>
    (await dd.get<AdhesionLue[]>(`/api/cooperatives/${s.ca.id}/adhesions`)).corps.find(
      ({ structureId }) => structureId === s.structures[0],
    );

  it('asks for itself alone; nobody leaves a convention that is not in force, or twice', async () => {
    const projet = await s.creer();
    expect((await demander(dd, projet.id)).corps.detail).toContain('celle-ci est brouillon');
    const { id } = await s.signee();
    for (const qui of [autre, copilote]) {
      expect((await demander(qui, id)).statut).toBe(403);
      expect((await lire(id, qui)).peutQuitter.map((p) => p.nom)).not.toContain('CSAPA de Bondy');
    }
    expect((await lire(id, s.president)).peutQuitter).toEqual([
      { structureId: s.structures[0], nom: 'CSAPA de Bondy' },
    ]);
    const tiers = await s.f.structure();
    expect((await demander(dd, id, { structureId: tiers })).corps.detail).toContain('n’est pas partie');
    expect((await demander(s.president, id, { demandeLe: ajouterJours(AUJOURDHUI, 1) })).statut).toBe(422);
    const { statut, corps } = await demander(s.president, id);
    expect([statut, corps.departs[0]?.decide, corps.peutQuitter]).toEqual([201, false, []]);
    expect((await demander(s.president, id)).corps.detail).toContain('a déjà demandé à partir');
    const avis = await s.f.sql<{ titre: string }>(
      `SELECT titre FROM notification WHERE genre = 'DEPART_MEMBRE' AND utilisateur_id = $1`,
      [dd.utilisateurId],
    );
    expect(avis.map(({ titre }) => titre)).toEqual(['CSAPA de Bondy demande à quitter la convention']);
    // Its own request is taken back by the structure.
    const departId = corps.departs[0]?.id ?? '';
    expect((await autre.delete(`/api/conventions/${id}/departs/${departId}`)).statut).toBe(403);
    expect(
      (await s.president.delete<ConventionLue>(`/api/conventions/${id}/departs/${departId}`)).corps.departs,
    ).toEqual([]);
  });

  it('does not leave before the members were consulted; then at the deadline, which ends its membership', async () => {
    const { id } = await pourTroisAns();
    const departId = (await demander(s.president, id)).corps.departs[0]?.id ?? '';
    const membre = await adhesion();
    const sortie = { debut: membre?.debut, fin: AUJOURDHUI, version: membre?.version };
    const trop = await dd.patch(`/api/cooperatives/${s.ca.id}/adhesions/${membre?.id}`, sortie);
    expect([trop.statut, JSON.stringify(trop.corps)]).toEqual([
      422,
      expect.stringContaining('consultation des membres'),
    ]);
    for (const qui of [s.president, autre, copilote]) expect((await consulter(qui, id, departId)).statut).toBe(403);
    expect((await consulter(dd, id, departId, { consulteLe: ajouterJours(AUJOURDHUI, -1) })).statut).toBe(422);
    expect((await consulter(dd, id, departId, { compteRendu: '' })).statut).toBe(422);
    const { statut, corps } = await consulter(dd, id, departId);
    const echeance = ajouterMois(AUJOURDHUI, 12);
    expect([statut, corps.departs[0]?.echeance, corps.departs[0]?.decide]).toEqual([200, echeance, true]);
    expect(corps.differences).toMatchObject([{ genre: 'DEPART', objet: 'CSAPA de Bondy', avant: null }]);
    expect((await adhesion())?.fin).toBe(echeance);
    expect((await s.president.delete(`/api/conventions/${id}/departs/${departId}`)).statut).toBe(403);

    // Until the deadline it is a party, and signs the avenant that says so.
    const avenant = await dd.post<ActeLu>(`/api/conventions/${id}/avenants`, {
      genre: 'AVENANT',
      objet: 'Départ du CSAPA',
    });
    await s.enSignature(avenant.corps.id);
    expect((await s.signerTous(avenant.corps.id)).signatures).toBe(3);
    expect((await lire(id)).differences).toEqual([]);
    horloge.maintenant = () => new Date(`${ajouterJours(echeance, 1)}T10:00:00Z`);
    const apres = await lire(id);
    expect(apres.parties.map((p) => p.nom)).not.toContain('CSAPA de Bondy');
    expect(apres.differences.filter(({ genre }) => genre === 'PARTIE' || genre === 'DEPART')).toEqual([]);
    const texte = async (jour: string) =>
      (await dd.get<TexteConsolide>(`/api/conventions/${id}/texte?jour=${jour}`)).corps.parties.map((p) => p.nom);
    expect(await texte(echeance)).toContain('CSAPA de Bondy');
    expect(await texte(ajouterJours(echeance, 1))).not.toContain('CSAPA de Bondy');
    expect((await dd.delete(`/api/conventions/${id}/departs/${departId}`)).statut).toBe(409);
    horloge.maintenant = () => new Date();
    // Given up by the delegation in time, the membership goes on.
    expect((await dd.delete<ConventionLue>(`/api/conventions/${id}/departs/${departId}`)).corps.departs).toEqual([]);
    expect((await adhesion())?.fin).toBeNull();
  });

  it('is kept by the database too: whose request, no effect without a consultation, no second thoughts', async () => {
    const { departs } = (await demander(s.president, (await s.signee()).id)).corps;
    const departId = departs[0]?.id ?? '';
    const comme = (qui: Appelant, sql: string, params: unknown[] = [departId]) =>
      api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) => ctx.query(sql, params));
    const decider = `UPDATE depart SET consulte_le = app.aujourdhui(), compte_rendu = 'X', consulte_par = demande_par,
      effet = app.aujourdhui() WHERE id = $1 RETURNING id`;
    expect(await comme(s.president, decider)).toEqual([]);
    expect(await comme(copilote, decider)).toEqual([]);
    await expect(comme(dd, 'UPDATE depart SET effet = app.aujourdhui() WHERE id = $1')).rejects.toThrow(
      'depart_consultation',
    );
    await expect(comme(dd, `UPDATE depart SET motif = 'Autre' WHERE id = $1`)).rejects.toThrow('ne se réécrit pas');
    expect(await comme(autre, 'DELETE FROM depart WHERE id = $1 RETURNING id')).toEqual([]);
    const copie = `INSERT INTO depart (id, convention_id, cooperative_id, departement_code, structure_id, demande_le, motif, demande_par)
      SELECT gen_random_uuid(), convention_id, cooperative_id, departement_code, $2, demande_le, motif, app.utilisateur_id()
      FROM depart WHERE id = $1`;
    await expect(comme(autre, copie, [departId, s.structures[0]])).rejects.toThrow('row-level security');
  });
});
