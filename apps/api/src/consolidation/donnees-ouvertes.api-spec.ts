import {
  CHAMPS_OUVERTS,
  lignesDeGroupes,
  PETIT_EFFECTIF,
  type DonneesOuvertes,
  type GroupesConsolidation,
  type LigneOuverte,
} from '@coopilote/domain/consolidation';
import { LIBELLES_UNITES } from '@coopilote/domain/referentiel';
import { Fabrique } from '../../test/fabrique';
import { Api, baseNeuve, type Appelant } from '../../test/harness';

const URL = '/api/consolidation/donnees-ouvertes?annee=2025';
/** People reached by quarter, of an action in each département. */
const TOUCHEES: Record<string, (number | null)[]> = {
  '91': [4, 120, 90, 60],
  '77': [80, 70, 60, 50],
  '95': [45, 0, 35, null],
};

describe('open data of a region', () => {
  let api: Api;
  let drop: () => Promise<void>;
  let evaluatrice: Appelant;
  let donnees: DonneesOuvertes;
  const code: Record<string, string> = {};
  beforeAll(async () => {
    const base = await baseNeuve();
    drop = base.drop;
    api = await Api.start(base);
    const f = new Fabrique(api);
    const communs = {
      personnes: await f.indicateurCommun('PERSONNES', 'SOMME'),
      file: await f.indicateurCommun('PERSONNES', 'DERNIERE_VALEUR'),
      seances: await f.indicateurCommun('SEANCES', 'SOMME'),
    };
    for (const [nom, id] of Object.entries(communs)) code[nom] = `COMMUN_${id.slice(0, 8).toUpperCase()}`;
    for (const [departementCode, touchees] of Object.entries(TOUCHEES)) {
      const structure = await f.structure({ departementCode });
      const ca = await f.cooperative({ departementCode, structures: [structure] });
      const action = await f.action(ca, structure, {
        indicateurs: [
          { unite: 'PERSONNES', mode: 'SOMME', commun: communs.personnes },
          { unite: 'PERSONNES', mode: 'DERNIERE_VALEUR', commun: communs.file },
          { unite: 'SEANCES', mode: 'SOMME', commun: communs.seances },
        ],
      });
      for (const [i, n] of touchees.entries())
        await f.bilan(action, `2025-T${i + 1}`, 'VALIDE', n === null ? null : f.contenu(action, n, [n, n, 3]));
    }
    evaluatrice = await api.personne('EVALUATEUR_REGIONAL');
    donnees = (await evaluatrice.get<DonneesOuvertes>(`${URL}&format=json`)).corps;
  }, 90_000);
  afterAll(async () => {
    await api.stop();
    await drop();
  });

  const trouver = (departement: string | null, trimestre: number | null, indicateur = 'BENEFICIAIRES'): LigneOuverte =>
    donnees.lignes.find(
      (l) =>
        l['departement_code'] === departement && l['trimestre'] === trimestre && l['indicateur_code'] === indicateur,
    ) ?? {};

  it('shows no small count of people, and says where one is hidden', () => {
    for (const ligne of donnees.lignes.filter((l) => l['unite'] === LIBELLES_UNITES.PERSONNES)) {
      for (const nom of ['valeur_haute', 'valeur_basse']) {
        const n = ligne[nom];
        expect(typeof n === 'number' && n >= 1 && n <= PETIT_EFFECTIF).toBe(false);
      }
    }
    expect(trouver('91', 1)).toMatchObject({
      masque: true,
      valeur_haute: null,
      valeur_basse: null,
      reponses_recues: 1,
    });
    // A whole département where a year may be one of its quarters.
    for (const trimestre of [1, 2, 3, 4, null]) expect(trouver('91', trimestre, code['file'])['masque']).toBe(true);
    expect(donnees.masques).toBe(donnees.lignes.filter((l) => l['masque']).length);
    expect(trouver('91', 1, code['seances'])).toMatchObject({ masque: false, valeur_haute: 3 });
  });

  it('tells what is not masked as the consolidation does, a missing report never being a zero', async () => {
    const { corps } = await evaluatrice.get<GroupesConsolidation>(
      '/api/consolidation/groupes?par=departement,trimestre&du=2025-T1&au=2025-T4&region=11',
    );
    for (const { cles, haut, bas, recus } of lignesDeGroupes(corps).filter((l) => l.cles.length === 2)) {
      const publiee = trouver(cles[0] ?? '', Number(cles[1]?.slice(-1)));
      expect(publiee['reponses_recues']).toBe(recus);
      if (!publiee['masque']) expect([publiee['valeur_haute'], publiee['valeur_basse'] ?? bas]).toEqual([haut, bas]);
    }
    expect(trouver('95', 4)).toMatchObject({ masque: false, valeur_haute: null });
    expect(trouver('95', 2)).toMatchObject({ masque: false, valeur_haute: 0 });
  });

  it('is the same table as CSV, under the names of its schema', async () => {
    const csv = (await evaluatrice.get<string>(URL)).corps.trimEnd().split('\r\n');
    expect(csv[0]).toBe(CHAMPS_OUVERTS.map(({ name }) => name).join(','));
    expect(csv).toHaveLength(donnees.lignes.length + 1);
    const schema = (await evaluatrice.get<{ fields: { name: string }[] }>(`${URL}&format=schema`)).corps;
    expect(schema.fields.map(({ name }) => name)).toEqual(csv[0]?.split(','));
    expect(csv.slice(1).filter((ligne) => ligne.endsWith(',true'))).toHaveLength(donnees.masques);
  });

  it('is made by the region’s seat alone', async () => {
    const dd = await api.personne('COORDINATEUR_DD', { departementCode: '91' });
    expect((await dd.get(URL)).statut).toBe(403);
    expect((await dd.get(`${URL}&region=11`)).statut).toBe(403);
    const ailleurs = await api.personne('EVALUATEUR_REGIONAL', { regionCode: '84' });
    expect((await ailleurs.get(`${URL}&region=11`)).statut).toBe(403);
    expect((await evaluatrice.get('/api/consolidation/donnees-ouvertes')).statut).toBe(422);
  });
});
