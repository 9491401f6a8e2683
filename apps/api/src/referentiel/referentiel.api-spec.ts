import { randomUUID } from 'node:crypto';
import type { Probleme } from '@coopilote/domain/commun';
import type {
  CommuneLue,
  DepartementLu,
  IndicateurCommunLu,
  IntercommunaliteLue,
  ValeurListeLue,
} from '@coopilote/domain/referentiel';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

let api: Api;
let fabrique: Fabrique;
let admin: Appelant;
let dd: Appelant;
beforeAll(async () => {
  api = await Api.start();
  fabrique = new Fabrique(api);
  admin = await api.personne('ADMIN_REGIONAL');
  dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
});
afterAll(() => api.stop());

const code = (): string => `ESSAI_${randomUUID().slice(0, 8).toUpperCase()}`;
const champs = (probleme: Probleme) => probleme.erreurs?.map((e) => e.champ);

describe('official geography', () => {
  const communes = async (question: Record<string, string>): Promise<CommuneLue[]> =>
    (await dd.get<CommuneLue[]>(`/api/referentiel/communes?${new URLSearchParams(question)}`)).corps;

  it.each([
    ['st ouen', 'Saint-Ouen-sur-Seine'],
    ['Saint-Ou', 'Saint-Ouen-sur-Seine'],
    ['EPINAY', 'Épinay-sur-Seine'],
    ['blanc', 'Le Blanc-Mesnil'],
    ['93400', 'Saint-Ouen-sur-Seine'],
    ['9307', 'Stains'],
    ['93066', 'Saint-Denis'],
    ['l’île saint d', 'L’Île-Saint-Denis'],
  ])('finds a commune of the département by « %s »', async (q, nom) => {
    const noms = (await communes({ q, departement: '93' })).map((c) => c.nom.replace('\u0027', '’'));
    expect(noms).toContain(nom);
  });

  it('puts the exact name first, then what begins so, the largest first; twenty at most', async () => {
    const saintDenis = await communes({ q: 'saint-denis' });
    expect(saintDenis).toHaveLength(20);
    expect(saintDenis.slice(0, 2).map((c) => c.code)).toEqual(['97411', '93066']);
    const montreuil = await communes({ q: 'montreuil' });
    expect(montreuil[0]).toMatchObject({
      code: '93048',
      nom: 'Montreuil',
      departementCode: '93',
      codesPostaux: ['93100'],
    });
    expect((await communes({ q: 'paris 15' })).map((c) => c.code)).toContain('75115');
    expect((await communes({ q: '2a004' })).map((c) => c.nom)).toContain('Ajaccio');
    expect(await communes({ q: '--' })).toEqual([]);
  });

  it('lists the intercommunalités with their communes, and every commune of one', async () => {
    const { corps: epci } = await dd.get<IntercommunaliteLue[]>('/api/referentiel/epci?departement=93');
    const plaine = epci.find((e) => e.nom.includes('Plaine Commune'));
    expect(plaine?.communes).toContain('93066');
    expect(epci.every((e) => e.communes.length > 0)).toBe(true);
    const toutes = await communes({ epci: plaine?.code ?? '' });
    expect(toutes.map((c) => c.code).sort()).toEqual(plaine?.communes);
    expect(toutes[0]?.epci).toBe(plaine?.code);
    const { corps: cherche } = await dd.get<IntercommunaliteLue[]>('/api/referentiel/epci?q=metropole%20grand%20paris');
    expect(cherche.map((e) => e.nom)).toEqual(['Métropole du Grand Paris']);
    expect(cherche[0]?.communes.length).toBeGreaterThan(100);
  });

  it('lists the départements of a region, to people signed in', async () => {
    const { corps } = await dd.get<DepartementLu[]>('/api/referentiel/departements?region=11');
    expect(corps.map((d) => d.code)).toEqual(['75', '77', '78', '91', '92', '93', '94', '95']);
    for (const chemin of ['departements', 'communes', 'epci']) {
      expect((await api.anonyme().get(`/api/referentiel/${chemin}`)).statut).toBe(401);
    }
  });
});

