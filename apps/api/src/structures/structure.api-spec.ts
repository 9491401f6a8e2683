import { randomInt, randomUUID } from 'node:crypto';
import type { Page, Probleme } from '@coopilote/domain/commun';
import type { CompteLu, CompteStructureLu } from '@coopilote/domain/comptes';
import {
  verifierSiret,
  type ContactLu,
  type Doublon,
  type StructureLigne,
  type StructureLue,
} from '@coopilote/domain/structures';
import { requetesSql } from '../platform/metriques';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

let api: Api;
let fabrique: Fabrique;
let secteurId: string;
let dd: Appelant;
let dd92: Appelant;
beforeAll(async () => {
  api = await Api.start();
  fabrique = new Fabrique(api);
  secteurId = await api.valeurListe('SECTEUR', 'SANTE');
  dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
  dd92 = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
});
afterAll(() => api.stop());

const champs = (probleme: Probleme) => probleme.erreurs?.map((e) => e.champ);
/** A SIRET that nobody has. */
function siretLibre(): string {
  const debut = String(randomInt(1e12, 9e12)).padStart(13, '1');
  const siret = Array.from({ length: 10 }, (_, cle) => `${debut}${cle}`).find((s) => verifierSiret(s) === null);
  if (!siret) throw new Error('aucune clé');
  return siret;
}
const saisie = (voulu: object = {}) => ({
  nom: `Maison de l’Épi ${randomUUID().slice(0, 8)}`,
  formeJuridique: 'ASSOCIATION',
  secteurId,
  communeCode: '93008',
  ...voulu,
});
const creer = (voulu: object = {}, qui: Appelant = dd) => qui.post<StructureLue>('/api/structures', saisie(voulu));
const partenaireDe = (structureId: string) => api.personne('PARTENAIRE', { structureId });

