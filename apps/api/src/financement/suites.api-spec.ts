import { createHash } from 'node:crypto';
import type { Probleme } from '@coopilote/domain/commun';
import type {
  ActeLu,
  CompteRenduFinancierLu,
  EngagementLu,
  FinancementLu,
  TotauxFinancement,
  VersionCompteRenduFinancier,
} from '@coopilote/domain/financement';
import type { PieceLue, PiecesLues } from '@coopilote/domain/pieces';
import type { AccueilLu } from '@coopilote/domain/pilotage';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const ANNEE = 2026;

describe('what follows the money of a CA', () => {
  let api: Api;
  let f: Fabrique;
  let ca: CaFaite;
  let s: string[];
  let partenaire: Appelant;
  let autre: Appelant;
  let autres: Appelant[];

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  beforeEach(async () => {
    s = [await f.structure({ nom: 'Au devant' }), await f.structure({ nom: 'Centre social' })];
    ca = await f.cooperative({ structures: s });
    partenaire = await api.personne('PARTENAIRE', { structureId: s[0] });
    autre = await api.personne('PARTENAIRE', { structureId: s[1] });
    autres = [
      autre,
      await api.personne('COPILOTE', { cooperativeId: ca.id }),
      await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id }),
      await api.personne('EVALUATEUR_EXTERNE', { cooperativeId: ca.id }),
    ];
  });
  afterAll(() => api.stop());

  const sous = <T extends object>(qui: Appelant, texte: string, params: unknown[]) =>
    api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) => ctx.query<T>(texte, params));
  const engager = async (montant: number | string, suite: object = {}) =>
    (
      await ca.dd.post<EngagementLu>('/api/engagements', {
        ...{ cooperativeId: ca.id, structureId: s[0], annee: ANNEE, nature: 'ARS_FIR', montant },
        ...suite,
      })
    ).corps;

  describe('the versions of a compte rendu (R15)', () => {
    const TABLES = ['compte_rendu_financier_version', 'compte_rendu_financier_retour'];
    const passer = (qui: Appelant, cr: CompteRenduFinancierLu, vers: string, motif?: string) =>
      qui.post<CompteRenduFinancierLu>(`/api/comptes-rendus-financiers/${cr.id}/transitions`, {
        ...{ vers, motif, version: cr.version },
      });
    const versions = (qui: Appelant, { id }: CompteRenduFinancierLu) =>
      qui.get<VersionCompteRenduFinancier[]>(`/api/comptes-rendus-financiers/${id}/versions`);
    async function renvoye(): Promise<CompteRenduFinancierLu> {
      await engager(100_000);
      const cle = { cooperativeId: ca.id, structureId: s[0], annee: ANNEE };
      const { corps: cr } = await partenaire.post<CompteRenduFinancierLu>('/api/comptes-rendus-financiers', cle);
      expect((await versions(partenaire, cr)).corps).toEqual([]);
      const envoye = (await passer(partenaire, cr, 'TRANSMIS')).corps;
      return (await passer(ca.dd, envoye, 'A_COMPLETER', 'Il manque les écarts')).corps;
    }

    it('keep each sending whole, with its hash, its author, and why it came back', async () => {
      const cr = await renvoye();
      const { corps: ecrit } = await partenaire.patch<CompteRenduFinancierLu>(
        `/api/comptes-rendus-financiers/${cr.id}`,
        {
          ...{ ...cr.contenu, ecarts: 'Un départ', version: cr.version },
        },
      );
      await passer(partenaire, ecrit, 'TRANSMIS');
      for (const qui of [partenaire, ca.dd, await api.personne('EVALUATEUR_REGIONAL')]) {
        const { corps } = await versions(qui, cr);
        expect(corps.map(({ numero, contenu, retour }) => [numero, contenu.ecarts, retour?.motif])).toEqual([
          [2, 'Un départ', undefined],
          [1, null, 'Il manque les écarts'],
        ]);
        const noms = new Map(
          (
            await api.proprietaire.query(
              `SELECT id, prenom || ' ' || nom AS nom FROM utilisateur WHERE id = ANY ($1)`,
              [[partenaire.utilisateurId, ca.dd.utilisateurId]],
            )
          ).rows.map(({ id, nom }) => [id, nom]),
        );
        expect(corps[1]?.transmisPar).toBe(noms.get(partenaire.utilisateurId));
        expect(corps[1]?.retour?.par).toBe(noms.get(ca.dd.utilisateurId));
        for (const { contenu, empreinte } of corps) {
          expect(createHash('sha256').update(JSON.stringify(contenu)).digest('hex')).toBe(empreinte);
        }
      }
    });

    it('are read by the readers of the compte rendu alone, in the database too', async () => {
      const cr = await renvoye();
      const voisin = (await f.cooperative({ departementCode: '92' })).dd;
      for (const qui of [...autres, voisin]) {
        expect([403, 404]).toContain((await versions(qui, cr)).statut);
        for (const table of TABLES) {
          expect(await sous(qui, `SELECT 1 FROM ${table} WHERE compte_rendu_id = $1`, [cr.id])).toEqual([]);
        }
      }
    });

    it('are changed and taken away by nobody, not even the owner of the database', async () => {
      const cr = await renvoye();
      for (const table of TABLES) {
        for (const ordre of [`UPDATE ${table} SET numero = 7`, `DELETE FROM ${table}`]) {
          for (const qui of [partenaire, ca.dd]) {
            await expect(sous(qui, `${ordre} WHERE compte_rendu_id = $1`, [cr.id])).rejects.toThrow(
              'permission denied',
            );
          }
          await expect(api.proprietaire.query(`${ordre} WHERE compte_rendu_id = $1`, [cr.id])).rejects.toThrow(
            'ne change plus',
          );
        }
      }
    });

    it('are what was sent: neither another text, nor a sending that was not made, nor under another name', async () => {
      const cr = await renvoye();
      const ajouter = (qui: Appelant, contenu: string, par: string) =>
        sous(
          qui,
          `INSERT INTO compte_rendu_financier_version (compte_rendu_id, numero, cooperative_id, departement_code, structure_id, contenu,
             empreinte, transmis_le, transmis_par)
           SELECT id, 2, cooperative_id, departement_code, structure_id, ${contenu}, empreinte, transmis_le, $2
           FROM compte_rendu_financier WHERE id = $1`,
          [cr.id, par],
        );
      const [moi, dd] = [partenaire.utilisateurId, ca.dd.utilisateurId];
      await expect(ajouter(partenaire, 'contenu', moi)).rejects.toThrow('vient d’être transmis');
      await expect(ajouter(partenaire, 'contenu', dd)).rejects.toThrow('row-level security');
      await expect(ajouter(ca.dd, 'contenu', dd)).rejects.toThrow('row-level security');
      await passer(partenaire, cr, 'TRANSMIS');
      await expect(ajouter(partenaire, `'{"lignes": []}'`, moi)).rejects.toThrow();
    });
  });

  describe('the request that a décision needed (R5)', () => {
    async function demande(): Promise<{ acte: ActeLu; piece: PieceLue; chemin: string }> {
      await engager('1 000');
      const { corps: acte } = await ca.dd.post<ActeLu>('/api/actes-financement', {
        ...{ cooperativeId: ca.id, structureId: s[0], annee: ANNEE, duree: 1, demandeLe: '2026-01-05' },
      });
      const formulaire = new FormData();
      formulaire.set('fichier', new Blob(['Je demande une subvention.']), 'demande.txt');
      const chemin = `/api/pieces?objet=ACTE_FINANCEMENT&objetId=${acte.id}`;
      const { corps: piece } = await ca.dd.post<PieceLue>(chemin, formulaire);
      return { acte, piece, chemin };
    }
    const signer = (acte: ActeLu) =>
      ca.dd.post<ActeLu & Probleme>(`/api/actes-financement/${acte.id}/signature`, {
        signeLe: '2026-03-01',
        version: acte.version,
      });

    it('is taken away from a draft, and stays once the act is signed', async () => {
      const { acte, piece, chemin } = await demande();
      expect(piece.retirable).toBe(true);
      expect((await signer(acte)).statut).toBe(200);
      expect((await ca.dd.get<PiecesLues>(chemin)).corps.pieces.map(({ retirable }) => retirable)).toEqual([false]);
      const refus = await ca.dd.delete<Probleme>(`/api/pieces/${piece.id}`);
      expect([refus.statut, refus.corps.code]).toEqual([409, 'ETAT_INCOMPATIBLE']);
      expect(refus.corps.detail).toContain('ne se retire plus');
      // The second lock, without the service.
      await expect(sous(ca.dd, 'DELETE FROM piece WHERE id = $1', [piece.id])).rejects.toThrow('garde la demande');
      await expect(api.proprietaire.query('DELETE FROM piece WHERE id = $1', [piece.id])).rejects.toThrow(
        'garde la demande',
      );

      const projet = await demande().catch(() => null);
      expect(projet && (await ca.dd.delete(`/api/pieces/${projet.piece.id}`)).statut).toBe(204);
    });

    it('taken away while the act is being signed leaves either the act or the request, never an act without it', async () => {
      const { acte, piece } = await demande();
      const [signature, retrait] = await Promise.all([signer(acte), ca.dd.delete(`/api/pieces/${piece.id}`)]);
      const { corps } = await ca.dd.get<ActeLu>(`/api/actes-financement/${acte.id}`);
      expect([signature.statut === 200, retrait.statut === 204].filter(Boolean)).toHaveLength(1);
      expect(corps.lettres).toBe(corps.etat === 'SIGNE' ? 1 : 0);
    });
  });

  describe('what was paid and not spent', () => {
    const versement = (id: string, montant: number, genre = 'VERSEMENT', verseLe: string | null = '2026-05-02') =>
      ca.dd.post<EngagementLu & Probleme>(`/api/engagements/${id}/versements`, {
        ...{ genre, montant, prevuLe: '2026-05-01', verseLe },
      });
    const corriger = (e: EngagementLu, suite: object) => {
      const { structureId, annee, nature, montant, version, depense, suiteNonDepense } = e;
      return ca.dd.patch<EngagementLu & Probleme>(`/api/engagements/${e.id}`, {
        ...{ structureId, annee, nature, montant, version, depense, suiteNonDepense },
        ...suite,
      });
    };
    const solde = async (depense: number | null = 900, suiteNonDepense: string | null = 'REPORT') => {
      const engagement = await engager(1000);
      await versement(engagement.id, 1000);
      return (await corriger(engagement, { depense, suiteNonDepense })).corps;
    };
    const reporter = (e: EngagementLu, qui = ca.dd, version = e.version) =>
      qui.post<EngagementLu & Probleme>(`/api/engagements/${e.id}/report`, { version });
    const relire = async ({ id }: EngagementLu) => (await ca.dd.get<EngagementLu>(`/api/engagements/${id}`)).corps;

    it('is carried over once to the next year, already granted and already paid', async () => {
      const origine = await solde();
      const envois = await Promise.all([reporter(origine), reporter(origine), reporter(origine)]);
      expect(envois.map(({ statut }) => statut).sort()).toEqual([201, 409, 409]);
      const cree = envois.find(({ statut }) => statut === 201)?.corps as EngagementLu;
      expect(cree).toMatchObject({
        ...{ annee: ANNEE + 1, montant: 100, nature: 'ARS_FIR', structureId: s[0], reporteDe: origine.id },
        ...{ verse: 0, solde: 0, objet: 'Report de 2026' },
      });
      expect((await relire(origine)).report).toEqual({ id: cree.id, annee: ANNEE + 1, montant: 100 });
      expect((await reporter(origine)).corps.detail).toContain('déjà reporté sur 2027');
      const { corps: suivante } = await ca.dd.get<FinancementLu>(
        `/api/cooperatives/${ca.id}/financement?annee=${ANNEE + 1}`,
      );
      expect(suivante.engage).toBe(100);
      expect(suivante.parStructure?.[0]).toMatchObject({ subventionsArs: 0, subventionsRegion: 0, forme: null });
      const { corps: totaux } = await ca.dd.get<TotauxFinancement>(
        `/api/engagements/totaux?cooperative=${ca.id}&axe=annee&annee=${ANNEE + 1}`,
      );
      expect(totaux.total).toMatchObject({ montant: 100, subventionsArs: 0, verse: 0, solde: 0 });
      const trop = await versement(cree.id, 1, 'VERSEMENT', null);
      expect(trop.corps.erreurs?.[0]?.message).toContain('dépasseraient de 0,01');
    });

    it('holds its origin still, and follows it, until the carrying over is taken back', async () => {
      const origine = await solde();
      const { corps: cree } = await reporter(origine);
      for (const refus of [
        await corriger(await relire(origine), { depense: 950 }),
        await corriger(await relire(origine), { suiteNonDepense: 'REVERSEMENT' }),
        await versement(origine.id, 10, 'REVERSEMENT'),
        await ca.dd.delete<Probleme>(`/api/engagements/${origine.id}`),
        await ca.dd.delete<Probleme>(`/api/engagements/${origine.id}/versements/${origine.versements[0]?.id}`),
      ]) {
        expect([refus.statut, refus.corps.detail]).toEqual([409, expect.stringContaining('est reporté sur 2027')]);
      }
      expect((await corriger(cree, { montant: 99 })).corps.detail).toContain('suivent son origine');
      expect((await ca.dd.delete(`/api/engagements/${cree.id}`)).statut).toBe(204);
      expect((await corriger(await relire(origine), { depense: 950 })).corps.nonDepense).toBe(50);
      expect((await reporter(await relire(origine))).corps.montant).toBe(50);
    });

    it('is not carried over when there is nothing to, nor by who does not keep the money, nor for who leaves the CA', async () => {
      for (const [e, raison] of [
        [await solde(null), 'pas connu'],
        [await solde(1000), 'rien n’est à reporter'],
        [await solde(900, 'REVERSEMENT'), 'pas à reporter'],
      ] as const) {
        const { statut, corps } = await reporter(e);
        expect([statut, corps.detail]).toEqual([409, expect.stringContaining(raison)]);
      }
      const origine = await solde();
      for (const qui of [partenaire, ...autres]) expect([403, 404]).toContain((await reporter(origine, qui)).statut);
      expect((await reporter(origine, ca.dd, origine.version - 1)).corps.code).toBe('VERSION_PERIMEE');
      await api.proprietaire.query(`UPDATE adhesion SET fin = '2026-12-31' WHERE cooperative_id = $1`, [ca.id]);
      expect((await reporter(origine)).corps.erreurs?.[0]?.message).toContain(
        'n’est pas membre de la coopérative en 2027',
      );
    });

    it('is paid back up to what is left, planned ones included', async () => {
      const { id } = await solde(900, 'REVERSEMENT');
      expect((await versement(id, 60, 'REVERSEMENT', null)).statut).toBe(201);
      const trop = await versement(id, 41, 'REVERSEMENT');
      expect(trop.corps.erreurs?.[0]?.message).toContain('au plus 0,40\u00a0€');
      expect((await versement(id, 40, 'REVERSEMENT')).statut).toBe(201);
      expect((await versement(id, 1, 'REVERSEMENT')).corps.erreurs?.[0]?.message).toContain('rien à reverser');
    });
  });

  it('shows on the home page of the delegation the décisions that the year has outgrown, until a convention follows', async () => {
    const acte = async (reference: string) => {
      const { corps } = await ca.dd.post<ActeLu>('/api/actes-financement', {
        ...{ cooperativeId: ca.id, structureId: s[0], annee: ANNEE, duree: 1, demandeLe: '2026-01-05', reference },
      });
      const formulaire = new FormData();
      formulaire.set('fichier', new Blob(['Je demande une subvention.']), 'demande.txt');
      await ca.dd.post(`/api/pieces?objet=ACTE_FINANCEMENT&objetId=${corps.id}`, formulaire);
      const version = corps.version;
      expect(
        (await ca.dd.post(`/api/actes-financement/${corps.id}/signature`, { signeLe: '2026-03-01', version })).statut,
      ).toBe(200);
    };
    const dues = async (qui: Appelant) =>
      (await qui.get<AccueilLu>('/api/accueil')).corps.aFaire.filter(
        ({ genre, lien }) => genre === 'DECISION_A_REPRENDRE' && lien.includes(ca.id),
      );
    await engager('11 500,00');
    await acte('D-7');
    await engager('11 499,99');
    expect(await dues(ca.dd)).toEqual([]);
    // The cent that crosses is in another CA of the region, which the delegation does not read.
    const voisine = await f.cooperative({ departementCode: '92', structures: [s[0] ?? ''] });
    await voisine.dd.post('/api/engagements', {
      ...{ cooperativeId: voisine.id, structureId: s[0], annee: ANNEE, nature: 'ARS_AUTRE', montant: 1 },
    });
    expect(await dues(ca.dd)).toMatchObject([
      {
        titre: 'Établir la convention de financement de Au devant, 2026',
        detail: expect.stringContaining('décision nº\u00a0D-7'),
        lien: `/cooperatives/${ca.id}/financement?annee=2026`,
      },
    ]);
    for (const qui of [partenaire, ...autres, voisine.dd]) expect(await dues(qui)).toEqual([]);
    await acte('C-8');
    expect(await dues(ca.dd)).toEqual([]);
  });
});