describe('reference lists', () => {
  const lire = async (qui: Appelant, id: string, retirees = false): Promise<ValeurListeLue | undefined> =>
    (await qui.get<ValeurListeLue[]>(`/api/listes?liste=THEMATIQUE&retirees=${retirees}`)).corps.find(
      (v) => v.id === id,
    );
  const creer = (qui: Appelant, corps: object = {}) =>
    qui.post<ValeurListeLue>('/api/listes', { liste: 'THEMATIQUE', code: code(), libelle: 'Santé mentale', ...corps });

  it('are written by the administrator of the region alone', async () => {
    const { statut, corps } = await creer(admin, { praps: true });
    expect([statut, corps.praps, corps.usages, corps.version]).toEqual([201, true, 0, 1]);
    expect(corps.ordre).toBeGreaterThan(0);
    expect((await creer(dd)).statut).toBe(403);
    expect((await dd.patch(`/api/listes/${corps.id}`, { libelle: 'x', version: 1 })).statut).toBe(403);
    expect((await dd.delete(`/api/listes/${corps.id}`)).statut).toBe(403);
    const double = await admin.post<Probleme>('/api/listes', { liste: 'THEMATIQUE', code: corps.code, libelle: 'x' });
    expect([double.statut, champs(double.corps)]).toEqual([422, ['code']]);
  });

  it('count their uses, and let a used value be withdrawn but not deleted', async () => {
    const { corps: valeur } = await creer(admin);
    await fabrique.cooperative({ thematiques: [valeur.code] });
    expect((await lire(admin, valeur.id))?.usages).toBe(1);
    const refus = await admin.delete<Probleme>(`/api/listes/${valeur.id}`);
    expect([refus.statut, refus.corps.detail]).toEqual([409, expect.stringContaining('retirer')]);
    const retrait = { libelle: 'Santé psychique', retiree: true, version: 1 };
    const { corps: retiree } = await admin.patch<ValeurListeLue>(`/api/listes/${valeur.id}`, retrait);
    expect(retiree).toMatchObject({ libelle: 'Santé psychique', retiree: true, version: 2, ordre: valeur.ordre });
    expect(await lire(dd, valeur.id)).toBeUndefined();
    expect(await lire(dd, valeur.id, true)).toMatchObject({ libelle: 'Santé psychique' });
    const retard = await admin.patch<Probleme>(`/api/listes/${valeur.id}`, retrait);
    expect([retard.statut, (retard.corps.actuel as ValeurListeLue).usages]).toEqual([409, 1]);
  });

  it('lose a value that nothing uses', async () => {
    const { corps: valeur } = await creer(admin);
    expect((await admin.delete(`/api/listes/${valeur.id}`)).statut).toBe(204);
    expect((await admin.delete(`/api/listes/${valeur.id}`)).statut).toBe(404);
  });

  it('stay in their region', async () => {
    const { corps: valeur } = await creer(admin);
    const ailleurs = await api.personne('ADMIN_REGIONAL');
    await api.proprietaire.query(`UPDATE attribution SET region_code = '84' WHERE utilisateur_id = $1`, [
      ailleurs.utilisateurId,
    ]);
    expect(await lire(ailleurs, valeur.id)).toBeUndefined();
    expect((await ailleurs.patch(`/api/listes/${valeur.id}`, { libelle: 'x', version: 1 })).statut).toBe(404);
    expect((await ailleurs.delete(`/api/listes/${valeur.id}`)).statut).toBe(404);
  });
});

describe('common indicators', () => {
  const saisi = (corps: object = {}) => ({
    code: code(),
    libelle: 'Personnes orientées',
    type: 'RESULTAT',
    unite: 'PERSONNES',
    modeAgregation: 'SOMME',
    ...corps,
  });
  const chemin = '/api/indicateurs-communs';

  it('are written by the administrator alone, and read by everybody of the region', async () => {
    const { statut, corps } = await admin.post<IndicateurCommunLu>(chemin, saisi());
    expect([statut, corps.usages, corps.retiree]).toEqual([201, 0, false]);
    expect((await dd.post(chemin, saisi())).statut).toBe(403);
    const lus = (await dd.get<IndicateurCommunLu[]>(chemin)).corps;
    expect(lus.find((i) => i.id === corps.id)?.libelle).toBe('Personnes orientées');
    expect((await admin.delete(`${chemin}/${corps.id}`)).statut).toBe(204);
  });

  it('keep their measure once an action feeds them, and may still be renamed or withdrawn', async () => {
    const corps = saisi();
    const { corps: indicateur } = await admin.post<IndicateurCommunLu>(chemin, corps);
    const adresse = `${chemin}/${indicateur.id}`;
    const libre = await admin.patch<IndicateurCommunLu>(adresse, { ...corps, unite: 'NOMBRE', version: 1 });
    expect([libre.statut, libre.corps.unite]).toEqual([200, 'NOMBRE']);
    const ca = await fabrique.cooperative();
    await fabrique.action(ca, await fabrique.structure(), { indicateurs: [{ commun: indicateur.id }] });
    const change = { ...corps, unite: 'PERSONNES', modeAgregation: 'MAXIMUM', version: 2 };
    const refus = await admin.patch<Probleme>(adresse, change);
    expect([refus.statut, champs(refus.corps)]).toEqual([422, ['unite', 'modeAgregation']]);
    const renomme = { ...corps, unite: 'NOMBRE', libelle: 'Orientations', retiree: true, version: 2 };
    const { corps: apres } = await admin.patch<IndicateurCommunLu>(adresse, renomme);
    expect(apres).toMatchObject({ libelle: 'Orientations', retiree: true, usages: 1, version: 3 });
    expect((await admin.delete(adresse)).statut).toBe(409);
    expect((await dd.patch(adresse, renomme)).statut).toBe(403);
    const lus = (await dd.get<IndicateurCommunLu[]>(chemin)).corps;
    expect(lus.some((i) => i.id === indicateur.id)).toBe(false);
  });
});
