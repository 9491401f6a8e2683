import type { FicheActionLue } from '@coopilote/domain/actions';
import type { Probleme } from '@coopilote/domain/commun';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('fiches-actions', () => {
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
  const creer = (qui: Appelant, { ca, structureId }: Scene, plus: object = {}) =>
    qui.post<FicheActionLue & Probleme>('/api/fiches-actions', {
      ...saisie(plus),
      cooperativeId: ca.id,
      structureId,
      ...plus,
    });

  describe('creation', () => {
    it('lets a partner write for its own structure, with everything that the convention asks', async () => {
      const s = await scene();
      const objectifId = await fabrique.objectif(s.ca.id);
      const publics = [
        await api.valeurListe('PUBLIC_CIBLE', 'SENIORS'),
        await api.valeurListe('PUBLIC_CIBLE', 'ENFANTS'),
      ];
      const modes = [await api.valeurListe('MODE_INTERVENTION', 'ATELIER')];
      const complet = {
        objectifId,
        publics,
        modes,
        territoireCommuneCode: s.ca.communes[0],
        moyensHumainsEtp: 0.5,
        beneficiairesCibles: 120,
        contenu: 'Un texte\nsur deux lignes',
      };
      const { statut, corps } = await creer(s.partenaire, s, complet);
      expect(statut).toBe(201);
      expect(corps).toMatchObject({
        cooperative: s.ca.intitule,
        departementCode: '93',
        numero: 1,
        objectifId,
        objectif: 'Repérer plus tôt',
        // In the order that was chosen: public cible 1, 2.
        publics: publics.map((id) => ({ id })),
        modes: [{ id: modes[0], libelle: 'ATELIER' }],
        moyensHumainsEtp: 0.5,
        etat: 'BROUILLON',
        modifiable: true,
        transitions: [{ vers: 'PROPOSEE', motifRequis: false }],
        indicateurs: [],
        bilans: [],
        version: 1,
      });
      expect(corps.territoire).not.toBe('Tout le territoire');
      expect(corps.manqueIndicateurs).toMatch(/au moins un indicateur/);
      expect((await creer(s.ca.dd, s)).corps).toMatchObject({ numero: 2, territoire: 'Tout le territoire' });
    });

    it('is refused for another structure, for one that is no member, and outside the CA', async () => {
      const s = await scene();
      const voisine = await fabrique.structure();
      await fabrique.adhesion(s.ca.id, voisine);
      const pourAutre = await creer(s.partenaire, { ...s, structureId: voisine });
      expect([pourAutre.statut, pourAutre.corps.code]).toEqual([403, 'INTERDIT']);
      const dehors = await creer(s.ca.dd, { ...s, structureId: await fabrique.structure() });
      expect([dehors.statut, dehors.corps.erreurs?.[0]?.champ]).toEqual([422, 'structureId']);
      const partie = await fabrique.structure();
      await fabrique.adhesion(s.ca.id, partie, '2025-06-30');
      expect((await creer(s.ca.dd, { ...s, structureId: partie })).statut).toBe(422);
      const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
      expect((await creer(ailleurs, s)).statut).toBe(404);
      const lecteur = await api.personne('MEMBRE_COPIL', { cooperativeId: s.ca.id });
      expect((await creer(lecteur, s)).statut).toBe(403);
      const close = await fabrique.cooperative({ phase: 'CLOSE', structures: [s.structureId] });
      expect((await creer(close.dd, { ...s, ca: close })).statut).toBe(409);
    });

    it('says each thing that is wrong, with its field', async () => {
      const s = await scene();
      const autreCa = await fabrique.cooperative();
      const objectifAilleurs = await fabrique.objectif(autreCa.id);
      const mode = await api.valeurListe('MODE_INTERVENTION', 'ATELIER');
      const champs = async (plus: object) => (await creer(s.ca.dd, s, plus)).corps.erreurs?.map((e) => e.champ);
      expect(
        await champs({
          calendrierFin: '2025-12-31',
          objectifId: objectifAilleurs,
          territoireCommuneCode: '75101',
          publics: [mode],
          modes: [s.ca.id],
        }),
      ).toEqual(['calendrierFin', 'objectifId', 'territoireCommuneCode', 'publics', 'modes']);
      const { rows } = await api.proprietaire.query<{ id: string }>(
        `SELECT parent_id AS id FROM objectif WHERE id = $1`,
        [await fabrique.objectif(s.ca.id)],
      );
      expect(await champs({ objectifId: rows[0]?.id })).toEqual(['objectifId']);
      expect(await champs({ contenu: 'a'.repeat(100_000) })).toEqual(['contenu']);
      expect(await champs({ beneficiairesCibles: -1 })).toEqual(['beneficiairesCibles']);
    });

    it('numbers the fiches of a CA without a hole when many are created at once', async () => {
      const s = await scene();
      const faites = await Promise.all(Array.from({ length: 12 }, () => creer(s.partenaire, s)));
      expect(faites.map((f) => f.statut)).toEqual(Array.from({ length: 12 }, () => 201));
      const numeros = faites.map((f) => f.corps.numero).sort((a, b) => a - b);
      expect(numeros).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    });
  });

  describe('edition', () => {
    it('keeps what is absent, empties what is null, and refuses a stale version with the page', async () => {
      const s = await scene();
      const enfants = await api.valeurListe('PUBLIC_CIBLE', 'ENFANTS');
      const mode = await api.valeurListe('MODE_INTERVENTION', 'ATELIER');
      const { id } = (
        await creer(s.partenaire, s, { contenu: 'Contenu', lieux: 'Salle', publics: [enfants], modes: [mode] })
      ).corps;
      const modifier = (plus: object) =>
        s.partenaire.patch<FicheActionLue & Probleme & { actuel: FicheActionLue }>(
          `/api/fiches-actions/${id}`,
          saisie(plus),
        );
      const premiere = await modifier({ intitule: 'Nouveau', lieux: null, version: 1 });
      expect(premiere.corps).toMatchObject({
        intitule: 'Nouveau',
        contenu: 'Contenu',
        lieux: null,
        publics: [{ id: enfants }],
        modes: [{ id: mode }],
        version: 2,
      });
      const perimee = await modifier({ intitule: 'Perdu ?', version: 1 });
      expect([perimee.statut, perimee.corps.code]).toEqual([409, 'VERSION_PERIMEE']);
      expect(perimee.corps.actuel).toMatchObject({ intitule: 'Nouveau', version: 2, publics: [{ id: enfants }] });
      expect((await modifier({ publics: [], modes: null, version: 2 })).corps).toMatchObject({
        publics: [],
        modes: [],
      });
    });

    it('lets one of two simultaneous writers through', async () => {
      const s = await scene();
      const { id } = (await creer(s.partenaire, s)).corps;
      const statuts = await Promise.all(
        ['Un', 'Deux', 'Trois'].map(async (intitule) => {
          const qui = await api.session(s.partenaire.utilisateurId);
          return (await qui.patch(`/api/fiches-actions/${id}`, saisie({ intitule, version: 1 }))).statut;
        }),
      );
      expect(statuts.sort()).toEqual([200, 409, 409]);
    });

    it('is the promoteur’s while a draft, the animation’s afterwards, nobody’s at the end', async () => {
      const s = await scene();
      const voisin = await api.personne('PARTENAIRE', { structureId: await membre(s.ca) });
      const copilote = await api.personne('COPILOTE', { cooperativeId: s.ca.id });
      const modifier = async (qui: Appelant, id: string) =>
        (await qui.patch(`/api/fiches-actions/${id}`, saisie({ version: 1 }))).statut;
      const ficheEn = (etat: 'BROUILLON' | 'PROPOSEE' | 'EN_COURS' | 'TERMINEE') =>
        fabrique.action(s.ca, s.structureId, { etat }).then((a) => a.id);
      expect(await modifier(voisin, await ficheEn('BROUILLON'))).toBe(403);
      expect((await voisin.get(`/api/fiches-actions/${await ficheEn('BROUILLON')}`)).statut).toBe(200);
      const proposee = await ficheEn('PROPOSEE');
      expect(await modifier(s.partenaire, proposee)).toBe(409);
      expect((await s.partenaire.get<FicheActionLue>(`/api/fiches-actions/${proposee}`)).corps).toMatchObject({
        modifiable: false,
        transitions: [],
      });
      expect(await modifier(copilote, proposee)).toBe(200);
      expect(await modifier(s.ca.dd, await ficheEn('EN_COURS'))).toBe(200);
      expect(await modifier(s.ca.dd, await ficheEn('TERMINEE'))).toBe(409);
      const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
      expect(await modifier(ailleurs, proposee)).toBe(404);
      expect((await ailleurs.get(`/api/fiches-actions/${proposee}`)).statut).toBe(404);
      const evaluateur = await api.personne('EVALUATEUR_REGIONAL');
      expect(await modifier(evaluateur, proposee)).toBe(403);
    });

    async function membre(ca: CaFaite): Promise<string> {
      const id = await fabrique.structure();
      await fabrique.adhesion(ca.id, id);
      return id;
    }
  });
});
