import type { Probleme, Page } from '@coopilote/domain/commun';
import type {
  ActeLu,
  CompteRenduFinancierLu,
  EngagementLigne,
  EngagementLu,
  FinancementLu,
  NatureFinancement,
  TotauxFinancement,
} from '@coopilote/domain/financement';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const ANNEE = 2026;

describe('the money of a CA', () => {
  let api: Api;
  let f: Fabrique;
  let ca: CaFaite;
  let s: string[];
  let partenaire: Appelant;
  let autre: Appelant;
  let copilote: Appelant;
  let habitant: Appelant;
  let evaluateur: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  beforeEach(async () => {
    s = [await f.structure({ nom: 'Au devant' }), await f.structure({ nom: 'Centre social' })];
    ca = await f.cooperative({ structures: s });
    partenaire = await api.personne('PARTENAIRE', { structureId: s[0] });
    autre = await api.personne('PARTENAIRE', { structureId: s[1] });
    copilote = await api.personne('COPILOTE', { cooperativeId: ca.id });
    habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    evaluateur = await api.personne('EVALUATEUR_EXTERNE', { cooperativeId: ca.id });
  });
  afterAll(() => api.stop());

  const lire = async (qui: Appelant, id = ca.id): Promise<FinancementLu> => {
    const { statut, corps } = await qui.get<FinancementLu>(`/api/cooperatives/${id}/financement?annee=${ANNEE}`);
    expect(statut).toBe(200);
    return corps;
  };
  const engager = async (
    montant: number | string,
    suite: { nature?: NatureFinancement; structureId?: string; ficheActionId?: string; dans?: CaFaite } = {},
  ) => {
    const { dans = ca, ...reste } = suite;
    return dans.dd.post<EngagementLu>('/api/engagements', {
      ...{ cooperativeId: dans.id, structureId: s[0], annee: ANNEE, nature: 'ARS_FIR', montant },
      ...reste,
    });
  };
  const codes = ({ avertissements }: FinancementLu) => avertissements.map(({ code }) => code.split('_')[0]);
  const budget = (montant: unknown, version: number | null = null) =>
    ca.dd.put<FinancementLu & Probleme>(`/api/cooperatives/${ca.id}/budgets/${ANNEE}`, { montant, version });

  describe('its budget (R14)', () => {
    it('is compared to the cent with what is engaged', async () => {
      await budget(3_000_000);
      await engager('10 000,01');
      await engager(1_999_998, { nature: 'COLLECTIVITE', structureId: s[1] });
      const manque = await lire(ca.dd);
      expect([manque.engage, manque.ecart]).toEqual([2_999_999, -1]);
      expect(manque.avertissements[0]?.message).toContain('Il manque 0,01\u00a0€');
      await engager(1, { nature: 'NATURE' });
      expect((await lire(ca.dd)).avertissements).toEqual([]);
    });

    it('is split by keys, and the parts add to it', async () => {
      const { corps, statut } = await ca.dd.post<FinancementLu>(`/api/cooperatives/${ca.id}/repartitions`, {
        ...{ annee: ANNEE, nature: 'ARS_FIR', montant: 100_000 },
        cles: [
          { structureId: s[0], cle: 1 },
          { structureId: s[1], cle: 2 },
        ],
      });
      expect(statut).toBe(200);
      expect(corps.engagements.map(({ montant }) => montant)).toEqual([33_333, 66_667]);
      expect(corps.engage).toBe(100_000);
    });

    it('is written over by nobody who has not seen it, and is the delegation’s to set', async () => {
      expect((await budget(100)).corps.budget?.version).toBe(1);
      expect((await budget(200)).corps.code).toBe('VERSION_PERIMEE');
      expect((await budget(200, 1)).corps.budget).toMatchObject({ montant: 200, version: 2 });
      for (const qui of [copilote, partenaire, habitant, evaluateur]) {
        expect((await qui.put(`/api/cooperatives/${ca.id}/budgets/${ANNEE}`, { montant: 5, version: 2 })).statut).toBe(
          403,
        );
      }
    });

    it.each([
      ['-3', 'signe moins'],
      ['1,234', 'deux décimales au plus'],
      [1.5, 'entier de centimes'],
    ])('refuses %p with a way to mend it', async (montant, phrase) => {
      expect((await budget(montant)).corps.erreurs?.[0]?.message).toContain(phrase);
    });
  });

  describe('the form of the act (R4)', () => {
    const forme = async () => (await lire(ca.dd)).parStructure?.find(({ structureId }) => structureId === s[0])?.forme;

    it('is a décision under 23 000,00 €, a convention from there on, by the sum of two actions', async () => {
      const [un, deux] = [await f.action(ca, s[0] ?? ''), await f.action(ca, s[0] ?? '')];
      await engager('11 500,00', { ficheActionId: un.id });
      const { corps } = await engager('11 499,99', { ficheActionId: deux.id });
      expect(await forme()).toBe('DECISION');
      const { version, structureId, annee, nature, ficheActionId } = corps;
      const plus = { structureId, annee, nature, ficheActionId, montant: '11 500,00', version };
      expect((await ca.dd.patch(`/api/engagements/${corps.id}`, plus)).statut).toBe(200);
      expect(await forme()).toBe('CONVENTION');
    });

    it('counts the CAs of the whole region, and the ARS alone', async () => {
      const voisine = await f.cooperative({ departementCode: '92', structures: [s[0] ?? ''] });
      await engager('12 000', { dans: voisine });
      await engager('50 000', { nature: 'MECENAT' });
      await engager('10 999,99');
      expect(await forme()).toBe('DECISION');
      await engager('0,01', { nature: 'ARS_AUTRE' });
      const { parStructure, engagements } = await lire(ca.dd);
      expect(parStructure?.[0]).toMatchObject({ subventionsRegion: 2_300_000, forme: 'CONVENTION' });
      expect(engagements).toHaveLength(3);
    });
  });

  describe('an act', () => {
    const preparer = async (suite: object = {}) =>
      (
        await ca.dd.post<ActeLu>('/api/actes-financement', {
          ...{ cooperativeId: ca.id, structureId: s[0], annee: ANNEE, duree: 1, reference: 'D-1' },
          ...suite,
        })
      ).corps;
    const signer = (acte: ActeLu) =>
      ca.dd.post<ActeLu & Probleme>(`/api/actes-financement/${acte.id}/signature`, {
        signeLe: '2026-03-01',
        version: acte.version,
      });
    const joindreLettre = (acte: ActeLu, qui = ca.dd) => {
      const formulaire = new FormData();
      formulaire.set('fichier', new Blob(['Je demande une subvention.']), 'demande.txt');
      return qui.post<Probleme>(`/api/pieces?objet=ACTE_FINANCEMENT&objetId=${acte.id}`, formulaire);
    };
    const signee = async (): Promise<ActeLu> => {
      const acte = await preparer({ demandeLe: '2026-01-05' });
      await joindreLettre(acte);
      const { corps, statut } = await signer(acte);
      expect(statut).toBe(200);
      return corps;
    };

    it('that is a décision asks for the dated and signed request (R5), then is frozen', async () => {
      const { corps: engagement } = await engager('22 999,99');
      const acte = await preparer();
      expect(acte).toMatchObject({ forme: 'DECISION', montant: 2_299_999, etat: 'PROJET' });
      expect(acte.manques).toHaveLength(2);
      expect((await signer(acte)).corps.detail).toContain(
        'la date de la demande de subvention et la demande datée et signée',
      );
      expect((await joindreLettre(acte)).statut).toBe(201);
      const { corps: datee } = await ca.dd.patch<ActeLu>(`/api/actes-financement/${acte.id}`, {
        ...{ duree: 1, reference: 'D-1', demandeLe: '2026-01-05', version: acte.version },
      });
      const { corps: signe } = await signer(datee);
      expect(signe).toMatchObject({ etat: 'SIGNE', forme: 'DECISION', signeLe: '2026-03-01', montant: 2_299_999 });
      expect((await ca.dd.delete<Probleme>(`/api/actes-financement/${acte.id}`)).corps.code).toBe('ETAT_INCOMPATIBLE');
      const { structureId, annee, nature, version } = engagement;
      const change = { structureId, annee, nature, montant: 1, version: version + 1 };
      expect((await ca.dd.patch<Probleme>(`/api/engagements/${engagement.id}`, change)).corps.code).toBe(
        'ETAT_INCOMPATIBLE',
      );
      // The database holds it too.
      await expect(
        api.base.run({ genre: 'personne', utilisateurId: ca.dd.utilisateurId }, (ctx) =>
          ctx.query('UPDATE engagement SET montant = 1 WHERE id = $1', [engagement.id]),
        ),
      ).rejects.toThrow('ne change plus');
    });

    it('signed as a décision is pointed out when the sum crosses, until a convention follows it', async () => {
      await engager('11 500');
      await signee();
      expect(codes(await lire(ca.dd))).toEqual(['BUDGET']);
      await engager('11 500');
      const avertie = await lire(ca.dd);
      expect(codes(avertie)).toEqual(['BUDGET', 'DECISION']);
      expect(avertie.avertissements[1]?.message).toContain('nº\u00a0D-1');
      const convention = await preparer({ reference: 'C-1' });
      expect(convention).toMatchObject({ forme: 'CONVENTION', montant: 1_150_000, manques: [] });
      expect((await signer(convention)).statut).toBe(200);
      expect(codes(await lire(ca.dd))).toEqual(['BUDGET']);
    });

    it('is a PDF and a Word document, as it was signed', async () => {
      await engager('1 000');
      const acte = await signee();
      for (const [format, type, debut] of [
        ['pdf', 'application/pdf', '%PDF'],
        ['docx', 'wordprocessingml', 'PK'],
      ] as const) {
        const { statut, entetes, corps } = await partenaire.get<string>(
          `/api/actes-financement/${acte.id}/document.${format}`,
        );
        expect(statut).toBe(200);
        expect(entetes.get('content-type')).toContain(type);
        expect(entetes.get('content-disposition')).toContain(`decision-d-attribution-au-devant-${ANNEE}.${format}`);
        expect(corps.startsWith(debut)).toBe(true);
      }
    });

    it('in draft, and the letter of the request, are read neither by the structure nor by the others', async () => {
      await engager('1 000');
      const acte = await preparer();
      await joindreLettre(acte);
      for (const qui of [partenaire, autre, copilote, habitant, evaluateur]) {
        expect([403, 404]).toContain((await qui.get(`/api/actes-financement/${acte.id}`)).statut);
        expect((await qui.get(`/api/pieces?objet=ACTE_FINANCEMENT&objetId=${acte.id}`)).statut).toBe(404);
        expect((await joindreLettre(acte, qui)).statut).not.toBe(201);
        const vues = await api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) =>
          ctx.query(
            `SELECT 1 FROM piece WHERE objet_id = $1
                     UNION ALL SELECT 1 FROM historique WHERE objet = 'piece' AND apres ->> 'objet_id' = $1::text
                     UNION ALL SELECT 1 FROM historique WHERE objet_id = $1::text`,
            [acte.id],
          ),
        );
        expect(vues).toEqual([]);
      }
      expect((await ca.dd.delete(`/api/actes-financement/${acte.id}`)).statut).toBe(204);
    });
  });

  describe('payments', () => {
    const verser = (id: string, montant: number, suite: object = {}) =>
      ca.dd.post<EngagementLu & Probleme>(`/api/engagements/${id}/versements`, {
        ...{ genre: 'VERSEMENT', montant, prevuLe: '2026-05-01' },
        ...suite,
      });

    it('never pass what is engaged, unless somebody says why', async () => {
      const { id } = (await engager(1000)).corps;
      expect((await verser(id, 600, { verseLe: '2026-05-02' })).corps).toMatchObject({ verse: 600, solde: 400 });
      const trop = await verser(id, 401);
      expect(trop.statut).toBe(422);
      expect(trop.corps.erreurs?.[0]?.message).toContain('de 0,01\u00a0€ l’engagement de 10,00\u00a0€');
      expect((await verser(id, 401, { motifDepassement: 'Avenant en cours' })).statut).toBe(201);
      expect((await verser(id, 1, { genre: 'REVERSEMENT', verseLe: '2099-01-01' })).corps.erreurs?.[0]?.champ).toBe(
        'verseLe',
      );
    });

    it('sent twice at once do not pass it either', async () => {
      const { id } = (await engager(1000)).corps;
      const envois = await Promise.all([1, 2, 3].map(() => verser(id, 500)));
      expect(envois.map(({ statut }) => statut).sort()).toEqual([201, 201, 422]);
    });

    it('leave what was not spent, to be paid back or carried over', async () => {
      const { corps: engagement } = await engager(1000);
      await verser(engagement.id, 1000, { verseLe: '2026-05-02' });
      await verser(engagement.id, 50, { genre: 'REVERSEMENT', verseLe: '2026-09-01' });
      const { structureId, annee, nature, montant, version } = engagement;
      const { corps } = await ca.dd.patch<EngagementLu>(`/api/engagements/${engagement.id}`, {
        ...{ structureId, annee, nature, montant, version, depense: 900, suiteNonDepense: 'REPORT' },
      });
      expect(corps).toMatchObject({ verse: 1000, reverse: 50, solde: 0, nonDepense: 50, suiteNonDepense: 'REPORT' });
      const moins = { structureId, annee, nature, montant: 999, version: corps.version };
      const refus = await ca.dd.patch<Probleme>(`/api/engagements/${engagement.id}`, moins);
      expect(refus.corps.erreurs?.[0]?.message).toContain('10,00\u00a0€ sont déjà versés ou prévus');
      expect((await ca.dd.delete(`/api/engagements/${engagement.id}`)).statut).toBe(409);
    });
  });

  it('tells in a compte rendu what became of an action’s money: written by the structure, sent, sent back with a reason', async () => {
    const action = await f.action(ca, s[0] ?? '');
    await f.bilan(action, '2026-T1', 'TRANSMIS', f.contenu(action, 25));
    const { id: engagement } = (await engager(100_000, { ficheActionId: action.id })).corps;
    const versement = { genre: 'VERSEMENT', montant: 70_000, prevuLe: '2026-03-01', verseLe: '2026-03-01' };
    await ca.dd.post(`/api/engagements/${engagement}/versements`, versement);
    const cle = { cooperativeId: ca.id, structureId: s[0], annee: ANNEE, ficheActionId: action.id };
    for (const qui of [ca.dd, autre, copilote, habitant]) {
      expect((await qui.post('/api/comptes-rendus-financiers', cle)).statut).toBe(403);
    }
    const { corps: cr } = await partenaire.post<CompteRenduFinancierLu>('/api/comptes-rendus-financiers', cle);
    const ligne = (compte: string) => cr.contenu.lignes.find((l) => l.compte === compte);
    expect(ligne('74')).toMatchObject({ prevu: 100_000, realise: 70_000 });
    expect(cr.contenu.beneficiaires).toBe(25);
    const chemin = `/api/comptes-rendus-financiers/${cr.id}`;
    for (const qui of [ca.dd, autre, copilote, habitant, evaluateur]) {
      expect([403, 404]).toContain((await qui.get(chemin)).statut);
    }
    const lignes = cr.contenu.lignes.map((l) => (l.compte === '64' ? { ...l, prevu: 100_000, realise: '700,00' } : l));
    const ecrire = (version: number) =>
      partenaire.patch<CompteRenduFinancierLu & Probleme>(chemin, {
        ...cr.contenu,
        lignes,
        ecarts: 'Un départ',
        version,
      });
    const ecrit = (await ecrire(cr.version)).corps;
    expect(ecrit.avertissements).toEqual([]);
    expect((await ecrire(cr.version)).corps.code).toBe('VERSION_PERIMEE');
    const passer = (qui: Appelant, vers: string, version: number, motif?: string) =>
      qui.post<CompteRenduFinancierLu & Probleme>(`${chemin}/transitions`, { vers, version, motif });
    const envoye = (await passer(partenaire, 'TRANSMIS', ecrit.version)).corps;
    expect(envoye.etat).toBe('TRANSMIS');
    expect((await ecrire(envoye.version)).corps.code).toBe('ETAT_INCOMPATIBLE');
    // The second lock: the structure does not rewrite what it sent.
    const reecrites = await api.base.run({ genre: 'personne', utilisateurId: partenaire.utilisateurId }, (ctx) =>
      ctx.query(
        `WITH x AS (UPDATE compte_rendu_financier SET contenu = '{}' WHERE id = $1 RETURNING 1) SELECT count(*) AS n FROM x`,
        [cr.id],
      ),
    );
    expect(reecrites).toEqual([{ n: 0 }]);
    expect((await passer(ca.dd, 'A_COMPLETER', envoye.version)).corps.erreurs?.[0]?.champ).toBe('motif');
    const rendu = (await passer(ca.dd, 'A_COMPLETER', envoye.version, 'Il manque le compte 86')).corps;
    expect(rendu).toMatchObject({ etat: 'A_COMPLETER', motif: 'Il manque le compte 86' });
    const corrige = (await ecrire(rendu.version)).corps;
    expect((await passer(partenaire, 'TRANSMIS', corrige.version)).corps).toMatchObject({
      etat: 'TRANSMIS',
      motif: null,
    });
    for (const [format, debut] of [
      ['pdf', '%PDF'],
      ['xlsx', 'PK'],
    ] as const) {
      const { statut, corps } = await ca.dd.get<string>(`${chemin}/document.${format}`);
      expect([statut, corps.startsWith(debut)]).toEqual([200, true]);
    }
  });

  it('refuses a structure that is not a member that year, and an action of another CA', async () => {
    const ailleurs = await f.cooperative({ structures: s });
    const action = await f.action(ailleurs, s[0] ?? '');
    const etrangere = await engager(100, { structureId: await f.structure() });
    expect([etrangere.statut, (etrangere.corps as unknown as Probleme).erreurs?.[0]?.champ]).toEqual([
      422,
      'structureId',
    ]);
    const autreCa = await engager(100, { ficheActionId: action.id });
    expect([autreCa.statut, (autreCa.corps as unknown as Probleme).erreurs?.[0]?.champ]).toEqual([
      422,
      'ficheActionId',
    ]);
  });

  it('shows each reader what is theirs: all, their own with the totals by structure, or the total alone', async () => {
    await budget(5000);
    const { corps: sien } = await engager(1000);
    await engager(2000, { structureId: s[1] });
    const vu = async (qui: Appelant) => {
      const { budget: b, engage, parStructure, engagements } = await lire(qui);
      return [
        b?.montant,
        engage,
        parStructure?.map((p) => [p.montant, p.subventionsRegion]),
        engagements.map((e) => e.montant),
      ];
    };
    const regional = await api.personne('EVALUATEUR_REGIONAL');
    for (const qui of [ca.dd, regional])
      expect(await vu(qui)).toEqual([
        5000,
        3000,
        [
          [1000, 1000],
          [2000, 2000],
        ],
        [1000, 2000],
      ]);
    expect(await vu(partenaire)).toEqual([
      5000,
      3000,
      [
        [1000, 1000],
        [2000, null],
      ],
      [1000],
    ]);
    expect(await vu(copilote)).toEqual([
      5000,
      3000,
      [
        [1000, null],
        [2000, null],
      ],
      [],
    ]);
    for (const qui of [habitant, evaluateur]) expect(await vu(qui)).toEqual([5000, 3000, undefined, []]);
    const etranger = (await f.cooperative({ departementCode: '92' })).dd;
    expect((await etranger.get(`/api/cooperatives/${ca.id}/financement`)).statut).toBe(404);
    for (const qui of [autre, copilote, habitant, evaluateur, etranger]) {
      expect([403, 404]).toContain((await qui.get(`/api/engagements/${sien.id}`)).statut);
    }
    // The second lock: rows, history and sums, asked in SQL without any service.
    const sous = (qui: Appelant) =>
      api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, async (ctx) => {
        const [ligne] = await ctx.query<{ lignes: number; traces: number; structures: number; region: number }>(
          `SELECT (SELECT count(*) FROM engagement WHERE cooperative_id = $1) AS lignes,
                  (SELECT count(*) FROM historique WHERE cooperative_id = $1 AND objet = 'engagement') AS traces,
                  (SELECT count(*) FROM app.financement_par_structure($1, $2)) AS structures,
                  (SELECT count(*) FROM app.subventions_ars($3::uuid[], $2, '11')) AS region`,
          [ca.id, ANNEE, s],
        );
        return Object.values(ligne ?? {});
      });
    expect(await sous(ca.dd)).toEqual([2, 2, 2, 2]);
    expect(await sous(partenaire)).toEqual([1, 1, 2, 1]);
    expect(await sous(copilote)).toEqual([0, 0, 2, 0]);
    for (const qui of [habitant, evaluateur]) expect(await sous(qui)).toEqual([0, 0, 0, 0]);
    const { corps: histoire } = await copilote.get<Page<unknown>>(
      `/api/historique?cooperative=${ca.id}&objet=engagement`,
    );
    expect(histoire.total).toBe(0);
  });

  it('adds up over a département by CA, structure, nature and year, and each total opens its lines', async () => {
    const dd = ca.dd;
    await engager(1000);
    await engager(2000, { structureId: s[1], nature: 'ETAT' });
    await engager(500);
    for (const axe of ['cooperative', 'structure', 'nature', 'annee', 'departement'] as const) {
      const { corps } = await dd.get<TotauxFinancement>(`/api/engagements/totaux?cooperative=${ca.id}&axe=${axe}`);
      expect([axe, corps.total.montant, corps.total.subventionsArs]).toEqual([axe, 3500, 1500]);
      expect(corps.lignes.reduce((somme, l) => somme + l.montant, 0)).toBe(3500);
      for (const { cle, montant, engagements } of corps.lignes) {
        const filtres = new URLSearchParams({ cooperative: ca.id, [axe]: cle ?? '' });
        const { corps: page } = await dd.get<Page<EngagementLigne>>(`/api/engagements?${filtres}`);
        expect([page.total, page.lignes.reduce((somme, l) => somme + l.montant, 0)]).toEqual([engagements, montant]);
      }
    }
    const { corps: siens } = await partenaire.get<TotauxFinancement>(`/api/engagements/totaux?axe=structure`);
    expect(siens.lignes.map(({ cle, montant }) => [cle, montant])).toEqual([[s[0], 1500]]);
    expect((await habitant.get('/api/engagements')).statut).toBe(403);
  });
});
