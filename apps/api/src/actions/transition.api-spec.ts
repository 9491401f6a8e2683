import type { FicheActionLue } from '@coopilote/domain/actions';
import type { Probleme } from '@coopilote/domain/commun';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('transitions of a fiche-action', () => {
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
  const saisie = (plus: object = {}) => ({
    intitule: 'Ateliers cuisine',
    calendrierDebut: '2026-01-01',
    calendrierFin: '2026-12-31',
    ...plus,
  });
  const aller = (qui: Appelant, id: string, vers: string, version: number, motif?: string) =>
    qui.post<FicheActionLue & Probleme>(`/api/fiches-actions/${id}/transitions`, { vers, version, motif });

  it('propose, send back with a reason, validate, start, end', async () => {
    const s = await scene();
    const { id } = await fabrique.action(s.ca, s.structureId, { etat: 'BROUILLON' });
    expect((await aller(s.partenaire, id, 'PROPOSEE', 1)).corps.etat).toBe('PROPOSEE');
    const validation = await aller(s.partenaire, id, 'VALIDEE', 2);
    expect([validation.statut, validation.corps.code]).toEqual([403, 'INTERDIT']);
    const sansMotif = await aller(s.ca.dd, id, 'BROUILLON', 2, '   ');
    expect([sansMotif.statut, sansMotif.corps.erreurs?.[0]?.champ]).toEqual([422, 'motif']);
    const renvoi = await aller(s.ca.dd, id, 'BROUILLON', 2, 'Précisez les lieux');
    expect(renvoi.corps).toMatchObject({ etat: 'BROUILLON', motif: 'Précisez les lieux' });
    expect((await aller(s.partenaire, id, 'PROPOSEE', 3)).corps.motif).toBe('Précisez les lieux');
    const saut = await aller(s.ca.dd, id, 'TERMINEE', 4);
    expect([saut.statut, saut.corps.code]).toEqual([409, 'ETAT_INCOMPATIBLE']);
    expect((await aller(s.ca.dd, id, 'VALIDEE', 3)).corps.code).toBe('VERSION_PERIMEE');
    const validee = (await aller(s.ca.dd, id, 'VALIDEE', 4)).corps;
    expect(validee).toMatchObject({ etat: 'VALIDEE', motif: null });
    expect(validee.transitions.map((t) => t.vers)).toEqual(['EN_COURS', 'ABANDONNEE']);
    expect((await aller(s.ca.dd, id, 'EN_COURS', 5)).statut).toBe(200);
    expect((await aller(s.ca.dd, id, 'TERMINEE', 6)).corps).toMatchObject({ modifiable: false, transitions: [] });
  });

  it('opens, on validation, the report of each quarter in which the action is active (R9)', async () => {
    const s = await scene();
    const { id } = await fabrique.action(s.ca, s.structureId, {
      etat: 'PROPOSEE',
      debut: '2025-08-20',
      fin: '2026-02-03',
    });
    const copilote = await api.personne('COPILOTE', { cooperativeId: s.ca.id });
    const { statut, corps } = await aller(copilote, id, 'VALIDEE', 1);
    expect(statut).toBe(200);
    expect(corps.bilans.map((b) => [b.annee, b.trimestre, b.etat, b.enRetard])).toEqual([
      [2026, 1, 'A_REMPLIR', true],
      [2025, 4, 'A_REMPLIR', true],
      [2025, 3, 'A_REMPLIR', true],
    ]);
    const habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: s.ca.id });
    expect((await habitant.get<FicheActionLue>(`/api/fiches-actions/${id}`)).corps.bilans).toEqual([]);
    const plusLongue = saisie({ calendrierDebut: '2025-08-20', calendrierFin: '2026-04-01', version: 2 });
    const allongee = await s.ca.dd.patch<FicheActionLue>(`/api/fiches-actions/${id}`, plusLongue);
    expect(allongee.corps.bilans[0]).toMatchObject({ annee: 2026, trimestre: 2 });
  });

  it('asks for indicators of the three kinds, or for a reason (R11)', async () => {
    const s = await scene();
    const peu = await fabrique.action(s.ca, s.structureId, {
      etat: 'BROUILLON',
      indicateurs: [{ type: 'ACTIVITE' }],
    });
    const refus = await aller(s.partenaire, peu.id, 'PROPOSEE', 1);
    expect([refus.statut, refus.corps.code]).toEqual([422, 'SAISIE_INVALIDE']);
    expect(refus.corps.detail).toBe(
      'Il manque un indicateur de processus et de résultats\u00a0: ajoutez-le, ou dites pourquoi quelques indicateurs suffisent pour cette action.',
    );
    const motif = saisie({ motifPeuIndicateurs: 'Une seule séance', version: 1 });
    expect(
      (await s.partenaire.patch<FicheActionLue>(`/api/fiches-actions/${peu.id}`, motif)).corps.manqueIndicateurs,
    ).toBeNull();
    expect((await aller(s.partenaire, peu.id, 'PROPOSEE', 2)).statut).toBe(200);
    const sans = await fabrique.action(s.ca, s.structureId, { etat: 'PROPOSEE', indicateurs: [] });
    expect((await aller(s.ca.dd, sans.id, 'VALIDEE', 1)).statut).toBe(422);
  });
});