describe('structures', () => {
  it('are created in the writer’s département, which their commune tells', async () => {
    const siret = siretLibre();
    const { statut, corps } = await creer({ siret, siren: null, sigle: 'ME', agrementEsus: true });
    expect(statut).toBe(201);
    expect(corps).toMatchObject({
      siret,
      siren: siret.slice(0, 9),
      regionCode: '11',
      departementCode: '93',
      commune: 'Bobigny',
      agrementEsus: true,
      demonstration: false,
      cooperatives: [],
      contacts: [],
      version: 1,
    });
    expect(corps.operations.sort()).toEqual([
      'structure.creer',
      'structure.inviter',
      'structure.lire',
      'structure.modifier',
    ]);
    expect((await creer({}, dd92)).statut).toBe(403);
    expect((await creer({}, await partenaireDe(corps.id))).statut).toBe(403);
    expect((await dd92.get(`/api/structures/${corps.id}`)).statut).toBe(404);
    const fausse = await dd.post<Probleme>('/api/structures', saisie({ communeCode: '99999' }));
    expect(champs(fausse.corps)).toEqual(['communeCode']);
    const horsListe = await api.valeurListe('THEMATIQUE', 'DIABETE');
    expect(champs((await dd.post<Probleme>('/api/structures', saisie({ secteurId: horsListe }))).corps)).toEqual([
      'secteurId',
    ]);
  });

  it('tell who has a number already, even out of sight', async () => {
    const siret = siretLibre();
    const { corps: connue } = await creer({ siret, nom: 'Le Refuge des Lilas' });
    const double = await dd92.post<Probleme>('/api/structures', saisie({ communeCode: '92050', siret }));
    expect([double.statut, champs(double.corps)]).toEqual([422, ['siret']]);
    expect(double.corps.erreurs?.[0]?.message).toContain('Le Refuge des Lilas');
    const { corps: autre } = await creer();
    const change = await dd.patch<Probleme>(`/api/structures/${autre.id}`, saisie({ siret, version: 1 }));
    expect(champs(change.corps)).toEqual(['siret']);
    const meme = await dd.patch(`/api/structures/${connue.id}`, saisie({ siret, version: 1 }));
    expect(meme.statut).toBe(200);
  });

  it('are looked for before they are written again', async () => {
    const siret = siretLibre();
    const nom = `Les Trois Ponts ${randomUUID().slice(0, 8)}`;
    await creer({ siret, nom });
    const chercher = async (question: Record<string, string>, qui = dd92) =>
      qui.get<Doublon[]>(`/api/structures/doublons?${new URLSearchParams(question)}`);
    const espace = siret.replace(/(\d{3})(?=\d)/g, '$1 ');
    expect((await chercher({ siret: espace })).corps).toMatchObject([{ nom, commune: 'Bobigny', motif: 'SIRET' }]);
    expect((await chercher({ nom: nom.toUpperCase(), communeCode: '93008' })).corps).toMatchObject([
      { nom, motif: 'NOM' },
    ]);
    expect((await chercher({ nom, siret, communeCode: '93008' })).corps).toHaveLength(1);
    expect((await chercher({ nom, communeCode: '93010' })).corps).toEqual([]);
    expect((await chercher({})).corps).toEqual([]);
    expect((await chercher({ nom }, await partenaireDe(await fabrique.structure()))).statut).toBe(403);
  });

  it.each([
    ['CCAS de Montfermeil', 'CCAS Montfermeil', true],
    ['CCAS Montfermeil', 'C’est le CCAS de Montfermeil', true],
    ['Maison des Femmes', 'La maison de la femme', false],
    ['Les Restaurants du Cœur', 'restaurants coeur', true],
    ['Centre social La Dhuys', 'La Dhuys, centre social', true],
    ['Association Entraide', 'Association Solidarité', false],
    ['Association', 'Association Solidarité', true],
  ])('are near or not by their names, both ways: « %s », « %s »', async (un, deux, proches) => {
    for (const [connu, cherche] of [
      [un, deux],
      [deux, un],
    ] as const) {
      // A commune without structures keeps other names out.
      const { rows } = await api.proprietaire.query<{ code: string }>(
        `SELECT max(code) AS code FROM commune WHERE departement_code = '93'
           AND NOT EXISTS (SELECT 1 FROM structure WHERE commune_code = code)`,
      );
      const communeCode = rows[0]?.code ?? '';
      const { corps } = await creer({ nom: connu, communeCode });
      const trouves = await dd.get<Doublon[]>(
        `/api/structures/doublons?${new URLSearchParams({ nom: cherche, communeCode })}`,
      );
      expect(trouves.corps.map((d) => d.id)).toEqual(proches ? [corps.id] : []);
    }
  });

  it('are listed, found, filtered and sorted inside the reader’s scope, for a fixed number of statements', async () => {
    const marque = randomUUID().slice(0, 8);
    const noms = ['Zéphyr', 'Âge et vie', 'Mosaïque'];
    const ids: string[] = [];
    for (const nom of noms) ids.push((await creer({ nom: `${nom} ${marque}`, sigle: `S.${marque}` })).corps.id);
    const ailleurs = (await creer({ nom: `Loin ${marque}`, communeCode: '92050' }, dd92)).corps.id;
    const ca = await fabrique.cooperative({ structures: [ids[0] ?? '', ailleurs] });
    const lister = async (question: string, qui = dd) =>
      (await qui.get<Page<StructureLigne>>(`/api/structures?q=${marque}&${question}`)).corps;
    const toutes = await lister('');
    expect(toutes.total).toBe(4);
    expect(toutes.lignes.map((l) => l.nom.split(' ')[0])).toEqual(['Âge', 'Loin', 'Mosaïque', 'Zéphyr']);
    expect(toutes.lignes.map((l) => l.cooperatives)).toEqual([0, 1, 0, 1]);
    expect((await lister('departement=93')).total).toBe(3);
    expect((await lister(`cooperative=${ca.id}&tri=-nom`)).lignes.map((l) => l.id)).toEqual([ids[0], ailleurs]);
    expect((await lister('', dd92)).lignes.map((l) => l.id)).toEqual([ailleurs]);
    const membre = await partenaireDe(ailleurs);
    expect((await lister('', membre)).lignes.map((l) => l.id).sort()).toEqual([ids[0], ailleurs].sort());
    const { corps: parSigle } = await dd.get<Page<StructureLigne>>(`/api/structures?q=mosaique%20s%20${marque}`);
    expect(parSigle.lignes.map((l) => l.id)).toEqual([ids[2]]);
    const compter = async (taille: number): Promise<number> => {
      const avant = (await requetesSql.get()).values[0]?.value ?? 0;
      await lister(`taille=${taille}`);
      return ((await requetesSql.get()).values[0]?.value ?? 0) - avant;
    };
    expect(await compter(1)).toBe(await compter(4));
    expect((await dd.get('/api/structures?tri=telephone')).statut).toBe(422);
  });

  it('are changed by the DD and by themselves, never by another member; the département stays', async () => {
    const { corps: structure } = await creer({ siret: siretLibre() });
    const ca = await fabrique.cooperative({ structures: [structure.id] });
    const adresse = `/api/structures/${structure.id}`;
    const elle = await partenaireDe(structure.id);
    const change = { ...saisie(), nom: 'Maison de l’Orge', siret: structure.siret, version: 1 };
    const { statut, corps } = await elle.patch<StructureLue>(adresse, change);
    expect([statut, corps.nom, corps.version, corps.siren]).toEqual([200, 'Maison de l’Orge', 2, structure.siren]);
    expect(corps.cooperatives).toEqual([{ id: ca.id, intitule: ca.intitule, debut: '2024-01-01', fin: null }]);
    expect(corps.operations.sort()).toEqual(['structure.inviter', 'structure.lire', 'structure.modifier']);
    const retard = await dd.patch<Probleme>(adresse, change);
    expect([retard.statut, (retard.corps.actuel as StructureLue).nom]).toEqual([409, 'Maison de l’Orge']);
    const ailleurs = await dd.patch<Probleme>(adresse, { ...change, communeCode: '92050', version: 2 });
    expect(champs(ailleurs.corps)).toEqual(['communeCode']);
    const voisine = await fabrique.structure();
    await fabrique.adhesion(ca.id, voisine);
    const voisin = await partenaireDe(voisine);
    expect((await voisin.get<StructureLue>(adresse)).corps.operations).toEqual(['structure.lire']);
    expect((await voisin.patch(adresse, { ...change, version: 2 })).statut).toBe(403);
    const evaluateur = await api.personne('EVALUATEUR_REGIONAL');
    expect((await evaluateur.get(adresse)).statut).toBe(200);
    expect((await evaluateur.patch(adresse, { ...change, version: 2 })).statut).toBe(403);
  });
});

