import type { ContenuBilan } from '@coopilote/domain/bilans';
import { Fabrique, type ActionFaite, type CaFaite } from './fabrique';
import { Api, type Appelant } from './harness';

const SECRET = 'Mot du brouillon';

/** The second lock on what a structure is writing: SQL under each person's identity, without any service. */
describe('drafts of reports, behind row-level security', () => {
  let api: Api;
  let f: Fabrique;
  let ca: CaFaite;
  let action: ActionFaite;
  let partenaire: Appelant;
  let autres: [string, Appelant][];

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    const [structure, membre] = [await f.structure(), await f.structure()];
    ca = await f.cooperative({ structures: [structure, membre] });
    action = await f.action(ca, structure);
    partenaire = await api.personne('PARTENAIRE', { structureId: structure });
    autres = [
      ['DD', ca.dd],
      ['copilote', await api.personne('COPILOTE', { cooperativeId: ca.id })],
      ['another partner', await api.personne('PARTENAIRE', { structureId: membre })],
      ['regional evaluator', await api.personne('EVALUATEUR_REGIONAL')],
      ['external evaluator', await api.personne('EVALUATEUR_EXTERNE', { cooperativeId: ca.id })],
      ['administrator', await api.personne('ADMIN_REGIONAL')],
    ];
  });
  afterAll(() => api.stop());

  /** Everything that a person can read of one report, as text: its row, values, draft, versions and history. */
  const lire = (qui: Appelant, id: string): Promise<string> =>
    api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, async (ctx) => {
      const lignes = await ctx.query(
        `SELECT to_jsonb(b) AS ligne FROM bilan_trimestriel b WHERE b.id = $1
         UNION ALL SELECT to_jsonb(v) FROM valeur v WHERE v.bilan_id = $1
         UNION ALL SELECT to_jsonb(d) FROM bilan_brouillon d WHERE d.bilan_id = $1
         UNION ALL SELECT to_jsonb(e) FROM bilan_version e WHERE e.bilan_id = $1
         UNION ALL SELECT to_jsonb(h) FROM historique h WHERE h.objet_id = $1::text OR h.apres ->> 'bilan_id' = $1::text`,
        [id],
      );
      return JSON.stringify(lignes);
    });
  const saisir = async (id: string, version: number, contenu: ContenuBilan) =>
    (await partenaire.patch(`/api/bilans-trimestriels/${id}`, { ...contenu, version })).statut;
  const passer = async (qui: Appelant, id: string, vers: string, version: number, suite: object = {}) =>
    (await qui.post(`/api/bilans-trimestriels/${id}/transitions`, { vers, version, ...suite })).statut;
  const brouillon = (mot: string): ContenuBilan => ({ ...f.contenu(action, 4321, [8765, 10, 10]), freins: mot });
  const devoile = async (id: string, mot: string) => {
    const vus: string[] = [];
    for (const [role, qui] of autres) if ((await lire(qui, id)).includes(mot)) vus.push(role);
    return vus;
  };

  it('show their row to the whole CA, and their words and values to their structure alone, until they are sent', async () => {
    const id = await f.bilan(action, '2026-T1');
    expect(await saisir(id, 1, brouillon(SECRET))).toBe(200);
    expect(await saisir(id, 2, { ...brouillon(SECRET), pistes: 'Autre piste' })).toBe(200);
    expect(await lire(partenaire, id)).toMatch(SECRET);
    for (const [role, qui] of autres) {
      expect({ role, ligne: (await lire(qui, id)).includes('"etat":"BROUILLON"') }).toEqual({ role, ligne: true });
    }
    for (const mot of [SECRET, 'Autre piste', '4321', '8765']) expect(await devoile(id, mot)).toEqual([]);
    expect(await passer(partenaire, id, 'TRANSMIS', 3)).toBe(200);
    for (const mot of [SECRET, '4321', '8765']) expect(await devoile(id, mot)).toEqual(autres.map(([role]) => role));
  });

  it('stay hidden while a report that came back is written again: the others read it as it was sent', async () => {
    const id = await f.bilan(action, '2026-T2', 'TRANSMIS', brouillon('Premier envoi'));
    const retours = [{ question: 'freins', motif: 'Précisez' }];
    expect(await passer(ca.dd, id, 'A_COMPLETER', 1, { retours })).toBe(200);
    expect(await saisir(id, 2, { ...brouillon(SECRET), beneficiaires: 5432 })).toBe(200);
    for (const mot of [SECRET, '5432']) expect(await devoile(id, mot)).toEqual([]);
    expect(await devoile(id, 'Premier envoi')).toHaveLength(autres.length);
    expect(await passer(partenaire, id, 'TRANSMIS', 3)).toBe(200);
    expect(await devoile(id, SECRET)).toHaveLength(autres.length);
    const { rows } = await api.proprietaire.query('SELECT 1 FROM bilan_brouillon WHERE bilan_id = $1', [id]);
    expect(rows).toEqual([]);
  });

  it('are written by their structure alone, and nobody writes the values of a report that is not being sent', async () => {
    const id = await f.bilan(action, '2026-T3', 'BROUILLON');
    const ecrire = (qui: Appelant, sql: string) =>
      api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, async (ctx) =>
        ctx.query(`WITH ecrites AS (${sql} RETURNING 1) SELECT count(*) AS nombre FROM ecrites`, [id]),
      );
    for (const [, qui] of autres) {
      expect(await ecrire(qui, `UPDATE bilan_brouillon SET contenu = '{}' WHERE bilan_id = $1`)).toEqual([
        { nombre: 0 },
      ]);
    }
    const valeur = `INSERT INTO valeur (bilan_id, indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id, valeur)
      SELECT b.id, i.id, i.fiche_action_id, i.cooperative_id, i.departement_code, i.structure_id, 1
      FROM bilan_trimestriel b JOIN indicateur i USING (fiche_action_id) WHERE b.id = $1`;
    for (const qui of [partenaire, ca.dd]) await expect(ecrire(qui, valeur)).rejects.toThrow(/row-level security/);
  });
});
