import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Page, Probleme } from '@coopilote/domain/commun';
import type { CompteLu } from '@coopilote/domain/comptes';
import type { EnvoiLu } from '@coopilote/domain/notifications';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('accounts and invitations', () => {
  let api: Api;
  let fabrique: Fabrique;
  let admin: Appelant;
  let dd: Appelant;
  beforeAll(async () => {
    api = await Api.start();
    fabrique = new Fabrique(api);
    admin = await api.personne('ADMIN_REGIONAL');
    dd = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
  });
  afterAll(() => api.stop());

  const invite = (voulu: object) => ({
    prenom: 'Inès',
    nom: 'Lemaître-Diallo',
    courriel: `ines-${randomUUID()}@example.test`,
    ...voulu,
  });
  const champs = (probleme: Probleme) => probleme.erreurs?.map((e) => e.champ);
  const messages = async (destinataire: string): Promise<EnvoiLu[]> =>
    (await admin.get<Page<EnvoiLu>>(`/api/envois?q=${encodeURIComponent(destinataire)}`)).corps.lignes;

  it('invites a person under a role, names the scope, and leaves a message with a one-time link', async () => {
    const corps = invite({
      role: 'COORDINATEUR_DD',
      departementCode: '93',
      courriel: `INES-${randomUUID()}@Example.test`,
    });
    const { statut, corps: compte } = await admin.post<CompteLu>('/api/utilisateurs', corps);
    expect(statut).toBe(201);
    expect(compte).toMatchObject({ etat: 'INVITE', courriel: corps.courriel.toLowerCase(), derniereConnexion: null });
    expect(compte.attributions).toMatchObject([{ role: 'COORDINATEUR_DD', portee: 'Seine-Saint-Denis', fin: null }]);
    const [message] = await messages(compte.courriel);
    expect(message).toMatchObject({ objet: 'Votre accès à Coopilote', etat: 'EN_ATTENTE' });
    expect(message?.texte).toMatch(/Bonjour Inès,[^]*http:\/\/localhost\/lien\/[\w-]{43}/);
  });

  it('lets a DD give its four roles in its département only', async () => {
    const ca = await fabrique.cooperative();
    const copilote = await dd.post<CompteLu>('/api/utilisateurs', invite({ role: 'COPILOTE', cooperativeId: ca.id }));
    expect([copilote.statut, copilote.corps.attributions[0]?.portee]).toEqual([201, ca.intitule]);
    const siege = await dd.post('/api/utilisateurs', invite({ role: 'EVALUATEUR_REGIONAL' }));
    const collegue = await dd.post('/api/utilisateurs', invite({ role: 'COORDINATEUR_DD', departementCode: '93' }));
    expect([siege.statut, collegue.statut]).toEqual([403, 403]);
    const ailleurs = await fabrique.cooperative({ departementCode: '92' });
    const refus = await dd.post<Probleme>(
      '/api/utilisateurs',
      invite({ role: 'COPILOTE', cooperativeId: ailleurs.id }),
    );
    expect([refus.statut, champs(refus.corps)]).toEqual([422, ['cooperativeId']]);
    const partenaire = await api.personne('PARTENAIRE', { structureId: await fabrique.structure() });
    expect(
      (await partenaire.post('/api/utilisateurs', invite({ role: 'COPILOTE', cooperativeId: ca.id }))).statut,
    ).toBe(403);
  });

  it('asks for the scope that the role has, for no other, and for the end of an external evaluation', async () => {
    const ca = await fabrique.cooperative();
    const sans = await admin.post<Probleme>('/api/utilisateurs', invite({ role: 'PARTENAIRE' }));
    expect(champs(sans.corps)).toEqual(['structureId']);
    const trop = await admin.post<Probleme>(
      '/api/utilisateurs',
      invite({ role: 'ADMIN_REGIONAL', cooperativeId: ca.id }),
    );
    expect(champs(trop.corps)).toEqual(['cooperativeId']);
    const externe = { role: 'EVALUATEUR_EXTERNE', cooperativeId: ca.id };
    expect(champs((await dd.post<Probleme>('/api/utilisateurs', invite(externe))).corps)).toEqual(['fin']);
    const passee = await dd.post<Probleme>('/api/utilisateurs', invite({ ...externe, fin: '2020-01-01' }));
    expect(champs(passee.corps)).toEqual(['fin']);
    const bonne = await dd.post<CompteLu>('/api/utilisateurs', invite({ ...externe, fin: '2099-06-30' }));
    expect(bonne.corps.attributions[0]?.fin).toBe('2099-06-30');
  });

  it('adds the role to an account that exists, under its own name, and sends no link to who has a password', async () => {
    const ca = await fabrique.cooperative();
    const connu = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    const { rows } = await api.proprietaire.query<{ courriel: string }>(
      'UPDATE utilisateur SET mot_de_passe_hash = $2 WHERE id = $1 RETURNING courriel',
      [connu.utilisateurId, await hash('une phrase assez longue')],
    );
    const courriel = rows[0]?.courriel ?? '';
    expect((await dd.get(`/api/utilisateurs/${connu.utilisateurId}`)).statut).toBe(404);
    const corps = invite({ role: 'MEMBRE_COPIL', cooperativeId: ca.id, courriel });
    const ajoute = await dd.post<CompteLu>('/api/utilisateurs', corps);
    expect(ajoute.corps).toMatchObject({ id: connu.utilisateurId, prenom: 'Camille', etat: 'ACTIF' });
    expect(ajoute.corps.attributions.map((a) => a.role)).toEqual(['MEMBRE_COPIL']);
    const [message] = await messages(courriel);
    expect(message?.texte).toContain('Connectez-vous comme d’habitude');
    expect(message?.texte).not.toContain('/lien/');
    const deux = await dd.post<Probleme>('/api/utilisateurs', corps);
    expect([deux.statut, champs(deux.corps)]).toEqual([422, ['courriel']]);
    expect((await dd.post<Probleme>(`/api/utilisateurs/${connu.utilisateurId}/invitation`)).statut).toBe(409);
  });

  it('gives a role again once it is over', async () => {
    const ca = await fabrique.cooperative();
    const externe = await api.personne('EVALUATEUR_EXTERNE', { cooperativeId: ca.id });
    await api.proprietaire.query(
      `UPDATE attribution SET debut = '2020-01-01', fin = '2020-12-31' WHERE utilisateur_id = $1`,
      [externe.utilisateurId],
    );
    const { corps: avant } = await dd.get<CompteLu>(`/api/utilisateurs/${externe.utilisateurId}`);
    const corps = invite({
      role: 'EVALUATEUR_EXTERNE',
      cooperativeId: ca.id,
      courriel: avant.courriel,
      fin: '2099-01-01',
    });
    const { corps: apres } = await dd.post<CompteLu>('/api/utilisateurs', corps);
    expect(apres.attributions).toMatchObject([{ id: avant.attributions[0]?.id, fin: '2099-01-01' }]);
  });

  it('keeps from every outbox a link that would open another region', async () => {
    const corps = invite({ role: 'COORDINATEUR_DD', departementCode: '93' });
    const { corps: compte } = await admin.post<CompteLu>('/api/utilisateurs', corps);
    await api.proprietaire.query(
      `INSERT INTO attribution (id, utilisateur_id, role, region_code) VALUES ($1, $2, 'ADMIN_REGIONAL', '84')`,
      [randomUUID(), compte.id],
    );
    expect((await admin.post(`/api/utilisateurs/${compte.id}/invitation`)).statut).toBe(200);
    expect(await messages(compte.courriel)).toHaveLength(1);
    const refus = await admin.post<Probleme>(`/api/utilisateurs/${compte.id}/desactivation`);
    expect([refus.statut, refus.corps.code]).toEqual([409, 'ETAT_INCOMPATIBLE']);
  });

  it('lists the persons of the region or of the département, finds them by name, and pages them', async () => {
    const nom = `Zélie-${randomUUID().slice(0, 8)}`;
    const ca = await fabrique.cooperative({ departementCode: '92' });
    for (const prenom of ['Ève', 'Anaïs']) {
      await admin.post('/api/utilisateurs', invite({ role: 'COPILOTE', cooperativeId: ca.id, prenom, nom }));
    }
    await admin.post('/api/utilisateurs', invite({ role: 'COORDINATEUR_DD', departementCode: '93', nom }));
    const cherche = `q=${encodeURIComponent(nom.replace('é', 'e').toUpperCase())}`;
    const region = await admin.get<Page<CompteLu>>(`/api/utilisateurs?${cherche}&tri=-prenom&taille=2`);
    expect(region.corps.total).toBe(3);
    expect(region.corps.lignes.map((l) => l.prenom)).toEqual(['Inès', 'Ève']);
    const departement = await dd.get<Page<CompteLu>>(`/api/utilisateurs?${cherche}`);
    expect(departement.corps.lignes.map((l) => l.prenom)).toEqual(['Inès']);
    const role = await admin.get<Page<CompteLu>>(`/api/utilisateurs?${cherche}&role=COPILOTE`);
    expect(role.corps.total).toBe(2);
    expect((await admin.get('/api/utilisateurs?tri=motDePasseHash')).statut).toBe(422);
    expect((await (await api.personne('EVALUATEUR_REGIONAL')).get('/api/utilisateurs')).statut).toBe(403);
  });

  it('corrects a name, and shows both versions to the second who does, without any secret', async () => {
    const { corps: compte } = await admin.post<CompteLu>('/api/utilisateurs', invite({ role: 'EVALUATEUR_REGIONAL' }));
    const chemin = `/api/utilisateurs/${compte.id}`;
    const corrige = await admin.patch<CompteLu>(chemin, { prenom: 'Inès', nom: 'Lemaitre', version: compte.version });
    expect([corrige.statut, corrige.corps.nom, corrige.corps.version]).toEqual([200, 'Lemaitre', 2]);
    const retard = await admin.patch<Probleme>(chemin, { prenom: 'I.', nom: 'L.', version: compte.version });
    expect([retard.statut, (retard.corps.actuel as CompteLu).nom]).toEqual([409, 'Lemaitre']);
    expect(JSON.stringify(retard.corps)).not.toContain('Hash');
    expect((await dd.patch(chemin, { prenom: 'I.', nom: 'L.', version: 2 })).statut).toBe(403);
  });

  it('shuts an account at once, with its sessions and links, and opens it again', async () => {
    const personne = await api.personne('COORDINATEUR_DD', { departementCode: '94' });
    const chemin = `/api/utilisateurs/${personne.utilisateurId}`;
    expect((await dd.post(`${chemin}/desactivation`)).statut).toBe(403);
    const ferme = await admin.post<CompteLu>(`${chemin}/desactivation`);
    expect([ferme.statut, ferme.corps.etat]).toEqual([200, 'DESACTIVE']);
    expect((await personne.get('/api/session')).statut).toBe(401);
    const corps = invite({ role: 'EVALUATEUR_REGIONAL', courriel: ferme.corps.courriel });
    expect((await admin.post('/api/utilisateurs', corps)).statut).toBe(409);
    expect((await admin.post<CompteLu>(`${chemin}/reactivation`)).corps.etat).toBe('INVITE');
    expect((await personne.get('/api/session')).statut).toBe(401);
    expect((await admin.post(`/api/utilisateurs/${admin.utilisateurId}/desactivation`)).statut).toBe(403);
  });

  it('ends a role, but neither one’s own nor that of the coordinator of an open CA', async () => {
    const ca = await fabrique.cooperative();
    const { corps: coordinateur } = await admin.get<CompteLu>(`/api/utilisateurs/${ca.dd.utilisateurId}`);
    const role = (compte: CompteLu) => `/api/utilisateurs/${compte.id}/attributions/${compte.attributions[0]?.id}`;
    expect((await dd.delete(role(coordinateur))).statut).toBe(403);
    const tenu = await admin.delete<Probleme>(role(coordinateur));
    expect([tenu.statut, tenu.corps.detail]).toEqual([409, expect.stringContaining(ca.intitule)]);
    const copilote = await dd.post<CompteLu>('/api/utilisateurs', invite({ role: 'COPILOTE', cooperativeId: ca.id }));
    const dd92 = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    expect((await dd92.delete(role(copilote.corps))).statut).toBe(404);
    expect((await dd.delete(role(copilote.corps))).statut).toBe(204);
    expect((await dd.delete(role(copilote.corps))).statut).toBe(404);
    const { corps: moi } = await admin.get<CompteLu>(`/api/utilisateurs/${admin.utilisateurId}`);
    expect((await admin.delete(role(moi))).statut).toBe(403);
  });
});
