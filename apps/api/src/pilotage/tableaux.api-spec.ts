import pg from 'pg';
import type { SuiviActions, SuiviIndicateurs } from '@coopilote/domain/pilotage';
import { decalerTrimestre, ecrireTrimestre, jourAParis, trimestreDe, type Probleme } from '@coopilote/domain/commun';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('T2 and T3', () => {
  let api: Api;
  let f: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  afterAll(() => api.stop());

  async function scene() {
    const structure = await f.structure();
    const ca = await f.cooperative({ structures: [structure] });
    return { ca, structure };
  }
  const t2 = async (qui: Appelant, ca: CaFaite, trimestre = '2026-T2') =>
    (await qui.get<SuiviIndicateurs>(`/api/cooperatives/${ca.id}/indicateurs?trimestre=${trimestre}`)).corps;
  const t3 = async (qui: Appelant, ca: CaFaite, trimestre = '2026-T2') =>
    (await qui.get<SuiviActions>(`/api/cooperatives/${ca.id}/suivi-actions?trimestre=${trimestre}`)).corps;

  it('T2: shows forecast, value to date, rate and trend of each indicator', async () => {
    const { ca, structure } = await scene();
    const action = await f.action(ca, structure, {
      indicateurs: [
        {
          type: 'ACTIVITE',
          unite: 'SEANCES',
          previsions: { '2026-T1': 10, '2026-T2': 10, '2026-T3': 10 },
          sources: 'Registre',
        },
        { type: 'RESULTAT', unite: 'PERSONNES', previsions: { '2026': 200 }, sources: 'Registre' },
        { type: 'RESULTAT', unite: 'POURCENTAGE', mode: 'RATIO', previsions: { '2026-T1': 50, '2026-T2': 70 } },
        { type: 'PROCESSUS', unite: 'NOMBRE', mode: 'DERNIERE_VALEUR' },
      ],
    });
    await f.bilan(action, '2025-T4', 'VALIDE', f.contenu(action, 5, [99, 99, [1, 1], 99]));
    await f.bilan(action, '2026-T1', 'VALIDE', f.contenu(action, 5, [8, 40, [1, 4], 3]));
    await f.bilan(action, '2026-T2', 'TRANSMIS', f.contenu(action, 5, [12, 30, [3, 4], 3]));
    await f.action(ca, structure, { etat: 'PROPOSEE' });
    await f.action(ca, structure, { etat: 'TERMINEE', debut: '2025-01-01', fin: '2025-12-31' });
    const tableau = await t2(ca.dd, ca);
    expect(tableau).toMatchObject({ cooperative: ca.intitule, trimestre: '2026-T2' });
    expect(tableau.lignes).toHaveLength(1);
    const [ligne] = tableau.lignes;
    expect(ligne?.activite[0]).toMatchObject({ prevision: 20, bas: 20, haut: 20, taux: 100, tendance: 'HAUSSE' });
    expect(ligne?.resultat[0]).toMatchObject({ prevision: 200, bas: 40, haut: 70, taux: 35, tendance: 'BAISSE' });
    expect(ligne?.resultat[1]).toMatchObject({ prevision: 60, bas: 50, haut: 50, taux: 83 });
    expect(ligne?.processus[0]).toMatchObject({ prevision: null, bas: 3, haut: 3, taux: null, tendance: 'STABLE' });
    expect(ligne).toMatchObject({ sources: 'Registre', resultatsAttendus: 'Ce qui est attendu' });
  });

  it('T3: shows answers once received, and where the other reports stand', async () => {
    const { ca, structure } = await scene();
    const indicateurs = [
      ...[1, 2, 3, 4].map((n) => ({ type: 'ACTIVITE' as const, libelle: `A${n}`, previsions: { '2026-T2': n } })),
      { type: 'RESULTAT' as const, libelle: 'R1', mode: 'RATIO' as const, unite: 'POURCENTAGE' as const },
    ];
    const objectifId = await f.objectif(ca.id, 'Aller vers');
    const recue = await f.action(ca, structure, { indicateurs, objectifId, publics: ['JEUNES', 'SENIORS'] });
    const renvoyee = await f.action(ca, structure, { commune: ca.communes[1] });
    const attendue = await f.action(ca, structure);
    const finie = await f.action(ca, structure, { fin: '2026-02-01' });
    await f.bilan(recue, '2026-T2', 'VALIDE', f.contenu(recue, 5, [11, 12, 13, 14, [1, 4]]));
    await f.bilan(renvoyee, '2026-T2', 'A_COMPLETER');
    await f.bilan(attendue, '2026-T2', 'BROUILLON');
    const tableau = await t3(ca.dd, ca);
    expect([tableau.attendus, tableau.recus]).toEqual([3, 1]);
    expect(tableau.lignes.map((l) => l.ficheActionId)).not.toContain(finie.id);
    const [un, deux, trois] = tableau.lignes;
    expect(un).toMatchObject({
      objectif: 'Aller vers',
      public1: 'JEUNES',
      public2: 'SENIORS',
      public3: null,
      territoire: 'Tout le territoire',
      etatBilan: 'VALIDE',
      enRetard: false,
      ressources: 'OUI',
      freins: 'Peu de bénévoles',
      activite1: { libelle: 'A1', valeur: 11, prevision: 1 },
      activite3: { libelle: 'A3', valeur: 13 },
      resultat1: { libelle: 'R1', valeur: 25 },
      resultat2: null,
    });
    expect(un?.autresIndicateurs.map((i) => i.libelle)).toEqual(['A4']);
    expect(deux).toMatchObject({ etatBilan: 'A_COMPLETER', enRetard: true, ressources: null, freins: null });
    expect(deux?.territoire).not.toBe('Tout le territoire');
    expect(deux?.joursDeRetard).toBeGreaterThan(0);
    expect(trois).toMatchObject({ etatBilan: 'BROUILLON', realisation: null, activite1: { valeur: null } });
  });

  it('takes the last ended quarter by default, and refuses what is not a quarter', async () => {
    const { ca } = await scene();
    const clos = ecrireTrimestre(decalerTrimestre(trimestreDe(jourAParis(new Date())), -1));
    for (const table of ['indicateurs', 'suivi-actions']) {
      const { corps } = await ca.dd.get<SuiviActions>(`/api/cooperatives/${ca.id}/${table}`);
      expect(corps.trimestre).toBe(clos);
      const refus = await ca.dd.get<Probleme>(`/api/cooperatives/${ca.id}/${table}?trimestre=2026-T5`);
      expect(refus.corps.erreurs?.[0]?.champ).toBe('trimestre');
    }
  });

  it('asks the database as many times for thirty actions as for two', async () => {
    const { ca, structure } = await scene();
    const ajouter = async (nombre: number) => {
      for (let i = 0; i < nombre; i++) await f.bilan(await f.action(ca, structure), '2026-T2', 'VALIDE');
    };
    const compter = async (table: string): Promise<number> => {
      const origine = pg.Client.prototype.query;
      let nombre = 0;
      pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
        nombre++;
        return Reflect.apply(origine, this, args);
      } as typeof origine;
      try {
        await ca.dd.get(`/api/cooperatives/${ca.id}/${table}?trimestre=2026-T2`);
      } finally {
        pg.Client.prototype.query = origine;
      }
      return nombre;
    };
    const tables = ['indicateurs', 'suivi-actions', 'synthese'];
    await ajouter(2);
    const avec2: number[] = [];
    for (const table of tables) avec2.push(await compter(table));
    await ajouter(28);
    const avec30: number[] = [];
    for (const table of tables) avec30.push(await compter(table));
    expect(avec30).toEqual(avec2);
    expect(avec2[0]).toBeGreaterThan(3);
    expect((await t3(ca.dd, ca)).recus).toBe(30);
  });

  it('opens to a resident of the copil and to nobody of another département or CA', async () => {
    const { ca, structure } = await scene();
    await f.bilan(await f.action(ca, structure), '2026-T2', 'VALIDE');
    const habitante = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    expect((await t3(habitante, ca)).recus).toBe(1);
    const dehors = [
      await api.personne('COORDINATEUR_DD', { departementCode: '92' }),
      await api.personne('PARTENAIRE', { structureId: await f.structure() }),
      await api.personne('COPILOTE', { cooperativeId: (await f.cooperative()).id }),
    ];
    for (const qui of dehors) {
      for (const table of ['indicateurs', 'suivi-actions', 'synthese']) {
        expect((await qui.get(`/api/cooperatives/${ca.id}/${table}`)).statut).toBe(404);
      }
    }
  });
});
