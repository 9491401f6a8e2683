import { randomUUID } from 'node:crypto';
import type { EtatBilan } from '@coopilote/domain/bilans';
import { ecrireTrimestre, trimestresEntre, type Page } from '@coopilote/domain/commun';
import {
  agregerActions,
  AXES_GROUPES,
  lignesDeGroupes,
  selectionDeGroupe,
  type AxeGroupe,
  type GroupesConsolidation,
  type LigneGroupe,
  type Selection,
  type SourceConsolidation,
} from '@coopilote/domain/consolidation';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';
import fc from 'fast-check';
import { Fabrique, type CaFaite, type ValeurVoulue } from '../../test/fabrique';
import { Api, baseNeuve, type Appelant } from '../../test/harness';

/** The last two feed the same common indicator in one action: two values a report. */
const COMMUNS: [Unite, ModeAgregation][] = [
  ['PERSONNES', 'SOMME'],
  ['POURCENTAGE', 'DERNIERE_VALEUR'],
  ['NOMBRE', 'MOYENNE'],
  ['NOMBRE', 'MAXIMUM'],
  ['POURCENTAGE', 'RATIO'],
  ['HEURES', 'SOMME'],
];
const ETATS: EtatBilan[] = ['VALIDE', 'TRANSMIS', 'A_COMPLETER', 'VALIDE', 'BROUILLON', 'A_REMPLIR', 'VALIDE'];
const TOUT = trimestresEntre({ annee: 2024, trimestre: 3 }, { annee: 2025, trimestre: 4 });

