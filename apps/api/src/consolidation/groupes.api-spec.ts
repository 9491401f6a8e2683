import { randomUUID } from 'node:crypto';
import type { EtatBilan } from '@coopilote/domain/bilans';
import { ecrireTrimestre, rangTrimestre, trimestresEntre, type Probleme } from '@coopilote/domain/commun';
import {
  agregerActions,
  lignesDeGroupes,
  type AxeGroupe,
  type GroupesConsolidation,
  type LigneGroupe,
  type Releve,
} from '@coopilote/domain/consolidation';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';
import fc from 'fast-check';
import { Fabrique, type ActionFaite, type CaFaite, type ValeurVoulue } from '../../test/fabrique';
import { Api, baseNeuve, type Appelant } from '../../test/harness';

const COMMUNS: [Unite, ModeAgregation][] = [
  ['PERSONNES', 'SOMME'],
  ['HEURES', 'SOMME'],
  ['NOMBRE', 'DERNIERE_VALEUR'],
  ['POURCENTAGE', 'DERNIERE_VALEUR'],
  ['NOMBRE', 'MOYENNE'],
  ['NOMBRE', 'MAXIMUM'],
  ['POURCENTAGE', 'RATIO'],
];
const ETATS: EtatBilan[] = ['VALIDE', 'TRANSMIS', 'A_COMPLETER', 'VALIDE', 'BROUILLON', 'A_REMPLIR', 'VALIDE'];
const TOUT = trimestresEntre({ annee: 2024, trimestre: 1 }, { annee: 2025, trimestre: 4 });
const recu = (etat: EtatBilan) => etat === 'TRANSMIS' || etat === 'VALIDE';

interface BilanFait {
  action: ActionFaite;
  ca: CaFaite;
  annee: number;
  trimestre: number;
  etat: EtatBilan;
  beneficiaires: number;
  valeurs: ValeurVoulue[];
  publics: string[];
  commune: string | null;
}

