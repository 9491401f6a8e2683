import { randomUUID } from 'node:crypto';
import { decalerTrimestre, ecrireTrimestre, jourAParis, trimestreDe, type Probleme } from '@coopilote/domain/commun';
import type { AccueilLu, ResultatRecherche } from '@coopilote/domain/pilotage';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

describe('accueil', () => {
  let api: Api;
  let f: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  afterAll(() => api.stop());

  const courant = trimestreDe(jourAParis(new Date()));
  const ilYA = (n: number) => ecrireTrimestre(decalerTrimestre(courant, -n));
  const accueil = async (qui: Appelant) => (await qui.get<AccueilLu>('/api/accueil')).corps;

  it('shows to a partner one card a report that is due, what came back first', async () => {
    const [structure, autre] = [await f.structure(), await f.structure()];
    const ca = await f.cooperative({ structures: [structure, autre] });
    const action = await f.action(ca, structure, { debut: '2020-01-01', fin: '2099-12-31' });
    const ancien = await f.bilan(action, ilYA(3), 'BROUILLON');
    const clos = await f.bilan(action, ilYA(1));
    const renvoye = await f.bilan(action, ilYA(2), 'A_COMPLETER');
    await api.proprietaire.query(
      `INSERT INTO bilan_retour (id, bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, numero, question, motif, par)
       SELECT gen_random_uuid(), id, fiche_action_id, cooperative_id, departement_code, structure_id, 1, 'freins', 'Lesquels ?', $2
       FROM bilan_trimestriel WHERE id = $1`,
      [renvoye, ca.dd.utilisateurId],
    );
    const enCours = await f.bilan(action, ilYA(0));
    await f.bilan(action, ilYA(4), 'VALIDE');
    await f.bilan(await f.action(ca, autre, { debut: '2020-01-01' }), ilYA(1));
    await f.action(ca, structure, { etat: 'BROUILLON', intitule: 'Marche', motif: 'Préciser' });
    const lu = await accueil(await api.personne('PARTENAIRE', { structureId: structure }));
    expect(lu.bilans.map((b) => b.id)).toEqual([renvoye, ancien, clos]);
    expect(lu.bilans[0]).toMatchObject({ etat: 'A_COMPLETER', retours: 1, action: action.intitule });
    expect(lu.aVenir.map((l) => l.lien)).toEqual([`/bilans/${enCours}`]);
    expect(lu.aFaire.map((l) => l.genre)).toEqual(['FICHE_A_REVOIR']);
    expect(lu.chiffres).toBeNull();
    expect(lu.changements.map((c) => c.quoi)).toContain('Fiche-action «\u00a0Marche\u00a0» ajoutée');
  });

  it('shows to a DD what is late by CA, and to the siège by département, with the figures of the last quarter', async () => {
    const structure = await f.structure({ departementCode: '77' });
    const ca = await f.cooperative({ departementCode: '77', structures: [structure] });
    const action = await f.action(ca, structure, { debut: '2020-01-01', fin: '2099-12-31' });
    for (const n of [2, 3]) await f.bilan(action, ilYA(n));
    await f.bilan(action, ilYA(1), 'VALIDE', f.contenu(action, 40));
    await f.bilan(action, ilYA(0));
    const dd = await accueil(ca.dd);
    const retard = dd.aFaire.find((l) => l.lien.includes(ca.id) && l.genre === 'BILAN_EN_RETARD');
    expect(retard).toMatchObject({ titre: '2 bilans en retard', detail: ca.intitule, nombre: 2 });
    expect(dd.aVenir[0]?.titre).toMatch(/attendus? pour le T\d 20\d\d$/);
    expect(dd.chiffres?.trimestre).toBe(ilYA(1));
    expect(dd.chiffres?.beneficiaires.haut).toBeGreaterThanOrEqual(40);
    for (const role of ['ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL'] as const) {
      const siege = await accueil(await api.personne(role));
      expect(siege.aFaire.every((l) => l.genre === 'BILAN_EN_RETARD')).toBe(true);
      expect(siege.aFaire.find((l) => l.lien === '/consolidation?departement=77')?.detail).toBe('Seine-et-Marne');
      expect(siege.chiffres?.bilansRecus).toBeGreaterThanOrEqual(dd.chiffres?.bilansRecus ?? 1);
      expect(siege.bilans).toEqual([]);
    }
    const ailleurs = await accueil(await api.personne('COORDINATEUR_DD', { departementCode: '91' }));
    expect(JSON.stringify(ailleurs)).not.toContain(ca.id);
    expect((await api.anonyme().get('/api/accueil')).statut).toBe(401);
  });

  it('finds CAs, structures and actions by folded words, the nearest first, and nothing out of reach', async () => {
    const mot = `zz${randomUUID().slice(0, 6)}`;
    const structure = await f.structure({ nom: `Société d’éveil ${mot}` });
    const ca = await f.cooperative({ structures: [structure], intitule: `${mot} Éveil santé` });
    await f.action(ca, structure, { intitule: `Ateliers d’éveil-${mot}` });
    const chercher = async (qui: Appelant, q: string) =>
      (await qui.get<ResultatRecherche[]>(`/api/recherche?q=${encodeURIComponent(q)}`)).corps;
    const trouves = await chercher(ca.dd, `${mot.toUpperCase()} eveil`);
    expect(trouves.map((r) => r.genre)).toEqual(['COOPERATIVE', 'STRUCTURE', 'FICHE_ACTION']);
    expect(trouves[0]).toMatchObject({ detail: 'Seine-Saint-Denis', lien: `/cooperatives/${ca.id}` });
    expect(trouves[2]?.detail).toBe(ca.intitule);
    expect(await chercher(ca.dd, `${mot} absent`)).toEqual([]);
    expect(await chercher(ca.dd, '%%')).toEqual([]);
    const dehors = await api.personne('PARTENAIRE', { structureId: await f.structure() });
    expect(await chercher(dehors, mot)).toEqual([]);
    expect(await chercher(await api.personne('COORDINATEUR_DD', { departementCode: '92' }), mot)).toEqual([]);
    expect((await ca.dd.get<Probleme>('/api/recherche?q=a')).statut).toBe(422);
    expect((await api.anonyme().get('/api/recherche?q=aa')).statut).toBe(401);
  });
});
