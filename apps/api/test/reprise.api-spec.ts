import { QueryFailedError } from 'typeorm';
import { Fabrique } from './fabrique';
import { Api, type Appelant } from './harness';

/** Thrown once PostgreSQL has let a row in, so that none stays. */
const LAISSE = new Error('let in');
type Ligne = 'bilan_version' | 'valeur';

/** The second lock alone (migration 21): SQL under each person's identity, without any service. */
describe('a report that the delegation takes over, without the services', () => {
  let api: Api;
  let f: Fabrique;
  let bilan: string;
  let dd: Appelant;
  let refuses: [string, Appelant][];
  let promoteur: Appelant;
  /** bilan, fiche, CA, département, structure, indicateur: given, so that a person who reads none of them is still asked. */
  let cles: Record<string, string>;

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    const [structure, membre] = [await f.structure(), await f.structure()];
    const ca = await f.cooperative({ structures: [structure, membre] });
    const action = await f.action(ca, structure, { indicateurs: [{ previsions: {} }] });
    bilan = await f.bilan(action, '2026-T1', 'A_REMPLIR');
    dd = ca.dd;
    promoteur = await api.personne('PARTENAIRE', { structureId: structure });
    refuses = [
      ['DD of another département', await api.personne('COORDINATEUR_DD', { departementCode: '92' })],
      ['partner of the CA, for another structure', await api.personne('PARTENAIRE', { structureId: membre })],
      ['copilote of the CA', await api.personne('COPILOTE', { cooperativeId: ca.id })],
      ['regional evaluator', await api.personne('EVALUATEUR_REGIONAL')],
    ];
    cles = {
      bilan_id: bilan,
      fiche_action_id: action.id,
      cooperative_id: ca.id,
      departement_code: '93',
      structure_id: structure,
      indicateur_id: action.indicateurs[0]?.id ?? '',
    };
  });
  afterAll(() => api.stop());

  /** The report as a takeover leaves it, signed by these persons. */
  async function repris(
    transmisPar: Appelant,
    { validePar = transmisPar, etat = 'VALIDE', numero = 1 } = {},
  ): Promise<void> {
    await f.sql(
      `UPDATE bilan_trimestriel SET etat = $2, numero_version = $3, transmis_le = now(), transmis_par = $4,
         valide_le = CASE WHEN $2 = 'VALIDE' THEN now() END, valide_par = CASE WHEN $2 = 'VALIDE' THEN $5::uuid END WHERE id = $1`,
      [bilan, etat, numero, transmisPar.utilisateurId, validePar.utilisateurId],
    );
  }

  async function entre(qui: Appelant, table: Ligne, numero = 1): Promise<boolean> {
    const ligne: Record<string, unknown> = { ...cles };
    if (table === 'valeur') ligne['valeur'] = 3;
    else {
      delete ligne['indicateur_id'];
      Object.assign(ligne, { numero, contenu: '{}', empreinte: '0'.repeat(64), transmis_par: qui.utilisateurId });
      ligne['transmis_le'] = '2026-04-10T10:00:00Z';
    }
    const noms = Object.keys(ligne);
    try {
      await api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, async (ctx) => {
        await ctx.query(
          `INSERT INTO ${table} (${noms.join(', ')}) VALUES (${noms.map((_, i) => `$${i + 1}`).join(', ')})`,
          Object.values(ligne),
        );
        throw LAISSE;
      });
    } catch (erreur) {
      if (erreur === LAISSE) return true;
      const code = erreur instanceof QueryFailedError && (erreur.driverError as { code?: string }).code;
      if (code !== '42501') throw erreur;
    }
    return false;
  }
  const entrees = async (qui: Appelant) => [await entre(qui, 'bilan_version'), await entre(qui, 'valeur')];

  it('is let in for the delegation that signs it', async () => {
    await repris(dd);
    expect(await entrees(dd)).toEqual([true, true]);
  });

  it('is let in for nobody else, whatever the report says of them', async () => {
    for (const [role, qui] of refuses) {
      await repris(qui);
      expect([role, await entrees(qui)]).toEqual([role, [false, false]]);
    }
    // The structure sends its own reports; the values of one that is validated are no longer its to write.
    await repris(promoteur);
    expect(await entre(promoteur, 'valeur')).toBe(false);
  });

  it('is the first version of a validated report, sent and validated by the same person, and nothing else', async () => {
    await repris(promoteur, { validePar: dd });
    expect(await entrees(dd)).toEqual([false, false]);
    await repris(dd, { validePar: promoteur });
    expect(await entrees(dd)).toEqual([false, false]);
    await repris(dd, { etat: 'TRANSMIS' });
    expect(await entrees(dd)).toEqual([false, false]);
    await repris(dd, { numero: 2 });
    expect(await entrees(dd)).toEqual([false, false]);
    await repris(dd);
    expect(await entre(dd, 'bilan_version', 2)).toBe(false);
  });
});
