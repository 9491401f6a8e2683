import type { Probleme } from '@coopilote/domain/commun';
import type { CooperativeLue } from '@coopilote/domain/cooperatives';
import type { TableauDeBord } from '@coopilote/domain/pilotage';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('cooperatives', () => {
  let api: Api;
  let fabrique: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    fabrique = new Fabrique(api);
  });
  afterAll(() => api.stop());

  async function saisie(plus: object = {}): Promise<Record<string, unknown>> {
    return {
      intitule: 'Bien manger à Saint-Denis',
      departementCode: '93',
      debut: '2026-02-15',
      thematiques: [await api.valeurListe('THEMATIQUE', 'NUTRITION')],
      publics: [await api.valeurListe('PUBLIC_CIBLE', 'ENFANTS')],
      communes: ['93066', '93008'],
      ...plus,
    };
  }

  async function creer(dd: Appelant, plus: object = {}): Promise<CooperativeLue> {
    const { statut, corps } = await dd.post<CooperativeLue>('/api/cooperatives', await saisie(plus));
    expect(statut).toBe(201);
    return corps;
  }

  describe('creation', () => {
    it('names its creator for the DD, and lays out the six phases and the four tasks of T1', async () => {
      const dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
      const dispositifId = await api.valeurListe('DISPOSITIF', 'CLS');
      const ca = await creer(dd, {
        dispositifs: [{ dispositifId, articulation: 'Le CLS porte le volet santé' }],
        principes: [{ code: 'CLS_PORTEUR', respecte: true }],
        // Bezons lies in another département.
        communes: ['93066', '95063'],
      });
      expect(ca).toMatchObject({
        departementCode: '93',
        departement: 'Seine-Saint-Denis',
        phase: 'PREFIGURATION',
        version: 1,
        communes: [
          { code: '95063', nom: 'Bezons' },
          { code: '93066', nom: 'Saint-Denis' },
        ],
        coordinateurs: [{ id: dd.utilisateurId, prenom: 'Camille', qualite: 'DD' }],
        dispositifs: [{ dispositifId, articulation: 'Le CLS porte le volet santé' }],
        principes: [{ code: 'CLS_PORTEUR', respecte: true, commentaire: null }],
      });
      expect(ca.operations).toContain('cooperative.modifier');
      expect(ca.phasesSuivantes).not.toContain('PREFIGURATION');

      const t1 = (await dd.get<TableauDeBord>(`/api/cooperatives/${ca.id}/tableau-de-bord`)).corps;
      expect(t1.etapes.filter((e) => e.genre === 'PHASE').map((e) => e.phase)).toEqual([
        'PREFIGURATION',
        'DIAGNOSTIC',
        'PLAN_ACTIONS',
        'MISE_EN_OEUVRE',
        'SUIVI_EVALUATION',
        'EVALUATION',
      ]);
      expect(t1.etapes.slice(0, 5).map((e) => e.genre)).toEqual(['PHASE', 'TACHE', 'TACHE', 'TACHE', 'TACHE']);
      expect(t1.etapes[0]).toMatchObject({ debut: '2026-02-15', fin: '2026-05-14' });
      expect(t1.etapes.at(-1)).toMatchObject({ phase: 'EVALUATION', fin: '2029-02-14' });
      expect(t1.colonnes.filter((c) => c.genre === 'mois')).toHaveLength(36);
    });

    it('keeps the first calendar inside the dates of a short CA', async () => {
      const dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
      const ca = await creer(dd, { debut: '2026-03-01', fin: '2026-03-10' });
      const { etapes } = (await dd.get<TableauDeBord>(`/api/cooperatives/${ca.id}/tableau-de-bord`)).corps;
      expect(etapes).toHaveLength(10);
      for (const { debut, fin } of etapes) {
        expect([debut, fin].sort()).toEqual([debut, fin]);
        expect((debut ?? '') >= '2026-03-01' && (fin ?? '') <= '2026-03-10').toBe(true);
      }
    });

    it('warns of a territory of one commune (R3)', async () => {
      const dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
      const ca = await creer(dd, { communes: ['93066'] });
      expect(ca.avertissements.map((a) => a.code)).toContain('TERRITOIRE_UNE_COMMUNE');
    });

    it('is refused in another département and to a partner', async () => {
      const dd = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
      const refus = await dd.post<Probleme>('/api/cooperatives', await saisie());
      expect([refus.statut, refus.corps.code]).toEqual([403, 'INTERDIT']);
      const partenaire = await api.personne('PARTENAIRE', { structureId: await fabrique.structure() });
      expect((await partenaire.post('/api/cooperatives', await saisie())).statut).toBe(403);
    });

    it('says each thing that is wrong, with its field', async () => {
      const dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
      const retiree = await api.valeurListe('THEMATIQUE', 'RETIREE');
      await api.proprietaire.query('UPDATE liste_valeur SET retiree = true WHERE id = $1', [retiree]);
      const champs = async (plus: object): Promise<string[]> => {
        const { statut, corps } = await dd.post<Probleme>('/api/cooperatives', await saisie(plus));
        expect(statut).toBe(422);
        return corps.erreurs?.map((e) => e.champ) ?? [];
      };
      const publicCible = await api.valeurListe('PUBLIC_CIBLE', 'ENFANTS');
      expect(
        await champs({
          thematiques: [publicCible],
          publics: [retiree],
          communes: ['93066', '93999'],
          principes: [{ code: 'PAS_UN_PRINCIPE', respecte: true }],
        }),
      ).toEqual(['thematiques', 'publics', 'communes', 'principes.0.code']);
      expect(await champs({ thematiques: [retiree] })).toEqual(['thematiques']);
      expect(await champs({ fin: '2026-02-14' })).toEqual(['fin']);
      expect(await champs({ intitule: 'a'.repeat(100_000) })).toEqual(['intitule']);
      expect(await champs({ departementCode: '00' })).toEqual(['departementCode']);
    });
  });

  describe('coordinators (R1)', () => {
    it('asks an administrator to name somebody of the DD', async () => {
      const admin = await api.personne('ADMIN_REGIONAL');
      const dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
      const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
      const sans = await admin.post<Probleme>('/api/cooperatives', await saisie());
      expect([sans.statut, sans.corps.erreurs?.[0]?.champ]).toEqual([422, 'coordinateurDdId']);
      const faux = await admin.post('/api/cooperatives', await saisie({ coordinateurDdId: ailleurs.utilisateurId }));
      expect(faux.statut).toBe(422);
      const ca = await creer(admin, { coordinateurDdId: dd.utilisateurId });
      expect(ca.coordinateurs.map((c) => c.id)).toEqual([dd.utilisateurId]);
    });

    it('gives the second coordinator the role COPILOTE on this CA alone, and takes it back', async () => {
      const dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
      const mairie = await api.personne('PARTENAIRE', { structureId: await fabrique.structure() });
      const ca = await creer(dd, { copiloteId: mairie.utilisateurId });
      const autre = await creer(dd);
      expect(ca.coordinateurs.map((c) => c.qualite)).toEqual(['DD', 'COPILOTE']);
      const lue = await mairie.get<CooperativeLue>(`/api/cooperatives/${ca.id}`);
      expect(lue.corps.coordinateurs[0]).toMatchObject({ prenom: 'Camille', nom: expect.stringMatching(/^Test /) });
      expect(lue.corps.operations).toContain('cooperative.modifier');
      expect((await mairie.get(`/api/cooperatives/${autre.id}`)).statut).toBe(404);

      const memePersonne = await dd.patch<Probleme>(`/api/cooperatives/${ca.id}`, {
        ...sansDepartement(await saisie()),
        copiloteId: dd.utilisateurId,
        version: 1,
      });
      expect([memePersonne.statut, memePersonne.corps.erreurs?.[0]?.champ]).toEqual([422, 'copiloteId']);
      const nomme = await mairie.patch(`/api/cooperatives/${ca.id}`, {
        ...sansDepartement(await saisie()),
        copiloteId: null,
        version: 1,
      });
      expect(nomme.statut).toBe(403);
      const retire = await dd.patch<CooperativeLue>(`/api/cooperatives/${ca.id}`, {
        ...sansDepartement(await saisie()),
        copiloteId: null,
        version: 1,
      });
      expect([retire.statut, retire.corps.coordinateurs.length]).toEqual([200, 1]);
      expect((await mairie.get(`/api/cooperatives/${ca.id}`)).statut).toBe(404);
      const repris = await dd.patch<CooperativeLue>(`/api/cooperatives/${ca.id}`, {
        ...sansDepartement(await saisie()),
        copiloteId: mairie.utilisateurId,
        version: 2,
      });
      expect(repris.corps.coordinateurs[1]?.id).toBe(mairie.utilisateurId);
    });

    it('lists who can be named, to who may name', async () => {
      const { id, dd } = await fabrique.cooperative({ departementCode: '95' });
      const structureId = await fabrique.structure({ departementCode: '95' });
      const partenaire = await api.personne('PARTENAIRE', { structureId });
      const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
      const { corps } = await dd.get<{ id: string; qualite: string }[]>(
        `/api/cooperatives/${id}/coordinateurs-possibles`,
      );
      expect(corps.find((p) => p.id === dd.utilisateurId)?.qualite).toBe('DD');
      expect(corps.find((p) => p.id === partenaire.utilisateurId)?.qualite).toBe('COPILOTE');
      expect(corps.map((p) => p.id)).not.toContain(ailleurs.utilisateurId);
      expect((await partenaire.get(`/api/cooperatives/${id}/coordinateurs-possibles`)).statut).toBe(403);
      expect((await ailleurs.get(`/api/cooperatives/${id}/coordinateurs-possibles`)).statut).toBe(404);
      const admin = await api.personne('ADMIN_REGIONAL');
      const avant = await admin.get<{ id: string }[]>('/api/cooperatives/coordinateurs-possibles?departement=95');
      expect(avant.corps.map((p) => p.id)).toContain(dd.utilisateurId);
      expect((await ailleurs.get('/api/cooperatives/coordinateurs-possibles?departement=95')).statut).toBe(403);
    });
  });

  describe('edition', () => {
    it('keeps a value retired since, writes what changed, and leaves what is absent', async () => {
      const dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
      const thematique = await api.valeurListe('THEMATIQUE', `T${Date.now()}`);
      const ca = await creer(dd, { thematiques: [thematique], presentation: 'Un programme', qpv: ['Franc-Moisin'] });
      await api.proprietaire.query('UPDATE liste_valeur SET retiree = true WHERE id = $1', [thematique]);
      const { statut, corps } = await dd.patch<CooperativeLue>(`/api/cooperatives/${ca.id}`, {
        ...sansDepartement(await saisie({ intitule: 'Autre nom', communes: ['93008', '93010'] })),
        thematiques: [thematique],
        version: 1,
      });
      expect(statut).toBe(200);
      expect(corps).toMatchObject({
        intitule: 'Autre nom',
        presentation: 'Un programme',
        qpv: ['Franc-Moisin'],
        version: 2,
        thematiques: [{ id: thematique }],
      });
      expect(corps.communes.map((c) => c.code).sort()).toEqual(['93008', '93010']);
    });

    it('refuses a stale version with the page as it stands', async () => {
      const dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
      const ca = await creer(dd);
      const corps = { ...sansDepartement(await saisie({ intitule: 'Premier' })), version: 1 };
      expect((await dd.patch(`/api/cooperatives/${ca.id}`, corps)).statut).toBe(200);
      const refus = await dd.patch<Probleme & { actuel: CooperativeLue }>(`/api/cooperatives/${ca.id}`, {
        ...corps,
        intitule: 'Second',
      });
      expect([refus.statut, refus.corps.code]).toEqual([409, 'VERSION_PERIMEE']);
      expect(refus.corps.actuel).toMatchObject({ intitule: 'Premier', version: 2, communes: [{ code: '93008' }, {}] });
    });

    it('does not take away a commune in which an action takes place', async () => {
      const ca = await fabrique.cooperative({ communes: 3, thematiques: ['NUTRITION'], publics: ['ENFANTS'] });
      const structureId = await fabrique.structure();
      await fabrique.adhesion(ca.id, structureId);
      await fabrique.action(ca, structureId, { commune: ca.communes[0] });
      const refus = await ca.dd.patch<Probleme>(`/api/cooperatives/${ca.id}`, {
        ...sansDepartement(await saisie({ communes: ca.communes.slice(1) })),
        version: 1,
      });
      expect([refus.statut, refus.corps.erreurs?.[0]?.champ]).toEqual([422, 'communes']);
    });

    it('is refused to those who only read, and hidden from another département', async () => {
      const ca = await fabrique.cooperative();
      const corps = { ...sansDepartement(await saisie()), version: 1 };
      for (const role of ['MEMBRE_COPIL', 'EVALUATEUR_EXTERNE'] as const) {
        const lecteur = await api.personne(role, { cooperativeId: ca.id });
        expect((await lecteur.get(`/api/cooperatives/${ca.id}`)).statut).toBe(200);
        expect((await lecteur.patch(`/api/cooperatives/${ca.id}`, corps)).statut).toBe(403);
      }
      const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
      expect((await ailleurs.get(`/api/cooperatives/${ca.id}`)).statut).toBe(404);
      expect((await ailleurs.patch(`/api/cooperatives/${ca.id}`, corps)).statut).toBe(404);
      expect((await ailleurs.get('/api/cooperatives/pas-un-id')).statut).toBe(404);
      expect((await api.anonyme().get(`/api/cooperatives/${ca.id}`)).statut).toBe(401);
    });

    it('goes from phase to phase until it is closed', async () => {
      const { id, dd } = await fabrique.cooperative({ phase: 'PREFIGURATION' });
      const phase = (vers: string, version: number) =>
        dd.post<CooperativeLue & Probleme>(`/api/cooperatives/${id}/phase`, { phase: vers, version });
      expect((await phase('DIAGNOSTIC', 1)).corps.phase).toBe('DIAGNOSTIC');
      expect((await phase('DIAGNOSTIC', 2)).corps.code).toBe('ETAT_INCOMPATIBLE');
      expect((await phase('EVALUATION', 1)).corps.code).toBe('VERSION_PERIMEE');
      expect((await phase('CLOSE', 2)).corps.phasesSuivantes).toEqual([]);
      expect((await phase('DIAGNOSTIC', 3)).statut).toBe(409);
      const evaluateur = await api.personne('EVALUATEUR_REGIONAL');
      expect((await evaluateur.post(`/api/cooperatives/${id}/phase`, { phase: 'CLOSE', version: 3 })).statut).toBe(403);
    });
  });
});

function sansDepartement({ departementCode: _, ...saisie }: Record<string, unknown>): Record<string, unknown> {
  return saisie;
}
