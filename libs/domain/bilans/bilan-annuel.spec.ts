import type { EtatFiche } from '../actions/fiche-action.rules';
import {
  avertissementReunionAnnuelle,
  beneficiairesDeLAnnee,
  bilansManquants,
  consoliderAnnee,
  manquesAnnuels,
  masquerContenu,
  passageAnnuelPossible,
  suitesAnnuelles,
  type ActionAnnuelle,
  type ContenuAnnuel,
  type DevenirAction,
  type IndicateurAnnuel,
  type TrimestreAnnuel,
} from './bilan-annuel.rules';

const INDICATEUR = { id: 'i', type: 'RESULTAT', libelle: 'Suivies', sources: null } as const;
const releve = (trimestre: number, valeur: number | null) => ({ annee: 2025, trimestre, valeur });
const trimestre = (
  numero: number,
  beneficiaires: number | null,
  autre: Partial<TrimestreAnnuel> = {},
): TrimestreAnnuel => ({
  ...{ trimestre: numero, bilanId: `b${numero}`, etat: 'VALIDE', recu: true, attendu: true, numeroVersion: 1 },
  beneficiaires,
  ...autre,
});
const action = (id: string, haut: number | null, autre: Partial<ActionAnnuelle> = {}): ActionAnnuelle => ({
  ...{
    ficheActionId: id,
    intitule: `Action ${id}`,
    structureId: `s-${id}`,
    structure: `Structure ${id}`,
    objectif: null,
  },
  ...{
    objectifsPoursuivis: null,
    resultatsAttendus: null,
    publics: [],
    territoire: 'Bobigny',
    beneficiairesCibles: 40,
  },
  ...{ beneficiaires: { bas: haut, haut }, trimestres: [trimestre(1, haut)], indicateurs: [], reponses: [] },
  ...{
    recits: { freins: [], leviers: [], pistes: [] },
    synthese: 'Bien',
    proposition: 'RECONDUITE',
    motifProposition: null,
  },
  ...autre,
});
const contenu = (...actions: ActionAnnuelle[]): ContenuAnnuel => ({
  ...{ cooperative: 'CA', departement: '93', region: 'IDF', annee: 2025, demonstration: false, synthese: 'Une année' },
  ...{ enseignements: null, perspectives: null, attendus: 4, recus: 3, beneficiairesCibles: 80 },
  beneficiaires: { bas: 100, haut: 120 },
  actions,
});

describe('the year of an indicator', () => {
  const annee = (
    i: Partial<IndicateurAnnuel>,
    valeurs: ReturnType<typeof releve>[],
    previsions: { trimestre: number; valeur: number }[] = [],
  ) =>
    consoliderAnnee(
      { ...INDICATEUR, unite: 'NOMBRE', modeAgregation: 'SOMME', ...i },
      previsions.map((p) => ({ annee: 2025, ...p })),
      valeurs,
    );

  it('is put together by its own mode; a missing quarter is not a zero', () => {
    const valeurs = [releve(1, 10), releve(2, null), releve(4, 20)];
    expect(annee({}, valeurs)).toMatchObject({ bas: 30, haut: 30, releves: 2 });
    expect(annee({ modeAgregation: 'MOYENNE' }, valeurs).haut).toBe(15);
    expect(annee({ modeAgregation: 'DERNIERE_VALEUR' }, valeurs).haut).toBe(20);
    expect(annee({}, []).haut).toBeNull();
  });

  it('of distinct people is an interval', () => {
    expect(annee({ unite: 'PERSONNES' }, [releve(1, 30), releve(2, 50)])).toMatchObject({ bas: 50, haut: 80 });
    expect(
      beneficiairesDeLAnnee([trimestre(1, 30), trimestre(2, 50), trimestre(3, 99, { recu: false })]),
    ).toMatchObject({
      ...{ bas: 50, haut: 80 },
    });
  });

  it('stands against the forecast of the year, else against those of its quarters', () => {
    const quarts = [
      { trimestre: 1, valeur: 20 },
      { trimestre: 2, valeur: 20 },
    ];
    expect(annee({}, [releve(1, 10)], quarts)).toMatchObject({ prevision: 40, taux: 25 });
    expect(annee({}, [releve(1, 10)], [...quarts, { trimestre: 0, valeur: 50 }])).toMatchObject({
      prevision: 50,
      taux: 20,
    });
    expect(annee({ modeAgregation: 'RATIO' }, [], quarts).prevision).toBe(20);
  });
});

