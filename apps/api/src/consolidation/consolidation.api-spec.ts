import { randomUUID } from 'node:crypto';
import type { EtatBilan } from '@coopilote/domain/bilans';
import { ecrireTrimestre, trimestresEntre, type Page, type Probleme } from '@coopilote/domain/commun';
import {
  agregerActions,
  lignesDeGroupes,
  type ConsolidationLigne,
  type GroupesConsolidation,
  type IndicateurConsolide,
  type Releve,
  type SourceConsolidation,
} from '@coopilote/domain/consolidation';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';
import { Fabrique, type ActionFaite, type CaFaite, type ValeurVoulue } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const COMMUNS: [Unite, ModeAgregation][] = [
  ['PERSONNES', 'SOMME'],
  ['SEANCES', 'SOMME'],
  ['NOMBRE', 'DERNIERE_VALEUR'],
  ['POURCENTAGE', 'DERNIERE_VALEUR'],
  ['HEURES', 'MOYENNE'],
  ['NOMBRE', 'MAXIMUM'],
  ['POURCENTAGE', 'RATIO'],
  ['NOMBRE', 'RATIO'],
];
const ETATS: EtatBilan[] = ['A_REMPLIR', 'BROUILLON', 'TRANSMIS', 'A_COMPLETER', 'VALIDE', 'TRANSMIS', 'VALIDE'];
const PERIODE = 'du=2025-T1&au=2025-T4';

/** The same draws at each run (mulberry32). */
function hasard(graine: number): (max: number) => number {
  return (max) => {
    graine = (graine + 0x6d2b79f5) | 0;
    let t = Math.imul(graine ^ (graine >>> 15), 1 | graine);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % max;
  };
}

interface BilanTire {
  id: string;
  action: ActionFaite;
  ca: CaFaite;
  annee: number;
  trimestre: number;
  etat: EtatBilan;
  beneficiaires: number;
  valeurs: ValeurVoulue[];
}

