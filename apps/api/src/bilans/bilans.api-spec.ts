import type {
  BilanLigne,
  BilanLu,
  BrouillonEnregistre,
  ContenuBilan,
  RecuBilan,
  VersionBilan,
} from '@coopilote/domain/bilans';
import type { Page, Probleme } from '@coopilote/domain/commun';
import { Fabrique, type ActionFaite, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';
import { empreinteContenu } from './contenu';

const URL = '/api/bilans-trimestriels';

describe('bilans-trimestriels', () => {
  let api: Api;
  let f: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  afterAll(() => api.stop());

  interface Scene {
    ca: CaFaite;
    structure: string;
    autre: string;
    action: ActionFaite;
    partenaire: Appelant;
    voisin: Appelant;
  }
  async function scene(): Promise<Scene> {
    const [structure, autre] = [await f.structure(), await f.structure()];
    const ca = await f.cooperative({ structures: [structure, autre] });
    const action = await f.action(ca, structure, {
      indicateurs: [
        { type: 'ACTIVITE', unite: 'SEANCES', previsions: { '2026-T2': 12, '2026': 40 } },
        { type: 'RESULTAT', unite: 'PERSONNES' },
        { type: 'RESULTAT', unite: 'POURCENTAGE', mode: 'RATIO' },
      ],
    });
    return {
      ca,
      structure,
      autre,
      action,
      partenaire: await api.personne('PARTENAIRE', { structureId: structure }),
      voisin: await api.personne('PARTENAIRE', { structureId: autre }),
    };
  }
  const saisie = (contenu: ContenuBilan, version: number) => ({ ...contenu, version });

  it('lists to a partner its own in every state, and others’ once they are received', async () => {
    const { ca, action, autre, partenaire, voisin } = await scene();
    const recu = await f.bilan(action, '2026-T1', 'TRANSMIS');
    const brouillon = await f.bilan(action, '2026-T2', 'BROUILLON');
    const renvoye = await f.bilan(action, '2026-T3', 'A_COMPLETER');
    await f.bilan(await f.action(ca, autre), '2026-T1');
    const lire = async (qui: Appelant) =>
      (await qui.get<Page<BilanLigne>>(`${URL}?cooperative=${ca.id}&tri=trimestre`)).corps;
    const siens = await lire(partenaire);
    expect(siens.lignes.map((l) => l.id)).toEqual([recu, brouillon, renvoye]);
    expect(siens.total).toBe(3);
    const duVoisin = (await lire(voisin)).lignes.map((l) => `${l.ficheActionId === action.id} ${l.etat}`);
    expect(duVoisin.sort()).toEqual(['false A_REMPLIR', 'true TRANSMIS']);
    expect((await lire(ca.dd)).total).toBe(4);
    // The last quarters first: pages of the last quarter, of the one before, of the first, and past it.
    const page = async (rang: number) =>
      (await ca.dd.get<Page<BilanLigne>>(`${URL}?cooperative=${ca.id}&taille=1&page=${rang}`)).corps;
    const pages = [await page(1), await page(2), await page(4), await page(5)];
    expect(pages.map((lue) => lue.lignes.map((l) => l.trimestre))).toEqual([[3], [2], [1], []]);
    expect(pages.map((lue) => lue.total)).toEqual([4, 4, 4, 4]);
    const enRetard = await ca.dd.get<Page<BilanLigne>>(`${URL}?ficheAction=${action.id}&enRetard=true`);
    expect(enRetard.corps.lignes.every((l) => l.enRetard && l.joursDeRetard > 0)).toBe(true);
    expect(enRetard.corps.lignes.map((l) => l.etat)).not.toContain('TRANSMIS');
    expect((await lire(await api.personne('COORDINATEUR_DD', { departementCode: '92' }))).total).toBe(0);
    const habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    expect((await habitant.get(URL)).statut).toBe(403);
    expect((await partenaire.get<Probleme>(`${URL}?tri=motDePasse`)).corps.erreurs?.[0]?.champ).toBe('tri');
  });

  it('keeps a role that reads the tables of a CA out of its reports, whatever else the person holds', async () => {
    const { ca, action } = await scene();
    const recu = await f.bilan(action, '2026-T1', 'TRANSMIS');
    const ailleurs = await f.structure({ departementCode: '92' });
    await f.cooperative({ departementCode: '92', structures: [ailleurs] });
    const habitante = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    await api.attribuer(habitante.utilisateurId, 'PARTENAIRE', { structureId: ailleurs });
    expect((await habitante.get<Page<BilanLigne>>(`${URL}?cooperative=${ca.id}`)).corps.total).toBe(0);
    expect((await habitante.get(`${URL}/${recu}`)).statut).toBe(404);
  });

  it('shows beside each question what was said, and beside each indicator what was forecast and cumulated', async () => {
    const { action, partenaire } = await scene();
    await f.bilan(action, '2026-T1', 'VALIDE', f.contenu(action, 30, [8, 25, [3, 4]]));
    const id = await f.bilan(action, '2026-T2');
    const { corps } = await partenaire.get<BilanLu>(`${URL}/${id}`);
    expect(corps.precedent).toMatchObject({ annee: 2026, trimestre: 1, contenu: { beneficiaires: 30 } });
    expect(corps.indicateurs[0]).toMatchObject({
      previsionTrimestre: 12,
      previsionAnnee: 40,
      cumul: { bas: 8, haut: 8 },
      precedent: { valeur: 8 },
    });
    expect(corps.indicateurs[2]).toMatchObject({
      cumul: { bas: 75, haut: 75 },
      precedent: { numerateur: 3, denominateur: 4 },
    });
    expect(corps).toMatchObject({
      etat: 'A_REMPLIR',
      modifiable: true,
      remplies: 0,
      total: 12,
      structureId: action.structureId,
    });
    expect(corps.manques).toHaveLength(12);
    expect(corps.transitions).toEqual([{ vers: 'TRANSMIS', acte: 'Transmettre à l’ARS', retours: false }]);
  });

  it('shows a draft to nobody but its structure', async () => {
    const { ca, action, partenaire, voisin } = await scene();
    const id = await f.bilan(action, '2026-T2', 'BROUILLON');
    expect((await partenaire.get(`${URL}/${id}`)).statut).toBe(200);
    for (const qui of [ca.dd, voisin, await api.personne('ADMIN_REGIONAL')]) {
      expect((await qui.get(`${URL}/${id}`)).statut).toBe(404);
    }
    const contenu = saisie(f.contenu(action, 1), 1);
    expect((await voisin.patch(`${URL}/${id}`, contenu)).statut).toBe(404);
    expect((await ca.dd.patch(`${URL}/${id}`, contenu)).statut).toBe(403);
    expect((await ca.dd.post(`${URL}/${id}/transitions`, { vers: 'TRANSMIS', version: 1 })).statut).toBe(404);
    for (const suite of ['versions', 'versions/1', 'recu']) {
      expect((await voisin.get(`${URL}/${id}/${suite}`)).statut).toBe(404);
    }
  });

  it('keeps a draft as it is typed, and loses nothing when somebody else typed meanwhile', async () => {
    const { action, partenaire } = await scene();
    const id = await f.bilan(action, '2026-T2');
    const contenu: ContenuBilan = {
      beneficiaires: 12,
      reponses: { ressources: { reponse: 'NON' }, publics: { reponse: 'OUI' } },
      freins: 'Peu de salles',
      valeurs: [{ indicateurId: action.indicateurs[0]?.id ?? '', valeur: 5 }],
    };
    const premier = await partenaire.patch<BrouillonEnregistre>(`${URL}/${id}`, saisie(contenu, 1));
    expect(premier.corps).toMatchObject({ version: 2, etat: 'BROUILLON', remplies: 3, total: 12 });
    expect(premier.corps.manques.map((m) => m.champ)).toContain('ressources.motif');
    const lu = (await partenaire.get<BilanLu>(`${URL}/${id}`)).corps;
    expect(lu.contenu).toMatchObject({
      beneficiaires: 12,
      reponses: { ressources: { reponse: 'NON', motif: null }, publics: { reponse: 'OUI' } },
      freins: 'Peu de salles',
    });
    expect(lu.contenu.valeurs).toMatchObject([{ valeur: 5, numerateur: null }]);
    const efface = await partenaire.patch<BrouillonEnregistre>(`${URL}/${id}`, saisie({ ...contenu, valeurs: [] }, 2));
    expect(efface.corps.remplies).toBe(2);
    const perime = await partenaire.patch<Probleme>(`${URL}/${id}`, saisie({ ...contenu, freins: 'Autre' }, 2));
    expect([perime.statut, perime.corps.code]).toEqual([409, 'VERSION_PERIMEE']);
    expect(perime.corps.actuel).toMatchObject({ version: 3, contenu: { freins: 'Peu de salles', valeurs: [] } });
  });

  it('refuses values that cannot be, field by field', async () => {
    const { action, partenaire } = await scene();
    const id = await f.bilan(action, '2026-T2');
    const [seances, personnes, ratio] = action.indicateurs.map((i) => i.id);
    const refus = await partenaire.patch<Probleme>(`${URL}/${id}`, {
      version: 1,
      reponses: {},
      valeurs: [
        { indicateurId: seances, valeur: 1.5 },
        { indicateurId: ratio, numerateur: 4, denominateur: 3 },
        { indicateurId: '00000000-0000-4000-8000-000000000000', valeur: 1 },
      ],
    });
    expect(refus.statut).toBe(422);
    expect(refus.corps.erreurs?.map((e) => e.champ)).toEqual([
      `indicateur:${seances}`,
      `indicateur:${ratio}`,
      'indicateur:00000000-0000-4000-8000-000000000000',
    ]);
    expect(
      (
        await partenaire.patch(`${URL}/${id}`, {
          version: 1,
          reponses: {},
          valeurs: [{ indicateurId: personnes, valeur: -1 }],
        })
      ).statut,
    ).toBe(422);
  });

  it('sends a complete report once, keeps what was sent for ever, and proves it', async () => {
    const { action, partenaire, voisin, ca } = await scene();
    const id = await f.bilan(action, '2026-T2');
    const vide = await partenaire.post<Probleme>(`${URL}/${id}/transitions`, { vers: 'TRANSMIS', version: 1 });
    expect([vide.statut, vide.corps.erreurs?.length]).toEqual([422, 12]);
    const contenu = f.contenu(action, 30, [8, 25, [3, 4]]);
    await partenaire.patch(`${URL}/${id}`, saisie(contenu, 1));
    const envoye = await partenaire.post<BilanLu>(`${URL}/${id}/transitions`, { vers: 'TRANSMIS', version: 2 });
    expect(envoye.corps).toMatchObject({ etat: 'TRANSMIS', numeroVersion: 1, modifiable: false, remplies: 12 });
    const recu = (await partenaire.get<RecuBilan>(`${URL}/${id}/recu`)).corps;
    expect(recu.contenu).toEqual(envoye.corps.contenu);
    expect(recu.empreinte).toBe(empreinteContenu(recu.contenu));
    expect(recu.indicateurs).toHaveLength(3);
    expect((await partenaire.patch<Probleme>(`${URL}/${id}`, saisie(contenu, 3))).corps.code).toBe('ETAT_INCOMPATIBLE');
    expect((await voisin.get<BilanLu>(`${URL}/${id}`)).corps).toMatchObject({
      modifiable: false,
      manques: [],
      transitions: [],
    });
    expect((await voisin.patch(`${URL}/${id}`, saisie(contenu, 3))).statut).toBe(403);
    expect((await voisin.post(`${URL}/${id}/transitions`, { vers: 'VALIDE', version: 3 })).statut).toBe(403);
    const copilote = await api.personne('COPILOTE', { cooperativeId: ca.id });
    expect((await copilote.get(`${URL}/${id}`)).statut).toBe(200);
    expect((await copilote.post(`${URL}/${id}/transitions`, { vers: 'VALIDE', version: 3 })).statut).toBe(403);
    const valide = await ca.dd.post<BilanLu>(`${URL}/${id}/transitions`, { vers: 'VALIDE', version: 3 });
    expect(valide.corps.etat).toBe('VALIDE');
    expect(valide.corps.validePar).toMatch(/^Camille/);
    const { rowCount } = await api.proprietaire.query('SELECT 1 FROM valeur WHERE bilan_id = $1', [id]);
    expect(rowCount).toBe(3);
  });

  it('points out what looks like personal data before it is sent (R16)', async () => {
    const { action, partenaire } = await scene();
    const contenu = { ...f.contenu(action, 1), freins: 'Mme Diallo au 06 12 34 56 78' };
    const id = await f.bilan(action, '2026-T2', 'BROUILLON', contenu);
    const arret = await partenaire.post<Probleme>(`${URL}/${id}/transitions`, { vers: 'TRANSMIS', version: 1 });
    expect([arret.statut, arret.corps.code]).toEqual([422, 'DONNEES_PERSONNELLES']);
    expect(arret.corps.erreurs).toMatchObject([{ champ: 'freins', code: 'TELEPHONE' }]);
    const passe = await partenaire.post<BilanLu>(`${URL}/${id}/transitions`, {
      vers: 'TRANSMIS',
      version: 1,
      avertissementsLus: true,
    });
    expect(passe.corps.etat).toBe('TRANSMIS');
  });

  it('sends a report back with reasons, tells its structure, and keeps both versions (R15)', async () => {
    const { ca, action, partenaire, voisin } = await scene();
    const id = await f.bilan(action, '2026-T2', 'TRANSMIS', f.contenu(action, 30, [8, 25, [3, 4]]));
    const renvoyer = (retours: unknown) =>
      ca.dd.post<Probleme & BilanLu>(`${URL}/${id}/transitions`, { vers: 'A_COMPLETER', version: 1, retours });
    expect((await renvoyer([])).statut).toBe(422);
    expect((await renvoyer([{ question: 'couleur', motif: 'x' }])).corps.erreurs?.[0]?.champ).toBe(
      'retours.0.question',
    );
    const question = `indicateur:${action.indicateurs[1]?.id}`;
    const renvoye = await renvoyer([
      { question: 'freins', motif: 'Précisez lesquels' },
      { question, motif: 'Recomptez' },
    ]);
    expect(renvoye.corps.etat).toBe('A_COMPLETER');
    const { rows } = await api.proprietaire.query<{ detail: string }>(
      `SELECT genre, detail, utilisateur_id FROM notification WHERE lien = $1`,
      [`/bilans/${id}`],
    );
    expect(rows).toMatchObject([{ genre: 'BILAN_RENVOYE', utilisateur_id: partenaire.utilisateurId }]);
    expect(rows[0]?.detail).toContain('Freins identifiés\nPrécisez lesquels');
    expect((await voisin.get(`${URL}/${id}`)).statut).toBe(404);
    const repris = (await partenaire.get<BilanLu>(`${URL}/${id}`)).corps;
    expect(repris).toMatchObject({ modifiable: true, retours: [{ question }, { question: 'freins' }] });
    await partenaire.patch(`${URL}/${id}`, saisie({ ...repris.contenu, freins: 'Deux salles' }, repris.version));
    const vuDd = (await ca.dd.get<BilanLu>(`${URL}/${id}`)).corps;
    expect(vuDd.contenu.freins).toBe('Peu de bénévoles');
    await partenaire.post(`${URL}/${id}/transitions`, { vers: 'TRANSMIS', version: repris.version + 1 });
    const versions = (await ca.dd.get<VersionBilan[]>(`${URL}/${id}/versions`)).corps;
    expect(versions.map((v) => [v.numero, v.contenu.freins, v.retours.length])).toEqual([
      [2, 'Deux salles', 0],
      [1, 'Peu de bénévoles', 2],
    ]);
    expect((await ca.dd.get<VersionBilan>(`${URL}/${id}/versions/1`)).corps.contenu.freins).toBe('Peu de bénévoles');
    expect((await ca.dd.get(`${URL}/${id}/versions/9`)).statut).toBe(404);
    expect((await ca.dd.get(`${URL}/${id}/versions/x`)).statut).toBe(404);
    expect((await ca.dd.get<BilanLu>(`${URL}/${id}`)).corps.retours).toEqual([]);
  });

  it('answers an unknown report, and one of another département, alike', async () => {
    const { action } = await scene();
    const id = await f.bilan(action, '2026-T2', 'TRANSMIS');
    const dd92 = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    const partenaire92 = await api.personne('PARTENAIRE', {
      structureId: await f.structure({ departementCode: '92' }),
    });
    for (const qui of [dd92, partenaire92]) {
      expect((await qui.get(`${URL}/${id}`)).statut).toBe(404);
      expect((await qui.post(`${URL}/${id}/transitions`, { vers: 'VALIDE', version: 1 })).statut).toBe(404);
    }
    expect((await dd92.get(`${URL}/pas-un-identifiant`)).statut).toBe(404);
    expect((await api.anonyme().get(`${URL}/${id}`)).statut).toBe(401);
  });
});