describe('contacts of a structure', () => {
  it('are kept by the DD and the structure; one is the main one', async () => {
    const structureId = await fabrique.structure();
    const adresse = `/api/structures/${structureId}/contacts`;
    const elle = await partenaireDe(structureId);
    const premier = (await elle.post<ContactLu>(adresse, { prenom: 'Léa', nom: 'Roy', principal: true })).corps;
    const second = (await dd.post<ContactLu>(adresse, { prenom: 'Ali', nom: 'Ben', principal: true })).corps;
    const { corps: tous } = await elle.get<ContactLu[]>(adresse);
    expect(tous.map((c) => [c.nom, c.principal])).toEqual([
      ['Ben', true],
      ['Roy', false],
    ]);
    expect(Object.keys(tous[0] ?? {}).sort()).toEqual(
      ['courriel', 'fonction', 'id', 'nom', 'prenom', 'principal', 'telephone', 'version'].sort(),
    );
    const change = { prenom: 'Léa', nom: 'Roy', fonction: 'Directrice', version: 1 };
    expect((await elle.patch(`${adresse}/${premier.id}`, change)).statut).toBe(409);
    const { corps: promue } = await elle.patch<ContactLu>(`${adresse}/${premier.id}`, { ...change, version: 2 });
    expect([promue.fonction, promue.version]).toEqual(['Directrice', 3]);
    expect((await elle.delete(`${adresse}/${second.id}`)).statut).toBe(204);
    expect((await elle.delete(`${adresse}/${second.id}`)).statut).toBe(404);
    const autre = await partenaireDe(await fabrique.structure());
    expect((await autre.get(adresse)).statut).toBe(404);
    expect((await autre.post(adresse, { prenom: 'X', nom: 'Y' })).statut).toBe(404);
    expect((await dd92.delete(`${adresse}/${premier.id}`)).statut).toBe(404);
    const evaluateur = await api.personne('EVALUATEUR_REGIONAL');
    expect((await evaluateur.post(adresse, { prenom: 'X', nom: 'Y' })).statut).toBe(403);
  });
});

