import { createHash } from 'node:crypto';
import { jourAParis } from '@coopilote/domain/commun';
import {
  MODELE_DU_GUIDE,
  type ActeLu,
  type ConventionLue,
  type ModeleLu,
  type TexteConsolide,
} from '@coopilote/domain/conventions';
import type { PieceLue } from '@coopilote/domain/pieces';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, REGION, type Appelant } from '../../test/harness';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const aujourdhui = jourAParis(new Date());

describe('convention de partenariat', () => {
  let api: Api;
  let f: Fabrique;
  let ca: CaFaite;
  let structures: string[];
  let action: string;
  let president: Appelant;
  let habitant: Appelant;
  let etranger: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    structures = [await f.structure({ nom: 'CSAPA de Bondy' }), await f.structure({ nom: 'Mairie de Bondy' })];
    ca = await f.cooperative({ structures });
    const objectifId = await f.objectif(ca.id, 'Aller vers les jeunes');
    action = (
      await f.action(ca, structures[0] ?? '', {
        intitule: 'Consultations avancées',
        etat: 'VALIDEE',
        objectifId,
        publics: ['JEUNES'],
      })
    ).id;
    await f.sql(
      `UPDATE fiche_action SET contenu = 'Une demi-journée', lieux = 'Bondy', moyens_humains = 'Une psychologue' WHERE id = $1`,
      [action],
    );
    await f.sql(
      `INSERT INTO fiche_action_mode SELECT id, cooperative_id, departement_code, structure_id, $2 FROM fiche_action WHERE id = $1`,
      [action, await api.valeurListe('MODE_INTERVENTION', 'ATELIER')],
    );
    await f.sql(
      `UPDATE cooperative SET presentation = 'Le diagnostic montre un renoncement aux soins.' WHERE id = $1`,
      [ca.id],
    );
    president = await api.personne('PARTENAIRE', { structureId: structures[0] });
    habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    etranger = (await f.cooperative({ departementCode: '92' })).dd;
  });
  afterAll(() => api.stop());

  const creer = async (): Promise<ConventionLue> => {
    const { statut, corps } = await ca.dd.post<ConventionLue>('/api/conventions', {
      cooperativeId: ca.id,
      dureeMois: 12,
    });
    expect(statut).toBe(201);
    const parties = corps.parties.map((p) => ({
      ...p,
      representant: 'Luc Petit',
      qualite: p.qualite ?? 'Président',
      signataireId: p.structureId === structures[0] ? president.utilisateurId : null,
    }));
    const sauve = await ca.dd.put<ConventionLue>(`/api/conventions/${corps.id}/parties`, {
      parties: parties.map(({ signataire: _, ...p }) => p),
      version: corps.version,
    });
    expect([sauve.statut, JSON.stringify(sauve.corps).slice(0, 300)]).toEqual([200, expect.anything()]);
    return sauve.corps;
  };
  const acteDe = (c: ConventionLue, rang = -1): string => c.actes.at(rang)?.id ?? '';
  const lire = async (id: string, qui = ca.dd): Promise<ActeLu> => (await qui.get<ActeLu>(`/api/actes/${id}`)).corps;
  const passer = async (id: string, vers: string, motif?: string) => {
    const { version } = await lire(id);
    return ca.dd.post<ActeLu>(`/api/actes/${id}/transitions`, { vers, version, motif });
  };
  const enSignature = async (id: string): Promise<ActeLu> => {
    for (const vers of ['RELECTURE', 'PRET', 'EN_SIGNATURE']) {
      const { statut, corps } = await passer(id, vers);
      expect([vers, statut, JSON.stringify(corps).slice(0, 400)]).toEqual([vers, 200, expect.anything()]);
    }
    return lire(id);
  };
  const copie = async (acteId: string, contenu: Buffer | string = PDF, nom = 'copie.pdf'): Promise<PieceLue> => {
    const corps = new FormData();
    corps.append('fichier', new Blob([contenu as never]), `${Math.random()}-${nom}`);
    return (await ca.dd.post<PieceLue>(`/api/pieces?objet=ACTE&objetId=${acteId}`, corps)).corps;
  };
  const deposer = async (acteId: string, partieId: string, signeLe = aujourdhui) =>
    ca.dd.post<ActeLu>(`/api/actes/${acteId}/signatures`, { partieId, signeLe, pieceId: (await copie(acteId)).id });
  const code = async (): Promise<string> => {
    const [envoi] = await f.sql<{ texte: string }>(
      `SELECT texte FROM envoi WHERE objet LIKE 'Votre code%' ORDER BY cree_le DESC LIMIT 1`,
      [],
    );
    return /: (\d{6})/.exec(envoi?.texte ?? '')?.[1] ?? '';
  };
  const signerTous = async (id: string): Promise<ActeLu> => {
    const { parties } = await lire(id);
    for (const partie of parties) expect((await deposer(id, partie.id)).statut).toBe(200);
    return lire(id);
  };

  it('draws its draft from the programme: parties, objectives, one table an action', async () => {
    const convention = await creer();
    expect(convention.parties.map((p) => [p.genre, p.nom])).toEqual([
      ['ARS', 'Agence régionale de santé Île-de-France'],
      ['STRUCTURE', 'CSAPA de Bondy'],
      ['STRUCTURE', 'Mairie de Bondy'],
    ]);
    const acte = await lire(acteDe(convention));
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
    const convention = await creer();
    const id = acteDe(convention);
    for (const qui of [president, habitant, etranger]) expect((await qui.get(`/api/actes/${id}`)).statut).toBe(404);
    await passer(id, 'RELECTURE');
    expect((await habitant.get(`/api/actes/${id}`)).statut).toBe(200);
    expect((await etranger.get(`/api/conventions/${convention.id}`)).statut).toBe(404);
    expect((await habitant.post(`/api/actes/${id}/remarques`, { article: '1', texte: 'Non' })).statut).toBe(403);
    const remarque = await president.post<ActeLu>(`/api/actes/${id}/remarques`, {
      article: '4.1',
      texte: 'Ajouter la mairie',
    });
    expect(remarque.corps.remarques).toMatchObject([{ article: '4.1', texte: 'Ajouter la mairie', traitee: false }]);
    expect((await president.post(`/api/actes/${id}/transitions`, { vers: 'PRET', version: 1 })).statut).toBe(403);
  });

  it('refuses a text that is not whole with all that it misses, and a variable that does not exist with its place', async () => {
    const { corps } = await ca.dd.post<ConventionLue>('/api/conventions', { cooperativeId: ca.id, dureeMois: 12 });
    const id = acteDe(corps);
    await passer(id, 'RELECTURE');
    const refus = await passer(id, 'PRET');
    expect(refus.statut).toBe(422);
    expect(JSON.stringify(refus.corps)).toContain('indiquez qui la représente');
    const { version } = await lire(id);
    const faute = await ca.dd.patch(`/api/actes/${id}`, {
      textes: [{ cle: '1', texte: '<p>Ici</p><p>{{programe}}</p>' }],
      version,
    });
    expect(faute.statut).toBe(422);
    expect(JSON.stringify(faute.corps)).toContain('Article\u00a01, paragraphe 2');
  });

  it('is signed by its parties on paper and by code, takes effect with the last, and never changes again', async () => {
    const convention = await creer();
    const id = acteDe(convention);
    const [ars, csapa, mairie] = convention.parties;
    const acte = await enSignature(id);
    expect(acte.empreinte).toMatch(/^[0-9a-f]{64}$/);
    const fichier = await fetch(`${api.racine}/api/actes/${id}/document.pdf`, { headers: ca.dd.entetes });
    const octets = Buffer.from(await fichier.arrayBuffer());
    expect(createHash('sha256').update(octets).digest('hex')).toBe(acte.empreinte);

    // Refused: a date before the text, one of tomorrow, a scan that is no document, somebody without authority.
    expect((await deposer(id, ars?.id ?? '', '2020-01-01')).statut).toBe(422);
    expect((await deposer(id, ars?.id ?? '', '2099-01-01')).statut).toBe(422);
    const texte = await copie(id, 'un texte', 'copie.txt');
    const faux = await ca.dd.post(`/api/actes/${id}/signatures`, {
      partieId: ars?.id,
      signeLe: aujourdhui,
      pieceId: texte.id,
    });
    expect([faux.statut, JSON.stringify(faux.corps)]).toEqual([422, expect.stringContaining('PDF')]);
    const sansPouvoir = await president.post(`/api/actes/${id}/codes`, { partieId: mairie?.id });
    expect([sansPouvoir.statut, JSON.stringify(sansPouvoir.corps)]).toEqual([422, expect.stringContaining('désignée')]);

    expect((await deposer(id, ars?.id ?? '')).statut).toBe(200);
    expect((await deposer(id, ars?.id ?? '')).statut).toBe(409);
    expect((await president.post(`/api/actes/${id}/codes`, { partieId: csapa?.id })).statut).toBe(204);
    const bon = await code();
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
    expect((await deposer(id, mairie?.id ?? '')).corps).toMatchObject({ etat: 'SIGNE', effet: aujourdhui });

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
    await expect(f.sql(`UPDATE acte_texte SET fichier = '\\x00' WHERE acte_id = $1`, [id])).rejects.toThrow(
      'ne se réécrit pas',
    );
  });

  it('gives its effect once when two parties sign at the same instant', async () => {
    const convention = await creer();
    const id = acteDe(convention);
    await enSignature(id);
    const [premiere, ...reste] = convention.parties;
    await deposer(id, premiere?.id ?? '');
    const pieces = await Promise.all(reste.map(() => copie(id)));
    const reponses = await Promise.all(
      reste.map((p, rang) =>
        ca.dd.post(`/api/actes/${id}/signatures`, { partieId: p.id, signeLe: aujourdhui, pieceId: pieces[rang]?.id }),
      ),
    );
    expect(reponses.map((r) => r.statut)).toEqual([200, 200]);
    expect(await lire(id)).toMatchObject({ etat: 'SIGNE', signatures: 3 });
  });

  it('shows what the programme says otherwise than the signed text, and an avenant carries it (R7)', async () => {
    const convention = await creer();
    await enSignature(acteDe(convention));
    await signerTous(acteDe(convention));
    await f.sql(`UPDATE fiche_action SET lieux = 'Bondy et Pantin' WHERE id = $1`, [action]);
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
    await enSignature(avenant.id);
    await signerTous(avenant.id);
    const texte = async (jour: string) =>
      (await habitant.get<TexteConsolide>(`/api/conventions/${convention.id}/texte?jour=${jour}`)).corps;
    expect(JSON.stringify((await texte(aujourdhui)).articles)).toContain('Bondy et Pantin');
    expect((await habitant.get(`/api/conventions/${convention.id}/texte?jour=2020-01-01`)).statut).toBe(409);
    const apres = (await ca.dd.get<ConventionLue>(`/api/conventions/${convention.id}`)).corps;
    expect(apres).toMatchObject({ differences: [], etat: 'EN_VIGUEUR' });
    await f.sql(`UPDATE fiche_action SET lieux = 'Bondy' WHERE id = $1`, [action]);
  });

  it('is renewed expressly, and ended one month after the letter (R6, R8)', async () => {
    const convention = await creer();
    await enSignature(acteDe(convention));
    await signerTous(acteDe(convention));
    const renouvellement = await ca.dd.post<ActeLu>(`/api/conventions/${convention.id}/avenants`, {
      genre: 'RENOUVELLEMENT',
      objet: 'Le bilan annuel est favorable.',
      dureeMois: 24,
    });
    expect(renouvellement.corps.dureeMois).toBe(24);
    await enSignature(renouvellement.corps.id);
    await signerTous(renouvellement.corps.id);
    const lue = (await ca.dd.get<ConventionLue>(`/api/conventions/${convention.id}`)).corps;
    expect(lue.periodes).toHaveLength(2);
    const fin = {
      partieId: lue.parties[1]?.id,
      recueLe: aujourdhui,
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
    expect(finie.corps.resiliation?.effet.slice(0, 7)).not.toBe(aujourdhui.slice(0, 7));
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
    const convention = await creer();
    const article = (await lire(acteDe(convention))).articles.find((a) => a.cle === '3');
    expect(JSON.stringify(article)).toMatch(/Selon [^{]/);
  });
});