describe('groups of the consolidation', () => {
  let api: Api;
  let admin: Appelant;
  let drop: () => Promise<void>;
  let thematique: string;
  const codes: string[] = [];
  const bilans: BilanFait[] = [];

  beforeAll(async () => {
    const base = await baseNeuve();
    drop = base.drop;
    api = await Api.start({ databaseUrl: base.databaseUrl });
    const f = new Fabrique(api);
    admin = await api.personne('ADMIN_REGIONAL');
    // Asked for, it makes every reading go down to the actions.
    thematique = `G_${randomUUID().slice(0, 8)}`;
    await api.valeurListe('THEMATIQUE', thematique);
    const communs: string[] = [];
    for (const [unite, mode] of COMMUNS) {
      const id = await f.indicateurCommun(unite, mode);
      communs.push(id);
      codes.push(`COMMUN_${id.slice(0, 8).toUpperCase()}:${unite}:${mode}`);
    }
    let tirage = 7;
    const tirer = (n: number) => (tirage = (tirage * 48271) % 2147483647) % n;
    for (const departementCode of ['91', '91', '77']) {
      const structure = await f.structure({ departementCode });
      const phase = departementCode === '77' ? 'SUIVI_EVALUATION' : 'MISE_EN_OEUVRE';
      const ca = await f.cooperative({ departementCode, phase, structures: [structure], thematiques: [thematique] });
      for (const publics of [['JEUNES'], ['JEUNES', 'SENIORS'], []]) {
        const commune = publics.length ? (ca.communes[publics.length - 1] ?? null) : null;
        const action = await f.action(ca, structure, {
          publics,
          ...(commune ? { commune } : {}),
          beneficiairesCibles: 30,
          indicateurs: COMMUNS.map(([unite, mode], i) => ({ unite, mode, commun: communs[i] ?? '' })),
        });
        for (const t of TOUT) {
          if (tirer(9) === 0) continue;
          const etat = ETATS[tirer(ETATS.length)] ?? 'VALIDE';
          const beneficiaires = tirer(80);
          const valeurs = COMMUNS.map(([, mode]): ValeurVoulue => (mode === 'RATIO' ? [tirer(9), 10] : tirer(100)));
          const contenu = etat === 'A_REMPLIR' ? null : f.contenu(action, beneficiaires, valeurs);
          await f.bilan(action, ecrireTrimestre(t), etat, contenu);
          bilans.push({ action, ca, ...t, etat, beneficiaires, valeurs, publics, commune });
        }
      }
    }
  }, 90_000);
  afterAll(async () => {
    await api.stop();
    await drop();
  });

  const lire = async (demande: string, qui = admin) => {
    const { statut, corps } = await qui.get<GroupesConsolidation>(
      `/api/consolidation/groupes?thematique=${thematique}&${demande}`,
    );
    expect(statut).toBe(200);
    return { ...corps, lignes: lignesDeGroupes(corps) };
  };
  /** Keys under which a report stands on an axis. */
  const clesDe = (b: BilanFait, axe: AxeGroupe): string[] => {
    switch (axe) {
      case 'region':
        return ['11'];
      case 'departement':
        return [b.ca.departementCode];
      case 'territoire':
        return [b.commune ?? 'TOUT'];
      case 'thematique':
        return [thematique];
      case 'public':
        return b.publics.length ? b.publics : ['SANS'];
      case 'structure':
        return [b.action.structureId];
      case 'cooperative':
        return [b.ca.id];
      case 'phase':
        return [b.ca.departementCode === '77' ? 'SUIVI_EVALUATION' : 'MISE_EN_OEUVRE'];
      case 'annee':
        return [String(b.annee)];
      case 'trimestre':
        return [ecrireTrimestre(b)];
      default:
        return codes;
    }
  };
  /** A line as the pure rules make it from the reports: the quarters of an action first, then actions together. */
  const attendre = (axes: AxeGroupe[], cles: string[], siens: BilanFait[]): Partial<LigneGroupe> => {
    const dans = siens.filter((b) => cles.every((cle, i) => clesDe(b, axes[i] ?? 'region').includes(cle)));
    const parAction = [...new Set(dans.map((b) => b.action.id))].map((id) => dans.filter((b) => b.action.id === id));
    const rang = codes.findIndex((code) => cles.includes(code));
    const [unite, mode] = COMMUNS[rang] ?? ['PERSONNES', 'SOMME'];
    const { bas, haut } = agregerActions(
      mode,
      unite,
      parAction.map((s) => ({
        releves: s
          .filter((b) => recu(b.etat))
          .map((b): Releve => {
            const v = rang < 0 ? b.beneficiaires : (b.valeurs[rang] ?? null);
            const base = { annee: b.annee, trimestre: b.trimestre };
            return Array.isArray(v)
              ? { ...base, valeur: null, numerateur: v[0], denominateur: v[1] }
              : { ...base, valeur: v };
          }),
      })),
    );
    const recus = dans.filter((b) => recu(b.etat)).length;
    return { actions: parAction.length, attendus: dans.length, recus, bas, haut };
  };
  const axe = fc.constantFrom<AxeGroupe>(
    ...(['region', 'departement', 'territoire', 'thematique', 'public', 'structure', 'cooperative', 'phase'] as const),
    ...(['annee', 'trimestre', 'indicateur'] as const),
  );
  const axes = fc
    .uniqueArray(axe, { maxLength: 3 })
    .filter(
      (a) => !(a.includes('annee') && a.indexOf('trimestre') >= 0 && a.indexOf('annee') > a.indexOf('trimestre')),
    );
  const periode = fc
    .tuple(fc.constantFrom(...TOUT), fc.constantFrom(...TOUT))
    .map(([a, b]) => (rangTrimestre(a) <= rangTrimestre(b) ? [a, b] : [b, a]))
    .chain((couple) => fc.constantFrom(couple, [TOUT[0], TOUT[7]], [TOUT[4], TOUT[7]]));

  it('are what the pure rules make of the reports, for any axes, mode and period', async () => {
    await fc.assert(
      fc.asyncProperty(axes, periode, async (par, [du, au]) => {
        if (!du || !au) return;
        const siens = bilans.filter(
          (b) => rangTrimestre(b) >= rangTrimestre(du) && rangTrimestre(b) <= rangTrimestre(au),
        );
        const lu = await lire(`par=${par.join(',')}&du=${ecrireTrimestre(du)}&au=${ecrireTrimestre(au)}`);
        for (const ligne of lu.lignes) {
          const attendu = attendre(par, ligne.cles, siens);
          expect(ligne).toMatchObject({ ...attendu, bas: ligne.bas, haut: ligne.haut });
          for (const borne of ['bas', 'haut'] as const) {
            if (attendu[borne] == null) expect([ligne.cles, ligne[borne]]).toEqual([ligne.cles, null]);
            else expect(ligne[borne]).toBeCloseTo(attendu[borne], 3);
          }
        }
        // Every group is there, and each subtotal once.
        const vus = new Set(siens.flatMap((b) => produit(par.map((a) => clesDe(b, a)))).flatMap(prefixes));
        expect(new Set(lu.lignes.map((l) => l.cles.join('|')))).toEqual(siens.length ? vus : new Set());
        expect(lu.total).toBe(lu.lignes.length);
      }),
      { numRuns: 80, seed: 20261129 },
    );
  }, 120_000);

  it('give words to keys, and a page of a long grouping', async () => {
    const lu = await lire('par=departement,indicateur&du=2025-T1&au=2025-T4&limite=5&page=2');
    expect(lu.lignes).toHaveLength(5);
    expect(lu.total).toBe(1 + 2 * (1 + COMMUNS.length));
    expect(Object.values(lu.libelles['indicateur'] ?? {})[0]).toMatch(/^COMMUN_/);
  });

  it('read one indicator, a territory or a phase alone', async () => {
    const seul = await lire(`du=2025-T1&au=2025-T4&indicateur=${codes[1]}&phase=SUIVI_EVALUATION`);
    const siens = bilans.filter((b) => b.annee === 2025 && b.ca.departementCode === '77' && recu(b.etat));
    expect(seul.lignes).toHaveLength(1);
    expect(seul.lignes[0]?.haut).toBe(siens.reduce((s, b) => s + Number(b.valeurs[1]), 0));
    expect((await lire('du=2025-T1&au=2025-T4&epci=200000000')).lignes).toEqual([]);
  });

  it('are the same read from the totals kept by département', async () => {
    const gardes = fc.constantFrom<AxeGroupe[]>(
      ...[
        [],
        ['annee'],
        ['region', 'trimestre'],
        ['departement', 'annee', 'indicateur'],
        ['indicateur'],
        ['trimestre', 'indicateur'],
      ].map((a) => a as AxeGroupe[]),
    );
    await fc.assert(
      fc.asyncProperty(gardes, periode, async (par, [du, au]) => {
        if (!du || !au) return;
        const demande = `par=${par.join(',')}&du=${ecrireTrimestre(du)}&au=${ecrireTrimestre(au)}&departement=77`;
        const { corps } = await admin.get<GroupesConsolidation>(`/api/consolidation/groupes?${demande}`);
        expect(lignesDeGroupes(corps)).toEqual((await lire(demande)).lignes);
      }),
      { numRuns: 40, seed: 20261129 },
    );
  }, 120_000);

  it.each([
    ['par=region,departement,annee,public', 'trois axes au plus'],
    ['par=planete', 'n’est pas un axe'],
    ['par=public,public', 'deux fois'],
    ['par=trimestre,annee', 'avant le trimestre'],
    ['par=annee&limite=900000', 'Nombre de lignes'],
    ['par=annee&phase=ENVOL', 'Phase'],
    ['par=annee&planete=mars', 'planete'],
  ])('refuse %s in words', async (demande, mot) => {
    const { statut, corps } = await admin.get<Probleme>(`/api/consolidation/groupes?${demande}`);
    expect([statut, JSON.stringify(corps)]).toEqual([422, expect.stringContaining(mot)]);
  });

  it('hold a DD to its département, and refuse a partner', async () => {
    const dd = await api.personne('COORDINATEUR_DD', { departementCode: '77' });
    const siennes = await lire('par=departement&du=2025-T1&au=2025-T4', dd);
    expect(siennes.lignes.map((l) => l.cles)).toEqual([[], ['77']]);
    expect((await lire('par=departement&departement=91&du=2025-T1&au=2025-T4', dd)).lignes).toEqual([]);
    const partenaire = await api.personne('PARTENAIRE', { structureId: bilans[0]?.action.structureId ?? '' });
    expect((await partenaire.get('/api/consolidation/groupes')).statut).toBe(403);
  });
});

const produit = (listes: string[][]): string[][] =>
  listes.reduce<string[][]>((debuts, cles) => debuts.flatMap((d) => cles.map((c) => [...d, c])), [[]]);
const prefixes = (cles: string[]): string[] => cles.map((_, i) => cles.slice(0, i + 1).join('|')).concat('');
