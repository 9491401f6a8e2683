import { randomUUID } from 'node:crypto';
import type { EtatBilan } from '@coopilote/domain/bilans';
import { ecrireTrimestre, trimestresEntre } from '@coopilote/domain/commun';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';
import fc from 'fast-check';
import { Fabrique, type ActionFaite, type CaFaite } from '../../test/fabrique';
import { Api, baseNeuve } from '../../test/harness';

const COMMUNS: [Unite, ModeAgregation][] = [
  ['PERSONNES', 'SOMME'],
  ['NOMBRE', 'DERNIERE_VALEUR'],
  ['HEURES', 'MOYENNE'],
  ['NOMBRE', 'MAXIMUM'],
  ['POURCENTAGE', 'RATIO'],
];
const QUARTS = trimestresEntre({ annee: 2024, trimestre: 3 }, { annee: 2026, trimestre: 2 });
const ETATS: EtatBilan[] = ['A_REMPLIR', 'BROUILLON', 'TRANSMIS', 'A_COMPLETER', 'VALIDE'];

/** What may happen to a programme between two consolidations; each draws its target by a rank. */
const GESTES: Record<string, string> = {
  validate: `UPDATE bilan_trimestriel SET etat = 'VALIDE', valide_le = now() WHERE id = $1 AND etat = 'TRANSMIS'`,
  sendBack: `UPDATE bilan_trimestriel SET etat = 'A_COMPLETER', valide_le = NULL WHERE id = $1 AND etat IN ('TRANSMIS', 'VALIDE')`,
  sendAgain: `UPDATE bilan_trimestriel SET etat = 'TRANSMIS', beneficiaires = $2::int WHERE id = $1 AND etat = 'A_COMPLETER'`,
  correct: `UPDATE valeur SET valeur = CASE WHEN valeur IS NULL THEN NULL ELSE $2::numeric END, numerateur = CASE WHEN valeur IS NULL THEN $2::numeric END
            WHERE bilan_id = $1`,
  withdraw: `DELETE FROM valeur WHERE bilan_id = $1 AND $2::int % 3 = 0`,
  moveTerritory: `UPDATE fiche_action SET territoire_commune_code = NULL, beneficiaires_cibles = $2::int
                  WHERE id = (SELECT fiche_action_id FROM bilan_trimestriel WHERE id = $1)`,
  unlink: `UPDATE indicateur SET indicateur_commun_id = NULL
           WHERE fiche_action_id = (SELECT fiche_action_id FROM bilan_trimestriel WHERE id = $1) AND ordre = 1 + $2::int % 5`,
  relink: `UPDATE indicateur SET indicateur_commun_id = (SELECT id FROM indicateur_commun m WHERE m.mode_agregation = indicateur.mode_agregation LIMIT 1)
           WHERE fiche_action_id = (SELECT fiche_action_id FROM bilan_trimestriel WHERE id = $1) AND $2::int >= 0`,
  forecast: `INSERT INTO prevision SELECT i.id, i.fiche_action_id, i.cooperative_id, i.departement_code, i.structure_id, b.annee, $2::int % 5, $2::numeric
             FROM bilan_trimestriel b JOIN indicateur i USING (fiche_action_id) WHERE b.id = $1
             ON CONFLICT (indicateur_id, annee, trimestre) DO UPDATE SET valeur = excluded.valeur`,
};
const geste = fc.record({
  nom: fc.constantFrom(...Object.keys(GESTES)),
  rang: fc.nat(1000),
  valeur: fc.integer({ min: 1, max: 500 }),
});

