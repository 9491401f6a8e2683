import { ajouterJours, decalerTrimestre, ecrireTrimestre, jourAParis, trimestreDe } from '@coopilote/domain/commun';
import type { SyntheseLue } from '@coopilote/domain/cooperatives';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('synthesis of a CA', () => {
  let api: Api;
  let f: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  afterAll(() => api.stop());

  const aujourdhui = jourAParis(new Date());
  const courant = trimestreDe(aujourdhui);
  const passe = ecrireTrimestre(decalerTrimestre(courant, -5));

  it('tells each person what is due on this CA, and how the programme is covered', async () => {
    const structure = await f.structure();
    const ca = await f.cooperative({ structures: [structure], publics: ['JEUNES', 'SENIORS'] });
    const objectifId = await f.objectif(ca.id);
    await f.objectif(ca.id, 'Sans action');
    const debut = '2024-01-01';
    const action = await f.action(ca, structure, { objectifId, publics: ['JEUNES'], beneficiairesCibles: 40, debut });
    const sansResultat = await f.action(ca, structure, { indicateurs: [{ type: 'ACTIVITE' }], debut });
    await f.bilan(action, passe);
    await f.bilan(sansResultat, passe, 'TRANSMIS');
    await f.bilan(action, ecrireTrimestre(courant), 'VALIDE', f.contenu(action, 33));
    await f.action(ca, structure, { etat: 'PROPOSEE', intitule: 'Marche' });
    await f.action(ca, structure, { etat: 'BROUILLON', intitule: 'Revenue', motif: 'Préciser les lieux' });
    await api.proprietaire.query(
      `INSERT INTO etape (id, cooperative_id, departement_code, phase, genre, intitule, fin, etat)
       SELECT gen_random_uuid(), $1, '93', 'DIAGNOSTIC', 'TACHE', e.intitule, e.fin, e.etat
       FROM (VALUES ('Proche', $2::date, 'A_FAIRE'), ('Lointaine', $3, 'A_FAIRE'), ('Faite', $2, 'FAIT')) e(intitule, fin, etat)`,
      [ca.id, ajouterJours(aujourdhui, 10), ajouterJours(aujourdhui, 60)],
    );
    const lire = async (qui: Appelant) => (await qui.get<SyntheseLue>(`/api/cooperatives/${ca.id}/synthese`)).corps;
    const genres = (s: SyntheseLue) => s.aFaire.map((l) => l.genre).sort();
    const dd = await lire(ca.dd);
    expect(genres(dd)).toEqual(['BILAN_A_VALIDER', 'BILAN_EN_RETARD', 'ETAPE', 'FICHE_A_VALIDER']);
    expect(dd.aFaire[0]).toMatchObject({ genre: 'BILAN_EN_RETARD', titre: '1 bilan en retard', nombre: 1 });
    expect(dd.chiffres).toMatchObject({ annee: courant.annee, beneficiaires: { bas: 33, haut: 33 } });
    expect(dd.couverture).toEqual({
      objectifs: 2,
      objectifsSansAction: 1,
      actions: 4,
      actionsSansResultat: 1,
      publics: 2,
      publicsSansAction: 1,
    });
    expect(dd.changements[0]?.quoi).toMatch(/Étape «\u00a0.+\u00a0» ajoutée/);
    const partenaire = await lire(await api.personne('PARTENAIRE', { structureId: structure }));
    expect(genres(partenaire)).toEqual(['BILAN_A_REMPLIR', 'FICHE_A_REVOIR']);
    expect(partenaire.aFaire.find((l) => l.genre === 'FICHE_A_REVOIR')?.detail).toBe('Préciser les lieux');
    const copilote = await lire(await api.personne('COPILOTE', { cooperativeId: ca.id }));
    expect(genres(copilote)).toEqual(['BILAN_EN_RETARD', 'ETAPE', 'FICHE_A_VALIDER']);
    const habitante = await lire(await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id }));
    expect([habitante.aFaire, habitante.changements]).toEqual([[], []]);
    expect(genres(await lire(await api.personne('ADMIN_REGIONAL')))).toEqual(genres(dd));
  });
});
