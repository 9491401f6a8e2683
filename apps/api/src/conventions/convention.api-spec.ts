import { createHash } from 'node:crypto';
import {
  MODELE_DU_GUIDE,
  type ActeLu,
  type ConventionLue,
  type ModeleLu,
  type TexteConsolide,
} from '@coopilote/domain/conventions';
import type { CaFaite } from '../../test/fabrique';
import { acteDe, AUJOURDHUI, FabriqueConventions } from '../../test/fabrique-conventions';
import { Api, REGION, type Appelant } from '../../test/harness';

describe('convention de partenariat', () => {
  let api: Api;
  let s: FabriqueConventions;
  let ca: CaFaite;
  let president: Appelant;
  let habitant: Appelant;
  let etranger: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    s = await FabriqueConventions.make(api);
    ({ ca, president } = s);
    habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    etranger = (await s.f.cooperative({ departementCode: '92' })).dd;
  });
  afterAll(() => api.stop());

  it('draws its draft from the programme: parties, objectives, one table an action', async () => {
    const convention = await s.creer();
    expect(convention.parties.map((p) => [p.genre, p.nom])).toEqual([
      ['ARS', 'Agence régionale de santé Île-de-France'],
      ['STRUCTURE', 'CSAPA de Bondy'],
      ['STRUCTURE', 'Mairie de Bondy'],
    ]);
    const acte = await s.lire(acteDe(convention));
    expect(acte).toMatchObject({ etat: 'BROUILLON', nom: 'Convention', manques: [] });
    const texte = JSON.stringify(acte.articles);
    for (const mot of [
      'renoncement aux soins',
      'Aller vers les jeunes',
      'Consultations avancées',
      'Une psychologue',
      'un an',
    ])
      expect(texte).toContain(mot);
  });

  it('keeps a draft from who does not write it, and everything from who is elsewhere', async () => {
    const convention = await s.creer();
    const id = acteDe(convention);
    for (const qui of [president, habitant, etranger]) expect((await qui.get(`/api/actes/${id}`)).statut).toBe(404);
    await s.passer(id, 'RELECTURE');
    expect((await habitant.get(`/api/actes/${id}`)).statut).toBe(200);
    expect((await etranger.get(`/api/conventions/${convention.id}`)).statut).toBe(404);
    expect((await habitant.post(`/api/actes/${id}/remarques`, { article: '1', texte: 'Non' })).statut).toBe(403);
    const remarque = await president.post<ActeLu>(`/api/actes/${id}/remarques`, {
      article: '4.1',
      texte: 'Ajouter la mairie',
    });
    expect(remarque.corps.remarques).toMatchObject([
      { article: '4.1', texte: 'Ajouter la mairie', structure: 'CSAPA de Bondy', traitee: false },
    ]);
    expect((await president.post(`/api/actes/${id}/transitions`, { vers: 'PRET', version: 1 })).statut).toBe(403);
  });

  it('refuses a text that is not whole with all that it misses, and a variable that does not exist with its place', async () => {
    const { corps } = await ca.dd.post<ConventionLue>('/api/conventions', { cooperativeId: ca.id, dureeMois: 12 });
    const id = acteDe(corps);
    await s.passer(id, 'RELECTURE');
    const refus = await s.passer(id, 'PRET');
    expect(refus.statut).toBe(422);
    expect(JSON.stringify(refus.corps)).toContain('indiquez qui la représente');
    const { version } = await s.lire(id);
    const faute = await ca.dd.patch(`/api/actes/${id}`, {
      textes: [{ cle: '1', texte: '<p>Ici</p><p>{{programe}}</p>' }],
      version,
    });
    expect(faute.statut).toBe(422);
    expect(JSON.stringify(faute.corps)).toContain('Article\u00a01, paragraphe 2');
  });

  it('is signed by its parties on paper and by code, takes effect with the last, and never changes again', async () => {
    const convention = await s.creer();
    const id = acteDe(convention);
    const [ars, csapa, mairie] = convention.parties;
    const acte = await s.enSignature(id);
    expect(acte.empreinte).toMatch(/^[0-9a-f]{64}$/);
    const fichier = await fetch(`${api.racine}/api/actes/${id}/document.pdf`, { headers: ca.dd.entetes });
    const octets = Buffer.from(await fichier.arrayBuffer());
    expect(createHash('sha256').update(octets).digest('hex')).toBe(acte.empreinte);

    // Refused: a date before the text, one of tomorrow, a scan that is no document, somebody without authority.
    expect((await s.deposer(id, ars?.id ?? '', '2020-01-01')).statut).toBe(422);
    expect((await s.deposer(id, ars?.id ?? '', '2099-01-01')).statut).toBe(422);
    const texte = await s.copie(id, 'un texte', 'copie.txt');
    const faux = await ca.dd.post(`/api/actes/${id}/signatures`, {
      partieId: ars?.id,
      signeLe: AUJOURDHUI,
      pieceId: texte.id,
    });
    expect([faux.statut, JSON.stringify(faux.corps)]).toEqual([422, expect.stringContaining('PDF')]);
    const sansPouvoir = await president.post(`/api/actes/${id}/codes`, { partieId: mairie?.id });
    expect([sansPouvoir.statut, JSON.stringify(sansPouvoir.corps)]).toEqual([422, expect.stringContaining('désignée')]);

    expect((await s.deposer(id, ars?.id ?? '')).statut).toBe(200);
    expect((await s.deposer(id, ars?.id ?? '')).statut).toBe(409);
    expect((await president.post(`/api/actes/${id}/codes`, { partieId: csapa?.id })).statut).toBe(204);
    const bon = await s.code();
    const mauvais = bon === '000000' ? '000001' : '000000';
    const essai = await president.post(`/api/actes/${id}/signatures-en-ligne`, { partieId: csapa?.id, code: mauvais });
    expect([essai.statut, JSON.stringify(essai.corps)]).toEqual([422, expect.stringContaining('4 essais')]);
    const signe = await president.post<ActeLu>(`/api/actes/${id}/signatures-en-ligne`, {
      partieId: csapa?.id,
      code: bon,
    });
    expect([signe.statut, signe.corps.etat]).toEqual([200, 'EN_SIGNATURE']);
    expect(signe.corps.recueil.find((s) => s.partieId === csapa?.id)).toMatchObject({
      mode: 'EN_LIGNE',
      empreinte: acte.empreinte,
    });
    expect((await s.deposer(id, mairie?.id ?? '')).corps).toMatchObject({ etat: 'SIGNE', effet: AUJOURDHUI });

    const lue = (await ca.dd.get<ConventionLue>(`/api/conventions/${convention.id}`)).corps;
    expect(lue).toMatchObject({ etat: 'EN_VIGUEUR', differences: [] });
    // R7, by the API for every role and by the database.
    for (const qui of [ca.dd, president]) {
      const { statut } = await qui.patch(`/api/actes/${id}`, {
        textes: [{ cle: '1', texte: '<p>Autre</p>' }],
        version: 6,
      });
      expect([403, 409]).toContain(statut);
    }
    const reecrire = (sql: string) =>
      api.base.run({ genre: 'personne', utilisateurId: ca.dd.utilisateurId }, (ctx) => ctx.query(sql, [id]));
    await expect(reecrire(`UPDATE acte_texte SET contenu = '{}' WHERE acte_id = $1`)).rejects.toThrow(
      'ne se réécrit pas',
    );
    await expect(reecrire(`UPDATE acte SET objet = 'Autre' WHERE id = $1`)).rejects.toThrow('ne change plus');
    await expect(reecrire(`DELETE FROM signature WHERE acte_id = $1`)).rejects.toThrow('permission denied');
    await expect(s.f.sql(`UPDATE acte_texte SET fichier = '\\x00' WHERE acte_id = $1`, [id])).rejects.toThrow(
      'ne se réécrit pas',
    );
  });

  it('gives its effect once when two parties sign at the same instant', async () => {
    const convention = await s.creer();
    const id = acteDe(convention);
    await s.enSignature(id);
    const [premiere, ...reste] = convention.parties;
    await s.deposer(id, premiere?.id ?? '');
    const pieces = await Promise.all(reste.map(() => s.copie(id)));
    const reponses = await Promise.all(
      reste.map((p, rang) =>
        ca.dd.post(`/api/actes/${id}/signatures`, { partieId: p.id, signeLe: AUJOURDHUI, pieceId: pieces[rang]?.id }),
      ),
    );
    expect(reponses.map((r) => r.statut)).toEqual([200, 200]);
    expect(await s.lire(id)).toMatchObject({ etat: 'SIGNE', signatures: 3 });
  });

  it('shows what the programme says otherwise than the signed text, and an avenant carries it (R7)', async () => {
    const convention = await s.creer();
    await s.enSignature(acteDe(convention));
    await s.signerTous(acteDe(convention));
    await s.f.sql(`UPDATE fiche_action SET lieux = 'Bondy et Pantin' WHERE id = $1`, [s.action]);
    const lue = (await ca.dd.get<ConventionLue>(`/api/conventions/${convention.id}`)).corps;
    expect(lue.differences).toMatchObject([
      { genre: 'ACTION', objet: 'Consultations avancées', avant: 'Bondy', apres: 'Bondy et Pantin' },
    ]);
    const { statut, corps: avenant } = await ca.dd.post<ActeLu>(`/api/conventions/${convention.id}/avenants`, {
      genre: 'AVENANT',
      objet: 'Les consultations gagnent Pantin.',
    });
    expect([statut, avenant.nom, avenant.differences.length]).toEqual([201, 'Avenant nº\u00a01', 1]);
    expect(
      (await ca.dd.post(`/api/conventions/${convention.id}/avenants`, { genre: 'AVENANT', objet: 'X' })).statut,
    ).toBe(409);
    await s.enSignature(avenant.id);
    await s.signerTous(avenant.id);
    const texte = async (jour: string) =>
      (await habitant.get<TexteConsolide>(`/api/conventions/${convention.id}/texte?jour=${jour}`)).corps;
    expect(JSON.stringify((await texte(AUJOURDHUI)).articles)).toContain('Bondy et Pantin');
    expect((await habitant.get(`/api/conventions/${convention.id}/texte?jour=2020-01-01`)).statut).toBe(409);
    const apres = (await ca.dd.get<ConventionLue>(`/api/conventions/${convention.id}`)).corps;
    expect(apres).toMatchObject({ differences: [], etat: 'EN_VIGUEUR' });
    await s.f.sql(`UPDATE fiche_action SET lieux = 'Bondy' WHERE id = $1`, [s.action]);
  });

  it('is renewed expressly, and ended one month after the letter (R6, R8)', async () => {
    const convention = await s.creer();
    await s.enSignature(acteDe(convention));
    await s.signerTous(acteDe(convention));
    const renouvellement = await ca.dd.post<ActeLu>(`/api/conventions/${convention.id}/avenants`, {
      genre: 'RENOUVELLEMENT',
      objet: 'Le bilan annuel est favorable.',
      dureeMois: 24,
    });
    expect(renouvellement.corps.dureeMois).toBe(24);
    await s.enSignature(renouvellement.corps.id);
    await s.signerTous(renouvellement.corps.id);
    const lue = (await ca.dd.get<ConventionLue>(`/api/conventions/${convention.id}`)).corps;
    expect(lue.periodes).toHaveLength(2);
    const fin = {
      partieId: lue.parties[1]?.id,
      recueLe: AUJOURDHUI,
      motif: 'Fin du financement',
      version: lue.version,
    };
    expect((await president.post(`/api/conventions/${convention.id}/resiliation`, fin)).statut).toBe(403);
    expect(
      (await ca.dd.post(`/api/conventions/${convention.id}/resiliation`, { ...fin, recueLe: '2099-01-01' })).statut,
    ).toBe(422);
    const finie = await ca.dd.post<ConventionLue>(`/api/conventions/${convention.id}/resiliation`, fin);
    expect([finie.statut, finie.corps.etat, finie.corps.resiliation?.partie]).toEqual([
      200,
      'EN_VIGUEUR',
      'CSAPA de Bondy',
    ]);
    expect(finie.corps.resiliation?.effet.slice(0, 7)).not.toBe(AUJOURDHUI.slice(0, 7));
  });

  it('is made from its region’s template, versions kept; another edit in the meantime is not lost', async () => {
    const admin = await api.personne('ADMIN_REGIONAL');
    const adresse = `/api/regions/${REGION}/modele-convention`;
    const { corps: lu } = await admin.get<ModeleLu>(adresse);
    const articles = MODELE_DU_GUIDE.map((a) => (a.cle === '3' ? { ...a, texte: '<p>Selon {{programme}}.</p>' } : a));
    const saisie = { articles, motif: 'Article 3 raccourci', numero: lu.numero };
    expect((await ca.dd.put(adresse, saisie)).statut).toBe(403);
    const sauve = await admin.put<ModeleLu>(adresse, saisie);
    expect([sauve.statut, sauve.corps.numero, sauve.corps.versions[0]?.motif]).toEqual([
      200,
      lu.numero + 1,
      'Article 3 raccourci',
    ]);
    expect((await admin.put(adresse, saisie)).statut).toBe(409);
    const convention = await s.creer();
    const article = (await s.lire(acteDe(convention))).articles.find((a) => a.cle === '3');
    expect(JSON.stringify(article)).toMatch(/Selon [^{]/);
  });
});
