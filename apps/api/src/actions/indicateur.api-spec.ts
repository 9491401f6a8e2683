import type { IndicateurLu } from '@coopilote/domain/actions';
import type { BilanLu } from '@coopilote/domain/bilans';
import type { Page, Probleme } from '@coopilote/domain/commun';
import { Fabrique, type ActionFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('indicateurs', () => {
  let api: Api;
  let fabrique: Fabrique;
  let dd: Appelant;
  let partenaire: Appelant;
  let structureId: string;
  let action: (etat: 'BROUILLON' | 'EN_COURS' | 'TERMINEE') => Promise<ActionFaite>;
  beforeAll(async () => {
    api = await Api.start();
    fabrique = new Fabrique(api);
    structureId = await fabrique.structure();
    const ca = await fabrique.cooperative({ structures: [structureId] });
    dd = ca.dd;
    partenaire = await api.personne('PARTENAIRE', { structureId });
    action = (etat) => fabrique.action(ca, structureId, { etat, indicateurs: [] });
  });
  afterAll(() => api.stop());

  const saisie = (plus: object = {}) => ({
    type: 'RESULTAT',
    niveauResultat: 'FINAL',
    libelle: 'Personnes dépistées',
    unite: 'PERSONNES',
    modeAgregation: 'MAXIMUM',
    ...plus,
  });
  const creer = (qui: Appelant, ficheActionId: string, plus: object = {}) =>
    qui.post<IndicateurLu & Probleme>('/api/indicateurs', { ...saisie(plus), ficheActionId });
  const modifier = (qui: Appelant, id: string, plus: object) =>
    qui.patch<IndicateurLu & Probleme & { actuel: IndicateurLu }>(`/api/indicateurs/${id}`, saisie(plus));
  const champs = (corps: Probleme) => corps.erreurs?.map((e) => e.champ);

  it('is created with its forecasts, listed in the order of the fiche, and edited', async () => {
    const fiche = await action('BROUILLON');
    const previsions = [
      { annee: 2026, trimestre: 0, valeur: 100 },
      { annee: 2026, trimestre: 1, valeur: 20 },
    ];
    const cree = await creer(partenaire, fiche.id, { previsions, valeurReference: 12 });
    expect(cree.statut).toBe(201);
    expect(cree.corps).toMatchObject({
      ficheActionId: fiche.id,
      previsions,
      valeurReference: 12,
      ordre: 1,
      version: 1,
    });
    const processus = {
      type: 'PROCESSUS',
      niveauResultat: null,
      libelle: 'Réunions tenues',
      unite: 'NOMBRE',
      modeAgregation: 'SOMME',
    };
    await creer(partenaire, fiche.id, processus);
    const liste = (await partenaire.get<Page<IndicateurLu>>(`/api/indicateurs?ficheAction=${fiche.id}`)).corps;
    expect([liste.total, liste.lignes.map((i) => i.libelle)]).toEqual([2, ['Réunions tenues', 'Personnes dépistées']]);

    const { id } = cree.corps;
    const autres = [
      { annee: 2026, trimestre: 1, valeur: 25.0 },
      { annee: 2027, trimestre: 4, valeur: 40 },
    ];
    const modifie = await modifier(partenaire, id, { previsions: autres, version: 1 });
    expect(modifie.corps).toMatchObject({ previsions: autres, valeurReference: 12, version: 2 });
    const perime = await modifier(partenaire, id, { libelle: 'Autre', version: 1 });
    expect([perime.statut, perime.corps.actuel.previsions]).toEqual([409, autres]);
    expect((await modifier(partenaire, id, { version: 2 })).corps.previsions).toEqual(autres);
    expect((await modifier(partenaire, id, { previsions: null, version: 3 })).corps.previsions).toEqual([]);
    expect((await partenaire.delete(`/api/indicateurs/${id}`)).statut).toBe(204);
    expect((await partenaire.delete(`/api/indicateurs/${id}`)).statut).toBe(404);
  });

  it('says each thing that is wrong, with its field', async () => {
    const fiche = await action('BROUILLON');
    const refus = async (plus: object) => champs((await creer(partenaire, fiche.id, plus)).corps);
    expect(await refus({ type: 'ACTIVITE' })).toEqual(['niveauResultat']);
    expect(await refus({ unite: 'POURCENTAGE', modeAgregation: 'SOMME', valeurReference: 101 })).toEqual([
      'modeAgregation',
      'valeurReference',
    ]);
    const double = { annee: 2026, trimestre: 1, valeur: 1.5 };
    expect(await refus({ previsions: [double, double] })).toEqual([
      'previsions.0.valeur',
      'previsions.1.valeur',
      'previsions.1.trimestre',
    ]);
    expect(await refus({ previsions: [{ annee: 2026, trimestre: 5, valeur: 1 }] })).toEqual(['previsions.0.trimestre']);
    expect(await refus({ sources: 'a'.repeat(100_000) })).toEqual(['sources']);
    expect((await partenaire.get<Probleme>('/api/indicateurs')).statut).toBe(422);
  });

  it('agrees with the regional indicator that it feeds', async () => {
    const fiche = await action('BROUILLON');
    const commun = await fabrique.indicateurCommun('PERSONNES', 'MAXIMUM');
    const autre = await fabrique.indicateurCommun('SEANCES', 'SOMME');
    const accorde = await creer(partenaire, fiche.id, { indicateurCommunId: commun });
    expect(accorde.corps.indicateurCommun).toMatch(/^COMMUN_/);
    const refus = await creer(partenaire, fiche.id, { indicateurCommunId: autre });
    expect([refus.statut, champs(refus.corps)]).toEqual([422, ['indicateurCommunId']]);
    expect(refus.corps.erreurs?.[0]?.message).toMatch(/l’unité et le mode d’agrégation ne s’accordent pas/);
    expect(champs((await creer(partenaire, fiche.id, { indicateurCommunId: fiche.id })).corps)).toEqual([
      'indicateurCommunId',
    ]);
    await api.proprietaire.query('UPDATE indicateur_commun SET retiree = true WHERE id = $1', [commun]);
    expect((await creer(partenaire, fiche.id, { indicateurCommunId: commun })).statut).toBe(422);
    // What uses a retired indicator keeps it.
    expect((await modifier(partenaire, accorde.corps.id, { indicateurCommunId: commun, version: 1 })).statut).toBe(200);
  });

  it('is written by who writes its fiche, in the same states', async () => {
    const enCours = await action('EN_COURS');
    expect((await creer(partenaire, enCours.id)).statut).toBe(409);
    const { id } = (await creer(dd, enCours.id)).corps;
    expect((await modifier(partenaire, id, { version: 1 })).statut).toBe(409);
    expect((await partenaire.delete(`/api/indicateurs/${id}`)).statut).toBe(409);
    expect((await modifier(dd, id, { libelle: 'Autre nom', version: 1 })).statut).toBe(200);
    expect((await creer(dd, (await action('TERMINEE')).id)).statut).toBe(409);

    const voisineId = await fabrique.structure();
    await fabrique.adhesion(enCours.cooperativeId, voisineId);
    const voisin = await api.personne('PARTENAIRE', { structureId: voisineId });
    const brouillon = await action('BROUILLON');
    expect((await creer(voisin, brouillon.id)).statut).toBe(403);
    expect((await voisin.get(`/api/indicateurs?ficheAction=${brouillon.id}`)).statut).toBe(200);
    const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    expect((await creer(ailleurs, brouillon.id)).statut).toBe(404);
    expect((await modifier(ailleurs, id, { version: 2 })).statut).toBe(404);
    expect((await ailleurs.get(`/api/indicateurs?ficheAction=${brouillon.id}`)).statut).toBe(404);
    const lecteur = await api.personne('MEMBRE_COPIL', { cooperativeId: enCours.cooperativeId });
    expect((await creer(lecteur, brouillon.id)).statut).toBe(403);
  });

  it('keeps its unit and stays once values were reported', async () => {
    const fiche = await action('EN_COURS');
    const { id, libelle } = (await creer(dd, fiche.id)).corps;
    fiche.indicateurs.push({ id, libelle, unite: 'PERSONNES', modeAgregation: 'MAXIMUM' });
    await fabrique.bilan(fiche, '2026-T1', 'TRANSMIS');
    const suppression = await dd.delete<Probleme>(`/api/indicateurs/${id}`);
    expect([suppression.statut, suppression.corps.code]).toEqual([409, 'ETAT_INCOMPATIBLE']);
    expect((await modifier(dd, id, { modeAgregation: 'SOMME', version: 1 })).statut).toBe(409);
    expect((await modifier(dd, id, { libelle: 'Mieux dit', version: 1 })).corps.libelle).toBe('Mieux dit');
  });

  it('is counted in the reports still open as soon as it comes or goes, whoever writes it, and no more in those sent', async () => {
    const ca = await fabrique.cooperative({ structures: [structureId] });
    const fiche = await fabrique.action(ca, structureId);
    const bilans = [
      await fabrique.bilan(fiche, '2026-T1', 'TRANSMIS'),
      await fabrique.bilan(fiche, '2026-T2', 'BROUILLON'),
      await fabrique.bilan(fiche, '2026-T3'),
    ];
    const totaux = async () => {
      const { rows } = await api.proprietaire.query<{ total: number }>(
        'SELECT total FROM bilan_trimestriel WHERE id = ANY ($1) ORDER BY trimestre',
        [bilans],
      );
      return rows.map((r) => r.total);
    };
    expect(await totaux()).toEqual([12, 12, 12]);
    const copilote = await api.personne('COPILOTE', { cooperativeId: ca.id });
    const { corps } = await creer(copilote, fiche.id);
    expect(await totaux()).toEqual([12, 13, 13]);
    const enRetour = await ca.dd.post<BilanLu>(`/api/bilans-trimestriels/${bilans[0]}/transitions`, {
      vers: 'A_COMPLETER',
      version: 1,
      retours: [{ question: 'freins', motif: 'Précisez' }],
    });
    expect(enRetour.corps).toMatchObject({ total: 13, remplies: 12 });
    expect((await ca.dd.delete(`/api/indicateurs/${corps.id}`)).statut).toBe(204);
    expect(await totaux()).toEqual([12, 12, 12]);
    const { corps: historique } = await ca.dd.get<Page<{ objetId: string }>>('/api/historique?objet=bilan_trimestriel');
    expect(historique.lignes.filter((l) => l.objetId === bilans[1])).toHaveLength(1);
  });

  it('stays, and keeps its mode, once a value was typed for it, in a draft that only its structure reads', async () => {
    const fiche = await action('EN_COURS');
    await fabrique.indicateur(fiche, { type: 'ACTIVITE', unite: 'SEANCES' });
    const id = fiche.indicateurs[0]?.id ?? '';
    await fabrique.bilan(fiche, '2026-T1', 'BROUILLON');
    expect((await dd.delete(`/api/indicateurs/${id}`)).statut).toBe(409);
    const autreMode = {
      type: 'ACTIVITE',
      niveauResultat: null,
      unite: 'SEANCES',
      modeAgregation: 'MAXIMUM',
      version: 1,
    };
    expect((await modifier(dd, id, autreMode)).corps.code).toBe('ETAT_INCOMPATIBLE');
    expect((await modifier(dd, id, { ...autreMode, modeAgregation: 'SOMME' })).statut).toBe(200);
  });
});