describe('sources of a figure', () => {
  let api: Api;
  let admin: Appelant;
  let drop: () => Promise<void>;
  let ca: CaFaite;
  const codes: string[] = [];

  beforeAll(async () => {
    const base = await baseNeuve();
    drop = base.drop;
    api = await Api.start({ databaseUrl: base.databaseUrl });
    const f = new Fabrique(api);
    admin = await api.personne('ADMIN_REGIONAL');
    const communs: string[] = [];
    for (const [unite, mode] of COMMUNS) {
      const id = await f.indicateurCommun(unite, mode);
      communs.push(id);
      codes.push(`COMMUN_${id.slice(0, 8).toUpperCase()}:${unite}:${mode}`);
    }
    const indicateurs = [...COMMUNS, COMMUNS[5] ?? COMMUNS[0]].map(([unite, mode] = ['NOMBRE', 'SOMME'], i) => ({
      unite,
      mode,
      commun: communs[Math.min(i, 5)] ?? '',
    }));
    let tirage = 11;
    const tirer = (n: number) => (tirage = (tirage * 48271) % 2147483647) % n;
    for (const [i, departementCode] of ['91', '77', '77'].entries()) {
      const structure = await f.structure({ departementCode });
      const thematiques = [['SPORT'], ['SPORT', 'NUTRITION'], []][i];
      const phase = i ? 'SUIVI_EVALUATION' : 'MISE_EN_OEUVRE';
      ca = await f.cooperative({ departementCode, phase, structures: [structure], thematiques });
      for (const publics of [['JEUNES'], ['JEUNES', 'SENIORS'], []]) {
        const commune = publics.length ? (ca.communes[publics.length - 1] ?? null) : null;
        const action = await f.action(ca, structure, { publics, ...(commune ? { commune } : {}), indicateurs });
        for (const t of TOUT) {
          if (tirer(8) === 0) continue;
          const etat = ETATS[tirer(ETATS.length)] ?? 'VALIDE';
          const valeurs = indicateurs.map(({ mode }): ValeurVoulue => (mode === 'RATIO' ? [tirer(9), 10] : tirer(100)));
          const plein = f.contenu(action, tirer(80), valeurs);
          // Now and then a value that was not given.
          const contenu = { ...plein, valeurs: plein.valeurs.filter(() => tirer(100) > 15) };
          await f.bilan(action, ecrireTrimestre(t), etat, etat === 'A_REMPLIR' ? null : contenu);
        }
      }
    }
  }, 90_000);
  afterAll(async () => {
    await api.stop();
    await drop();
  });

  const lire = async <T>(chemin: string, filtres: object, qui = admin): Promise<T> => {
    const { statut, corps } = await qui.get<T>(
      `/api/consolidation/${chemin}?${new URLSearchParams(filtres as Record<string, string>)}`,
    );
    expect([statut, corps]).toEqual([200, expect.anything()]);
    return corps;
  };
  const sources = (filtres: Selection) => lire<Page<SourceConsolidation>>('sources', { ...filtres, taille: '500' });
  const manquantes = (filtres: Selection) =>
    lire<Page<SourceConsolidation>>('sources/manquantes', { ...filtres, taille: '500' });

  /** The figure made again from its sources, by the pure rules. */
  const refaire = (lignes: SourceConsolidation[], commun: string | undefined) => {
    const [unite, mode] = COMMUNS[codes.findIndex((code) => code === commun)] ?? ['PERSONNES', 'SOMME'];
    const serie = (l: SourceConsolidation) => l.indicateurId ?? l.ficheActionId;
    return agregerActions(
      mode,
      unite,
      [...new Set(lignes.map(serie))].map((id) => ({
        releves: lignes
          .filter((l) => serie(l) === id)
          .map((l) => ({ ...l, valeur: commun ? l.valeur : l.beneficiaires })),
      })),
    );
  };
  const proche = (lu: number | null, voulu: number | null) =>
    voulu === null ? expect(lu).toBeNull() : expect(lu).toBeCloseTo(voulu, 3);

  const axes = fc
    .uniqueArray(fc.constantFrom<AxeGroupe>(...AXES_GROUPES), { maxLength: 3 })
    .filter((a) => !(a.includes('trimestre') && a.indexOf('annee') > a.indexOf('trimestre')));
  const filtre = fc.constantFrom<Record<string, string>>(
    ...[{}, { region: '11' }, { phase: 'SUIVI_EVALUATION' }, { public: 'JEUNES' }, { public: 'SANS' }],
    ...[{ thematique: 'SPORT' }, { thematique: 'SANS' }, { territoire: 'TOUT' }, { epci: 'TOUT' }],
    ...[0, 4, 5].map((rang) => ({ rang: String(rang) })),
  );

  it('add up to it by its mode, for groups of any axes and filters; what it lacks is the rest of what was expected', async () => {
    let vus = 0;
    await fc.assert(
      fc.asyncProperty(axes, filtre, fc.nat(999), async (par, { rang, ...voulu }, tirage) => {
        const indicateur = rang ? { indicateur: codes[Number(rang)] ?? '' } : {};
        const selection: Selection = { du: '2024-T3', au: '2025-T4', ...voulu, ...indicateur };
        const groupes = lignesDeGroupes(
          await lire<GroupesConsolidation>('groupes', { ...selection, par: par.join(','), limite: '2000' }),
        );
        const ligne: LigneGroupe | undefined = groupes[tirage % (groupes.length || 1)];
        if (!ligne) return;
        vus++;
        const siens = selectionDeGroupe(selection, par, ligne.cles);
        const lues = await sources(siens);
        const { bas, haut } = refaire(lues.lignes, siens['indicateur']);
        proche(ligne.bas, bas);
        proche(ligne.haut, haut);
        expect(lues.total).toBe(ligne.recus);
        const absentes = await manquantes(siens);
        expect(absentes.total).toBe(ligne.attendus - ligne.recus);
        const cle = (l: SourceConsolidation) => `${l.bilanId}${l.indicateurId}`;
        expect(new Set([...lues.lignes, ...absentes.lignes].map(cle)).size).toBe(ligne.attendus);
      }),
      { numRuns: 60, seed: 20261129 },
    );
    expect(vus).toBeGreaterThan(30);
  }, 120_000);

  it('say of a missing report how it stands and when it was due, and of a received one that it has no value', async () => {
    const lues = [];
    for (const indicateur of codes) lues.push(await manquantes({ du: '2024-T3', au: '2025-T4', indicateur }));
    const absentes = lues.flatMap(({ lignes }) => lignes);
    const etats = new Set(absentes.map(({ etat }) => etat));
    expect([...etats].sort()).toEqual(['A_COMPLETER', 'A_REMPLIR', 'BROUILLON', 'TRANSMIS', 'VALIDE']);
    expect(absentes[0]?.echeance).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('stay inside the perimeter of the reader, and are refused to a partner', async () => {
    const filtres = { du: '2024-T3', au: '2025-T4', region: '11' };
    const dd = await api.personne('COORDINATEUR_DD', { departementCode: '91' });
    for (const chemin of ['sources', 'sources/manquantes']) {
      const lues = await lire<Page<SourceConsolidation>>(chemin, filtres, dd);
      expect(new Set(lues.lignes.map((l) => l.departementCode))).toEqual(new Set(['91']));
      expect((await lire<Page<SourceConsolidation>>(chemin, { ...filtres, departement: '77' }, dd)).total).toBe(0);
    }
    const copilote = await api.personne('COPILOTE', { cooperativeId: ca.id ?? randomUUID() });
    expect((await copilote.get('/api/consolidation/sources/manquantes')).statut).toBe(403);
  });
});