describe('small counts (R17)', () => {
  const personnes = (haut: number): IndicateurAnnuel => ({
    ...{
      ...INDICATEUR,
      unite: 'PERSONNES',
      modeAgregation: 'SOMME',
      prevision: 20,
      bas: haut,
      haut,
      taux: 5 * haut,
      releves: 1,
    },
    valeurs: [{ annee: 2025, trimestre: 1, valeur: haut }],
  });

  it('from 1 to 10 are masked with what they could be deduced from', () => {
    const { actions, beneficiaires } = masquerContenu(
      contenu(action('a', 8, { indicateurs: [personnes(4), personnes(11)] }), action('b', 60)),
      [],
    );
    expect(actions[0]).toMatchObject({ beneficiairesMasques: true, beneficiaires: { haut: null } });
    expect(actions[0]?.trimestres[0]?.beneficiaires).toBeNull();
    expect(actions[0]?.indicateurs[0]).toMatchObject({ masque: true, haut: null, taux: null, valeurs: [] });
    expect(actions[0]?.indicateurs[1]).toMatchObject({ haut: 11, taux: 55, valeurs: [] });
    expect(actions[1]?.beneficiaires.haut).toBe(60);
    // The total less what is shown would give the one that is masked.
    expect(beneficiaires).toEqual({ bas: null, haut: null });
  });

  it('are shown to the structure that counted them; zero and what is not people are not masked', () => {
    const heures: IndicateurAnnuel = { ...personnes(4), unite: 'HEURES' };
    const lu = masquerContenu(
      contenu(action('a', 8, { indicateurs: [personnes(4)] }), action('b', 0, { indicateurs: [heures] })),
      ['s-a'],
    );
    expect(lu.actions[0]?.indicateurs[0]?.haut).toBe(4);
    expect(lu.actions[1]).toMatchObject({ beneficiaires: { haut: 0 }, indicateurs: [{ haut: 4 }] });
    expect(lu.beneficiaires.haut).toBe(120);
  });

  it('leave a total in which several are lost', () => {
    expect(masquerContenu(contenu(action('a', 8), action('b', 9)), []).beneficiaires.haut).toBe(120);
    expect(masquerContenu(contenu(action('a', 4), action('b', 5)), []).beneficiaires.haut).toBeNull();
  });
});

it('names the reports that are missing, those of ended quarters alone', () => {
  const trimestres = [
    trimestre(1, 10),
    trimestre(2, null, { recu: false }),
    trimestre(3, null, { recu: false, attendu: false }),
  ];
  expect(bilansManquants([action('a', 10, { trimestres }), action('b', 10)])).toEqual([
    { action: 'Action a', structure: 'Structure a', trimestres: [2] },
  ]);
});

it('is held back by the synthesis of the CA alone; what structures did not write is said', () => {
  const vide = {
    ...contenu(action('a', 1, { synthese: null }), action('b', 1, { proposition: null })),
    synthese: null,
  };
  expect(manquesAnnuels(vide).map(({ texte, bloque }) => [texte, bloque])).toEqual([
    ['la synthèse de la coopérative', true],
    ['la synthèse de l’action «\u00a0Action a\u00a0» (Structure a)', false],
    ['la proposition de l’action «\u00a0Action b\u00a0» (Structure b)', false],
  ]);
});

it('goes from draft to presented to adopted, and back to draft', () => {
  expect(passageAnnuelPossible('BROUILLON', 'ADOPTE')).toBe(false);
  expect(passageAnnuelPossible('ADOPTE', 'PRESENTE')).toBe(false);
  expect(passageAnnuelPossible('ADOPTE', 'BROUILLON')).toBe(true);
});

it('tells the day by which the enlarged meeting is held (R10), and a meeting that comes after it', () => {
  expect(avertissementReunionAnnuelle(null, '2026-03-31', '2025-12-01')).toContain('le 31/01/2026 au plus tard');
  expect(avertissementReunionAnnuelle(null, '2026-03-31', '2026-02-15')).toContain('Cette date est passée.');
  expect(avertissementReunionAnnuelle('2026-02-10', '2026-03-31', '2025-12-01')).toContain('prévue le 10/02/2026');
  expect(avertissementReunionAnnuelle('2026-01-31', '2026-03-31', '2025-12-01')).toBeNull();
  expect(avertissementReunionAnnuelle(null, null, '2025-12-01')).toBeNull();
});

describe('what follows from the decisions', () => {
  const decide = (decision: DevenirAction, etat: EtatFiche = 'EN_COURS') => ({
    ...{ ficheActionId: decision, intitule: decision, etat, decision },
  });
  const convention = { id: 'c', fin: '2026-03-31', enCours: null } as const;
  const genres = (...[decisions, engagee]: [ReturnType<typeof decide>[], Parameters<typeof suitesAnnuelles>[1]]) =>
    suitesAnnuelles(decisions, engagee, 2025).map(({ genre, fait }) => [genre, fait]);

  it('is proposed with where it stands', () => {
    expect(genres([decide('RECONDUITE')], convention)).toEqual([['RENOUVELLEMENT', false]]);
    expect(genres([decide('MODIFIEE')], convention)).toEqual([
      ['MODIFICATION', false],
      ['AVENANT', false],
      ['RENOUVELLEMENT', false],
    ]);
    expect(genres([decide('ARRETEE', 'TERMINEE')], { ...convention, enCours: 'AVENANT' })).toEqual([
      ['FIN_ACTION', true],
      ['AVENANT', true],
    ]);
  });

  it('asks nothing of a convention that does not exist', () => {
    expect(genres([decide('RECONDUITE'), decide('ARRETEE')], null)).toEqual([['FIN_ACTION', false]]);
  });
});
