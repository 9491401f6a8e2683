import type { Probleme } from '@coopilote/domain/commun';
import type { AdhesionLue, ObjectifLu, ProgrammeLu } from '@coopilote/domain/cooperatives';
import type { EtapeLue, TableauDeBord } from '@coopilote/domain/pilotage';
import { compterRequetes } from '../../test/compter';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api } from '../../test/harness';

describe('what a CA is made of', () => {
  let api: Api;
  let fabrique: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    fabrique = new Fabrique(api);
  });
  afterAll(() => api.stop());

  const chemin = (ca: CaFaite, suite: string) => `/api/cooperatives/${ca.id}/${suite}`;

  describe('adhesions', () => {
    it('takes a structure in, even of another département, and lets it leave and come back', async () => {
      const ca = await fabrique.cooperative();
      const structureId = await fabrique.structure({ departementCode: '78', nom: 'Association des Yvelines' });
      const entree = await ca.dd.post<AdhesionLue>(chemin(ca, 'adhesions'), { structureId, debut: '2026-01-01' });
      expect(entree.statut).toBe(201);
      expect(entree.corps).toMatchObject({
        structure: 'Association des Yvelines',
        secteur: 'SANTE',
        fin: null,
        version: 1,
      });
      const id = entree.corps.id;
      const double = await ca.dd.post<Probleme>(chemin(ca, 'adhesions'), { structureId, debut: '2026-06-01' });
      expect([double.statut, double.corps.erreurs?.[0]?.champ]).toEqual([422, 'structureId']);

      const partenaire = await api.personne('PARTENAIRE', { structureId });
      expect((await partenaire.get(chemin(ca, 'adhesions'))).statut).toBe(200);
      const inverse = await ca.dd.patch<Probleme>(chemin(ca, `adhesions/${id}`), {
        debut: '2026-01-01',
        fin: '2025-12-31',
        version: 1,
      });
      expect([inverse.statut, inverse.corps.erreurs?.[0]?.champ]).toEqual([422, 'fin']);
      const depart = { debut: '2026-01-01', fin: '2026-01-31', motifSortie: 'Fin de la convention', version: 1 };
      expect((await ca.dd.patch<AdhesionLue>(chemin(ca, `adhesions/${id}`), depart)).corps).toMatchObject({
        fin: '2026-01-31',
        motifSortie: 'Fin de la convention',
        version: 2,
      });
      expect((await partenaire.get(chemin(ca, 'adhesions'))).statut).toBe(404);
      expect((await ca.dd.patch<Probleme>(chemin(ca, `adhesions/${id}`), depart)).corps.code).toBe('VERSION_PERIMEE');
      const retour = await ca.dd.post(chemin(ca, 'adhesions'), { structureId, debut: '2026-02-01' });
      expect(retour.statut).toBe(201);
      expect((await ca.dd.get<AdhesionLue[]>(chemin(ca, 'adhesions'))).corps.map((a) => a.fin)).toEqual([
        null,
        '2026-01-31',
      ]);
    });

    it('is the coordinators’ business, and only of structures and memberships that exist', async () => {
      const structureId = await fabrique.structure();
      const ca = await fabrique.cooperative({ structures: [structureId] });
      const autre = await fabrique.cooperative();
      const partenaire = await api.personne('PARTENAIRE', { structureId });
      const corps = { structureId: await fabrique.structure(), debut: '2026-01-01' };
      expect((await partenaire.post(chemin(ca, 'adhesions'), corps)).statut).toBe(403);
      const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
      expect((await ailleurs.post(chemin(ca, 'adhesions'), corps)).statut).toBe(404);
      const inconnue = await ca.dd.post<Probleme>(chemin(ca, 'adhesions'), { ...corps, structureId: ca.id });
      expect([inconnue.statut, inconnue.corps.erreurs?.[0]?.champ]).toEqual([422, 'structureId']);
      const [adhesion] = (await ca.dd.get<AdhesionLue[]>(chemin(ca, 'adhesions'))).corps;
      const croisee = await autre.dd.patch(chemin(autre, `adhesions/${adhesion?.id}`), {
        debut: '2026-01-01',
        version: 1,
      });
      expect(croisee.statut).toBe(404);
      const copilote = await api.personne('COPILOTE', { cooperativeId: ca.id });
      expect((await copilote.post(chemin(ca, 'adhesions'), corps)).statut).toBe(201);
      const close = await fabrique.cooperative({ phase: 'CLOSE' });
      expect((await close.dd.post(chemin(close, 'adhesions'), corps)).statut).toBe(409);
    });

    it('counts the actions and the accounts of each structure', async () => {
      const structureId = await fabrique.structure();
      const ca = await fabrique.cooperative({ structures: [structureId] });
      await fabrique.action(ca, structureId);
      await fabrique.action(ca, structureId, { etat: 'ABANDONNEE' });
      const { utilisateurId } = await api.personne('PARTENAIRE', { structureId });
      const lire = async () => (await ca.dd.get<AdhesionLue[]>(chemin(ca, 'adhesions'))).corps[0];
      expect(await lire()).toMatchObject({ actions: 1, comptes: 0 });
      await api.proprietaire.query(`UPDATE utilisateur SET mot_de_passe_hash = 'x' WHERE id = $1`, [utilisateurId]);
      expect(await lire()).toMatchObject({ actions: 1, comptes: 1 });
    });
  });

  describe('objectives', () => {
    it('hang général → spécifique → opérationnel, and are not deleted while something hangs on them', async () => {
      const ca = await fabrique.cooperative();
      const creer = (corps: object) => ca.dd.post<ObjectifLu & Probleme>(chemin(ca, 'objectifs'), corps);
      const general = (await creer({ niveau: 'GENERAL', intitule: 'Réduire les inégalités' })).corps;
      const specifique = (await creer({ niveau: 'SPECIFIQUE', parentId: general.id, intitule: 'Repérer' })).corps;
      const faux = await creer({ niveau: 'OPERATIONNEL', parentId: general.id, intitule: 'Dépister' });
      expect([faux.statut, faux.corps.erreurs?.[0]?.champ]).toEqual([422, 'parentId']);
      expect((await creer({ niveau: 'GENERAL', parentId: general.id, intitule: 'x' })).statut).toBe(422);
      const autre = await fabrique.cooperative();
      expect(
        (await autre.dd.post(chemin(autre, 'objectifs'), { niveau: 'SPECIFIQUE', parentId: general.id, intitule: 'x' }))
          .statut,
      ).toBe(422);
      const operationnel = await creer({ niveau: 'OPERATIONNEL', parentId: specifique.id, intitule: 'Dépister' });
      expect(operationnel.statut).toBe(201);
      expect((await ca.dd.get<ObjectifLu[]>(chemin(ca, 'objectifs'))).corps.map((o) => o.ordre)).toEqual([1, 1, 1]);

      const suppression = await ca.dd.delete<Probleme>(chemin(ca, `objectifs/${specifique.id}`));
      expect([suppression.statut, suppression.corps.code]).toEqual([409, 'ETAT_INCOMPATIBLE']);
      const structureId = await fabrique.structure();
      await fabrique.adhesion(ca.id, structureId);
      await fabrique.action(ca, structureId, { objectifId: operationnel.corps.id });
      expect((await ca.dd.delete(chemin(ca, `objectifs/${operationnel.corps.id}`))).statut).toBe(409);

      const modifie = await ca.dd.patch<ObjectifLu>(chemin(ca, `objectifs/${general.id}`), {
        intitule: 'Réduire les écarts',
        impact: 'Moins de diabète',
        version: 1,
      });
      expect(modifie.corps).toMatchObject({ intitule: 'Réduire les écarts', impact: 'Moins de diabète', version: 2 });
      const perime = await ca.dd.patch(chemin(ca, `objectifs/${general.id}`), { intitule: 'x', version: 1 });
      expect(perime.statut).toBe(409);

      const partenaire = await api.personne('PARTENAIRE', { structureId });
      expect((await partenaire.get(chemin(ca, 'objectifs'))).statut).toBe(200);
      expect((await partenaire.post(chemin(ca, 'objectifs'), { niveau: 'GENERAL', intitule: 'x' })).statut).toBe(403);
      expect((await partenaire.delete(chemin(ca, `objectifs/${general.id}`))).statut).toBe(403);
      expect((await autre.dd.delete(chemin(autre, `objectifs/${general.id}`))).statut).toBe(404);
      const seul = (await creer({ niveau: 'GENERAL', intitule: 'Sans suite' })).corps;
      expect((await ca.dd.delete(chemin(ca, `objectifs/${seul.id}`))).statut).toBe(204);
      expect((await ca.dd.delete(chemin(ca, `objectifs/${seul.id}`))).statut).toBe(404);
    });

    it('makes the programme, and says what nothing covers', async () => {
      const structureId = await fabrique.structure();
      const ca = await fabrique.cooperative({ structures: [structureId], publics: ['ENFANTS', 'SENIORS'] });
      const couvert = await fabrique.objectif(ca.id, 'Couvert');
      const vide = await fabrique.objectif(ca.id, 'Vide');
      const abandonne = await fabrique.objectif(ca.id, 'Abandonné');
      const entiere = await fabrique.action(ca, structureId, { objectifId: couvert, publics: ['ENFANTS'] });
      const sansResultat = await fabrique.action(ca, structureId, {
        objectifId: couvert,
        indicateurs: [{ type: 'ACTIVITE' }, { type: 'ACTIVITE' }],
      });
      await fabrique.action(ca, structureId, {
        objectifId: abandonne,
        etat: 'ABANDONNEE',
        publics: ['SENIORS'],
        indicateurs: [],
      });
      const { corps } = await ca.dd.get<ProgrammeLu>(chemin(ca, 'programme'));
      expect(corps.objectifs).toHaveLength(9);
      expect(corps.actions.map((a) => a.indicateurs)).toEqual([
        { processus: 1, activite: 1, resultat: 1 },
        { processus: 0, activite: 2, resultat: 0 },
        { processus: 0, activite: 0, resultat: 0 },
      ]);
      expect(corps.actions[0]?.id).toBe(entiere.id);
      expect(corps.couverture.objectifsSansAction.sort()).toEqual([abandonne, vide].sort());
      expect(corps.couverture.actionsSansResultat).toEqual([sansResultat.id]);
      expect(corps.couverture.publicsSansAction).toEqual(['SENIORS']);
      const ailleurs = await api.personne('PARTENAIRE', { structureId: await fabrique.structure() });
      expect((await ailleurs.get(chemin(ca, 'programme'))).statut).toBe(404);
    });
  });

  describe('T1', () => {
    const tache = { phase: 'DIAGNOSTIC', genre: 'TACHE', intitule: 'Entretiens', etat: 'A_FAIRE' };

    it('writes steps, orders them by phase, and lays the months over their span', async () => {
      const ca = await fabrique.cooperative();
      const creer = (plus: object) => ca.dd.post<EtapeLue & Probleme>(chemin(ca, 'etapes'), { ...tache, ...plus });
      const vide = (await ca.dd.get<TableauDeBord>(chemin(ca, 'tableau-de-bord'))).corps;
      // Without a step the CA's own year is shown.
      expect(vide.colonnes.filter((c) => c.genre === 'mois').map((c) => c.cle)).toHaveLength(12);

      const une = await creer({ debut: '2025-11-10', fin: '2026-02-01', responsable: 'La DD', charge: 4 });
      expect(une.corps).toMatchObject({ enRetard: true, charge: 4, criticite: null, version: 1 });
      await creer({ genre: 'PHASE', intitule: 'Diagnostic', debut: '2025-12-01', fin: '2025-12-20', etat: 'FAIT' });
      await creer({ phase: 'PREFIGURATION', intitule: 'Rencontres' });
      const t1 = (await ca.dd.get<TableauDeBord>(chemin(ca, 'tableau-de-bord'))).corps;
      expect(t1.cooperative).toBe(ca.intitule);
      expect(t1.etapes.map((e) => e.intitule)).toEqual(['Rencontres', 'Diagnostic', 'Entretiens']);
      expect(t1.etapes.map((e) => e.enRetard)).toEqual([false, false, true]);
      expect(t1.colonnes.slice(0, 5).map((c) => c.entete)).toEqual([
        'Étapes',
        'Qui ? Responsable',
        'Date début',
        'Date fin',
        'Livrables ?',
      ]);
      expect(t1.colonnes.slice(5).map((c) => c.cle)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
      expect(t1.operations).toContain('etape.modifier');

      await creer({ debut: '2020-01-01', fin: '2035-12-31' });
      const long = (await ca.dd.get<TableauDeBord>(chemin(ca, 'tableau-de-bord'))).corps.colonnes.slice(5);
      expect(long).toHaveLength(36);
      expect(long.map((c) => c.cle)).toContain(new Date().toISOString().slice(0, 7));
    });

    it('refuses an end before a start, a step of a closed CA, and a stale version', async () => {
      const ca = await fabrique.cooperative();
      const champs = async (plus: object) =>
        (await ca.dd.post<Probleme>(chemin(ca, 'etapes'), { ...tache, ...plus })).corps.erreurs?.map((e) => e.champ);
      expect(await champs({ debut: '2026-02-01', fin: '2026-01-31' })).toEqual(['fin']);
      expect(await champs({ phase: 'CLOSE' })).toEqual(['phase']);
      expect(await champs({ debut: '2026-02-30' })).toEqual(['debut']);
      expect(await champs({ livrables: 'a'.repeat(100_000) })).toEqual(['livrables']);
      const { id } = (await ca.dd.post<EtapeLue>(chemin(ca, 'etapes'), { ...tache, debut: '2026-02-01' })).corps;
      const modifier = (plus: object) =>
        ca.dd.patch<EtapeLue & Probleme>(chemin(ca, `etapes/${id}`), { ...tache, ...plus });
      // The start that was kept counts too.
      expect((await modifier({ fin: '2026-01-01', version: 1 })).corps.erreurs?.[0]?.champ).toBe('fin');
      expect((await modifier({ etat: 'FAIT', version: 1 })).corps).toMatchObject({
        etat: 'FAIT',
        debut: '2026-02-01',
        version: 2,
      });
      expect((await modifier({ version: 1 })).corps.code).toBe('VERSION_PERIMEE');
    });

    it('is read by members and written by the coordinators', async () => {
      const structureId = await fabrique.structure();
      const ca = await fabrique.cooperative({ structures: [structureId] });
      const autre = await fabrique.cooperative();
      const { id } = (await ca.dd.post<EtapeLue>(chemin(ca, 'etapes'), tache)).corps;
      for (const lecteur of [
        await api.personne('PARTENAIRE', { structureId }),
        await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id }),
        await api.personne('EVALUATEUR_REGIONAL'),
      ]) {
        expect((await lecteur.get(chemin(ca, 'tableau-de-bord'))).statut).toBe(200);
        expect((await lecteur.post(chemin(ca, 'etapes'), tache)).statut).toBe(403);
        expect((await lecteur.delete(chemin(ca, `etapes/${id}`))).statut).toBe(403);
      }
      const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
      expect((await ailleurs.get(chemin(ca, 'tableau-de-bord'))).statut).toBe(404);
      expect((await autre.dd.delete(chemin(autre, `etapes/${id}`))).statut).toBe(404);
      expect((await ca.dd.delete(chemin(ca, `etapes/${id}`))).statut).toBe(204);
    });

    it('costs the same number of statements for three steps and for sixty', async () => {
      const ca = await fabrique.cooperative();
      const semer = (nombre: number) =>
        api.proprietaire.query(
          `INSERT INTO etape (id, cooperative_id, departement_code, phase, genre, intitule, debut)
           SELECT gen_random_uuid(), $1, $2, 'DIAGNOSTIC', 'TACHE', 'Tâche ' || n, '2026-01-01' FROM generate_series(1, $3) n`,
          [ca.id, ca.departementCode, nombre],
        );
      const lire = () => ca.dd.get<TableauDeBord>(chemin(ca, 'tableau-de-bord'));
      await semer(3);
      await lire();
      const peu = await compterRequetes(lire);
      await semer(57);
      const beaucoup = await compterRequetes(async () => {
        expect((await lire()).corps.etapes).toHaveLength(60);
      });
      expect(beaucoup).toBe(peu);
    });
  });
});
