import { randomUUID } from 'node:crypto';
import type { Page, Probleme } from '@coopilote/domain/commun';
import type { DifferencesLues, EtatFigeLu } from '@coopilote/domain/etats-figes';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, baseNeuve, type Appelant } from '../../test/harness';

const TABLES = ['etat_fige', 'etat_fige_departement', 'etat_fige_bilan', 'etat_fige_valeur'];

describe('who freezes a quarter, and who reads what was frozen', () => {
  let api: Api;
  let drop: () => Promise<void>;
  let admin: Appelant;
  let ca: CaFaite;
  let voisine: CaFaite;
  let structure: string;
  const bilans: string[] = [];

  beforeAll(async () => {
    const base = await baseNeuve();
    drop = base.drop;
    api = await Api.start({ databaseUrl: base.databaseUrl });
    const f = new Fabrique(api);
    admin = await api.personne('ADMIN_REGIONAL');
    structure = await f.structure();
    ca = await f.cooperative({ structures: [structure] });
    voisine = await f.cooperative({ departementCode: '92' });
    const commun = await f.indicateurCommun('PERSONNES');
    for (const lieu of [ca, voisine]) {
      const { departementCode } = lieu;
      const action = await f.action(lieu, lieu === ca ? structure : await f.structure({ departementCode }), {
        indicateurs: [{ unite: 'PERSONNES', commun }],
      });
      bilans.push(await f.bilan(action, '2026-T2', 'VALIDE'));
    }
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await drop();
  });

  const figer = (qui: Appelant, saisie: object) =>
    qui.post<EtatFigeLu & Probleme>('/api/etats-figes', {
      nom: `Essai ${randomUUID()}`,
      trimestre: '2026-T2',
      ...saisie,
    });
  const fige = async (qui: Appelant, saisie: object): Promise<EtatFigeLu> => {
    const { statut, corps } = await figer(qui, saisie);
    expect([statut, corps.detail]).toEqual([201, undefined]);
    return corps;
  };
  /** SQL under a person's own policies alone. */
  const changer = (qui: Appelant, sql: string, params: unknown[]) =>
    api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) => ctx.query(sql, params));

  it('shows a délégation its own part of a région that was frozen, and the région nothing less', async () => {
    const etat = await fige(admin, { region: '11' });
    const lu = (await voisine.dd.get<EtatFigeLu>(`/api/etats-figes/${etat.id}`)).corps;
    expect(lu).toMatchObject({ attendus: 1, recus: 1, entier: false, territoire: 'Île-de-France' });
    const lues = (await voisine.dd.get<DifferencesLues>(`/api/etats-figes/${etat.id}/differences`)).corps;
    expect(lues.bilans.map((b) => b.departementCode)).toEqual(['92']);
    expect(new Set(lues.totaux.map((t) => t.departementCode))).toEqual(new Set(['92']));
    expect(JSON.stringify(lues)).not.toContain(bilans[0]);
  });

  it('is made and read where one consolidates, and nowhere else', async () => {
    const evaluateur = await api.personne('EVALUATEUR_REGIONAL');
    const etat = await fige(evaluateur, { departement: '93' });
    const partenaire = await api.personne('PARTENAIRE', { structureId: structure });
    const dd59 = await api.personne('COORDINATEUR_DD', { departementCode: '59' });
    const refuses: [string, Appelant, number, number][] = [
      ['partner', partenaire, 403, 403],
      ['copilote', await api.personne('COPILOTE', { cooperativeId: ca.id }), 403, 403],
      ['DD of another département', voisine.dd, 403, 404],
      ['DD of another region', dd59, 403, 404],
    ];
    for (const [nom, qui, ecrire, lire] of refuses) {
      expect([nom, (await figer(qui, { departement: '93' })).statut]).toEqual([nom, ecrire]);
      for (const suite of ['', '/verification', '/differences']) {
        expect([nom, suite, (await qui.get(`/api/etats-figes/${etat.id}${suite}`)).statut]).toEqual([nom, suite, lire]);
      }
      // The second lock alone.
      const vus = TABLES.map(
        (table) => `SELECT 1 FROM ${table} WHERE ${table === 'etat_fige' ? 'id' : 'etat_fige_id'} = $1`,
      );
      expect(await changer(qui, vus.join(' UNION ALL '), [etat.id])).toEqual([]);
      await expect(
        changer(qui, `SELECT app.figer_trimestre($1, '11', '93', 2026, 2, 'Par la porte de derrière')`, [randomUUID()]),
      ).rejects.toThrow("n'est pas le vôtre");
    }
    expect((await figer(ca.dd, { region: '11' })).statut).toBe(403);
    expect((await ca.dd.get('/api/etats-figes/territoires')).corps).toEqual([
      { regionCode: '11', departementCode: '93', nom: 'Seine-Saint-Denis' },
    ]);
    const liste = (await voisine.dd.get<Page<EtatFigeLu>>('/api/etats-figes?trimestre=2026-T2')).corps;
    expect(liste.lignes.every((l) => l.departementCode === null)).toBe(true);
    const siennes = (await ca.dd.get<Page<EtatFigeLu>>('/api/etats-figes?departement=93')).corps;
    expect(siennes.lignes.map((l) => l.id)).toContain(etat.id);
  });

  it('refuses in words a name that is taken, a quarter without report, a place that is none', async () => {
    await fige(ca.dd, { departement: '93', nom: 'Bilan d’automne' });
    await fige(admin, { region: '11', nom: 'Bilan d’automne' });
    for (const [saisie, champ, mot] of [
      [{ departement: '93', nom: 'BILAN d’automne' }, 'nom', 'le porte déjà'],
      [{ departement: '93', trimestre: '2019-T1' }, 'trimestre', '1ᵉʳ trimestre 2019'],
      [{ departement: 'ZZ' }, 'departement', 'choisissez'],
      [{}, 'departement', 'choisissez'],
      [{ departement: '93', trimestre: 'hier' }, 'trimestre', '2026-T3'],
      [{ departement: '93', nom: ' ' }, 'nom', 'à remplir'],
    ] as const) {
      const { statut, corps } = await figer(ca.dd, saisie);
      expect([statut, JSON.stringify(corps)]).toEqual([422, expect.stringContaining(mot)]);
      expect(JSON.stringify(corps)).toContain(`"champ":"${champ}"`);
    }
  });
});
