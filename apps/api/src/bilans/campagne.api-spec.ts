import {
  QUESTIONS_BILAN,
  type CampagneLigne,
  type CampagnesLues,
  CloturesFaites,
  type BilanLu,
} from '@coopilote/domain/bilans';
import { Boite } from '../../test/boite';
import { Fabrique } from '../../test/fabrique';
import { Api, baseNeuve, type Appelant } from '../../test/harness';
import { DISTRIBUER, ENVOYER } from '../notifications/travaux';
import { Horloge } from '../platform/horloge';
import { Travaux } from '../platform/jobs/travaux';
import { RAPPELER, RELANCER } from './travaux';

/** A base of its own: closing a quarter closes it for a whole département. */
describe('collection of a quarter', () => {
  let boite: Boite;
  let base: Awaited<ReturnType<typeof baseNeuve>>;
  let api: Api;
  let f: Fabrique;
  let dd: Appelant;
  let evaluatrice: Appelant;
  let partenaire: Appelant;
  let structure: string;
  let ca: Awaited<ReturnType<Fabrique['cooperative']>>;
  let action: Awaited<ReturnType<Fabrique['action']>>;
  let voisine: Awaited<ReturnType<Fabrique['action']>>;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    boite = await Boite.ouvrir();
    base = await baseNeuve();
    api = await Api.start({
      databaseUrl: base.databaseUrl,
      smtpUrl: boite.url,
      ouvriers: 'aucun',
      urlPublique: 'https://coopilote.example',
    });
    f = new Fabrique(api);
    structure = await f.structure({ nom: 'Association Une' });
    ca = await f.cooperative({ structures: [structure], intitule: 'Bien manger' });
    dd = ca.dd;
    evaluatrice = await api.personne('EVALUATEUR_REGIONAL');
    partenaire = await api.personne('PARTENAIRE', { structureId: structure });
    action = await f.action(ca, structure, { intitule: 'Ateliers' });
    voisine = await f.action(ca, structure, { intitule: 'Marches' });
    ids['brouillon'] = await f.bilan(action, '2026-T3', 'BROUILLON');
    ids['aRemplir'] = await f.bilan(voisine, '2026-T3', 'A_REMPLIR');
    ids['valide'] = await f.bilan(action, '2026-T2', 'VALIDE');
    a('2026-10-08');
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await base.drop();
    await boite.fermer();
  });
  beforeEach(() => {
    boite.recus.length = 0;
  });

  /** Puts the clock at eight in the morning of a day. */
  function a(jour: string): void {
    api.app.get(Horloge).maintenant = () => new Date(`${jour}T07:00:00Z`);
  }
  const lire = async (qui: Appelant, trimestre = '2026-T3'): Promise<CampagnesLues> =>
    (await qui.get<CampagnesLues>(`/api/campagnes?trimestre=${trimestre}`)).corps;
  const celle = async (trimestre = '2026-T3'): Promise<CampagneLigne> => {
    const [campagne] = (await lire(dd, trimestre)).campagnes;
    if (!campagne) throw new Error('Aucune collecte');
    return campagne;
  };
  const bilan = async (id: string): Promise<BilanLu> =>
    (await partenaire.get<BilanLu>(`/api/bilans-trimestriels/${id}`)).corps;
  const rappeler = async (): Promise<void> => {
    for (const travail of [RAPPELER, RELANCER, DISTRIBUER, ENVOYER]) await api.app.get(Travaux).faire(travail);
  };
  const planifier = () =>
    api.base.run({ genre: 'systeme', motif: 'Essai' }, (ctx) => api.app.get(Travaux).lancer(ctx, RAPPELER, {}));

  it('is opened by its reports, and counted for the delegation and the region', async () => {
    const attendu = { attendus: 2, brouillons: 1, aRemplir: 1, transmis: 0, valides: 0, enRetard: 0, aLHeure: 0 };
    const lues = await lire(dd);
    expect(lues).toMatchObject({ annee: 2026, trimestre: 3, trimestres: ['2026-T3', '2026-T2'] });
    expect(lues.campagnes).toMatchObject([
      { departementCode: '93', etat: 'OUVERTE', echeance: '2026-10-15', conduite: true, ...attendu },
    ]);
    expect(lues.cooperatives).toMatchObject([{ cooperative: 'Bien manger', ...attendu }]);
    expect((await lire(evaluatrice)).campagnes).toMatchObject([{ conduite: false, ...attendu }]);
    expect((await lire(await api.personne('COORDINATEUR_DD', { departementCode: '92' }))).campagnes).toEqual([]);
    expect((await partenaire.get('/api/campagnes')).statut).toBe(403);
  });

  it('reminds each writer once of all that is due, even when the job runs twice', async () => {
    await planifier();
    await rappeler();
    await planifier();
    await rappeler();
    expect(boite.recus.map((r) => r.subject)).toEqual(['2 bilans à transmettre au plus tard le jeudi 15 octobre 2026']);
    expect(boite.recus[0]?.text).toContain('Ateliers, T3 2026 (Bien manger)');
    expect(boite.recus[0]?.text).toContain('https://coopilote.example/accueil');
    expect((await celle()).rappeleLe).not.toBeNull();
  });

  it('says nothing between two moments, and speaks of the day, then of the delay', async () => {
    a('2026-10-12');
    await planifier();
    await rappeler();
    expect(boite.recus).toHaveLength(0);
    a('2026-10-15');
    await planifier();
    await rappeler();
    a('2026-10-22');
    await planifier();
    await rappeler();
    expect(boite.recus.map((r) => r.subject)).toEqual([
      '2 bilans à transmettre aujourd’hui',
      '2 bilans à transmettre, attendus depuis le jeudi 15 octobre 2026',
    ]);
  });

  it('is reminded at the asking of the delegation, once a day, and of nobody else', async () => {
    const { id } = await celle();
    expect((await evaluatrice.appeler('POST', `/api/campagnes/${id}/relances`)).statut).toBe(403);
    for (let i = 0; i < 2; i++) {
      expect((await dd.appeler('POST', `/api/campagnes/${id}/relances`)).statut).toBe(202);
      await rappeler();
    }
    expect(boite.recus).toHaveLength(1);
  });

  it('moves its deadline with that of its reports, never before the end of the quarter', async () => {
    const { id, version } = await celle();
    const trop = await dd.appeler<{ erreurs: { message: string }[] }>('PATCH', `/api/campagnes/${id}`, {
      echeance: '2026-09-30',
      version,
    });
    expect([trop.statut, trop.corps.erreurs[0]?.message]).toEqual([
      422,
      'Échéance\u00a0: choisissez un jour après la fin du trimestre, mercredi 30 septembre 2026.',
    ]);
    const { corps } = await dd.appeler<CampagneLigne>('PATCH', `/api/campagnes/${id}`, {
      echeance: '2026-10-30',
      version,
    });
    expect(corps).toMatchObject({ echeance: '2026-10-30', enRetard: 0 });
    expect((await bilan(ids['brouillon'] ?? '')).echeance).toBe('2026-10-30');
    expect((await bilan(ids['valide'] ?? '')).echeance).toBe('2026-07-15');
    expect((await dd.appeler('PATCH', `/api/campagnes/${id}`, { echeance: '2026-10-31', version })).statut).toBe(409);
  });

  it('is closed by the region in several départements at once, for one reason', async () => {
    const admin = await api.personne('ADMIN_REGIONAL');
    const f = new Fabrique(api);
    for (const departementCode of ['92', '94']) {
      const structure = await f.structure({ departementCode });
      const ca = await f.cooperative({ departementCode, structures: [structure] });
      await f.bilan(await f.action(ca, structure), '2025-T4', 'A_REMPLIR');
    }
    const dans = async () => (await lire(admin, '2025-T4')).campagnes;
    const campagnes = (await dans()).map(({ id }) => id);
    expect(campagnes).toHaveLength(2);
    const clore = (qui: Appelant, ids: string[], motif: string) =>
      qui.appeler<CloturesFaites>('POST', '/api/campagnes/clotures', { campagnes: ids, motif });
    const dd92 = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    // One that is not theirs, and none is closed.
    expect((await clore(dd92, campagnes, 'Fin')).statut).toBe(404);
    expect((await clore(evaluatrice, campagnes, 'Fin')).statut).toBe(403);
    expect((await clore(admin, campagnes, '')).statut).toBe(422);
    expect((await dans()).map(({ etat }) => etat)).toEqual(['OUVERTE', 'OUVERTE']);
    expect((await clore(dd92, campagnes.slice(0, 1), 'Remise au préfet')).corps.closes).toEqual(['92 Hauts-de-Seine']);

    const { statut, corps } = await clore(admin, campagnes, 'Bilan régional rendu');
    expect([statut, corps]).toEqual([200, { closes: ['94 Val-de-Marne'], dejaCloses: ['92 Hauts-de-Seine'] }]);
    expect((await dans()).map(({ etat, motif }) => [etat, motif])).toEqual([
      ['CLOSE', 'Remise au préfet'],
      ['CLOSE', 'Bilan régional rendu'],
    ]);
    expect((await celle()).etat).toBe('OUVERTE');
  });

  describe('once it is closed', () => {
    beforeAll(async () => {
      const { id, version } = await celle();
      const sansMotif = await dd.appeler('POST', `/api/campagnes/${id}/transitions`, { vers: 'CLOSE', version });
      expect(sansMotif.statut).toBe(422);
      const { statut, corps } = await dd.appeler<CampagneLigne>('POST', `/api/campagnes/${id}/transitions`, {
        ...{ vers: 'CLOSE', motif: 'Bilan régional rendu', version },
      });
      expect([statut, corps.etat, corps.motif]).toEqual([200, 'CLOSE', 'Bilan régional rendu']);
    });

    it('takes no more writing, and says so', async () => {
      const lu = await bilan(ids['brouillon'] ?? '');
      expect(lu).toMatchObject({ modifiable: false, transitions: [], collecteMotif: 'Bilan régional rendu' });
      const { statut, corps } = await partenaire.appeler<{ detail: string }>(
        'PATCH',
        `/api/bilans-trimestriels/${lu.id}`,
        { version: lu.version, reponses: {}, valeurs: [] },
      );
      expect([statut, corps.detail]).toEqual([
        409,
        expect.stringContaining('La collecte du T3 2026 est close depuis le'),
      ]);
    });

    it('takes none in the database either', async () => {
      const ecrire = (sql: string) =>
        api.base.run({ genre: 'personne', utilisateurId: partenaire.utilisateurId }, (ctx) =>
          ctx.query(`WITH x AS (${sql} RETURNING 1) SELECT count(*)::int AS n FROM x`, [ids['brouillon']]),
        );
      expect(await ecrire(`UPDATE bilan_brouillon SET contenu = '{}' WHERE bilan_id = $1`)).toEqual([{ n: 0 }]);
      await expect(
        ecrire(`UPDATE bilan_trimestriel SET etat = 'TRANSMIS', numero_version = 1, transmis_le = now() WHERE id = $1`),
      ).rejects.toThrow('La collecte de ce trimestre est close');
    });

    it('still takes what the delegation sent back', async () => {
      const id = await f.bilan(await f.action(ca, structure, { intitule: 'Jardin' }), '2026-T3', 'A_COMPLETER');
      const lu = await bilan(id);
      expect(lu.modifiable).toBe(true);
      const { statut } = await partenaire.appeler('PATCH', `/api/bilans-trimestriels/${id}`, {
        ...{ version: lu.version, reponses: {}, valeurs: [] },
      });
      expect(statut).toBe(200);
    });

    it('is opened again with a reason, and writing with it', async () => {
      const { id, version } = await celle();
      await dd.appeler('POST', `/api/campagnes/${id}/transitions`, { vers: 'OUVERTE', motif: 'Un oubli', version });
      expect((await bilan(ids['brouillon'] ?? '')).modifiable).toBe(true);
    });
  });

  describe('the level of an action', () => {
    it('is set by the delegation alone, and bears on reports that nobody has begun', async () => {
      const fiche = (await dd.get<{ version: number; niveauPropose: string }>(`/api/fiches-actions/${voisine.id}`))
        .corps;
      expect(fiche.niveauPropose).toBe('COMPLET');
      const choix = { niveau: 'ESSENTIEL', version: fiche.version };
      expect((await partenaire.appeler('PUT', `/api/fiches-actions/${voisine.id}/niveau-bilan`, choix)).statut).toBe(
        403,
      );
      expect((await dd.appeler('PUT', `/api/fiches-actions/${voisine.id}/niveau-bilan`, choix)).statut).toBe(200);
      const lu = await bilan(ids['aRemplir'] ?? '');
      expect([lu.niveau, lu.total]).toEqual(['ESSENTIEL', 3 + voisine.indicateurs.length]);
      expect(lu.manques.filter(({ champ }) => QUESTIONS_BILAN.some(({ cle }) => cle === champ))).toHaveLength(2);
    });

    it('is kept by a report that was begun', async () => {
      const { version } = (await dd.get<{ version: number }>(`/api/fiches-actions/${action.id}`)).corps;
      await dd.appeler('PUT', `/api/fiches-actions/${action.id}/niveau-bilan`, { niveau: 'ESSENTIEL', version });
      expect((await bilan(ids['brouillon'] ?? '')).niveau).toBe('COMPLET');
    });

    it('is refused to the partner by the database too', async () => {
      await expect(
        api.base.run({ genre: 'personne', utilisateurId: partenaire.utilisateurId }, (ctx) =>
          ctx.query(`UPDATE fiche_action SET niveau_bilan = 'COURANT' WHERE id = $1`, [voisine.id]),
        ),
      ).rejects.toThrow('se choisit à la délégation');
    });
  });
});