describe('consolidation', () => {
  let api: Api;
  let f: Fabrique;
  let admin: Appelant;
  let thematique: string;
  const communs: string[] = [];
  const tires: BilanTire[] = [];
  const recus = (): BilanTire[] => tires.filter((b) => ['TRANSMIS', 'VALIDE'].includes(b.etat));

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    admin = await api.personne('ADMIN_REGIONAL');
    const tirer = hasard(20260726);
    // A thématique of this run alone: the figures below are those of its CAs, whatever else the database holds.
    const code = `T_${randomUUID().slice(0, 8)}`;
    thematique = await api.valeurListe('THEMATIQUE', code);
    for (const [unite, mode] of COMMUNS) communs.push(await f.indicateurCommun(unite, mode));
    const prevues: Record<string, number>[] = [{ '2025': 100 }, { '2025-T1': 10, '2025-T2': 20, '2025': 999 }];
    const indicateurs = COMMUNS.map(([unite, mode], i) => ({
      unite,
      mode,
      commun: communs[i] ?? '',
      previsions: prevues[i] ?? {},
    }));
    for (const departementCode of ['95', '95', '94']) {
      const structures = [await f.structure({ departementCode }), await f.structure({ departementCode })];
      const ca = await f.cooperative({ departementCode, structures, thematiques: [code, 'SPORT'] });
      for (let i = 0; i < 3; i++) {
        const action = await f.action(ca, structures[i % 2] ?? '', {
          indicateurs,
          beneficiairesCibles: 50,
          publics: [['JEUNES'], ['JEUNES', 'SENIORS'], []][i],
          ...(i ? { commune: ca.communes[0] } : {}),
        });
        for (const t of trimestresEntre({ annee: 2025, trimestre: 1 }, { annee: 2025, trimestre: 4 })) {
          if (tirer(10) === 0) continue;
          const etat = ETATS[tirer(ETATS.length)] ?? 'VALIDE';
          const beneficiaires = tirer(60);
          const valeurs = COMMUNS.map(([, mode]): ValeurVoulue => {
            const d = tirer(5);
            return mode === 'RATIO' ? [d ? tirer(d + 1) : 0, d] : tirer(100);
          });
          const contenu = etat === 'A_REMPLIR' ? null : f.contenu(action, beneficiaires, valeurs);
          const id = await f.bilan(action, ecrireTrimestre(t), etat, contenu);
          tires.push({ id, action, ca, ...t, etat, beneficiaires, valeurs });
        }
      }
    }
  }, 60_000);
  afterAll(() => api.stop());

  const demander = async <T>(chemin: string, qui = admin): Promise<T> => {
    const { statut, corps } = await qui.get<T>(`/api/consolidation${chemin}&thematique=${thematique}`);
    expect(statut).toBe(200);
    return corps;
  };
  const somme = (nombres: number[]) => nombres.reduce((s, n) => s + n, 0);
  const parAction = () =>
    [...new Set(recus().map((b) => b.action.id))].map((id) => recus().filter((b) => b.action.id === id));

  it('puts common indicators together as the pure rules do', async () => {
    const lus = await demander<IndicateurConsolide[]>(`/indicateurs?${PERIODE}`);
    expect(lus).toHaveLength(COMMUNS.length);
    for (const [i, [unite, mode]] of COMMUNS.entries()) {
      const series = parAction().map((bilans) => ({
        releves: bilans.map(({ annee, trimestre, valeurs }): Releve => {
          const v = valeurs[i] ?? null;
          return Array.isArray(v)
            ? { annee, trimestre, valeur: null, numerateur: v[0], denominateur: v[1] }
            : { annee, trimestre, valeur: v };
        }),
      }));
      const attendu = agregerActions(mode, unite, series);
      const lu = lus.find((l) => l.indicateurCommunId === communs[i]);
      expect(lu?.haut).toBeCloseTo(attendu.haut ?? NaN, 3);
      expect(lu?.bas).toBeCloseTo(attendu.bas ?? NaN, 3);
      expect([lu?.bilans, lu?.actions]).toEqual([recus().length, series.length]);
    }
    const personnes = lus.find((l) => l.indicateurCommunId === communs[0]);
    expect(personnes?.bas).toBeLessThan(personnes?.haut ?? 0);
  });

  it('reads a yearly forecast on whole years only, and the quarters of the period where there are some', async () => {
    const prevision = async (periode: string, commun: string | undefined) =>
      (await demander<IndicateurConsolide[]>(`/indicateurs?${periode}&indicateurCommun=${commun}`))[0]?.prevision ??
      null;
    const actions = new Set(tires.map((b) => b.action.id)).size;
    expect(await prevision(PERIODE, communs[0])).toBe(100 * actions);
    expect(await prevision('du=2025-T2&au=2025-T4', communs[0])).toBeNull();
    expect(await prevision(PERIODE, communs[1])).toBe(30 * actions);
  });

  it('counts what is expected and received, and never adds distinct people in silence', async () => {
    const [total] = lignesDeGroupes(await demander<GroupesConsolidation>(`/groupes?${PERIODE}`));
    expect(total).toMatchObject({
      cles: [],
      actions: new Set(tires.map((b) => b.action.id)).size,
      attendus: tires.length,
      recus: recus().length,
      valides: tires.filter((b) => b.etat === 'VALIDE').length,
      haut: somme(recus().map((b) => b.beneficiaires)),
      bas: somme(parAction().map((bilans) => Math.max(...bilans.map((b) => b.beneficiaires)))),
    });
    expect(total?.bas).toBeLessThan(total?.haut ?? 0);
  });

  it('opens each figure onto exactly the reports behind it', async () => {
    const sources = await demander<Page<SourceConsolidation>>(`/sources?${PERIODE}&taille=500`);
    expect(sources.lignes.map((l) => l.bilanId).sort()).toEqual(
      recus()
        .map((b) => b.id)
        .sort(),
    );
    expect(somme(sources.lignes.map((l) => l.beneficiaires ?? 0))).toBe(somme(recus().map((b) => b.beneficiaires)));
    const commun = await demander<Page<SourceConsolidation>>(
      `/sources?${PERIODE}&taille=500&indicateurCommun=${communs[1]}`,
    );
    const [figure] = await demander<IndicateurConsolide[]>(`/indicateurs?${PERIODE}&indicateurCommun=${communs[1]}`);
    expect(somme(commun.lignes.map((l) => l.valeur ?? 0))).toBe(figure?.haut);
    expect(commun.total).toBe(figure?.bilans);
    const loin = await demander<Page<SourceConsolidation>>(`/sources?${PERIODE}&page=50`);
    expect([loin.lignes.length, loin.total]).toEqual([0, recus().length]);
  });

  it('gives one row an action, sorted and cut as asked', async () => {
    const page = await demander<Page<ConsolidationLigne>>(`?${PERIODE}&taille=4&tri=-beneficiairesHaut`);
    expect(page.total).toBe(new Set(tires.map((b) => b.action.id)).size);
    expect(page.lignes).toHaveLength(4);
    const hauts = page.lignes.map((l) => l.beneficiairesHaut ?? -1);
    expect(hauts).toEqual([...hauts].sort((a, b) => b - a));
    const [premiere] = page.lignes;
    const siens = recus().filter((b) => b.action.id === premiere?.ficheActionId);
    expect(premiere).toMatchObject({
      beneficiairesHaut: somme(siens.map((b) => b.beneficiaires)),
      beneficiairesBas: Math.max(...siens.map((b) => b.beneficiaires)),
      bilansRecus: siens.length,
      objectifsAtteints: 'OUI',
    });
    expect(premiere?.thematiques).toContain('SPORT');
    const departements = await demander<Page<ConsolidationLigne>>(`?${PERIODE}&departement=94`);
    expect(new Set(departements.lignes.map((l) => l.departement))).toEqual(new Set(['Val-de-Marne']));
  });

  it('holds a DD to its département, and refuses those who follow one CA', async () => {
    const dd94 = await api.personne('COORDINATEUR_DD', { departementCode: '94' });
    const vues = await demander<Page<SourceConsolidation>>(`/sources?${PERIODE}&taille=500`, dd94);
    expect(vues.total).toBe(recus().filter((b) => b.ca.departementCode === '94').length);
    const forcees = await demander<Page<SourceConsolidation>>(`/sources?${PERIODE}&departement=95`, dd94);
    expect(forcees.total).toBe(0);
    // A second role elsewhere opens its CA, not the consolidation of its département.
    const structure95 = tires.find((b) => b.ca.departementCode === '95')?.action.structureId ?? '';
    await api.attribuer(dd94.utilisateurId, 'PARTENAIRE', { structureId: structure95 });
    const siens = await demander<GroupesConsolidation>(`/groupes?par=departement&${PERIODE}`, dd94);
    expect(lignesDeGroupes(siens).map((l) => l.cles)).toEqual([[], ['94']]);
    const partenaire = await api.personne('PARTENAIRE', { structureId: structure95 });
    const copilote = await api.personne('COPILOTE', { cooperativeId: tires[0]?.ca.id ?? '' });
    for (const qui of [partenaire, copilote]) {
      for (const route of ['', '/groupes?par=public', '/indicateurs', '/sources']) {
        expect((await qui.get(`/api/consolidation${route}`)).statut).toBe(403);
      }
    }
  });

  it('answers a period that goes backwards, and the last ended quarter when none is asked', async () => {
    const inverse = await admin.get<Probleme>('/api/consolidation?du=2025-T4&au=2025-T1');
    expect([inverse.statut, inverse.corps.erreurs?.[0]?.champ]).toEqual([422, 'au']);
    expect((await admin.get<GroupesConsolidation>('/api/consolidation/groupes')).corps.du).toMatch(/^20\d\d-T[1-4]$/);
  });
});
