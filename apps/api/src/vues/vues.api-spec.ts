import { randomUUID } from 'node:crypto';
import type { Probleme } from '@coopilote/domain/commun';
import { decalerTrimestre, ecrireTrimestre, jourAParis, trimestreDe } from '@coopilote/domain/commun';
import type { VueLue } from '@coopilote/domain/vues';
import { Boite } from '../../test/boite';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, baseNeuve, type Appelant } from '../../test/harness';
import { DISTRIBUER, ENVOYER } from '../notifications/travaux';
import { Travaux } from '../platform/jobs/travaux';
import { ENVOYER_VUE, PREPARER } from './envoi-vue.service';

const CLOS = ecrireTrimestre(decalerTrimestre(trimestreDe(jourAParis(new Date())), -1));

describe('saved views', () => {
  let boite: Boite;
  let base: Awaited<ReturnType<typeof baseNeuve>>;
  let api: Api;
  let f: Fabrique;
  let ca: CaFaite;
  let voisine: CaFaite;
  let admin: Appelant;

  beforeAll(async () => {
    boite = await Boite.ouvrir();
    base = await baseNeuve();
    api = await Api.start({
      databaseUrl: base.databaseUrl,
      smtpUrl: boite.url,
      urlPublique: 'https://coopilote.example',
    });
    f = new Fabrique(api);
    admin = await api.personne('ADMIN_REGIONAL');
    ca = await f.cooperative();
    voisine = await f.cooperative({ departementCode: '92' });
    for (const [lieu, beneficiaires] of [
      [ca, 10],
      [ca, 20],
      [voisine, 400],
    ] as const) {
      const { departementCode } = lieu;
      const action = await f.action(lieu, await f.structure({ departementCode }), {
        debut: '2020-01-01',
        fin: '2099-12-31',
        indicateurs: [],
      });
      await f.bilan(action, CLOS, 'VALIDE', f.contenu(action, beneficiaires));
    }
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await base.drop();
    await boite.fermer();
  });
  beforeEach(() => {
    boite.recus.length = 0;
  });

  const enregistrer = (qui: Appelant, saisie: object = {}) =>
    qui.post<VueLue & Probleme>('/api/vues', {
      nom: `Vue ${randomUUID()}`,
      requete: 'axe=public',
      partage: 'MOI',
      ...saisie,
    });
  const enregistree = async (qui: Appelant, saisie: object = {}): Promise<VueLue> => {
    const { statut, corps } = await enregistrer(qui, saisie);
    expect([statut, corps.detail]).toEqual([201, undefined]);
    return corps;
  };
  const noms = async (qui: Appelant): Promise<string[]> =>
    (await qui.get<VueLue[]>('/api/vues')).corps.map(({ nom }) => nom);
  const suivre = (qui: Appelant, id: string, rythme: string | null, parDefaut = false) =>
    qui.put<VueLue>(`/api/vues/${id}/suivi`, { parDefaut, rythme });
  /** As if it had been asked for long ago. */
  const vieillir = (id: string) =>
    api.proprietaire.query(`UPDATE vue_suivi SET depuis = '2020-01-01' WHERE vue_id = $1`, [id]);
  const distribuer = async (): Promise<number> => {
    const travaux = api.app.get(Travaux);
    await api.base.run({ genre: 'systeme', motif: 'Essai' }, (ctx) => travaux.lancer(ctx, PREPARER, {}));
    await travaux.faire(PREPARER);
    await travaux.faire(ENVOYER_VUE);
    await travaux.faire(DISTRIBUER);
    return travaux.faire(ENVOYER);
  };
  const adresseDe = async (qui: Appelant): Promise<string> =>
    (await api.proprietaire.query('SELECT courriel FROM utilisateur WHERE id = $1', [qui.utilisateurId])).rows[0]
      .courriel;

  it('are kept for oneself, renamed, replaced, and taken away', async () => {
    const vue = await enregistree(ca.dd, { nom: 'Jeunes', requete: 'public=JEUNES&axe=territoire' });
    expect(vue).toMatchObject({
      sienne: true,
      partage: 'MOI',
      territoire: null,
      parDefaut: false,
      rythme: null,
      version: 1,
    });
    const saisie = { nom: 'Jeunes de 2026', requete: 'public=JEUNES&du=2026-T1', partage: 'MOI' };
    const { corps } = await ca.dd.patch<VueLue>(`/api/vues/${vue.id}`, { ...saisie, version: 1 });
    expect(corps).toMatchObject({ ...saisie, version: 2 });
    expect((await ca.dd.patch(`/api/vues/${vue.id}`, { ...saisie, version: 1 })).statut).toBe(409);
    // Nobody else reads it, the administrator of the region included.
    expect(await noms(admin)).not.toContain('Jeunes de 2026');
    expect((await admin.delete(`/api/vues/${vue.id}`)).statut).toBe(404);
    expect((await ca.dd.delete(`/api/vues/${vue.id}`)).statut).toBe(204);
    expect(await noms(ca.dd)).not.toContain('Jeunes de 2026');
  });

  it('are shared with a département or a région, and changed by their author alone', async () => {
    const [du93, de11] = [
      await enregistree(ca.dd, { partage: 'DEPARTEMENT', departement: '93' }),
      await enregistree(ca.dd, { partage: 'REGION' }),
    ];
    expect([du93.territoire, de11.territoire]).toEqual(['Seine-Saint-Denis', 'Île-de-France']);
    expect(await noms(admin)).toEqual(expect.arrayContaining([du93.nom, de11.nom]));
    expect(await noms(voisine.dd)).toContain(de11.nom);
    expect(await noms(voisine.dd)).not.toContain(du93.nom);
    const saisie = { nom: 'Prise', requete: '', partage: 'MOI', version: 1 };
    expect((await voisine.dd.patch(`/api/vues/${de11.id}`, saisie)).statut).toBe(403);
    expect((await voisine.dd.patch(`/api/vues/${du93.id}`, saisie)).statut).toBe(404);
    expect((await voisine.dd.delete(`/api/vues/${de11.id}`)).statut).toBe(403);
    // The region takes away what its author has left.
    expect((await admin.delete(`/api/vues/${du93.id}`)).statut).toBe(204);
    // The policies alone.
    const nombre = (qui: Appelant, sql: string) =>
      api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) =>
        ctx.query(`WITH x AS (${sql} RETURNING 1) SELECT 1 FROM x`, [de11.id]),
      );
    expect(await nombre(voisine.dd, `UPDATE vue SET nom = 'x' WHERE id = $1`)).toEqual([]);
    expect(await nombre(voisine.dd, `DELETE FROM vue WHERE id = $1`)).toEqual([]);
    await expect(
      nombre(
        voisine.dd,
        `INSERT INTO vue (id, utilisateur_id, nom, requete, partage, region_code, departement_code)
         SELECT gen_random_uuid(), '${voisine.dd.utilisateurId}', 'x', '', 'DEPARTEMENT', '11', '93' FROM vue WHERE id = $1`,
      ),
    ).rejects.toThrow('row-level security');
  });

  it('are refused to whoever does not consolidate, another region included', async () => {
    const partagee = await enregistree(ca.dd, { partage: 'REGION' });
    const structure = await f.structure();
    for (const qui of [
      await api.personne('PARTENAIRE', { structureId: structure }),
      await api.personne('COPILOTE', { cooperativeId: ca.id }),
    ]) {
      expect((await enregistrer(qui)).statut).toBe(403);
      expect((await qui.get('/api/vues')).statut).toBe(403);
      expect((await suivre(qui, partagee.id, 'MOIS')).statut).toBe(403);
    }
    const dd59 = await api.personne('COORDINATEUR_DD', { departementCode: '59' });
    expect(await noms(dd59)).not.toContain(partagee.nom);
    expect((await suivre(dd59, partagee.id, 'MOIS')).statut).toBe(404);
    expect((await enregistrer(dd59, { partage: 'DEPARTEMENT', departement: '93' })).statut).toBe(422);
    expect((await dd59.get('/api/vues/partages')).corps).toEqual([
      { partage: 'REGION', code: '32', nom: 'Hauts-de-France' },
      { partage: 'DEPARTEMENT', code: '59', nom: 'Nord' },
    ]);
  });

  it.each([
    [{ nom: ' ' }, 'nom', 'à remplir'],
    [{ requete: 'javascript:alert(1)//<script>' }, 'requete', 'adresse de la consolidation'],
    [{ partage: 'PAYS' }, 'partage', 'choisir dans la liste'],
    [{ partage: 'DEPARTEMENT' }, 'departement', 'choisissez un département'],
  ])('refuse %j in words', async (saisie, champ, mot) => {
    const { statut, corps } = await enregistrer(admin, saisie);
    expect([statut, JSON.stringify(corps)]).toEqual([422, expect.stringContaining(mot)]);
    expect(JSON.stringify(corps)).toContain(`"champ":"${champ}"`);
  });

  it('have one default a person, and one name', async () => {
    const [une, autre] = [await enregistree(ca.dd), await enregistree(ca.dd)];
    await suivre(ca.dd, une.id, null, true);
    await suivre(ca.dd, autre.id, null, true);
    const defauts = (await ca.dd.get<VueLue[]>('/api/vues')).corps.filter(({ parDefaut }) => parDefaut);
    expect(defauts.map(({ id }) => id)).toEqual([autre.id]);
    const { statut, corps } = await enregistrer(ca.dd, { nom: une.nom.toUpperCase() });
    expect([statut, JSON.stringify(corps)]).toEqual([422, expect.stringContaining('le porte déjà')]);
  });

  it('are sent once a period, with the figures that the recipient may read, a link, and a way out', async () => {
    const vue = await enregistree(admin, { nom: 'La région', requete: 'axe=departement', partage: 'REGION' });
    for (const qui of [admin, ca.dd]) expect((await suivre(qui, vue.id, 'SEMAINE')).corps.rythme).toBe('SEMAINE');
    // Asked this week: the next Monday.
    expect(await distribuer()).toBe(0);
    await vieillir(vue.id);
    expect(await distribuer()).toBe(2);
    expect(await distribuer()).toBe(0);
    const de = async (qui: Appelant) => {
      const adresse = await adresseDe(qui);
      return boite.recus.find((r) => (r.to as { text: string }).text === adresse);
    };
    const [regional, departemental] = [await de(admin), await de(ca.dd)];
    expect(regional?.subject).toContain('La région');
    expect(regional?.text).toContain('3 bilans reçus sur 3, dont 3 validés. Les actions ont touché 430 personnes');
    expect(departemental?.text).toContain('2 bilans reçus sur 2, dont 2 validés. Les actions ont touché 30 personnes');
    expect(departemental?.text).not.toContain('430');
    expect(departemental?.text).toContain('https://coopilote.example/consolidation?axe=departement');
    // One click, without an account, as for the others.
    const sortie = departemental?.headerLines.filter(({ key }) => key.startsWith('list-unsubscribe'));
    expect(sortie?.map(({ line }) => line).join()).toContain('One-Click');
    const lien = /https:\/\/coopilote\.example(\/desabonnement\/\S+)/.exec(departemental?.text ?? '')?.[1] ?? '';
    expect((await api.anonyme().post(lien)).statut).toBe(204);
    await api.proprietaire.query(`DELETE FROM notification WHERE cle LIKE 'vue:%'`);
    boite.recus.length = 0;
    expect(await distribuer()).toBe(1);
    expect((boite.recus[0]?.to as { text: string }).text).toBe(await adresseDe(admin));
    await suivre(admin, vue.id, null);
    await suivre(ca.dd, vue.id, null);
  });

  it('wait for the closing of the quarter, of the recipient’s own collections', async () => {
    const vue = await enregistree(voisine.dd);
    await suivre(voisine.dd, vue.id, 'TRIMESTRE');
    await vieillir(vue.id);
    expect(await distribuer()).toBe(0);
    await api.proprietaire.query(
      `UPDATE campagne SET etat = 'CLOSE', motif = 'Fin', change_le = now() WHERE departement_code = '92' AND annee || '-T' || trimestre = $1`,
      [CLOS],
    );
    expect(await distribuer()).toBe(1);
    expect(await distribuer()).toBe(0);
  });

  it('are not sent of what is no longer shared, nor to who has lost their role', async () => {
    const vue = await enregistree(voisine.dd, { partage: 'REGION' });
    const partant = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
    const reste = await api.personne('EVALUATEUR_REGIONAL');
    for (const qui of [partant, reste]) await suivre(qui, vue.id, 'MOIS');
    await vieillir(vue.id);
    await api.proprietaire.query('DELETE FROM attribution WHERE utilisateur_id = $1', [partant.utilisateurId]);
    const saisie = { nom: vue.nom, requete: '', partage: 'MOI', version: 1 };
    expect((await voisine.dd.patch(`/api/vues/${vue.id}`, saisie)).statut).toBe(200);
    expect(await distribuer()).toBe(0);
  });
});
