import type { Page, Probleme } from '@coopilote/domain/commun';
import type { CoutLu, MiseADispositionLue, MisesLues, PeriodeLue } from '@coopilote/domain/financement';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const BASE = '/api/mises-a-disposition';
type Lue = MiseADispositionLue & Probleme;

describe('mises à disposition', () => {
  let api: Api;
  let f: Fabrique;
  let ca: CaFaite;
  let s: string[];
  let employeur: Appelant;
  let beneficiaire: Appelant;
  let tiers: Appelant;
  let evaluateur: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  beforeEach(async () => {
    s = [
      await f.structure({ nom: 'Hôpital' }),
      await f.structure({ nom: 'Au devant' }),
      await f.structure({ nom: 'Tiers' }),
    ];
    ca = await f.cooperative({ structures: s });
    [employeur, beneficiaire, tiers] = (await Promise.all(
      s.map((structureId) => api.personne('PARTENAIRE', { structureId })),
    )) as [Appelant, Appelant, Appelant];
    evaluateur = await api.personne('EVALUATEUR_REGIONAL');
  });
  afterAll(() => api.stop());

  const saisie = (autre: object = {}) => ({
    ...{ genre: 'PERSONNEL', intitule: 'Diététicienne partagée', fonction: 'Diététicienne', quotite: 5000 },
    ...{ debut: '2025-01-01', fin: '2027-12-31', tva: true, tauxTva: 2000 },
    ...{ clePreteur: 3333, beneficiaires: [{ structureId: s[1], cle: 6667 }] },
    couts: [{ annee: 2025, poste: 'SALAIRE', prevu: 2_000_000 }],
    ...{ obligationsPreteur: 'Payer le salaire', obligationsBeneficiaires: 'Accueillir' },
    ...autre,
  });
  const creer = async (qui: Appelant = employeur, autre: object = {}) =>
    (await qui.post<Lue>(BASE, { cooperativeId: ca.id, structureId: s[0], ...saisie(autre) })).corps;
  const lire = async (id: string, qui: Appelant = ca.dd) => (await qui.get<Lue>(`${BASE}/${id}`)).corps;
  const passer = async (qui: Appelant, { id }: { id: string }, vers: string, suite: object = {}) => {
    const { version } = await lire(id);
    return qui.post<Lue>(`${BASE}/${id}/transitions`, { vers, version, ...suite });
  };
  const approuver = async (qui: Appelant, id: string, rang: number, suite: object = {}) => {
    const { parties } = await lire(id);
    const version = parties.find((p) => p.structureId === s[rang])?.version;
    return qui.put<Lue>(`${BASE}/${id}/approbations/${s[rang]}`, { version, ...suite });
  };
  const APPROUVE = { cseLe: '2025-01-05', deliberationLe: '2025-01-10', avenantLe: '2025-01-12' };
  const signer = async (autre: object = {}) => {
    const mise = await creer(employeur, autre);
    await passer(employeur, mise, 'A_APPROUVER');
    await approuver(employeur, mise.id, 0, APPROUVE);
    await approuver(beneficiaire, mise.id, 1, { cseSansObjet: 'Moins de onze salariés', deliberationLe: '2025-01-11' });
    await approuver(employeur, mise.id, 0, { ...APPROUVE, signeLe: '2025-01-15' });
    const { corps } = await approuver(beneficiaire, mise.id, 1, {
      ...{ cseSansObjet: 'Moins de onze salariés', deliberationLe: '2025-01-11', signeLe: '2025-01-20' },
    });
    return corps;
  };
  const phrase = ({ erreurs, detail }: Probleme) => erreurs?.[0]?.message ?? detail;

  const sansPrevu = ({ prevu: _, ...cout }: CoutLu) => cout;

  describe('its draft', () => {
    it('has keys that make 100,00 %, or says what is missing', async () => {
      const manque = await creer(employeur, { clePreteur: 2083 });
      expect(phrase(manque)).toContain('il manque 12,50\u00a0%');
      expect(phrase(await creer(employeur, { clePreteur: 3633 }))).toContain('3,00\u00a0% de trop');
      expect((await creer()).parties.map(({ cle }) => cle)).toEqual([3333, 6667]);
    });

    it.each([
      [{ fonction: null }, 'fonction'],
      [{ genre: 'MOYENS' }, 'moyens'],
      [{ tauxTva: null }, 'tauxTva'],
      [{ fin: '2024-12-31' }, 'fin'],
      [{ couts: [{ annee: 2030, poste: 'SALAIRE', prevu: 1 }] }, 'couts.0.annee'],
      [{ beneficiaires: [] }, 'beneficiaires'],
    ])('%j is refused on its field', async (autre, champ) => {
      expect((await creer(employeur, autre)).erreurs?.map((e) => e.champ)).toContain(champ);
    });

    it('is between members of the CA', async () => {
      const autre = await f.structure();
      const refusee = await creer(employeur, { beneficiaires: [{ structureId: autre, cle: 6667 }] });
      expect(refusee.erreurs?.[0]?.champ).toBe('beneficiaires.0.structureId');
    });

    it('is the lender’s and the delegation’s alone until it is sent', async () => {
      const mise = await creer();
      expect((await beneficiaire.get(`${BASE}/${mise.id}`)).statut).toBe(404);
      expect((await evaluateur.get(`${BASE}/${mise.id}`)).statut).toBe(200);
      await passer(employeur, mise, 'A_APPROUVER');
      expect((await beneficiaire.get(`${BASE}/${mise.id}`)).statut).toBe(200);
      // Who writes for the beneficiary hears of it, the lender being unable to read its accounts; nobody else does.
      const avis = await f.sql<{ qui: string }>(
        `SELECT utilisateur_id AS qui FROM notification WHERE genre = 'MISE_A_APPROUVER' AND lien LIKE '%' || $1`,
        [mise.id],
      );
      expect(avis.map(({ qui }) => qui)).toEqual([beneficiaire.utilisateurId]);
    });

    it('is whole before the boards are asked', async () => {
      const mise = await creer(employeur, { couts: [], obligationsPreteur: null });
      const { corps, statut } = await passer(employeur, mise, 'A_APPROUVER');
      expect([statut, phrase(corps)]).toEqual([409, expect.stringContaining('un coût prévu, les engagements')]);
    });

    it('is written over by nobody who has not seen it, and taken away by its writer', async () => {
      const mise = await creer();
      const ecrire = (version: number) => employeur.patch<Lue>(`${BASE}/${mise.id}`, { ...saisie(), version });
      expect((await ecrire(1)).corps.version).toBe(2);
      expect((await ecrire(1)).corps.code).toBe('VERSION_PERIMEE');
      expect((await employeur.delete(`${BASE}/${mise.id}`)).statut).toBe(204);
      expect((await employeur.get(`${BASE}/${mise.id}`)).statut).toBe(404);
    });
  });

  describe('who', () => {
    it('is not a party sees neither it nor its amounts, anywhere', async () => {
      const mise = await signer();
      const copilote = await api.personne('COPILOTE', { cooperativeId: ca.id });
      const habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
      const externe = await api.personne('EVALUATEUR_EXTERNE', { cooperativeId: ca.id });
      for (const qui of [tiers, copilote, habitant, externe]) {
        expect([403, 404]).toContain((await qui.get(`${BASE}/${mise.id}`)).statut);
        expect([403, 404]).toContain((await qui.get(`${BASE}/${mise.id}/document.pdf`)).statut);
      }
      expect((await tiers.get<MisesLues>(`${BASE}?cooperative=${ca.id}`)).corps.mises).toEqual([]);
      const histoire = await tiers.get<Page<{ objet: string }>>(`/api/historique?cooperative=${ca.id}&taille=500`);
      expect(histoire.corps.lignes.filter(({ objet }) => /mise/.test(objet))).toEqual([]);
      const compte = await api.base.run({ genre: 'personne', utilisateurId: tiers.utilisateurId }, async (ctx) =>
        ctx.query<{ n: number }>(
          `SELECT (SELECT count(*) FROM mise_a_disposition) + (SELECT count(*) FROM partie_mise)
             + (SELECT count(*) FROM cout_mise) + (SELECT count(*) FROM appel_mise) AS n`,
        ),
      );
      expect(Number(compte[0]?.n)).toBe(0);
    });

    it('benefits reads, records its own approval, and writes nothing else', async () => {
      const mise = await creer();
      await passer(employeur, mise, 'A_APPROUVER');
      const lue = await lire(mise.id, beneficiaire);
      expect([lue.redigeable, ...lue.parties.map(({ approuvable }) => approuvable)]).toEqual([false, false, true]);
      expect((await passer(beneficiaire, mise, 'BROUILLON')).statut).toBe(403);
      expect((await approuver(beneficiaire, mise.id, 0, APPROUVE)).statut).toBe(403);
      expect((await approuver(employeur, mise.id, 1, APPROUVE)).statut).toBe(403);
      expect((await approuver(ca.dd, mise.id, 1, APPROUVE)).statut).toBe(200);
      expect((await approuver(evaluateur, mise.id, 1, APPROUVE)).statut).toBe(403);
      const autre = await beneficiaire.post(BASE, { cooperativeId: ca.id, structureId: s[0], ...saisie() });
      expect(autre.statut).toBe(403);
    });

    it('may begin one is told by the list', async () => {
      const preteurs = async (qui: Appelant) =>
        (await qui.get<MisesLues>(`${BASE}?cooperative=${ca.id}`)).corps.preteurs.map(({ structure }) => structure);
      expect(await preteurs(ca.dd)).toEqual(['Au devant', 'Hôpital', 'Tiers']);
      expect(await preteurs(tiers)).toEqual(['Tiers']);
      expect(await preteurs(evaluateur)).toEqual([]);
    });
  });

  describe('its signature', () => {
    it('waits for each approval, and says which is missing', async () => {
      const mise = await creer();
      expect((await approuver(employeur, mise.id, 0, APPROUVE)).statut).toBe(409);
      const { corps } = await passer(employeur, mise, 'A_APPROUVER');
      expect(corps.manques).toHaveLength(5);
      await approuver(employeur, mise.id, 0, { ...APPROUVE, avenantLe: null });
      const tot = await approuver(employeur, mise.id, 0, { ...APPROUVE, avenantLe: null, signeLe: '2025-01-15' });
      expect(phrase(tot.corps)).toContain('Hôpital\u00a0: avenant au contrat de travail');
      expect(phrase(tot.corps)).toContain('Au devant\u00a0: délibération du conseil d’administration');
    });

    it('follows the board, which follows the CSE', async () => {
      const mise = await creer();
      await passer(employeur, mise, 'A_APPROUVER');
      const cse = await approuver(employeur, mise.id, 0, { cseLe: '2025-02-01', deliberationLe: '2025-01-10' });
      expect(cse.corps.erreurs?.[0]?.champ).toBe('cseLe');
      const avenir = await approuver(employeur, mise.id, 0, { deliberationLe: '2099-01-01' });
      expect(avenir.corps.erreurs?.[0]?.champ).toBe('deliberationLe');
    });

    it('is complete with the last party, and then nothing changes any more, in the database either', async () => {
      const mise = await signer();
      expect([mise.etat, mise.signeeLe, mise.manques]).toEqual(['SIGNEE', '2025-01-20', []]);
      const ecrite = await ca.dd.patch(`${BASE}/${mise.id}`, { ...saisie(), version: mise.version });
      expect(ecrite.statut).toBe(409);
      expect((await ca.dd.delete(`${BASE}/${mise.id}`)).statut).toBe(409);
      expect((await approuver(ca.dd, mise.id, 0, APPROUVE)).statut).toBe(409);
      for (const texte of [
        `UPDATE mise_a_disposition SET intitule = 'Autre' WHERE id = $1`,
        `UPDATE mise_a_disposition SET fige = '{}' WHERE id = $1`,
        `UPDATE mise_a_disposition SET etat = 'BROUILLON', fige = NULL, empreinte = NULL WHERE id = $1`,
        `UPDATE partie_mise SET cle = 5000 WHERE mise_id = $1`,
        `UPDATE partie_mise SET signe_le = NULL WHERE mise_id = $1`,
        `DELETE FROM partie_mise WHERE mise_id = $1`,
        `UPDATE cout_mise SET prevu = 1 WHERE mise_id = $1`,
        `DELETE FROM mise_a_disposition WHERE id = $1`,
      ]) {
        await expect(api.proprietaire.query(texte, [mise.id])).rejects.toThrow(/ne se réécrit pas|ne changent que/);
      }
    });

    it('is refused by the database when an approval is missing, and keys that are not whole are not sent', async () => {
      const mise = await creer();
      await expect(
        api.proprietaire.query(`UPDATE partie_mise SET signe_le = '2025-01-15' WHERE mise_id = $1`, [mise.id]),
      ).rejects.toThrow(/ne changent que/);
      await passer(employeur, mise, 'A_APPROUVER');
      await expect(
        api.proprietaire.query(`UPDATE partie_mise SET signe_le = '2025-01-15' WHERE mise_id = $1`, [mise.id]),
      ).rejects.toThrow(/une fois approuvée/);
      const boiteux = await creer();
      await api.proprietaire.query(`UPDATE partie_mise SET cle = 1 WHERE mise_id = $1 AND rang = 0`, [boiteux.id]);
      await expect(
        api.proprietaire.query(
          `UPDATE mise_a_disposition SET etat = 'A_APPROUVER', fige = '{}', empreinte = 'x' WHERE id = $1`,
          [boiteux.id],
        ),
      ).rejects.toThrow(/100,00 %/);
    });

    it('asks each board again when the text goes back to its draft', async () => {
      const mise = await creer();
      await passer(employeur, mise, 'A_APPROUVER');
      await approuver(employeur, mise.id, 0, APPROUVE);
      const { corps } = await passer(employeur, mise, 'BROUILLON');
      expect([corps.etat, corps.parties[0]?.deliberationLe]).toEqual(['BROUILLON', null]);
    });
  });

  describe('its invoices', () => {
    const couter = async (mise: Lue, reel: number, qui: Appelant = employeur) => {
      const { couts, version } = await lire(mise.id);
      return qui.put<Lue>(`${BASE}/${mise.id}/couts-reels`, {
        version,
        couts: couts.map((c) => ({ ...sansPrevu(c), reel })),
      });
    };
    const repartir = (mise: Lue, cout: number, debut = '2025-01-01', fin = '2025-06-30') =>
      employeur.post<Lue>(`${BASE}/${mise.id}/periodes`, { debut, fin, cout });
    const facturer = (mise: Lue, { appels }: PeriodeLue, suite: object) =>
      employeur.patch<Lue>(`${BASE}/${mise.id}/appels/${appels[0]?.id}`, { version: appels[0]?.version, ...suite });

    it('wait for the signature', async () => {
      const mise = await creer();
      expect((await repartir(mise, 1)).statut).toBe(409);
      expect((await couter(mise, 1)).statut).toBe(409);
    });

    it('share the real cost to the cent, with the VAT, and never above the cost of the year', async () => {
      const mise = await signer();
      expect(phrase((await repartir(mise, 100)).corps)).toContain('dépasse de 1,00\u00a0€ les coûts réels de 2025');
      await couter(mise, 100_001);
      const { corps } = await repartir(mise, 100_001);
      const [periode] = corps.periodes;
      expect([periode?.partPreteur, periode?.appels[0]?.ht]).toEqual([33_330, 66_671]);
      expect(periode?.appels[0]).toMatchObject({ tva: 13_334, ttc: 80_005, etat: 'PREVU', structure: 'Au devant' });
      expect(phrase((await repartir(mise, 1, '2025-07-01', '2025-07-31')).corps)).toContain('dépasse de 0,01\u00a0€');
      expect(phrase((await repartir(mise, 1)).corps)).toContain('en croise une autre');
      expect(phrase((await couter(mise, 100_000)).corps)).toContain('déjà répartis');
      await expect(
        api.proprietaire.query('UPDATE appel_mise SET ht = ht + 1, ttc = ttc + 1 WHERE mise_id = $1', [mise.id]),
      ).rejects.toThrow(/garde son montant/);
    });

    it('are of the amount due, or refused with the reason; then paid', async () => {
      const mise = await signer();
      await couter(mise, 100_000);
      const { corps } = await repartir(mise, 100_000);
      const [periode] = corps.periodes as [PeriodeLue];
      const facture = { factureLe: '2025-07-02', numero: 'F-12' };
      for (const montant of [66_671, 66_669]) {
        const refusee = await facturer(mise, periode, { ...facture, montant });
        expect([refusee.statut, phrase(refusee.corps)]).toEqual([422, expect.stringContaining('à l’euro près')]);
      }
      expect(
        (await facturer(mise, periode, { ...facture, numero: null, montant: 66_670 })).corps.erreurs?.[0]?.champ,
      ).toBe('numero');
      const facturee = (await facturer(mise, periode, { ...facture, montant: 66_670 })).corps.periodes[0] as PeriodeLue;
      expect(facturee.appels[0]).toMatchObject({ etat: 'FACTURE', numero: 'F-12' });
      expect((await employeur.delete(`${BASE}/${mise.id}/periodes/${periode.id}`)).statut).toBe(409);
      const payee = await facturer(mise, facturee, { ...facture, montant: 66_670, payeLe: '2025-08-01' });
      expect(payee.corps.periodes[0]?.appels[0]?.etat).toBe('PAYE');
      expect((await beneficiaire.delete(`${BASE}/${mise.id}/periodes/${periode.id}`)).statut).toBe(403);
    });

    it('count a cost that was not planned, which comes and goes', async () => {
      const mise = await signer();
      const ajout = { annee: 2025, poste: 'FRAIS', libelle: 'Trajets', reel: 5_000 };
      const ecrire = async (couts: object[]) =>
        (await employeur.put<Lue>(`${BASE}/${mise.id}/couts-reels`, { version: (await lire(mise.id)).version, couts }))
          .corps;
      const avec = await ecrire([...mise.couts.map(sansPrevu), ajout]);
      expect(avec.couts.map(({ prevu, reel }) => [prevu, reel])).toEqual([
        [2_000_000, null],
        [0, 5_000],
      ]);
      expect((await ecrire(mise.couts.map(sansPrevu))).couts).toHaveLength(1);
    });
  });

  describe('its end', () => {
    it('comes before its term with a reason', async () => {
      const mise = await signer();
      expect((await passer(employeur, mise, 'RESILIEE', { le: '2026-01-31' })).corps.erreurs?.[0]?.champ).toBe('motif');
      expect((await passer(employeur, mise, 'TERMINEE', { le: '2099-01-31' })).corps.erreurs?.[0]?.champ).toBe('le');
      const { corps } = await passer(employeur, mise, 'RESILIEE', { le: '2026-01-31', motif: 'Le poste est supprimé' });
      expect([corps.etat, corps.finEffective]).toEqual(['RESILIEE', '2026-01-31']);
    });

    it('comes when the one that replaces it is signed', async () => {
      const mise = await signer();
      const { corps: suite } = await employeur.post<Lue>(`${BASE}/${mise.id}/remplacement`, {});
      expect(suite).toMatchObject({
        etat: 'BROUILLON',
        remplace: { id: mise.id },
        parties: [{ cle: 3333 }, { cle: 6667 }],
      });
      expect((await employeur.post(`${BASE}/${mise.id}/remplacement`, {})).statut).toBe(409);
      const neuve = saisie({
        debut: '2026-01-01',
        couts: [{ annee: 2026, poste: 'SALAIRE', prevu: 10 }],
        version: suite.version,
      });
      await employeur.patch(`${BASE}/${suite.id}`, neuve);
      await passer(employeur, suite, 'A_APPROUVER');
      for (const rang of [0, 1]) await approuver(ca.dd, suite.id, rang, APPROUVE);
      for (const rang of [0, 1]) await approuver(ca.dd, suite.id, rang, { ...APPROUVE, signeLe: '2025-12-15' });
      const finie = await lire(mise.id);
      expect([finie.etat, finie.finEffective, finie.remplacee?.id]).toEqual(['TERMINEE', '2025-12-31', suite.id]);
    });
  });

  it('has its convention, in PDF and in Word', async () => {
    const mise = await signer();
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ]) {
      const { statut, entetes } = await beneficiaire.get(`${BASE}/${mise.id}/document.${format}`);
      expect([statut, entetes.get('content-type')]).toEqual([200, type]);
    }
  });
});