describe('people who sign in for a structure', () => {
  const personne = () => ({ prenom: 'Noé', nom: 'Petit', courriel: `noe-${randomUUID()}@example.test` });

  it('are invited by the DD and by the structure itself', async () => {
    const structureId = await fabrique.structure();
    const adresse = `/api/structures/${structureId}`;
    const parLaDd = await dd.post<CompteStructureLu>(`${adresse}/invitations`, personne());
    expect([parLaDd.statut, parLaDd.corps.etat]).toEqual([201, 'INVITE']);
    const { rows } = await api.proprietaire.query('SELECT texte FROM envoi WHERE destinataire = $1', [
      parLaDd.corps.courriel,
    ]);
    expect(rows).toEqual([{ texte: expect.stringMatching(/Structure partenaire[^]*\/lien\//) }]);
    const elle = await partenaireDe(structureId);
    const collegue = personne();
    expect((await elle.post(`${adresse}/invitations`, collegue)).statut).toBe(201);
    const encore = await elle.post<Probleme>(`${adresse}/invitations`, collegue);
    expect([encore.statut, champs(encore.corps)]).toEqual([422, ['courriel']]);
    expect((await elle.get<CompteStructureLu[]>(`${adresse}/comptes`)).corps).toHaveLength(3);
    expect((await dd92.post(`${adresse}/invitations`, personne())).statut).toBe(404);
  });

  it('are invited by the DD of a CA of which a structure seated elsewhere is a member', async () => {
    const structureId = await fabrique.structure({ departementCode: '92' });
    const adresse = `/api/structures/${structureId}`;
    expect((await dd.get(adresse)).statut).toBe(404);
    const ca = await fabrique.cooperative({ structures: [structureId] });
    const { statut, corps } = await dd.post<CompteStructureLu>(`${adresse}/invitations`, personne());
    expect(statut).toBe(201);
    expect((await dd.get<StructureLue>(adresse)).corps.operations).toEqual(['structure.lire', 'structure.inviter']);
    expect((await dd.get<CompteStructureLu[]>(`${adresse}/comptes`)).corps.map((c) => c.id)).toEqual([corps.id]);
    expect((await dd.get<CompteLu>(`/api/utilisateurs/${corps.id}`)).corps.attributions).toHaveLength(1);
    expect((await dd.post(`/api/utilisateurs/${corps.id}/invitation`)).statut).toBe(200);
    const corpsInvite = { ...personne(), role: 'PARTENAIRE', structureId };
    expect((await dd.post('/api/utilisateurs', corpsInvite)).statut).toBe(201);
    await api.proprietaire.query(`UPDATE adhesion SET fin = '2024-06-30' WHERE cooperative_id = $1`, [ca.id]);
    expect((await dd.post(`${adresse}/invitations`, personne())).statut).toBe(403);
  });

  it('are told neither to other members nor to readers', async () => {
    const [structureId, voisine] = [await fabrique.structure(), await fabrique.structure()];
    const ca = await fabrique.cooperative({ structures: [structureId, voisine] });
    const voisin = await partenaireDe(voisine);
    const copilote = await api.personne('COPILOTE', { cooperativeId: ca.id });
    for (const refuse of [voisin, copilote, await api.personne('EVALUATEUR_REGIONAL')]) {
      expect((await refuse.get(`/api/structures/${structureId}`)).statut).toBe(200);
      expect((await refuse.get(`/api/structures/${structureId}/comptes`)).statut).toBe(403);
      expect((await refuse.post(`/api/structures/${structureId}/invitations`, personne())).statut).toBe(403);
    }
  });
});
