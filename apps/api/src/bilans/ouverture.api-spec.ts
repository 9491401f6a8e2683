import { ajouterJours, decalerTrimestre, debutTrimestre, ecrireTrimestre, trimestreDe } from '@coopilote/domain/commun';
import { Fabrique } from '../../test/fabrique';
import { Api } from '../../test/harness';
import { Horloge } from '../platform/horloge';
import { OuvertureService } from './ouverture.service';

describe('opening of the reports', () => {
  let api: Api;
  let f: Fabrique;
  let ouverture: OuvertureService;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    ouverture = api.app.get(OuvertureService);
    api.app.get(Horloge).maintenant = () => new Date('2012-05-15T10:00:00Z');
  });
  afterAll(() => api.stop());

  // Everything that is due is opened: a day long past keeps this to the actions made here, on a shared database.
  const aujourdhui = '2012-05-15';
  const courant = trimestreDe(aujourdhui);
  const debutIlYA = (trimestres: number) => debutTrimestre(decalerTrimestre(courant, -trimestres));
  const ouverts = async (id: string): Promise<string[]> => {
    const { rows } = await api.proprietaire.query<{ annee: number; trimestre: number }>(
      'SELECT annee, trimestre FROM bilan_trimestriel WHERE fiche_action_id = $1 ORDER BY annee, trimestre',
      [id],
    );
    return rows.map(ecrireTrimestre);
  };

  it('opens one report for each quarter in which the action is active, and only once', async () => {
    const structure = await f.structure();
    const ca = await f.cooperative({ structures: [structure] });
    const jusquaDemain = { fin: ajouterJours(aujourdhui, 400) };
    const recente = await f.action(ca, structure, { debut: debutIlYA(2), ...jusquaDemain });
    const ancienne = await f.action(ca, structure, { debut: debutIlYA(40), ...jusquaDemain });
    const finie = await f.action(ca, structure, { etat: 'TERMINEE', debut: debutIlYA(5), fin: debutIlYA(4) });
    const brouillon = await f.action(ca, structure, { etat: 'BROUILLON', debut: debutIlYA(2), ...jusquaDemain });
    const future = await f.action(ca, structure, {
      etat: 'VALIDEE',
      debut: ajouterJours(aujourdhui, 200),
      ...jusquaDemain,
    });
    await Promise.all([ouverture.openDue('Essai'), ouverture.openDue('Essai')]);
    await ouverture.openDue('Essai');
    const dernier = (n: number) => ecrireTrimestre(decalerTrimestre(courant, -n));
    expect(await ouverts(recente.id)).toEqual([dernier(2), dernier(1), dernier(0)]);
    expect(await ouverts(ancienne.id)).toHaveLength(12);
    expect(await ouverts(finie.id)).toEqual([dernier(5), dernier(4)]);
    expect(await ouverts(brouillon.id)).toEqual([]);
    expect(await ouverts(future.id)).toEqual([]);
  });

  it('owes nothing past the day on which an action was ended early', async () => {
    const structure = await f.structure();
    const ca = await f.cooperative({ structures: [structure] });
    const action = await f.action(ca, structure, { debut: debutIlYA(3), fin: ajouterJours(aujourdhui, 10) });
    await api.proprietaire.query(`UPDATE fiche_action SET etat = 'TERMINEE' WHERE id = $1`, [action.id]);
    await api.proprietaire.query(
      `INSERT INTO historique (quand, auteur, objet, objet_id, operation, apres, departement_code)
       VALUES ($2, 'DD', 'fiche_action', $1, 'MODIFICATION', '{"etat": "TERMINEE"}', '93')`,
      [action.id, `${ajouterJours(debutIlYA(1), 5)}T12:00:00Z`],
    );
    await ouverture.openDue('Essai');
    expect(await ouverts(action.id)).toHaveLength(3);
  });

  it('starts a validated action on its first day, and the coordination may open one action’s reports', async () => {
    const structure = await f.structure();
    const ca = await f.cooperative({ structures: [structure] });
    const action = await f.action(ca, structure, {
      etat: 'VALIDEE',
      debut: debutIlYA(0),
      fin: ajouterJours(aujourdhui, 90),
    });
    const entree = { genre: 'personne', utilisateurId: ca.dd.utilisateurId } as const;
    expect(await api.base.run(entree, (ctx) => ouverture.openForAction(ctx, action.id))).toBe(1);
    await ouverture.openDue('Essai');
    const { rows } = await api.proprietaire.query<{ etat: string; total: number }>(
      `SELECT f.etat, b.total FROM fiche_action f JOIN bilan_trimestriel b ON b.fiche_action_id = f.id WHERE f.id = $1`,
      [action.id],
    );
    expect(rows).toEqual([{ etat: 'EN_COURS', total: 12 }]);
  });

  it('opens for the copilote of the CA, and nothing for somebody who does not animate it', async () => {
    const structure = await f.structure();
    const ca = await f.cooperative({ structures: [structure] });
    const action = await f.action(ca, structure, {
      etat: 'VALIDEE',
      debut: debutIlYA(0),
      fin: ajouterJours(aujourdhui, 90),
    });
    const etranger = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    const evaluatrice = await api.personne('EVALUATEUR_REGIONAL');
    const ouvrir = (utilisateurId: string) =>
      api.base.run({ genre: 'personne', utilisateurId }, (ctx) => ouverture.openForAction(ctx, action.id));
    const copilote = await api.personne('COPILOTE', { cooperativeId: ca.id });
    expect(await ouvrir(etranger.utilisateurId)).toBe(0);
    await expect(ouvrir(evaluatrice.utilisateurId)).rejects.toThrow(/row-level security/);
    expect(await ouvrir(copilote.utilisateurId)).toBe(1);
  });
});