describe('totals kept up to date', () => {
  let api: Api;
  let f: Fabrique;
  let drop: () => Promise<void>;
  const bilans: string[] = [];
  const cas: CaFaite[] = [];
  const actions: ActionFaite[] = [];

  beforeAll(async () => {
    const base = await baseNeuve();
    drop = base.drop;
    api = await Api.start({ databaseUrl: base.databaseUrl });
    f = new Fabrique(api);
    const communs: string[] = [];
    for (const [unite, mode] of COMMUNS) communs.push(await f.indicateurCommun(unite, mode));
    for (const departementCode of ['93', '93', '75']) {
      const structures = [await f.structure({ departementCode })];
      const ca = await f.cooperative({ departementCode, structures });
      cas.push(ca);
      const action = await f.action(ca, structures[0] ?? '', {
        commune: ca.communes[0] ?? '',
        beneficiairesCibles: 40,
        indicateurs: COMMUNS.map(([unite, mode], i) => ({ unite, mode, commun: communs[i] ?? '' })),
      });
      actions.push(action);
      for (const [i, t] of QUARTS.entries()) {
        const etat = ETATS[(i + actions.length) % ETATS.length] ?? 'VALIDE';
        bilans.push(await f.bilan(action, ecrireTrimestre(t), etat));
      }
    }
  }, 60_000);
  afterAll(async () => {
    await api.stop();
    await drop();
  });

  const ecarts = async () => (await api.proprietaire.query('SELECT * FROM app.ecarts_totaux()')).rows;
  const faire = (nom: string, rang: number, valeur: number) => {
    const sql = GESTES[nom] ?? '';
    const params = sql.includes('$2') ? [bilans[rang % bilans.length], valeur] : [bilans[rang % bilans.length]];
    return api.proprietaire.query(sql, params);
  };

  it('are those of the reports from the start', async () => {
    expect((await api.proprietaire.query('SELECT 1 FROM total_departement')).rowCount).toBeGreaterThan(50);
    expect(await ecarts()).toEqual([]);
  });

  it('stay those of the reports whatever happens to these, several gestures in a transaction or at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(geste, { minLength: 1, maxLength: 6 }), fc.boolean(), async (gestes, ensemble) => {
        if (ensemble) await Promise.all(gestes.map((g) => faire(g.nom, g.rang, g.valeur)));
        else for (const g of gestes) await faire(g.nom, g.rang, g.valeur);
        expect(await ecarts()).toEqual([]);
      }),
      { numRuns: 60, seed: 20261129 },
    );
  }, 120_000);

  it('are not missing a transaction that another one made wait', async () => {
    const [un, autre] = [await api.proprietaire.connect(), await api.proprietaire.connect()];
    const lever = `UPDATE bilan_trimestriel SET beneficiaires = beneficiaires + 1 WHERE fiche_action_id = $1 AND beneficiaires IS NOT NULL`;
    try {
      await un.query('BEGIN');
      await autre.query('BEGIN');
      await un.query(lever, [actions[0]?.id]);
      await autre.query(lever, [actions[1]?.id]);
      await Promise.all([un.query('COMMIT'), autre.query('COMMIT')]);
    } finally {
      un.release();
      autre.release();
    }
    expect(await ecarts()).toEqual([]);
  });

  it('follow the mode of a common indicator, and are the same once computed again from nothing', async () => {
    await api.proprietaire.query(
      `UPDATE indicateur_commun SET mode_agregation = 'SOMME' WHERE mode_agregation = 'RATIO'`,
    );
    expect(await ecarts()).toEqual([]);
    await api.proprietaire.query('SELECT app.recalculer_totaux()');
    expect(await ecarts()).toEqual([]);
  });

  it('are the delegation’s: a partner and another département read none of them', async () => {
    const partenaire = await api.personne('PARTENAIRE', { structureId: actions[0]?.structureId ?? '' });
    const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '75' });
    const lus = (utilisateurId: string, table: string) =>
      api.base.run({ genre: 'personne', utilisateurId }, (ctx) =>
        ctx.query(`SELECT 1 FROM ${table} WHERE departement_code = '93' LIMIT 1`),
      );
    for (const table of ['cumul_action', 'cumul_indicateur', 'total_departement']) {
      expect(await lus(partenaire.utilisateurId, table)).toHaveLength(0);
      expect(await lus(ailleurs.utilisateurId, table)).toHaveLength(0);
      expect(await lus(cas[0]?.dd.utilisateurId ?? randomUUID(), table)).toHaveLength(1);
    }
  });
});
