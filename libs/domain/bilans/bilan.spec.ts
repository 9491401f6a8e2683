import fc from 'fast-check';
import { OPERATIONS } from '../droits/droits.rules';
import {
  CLES_QUESTIONS,
  completude,
  ETATS_BILAN,
  ETATS_RECUS,
  ETATS_SAISIE,
  estEnRetard,
  manquesBilan,
  NIVEAUX_BILAN,
  niveauPropose,
  QUESTIONS_BILAN,
  questionsDemandees,
  REPONSES,
  TRANSITIONS_BILAN,
  verifierValeurs,
  type ContenuBilan,
  type ValeurBilan,
} from './bilan.rules';

const INDICATEURS = [
  { id: 'i1', libelle: 'Personnes rencontrées', unite: 'PERSONNES', modeAgregation: 'SOMME' },
  { id: 'i2', libelle: 'Part orientée', unite: 'POURCENTAGE', modeAgregation: 'RATIO' },
] as const;
const VIDE: ContenuBilan = { reponses: {}, valeurs: [] };
const COMPLET: ContenuBilan = {
  beneficiaires: 0,
  reponses: Object.fromEntries(CLES_QUESTIONS.map((cle) => [cle, { reponse: 'OUI' }])),
  valeurs: [
    { indicateurId: 'i1', valeur: 0 },
    { indicateurId: 'i2', numerateur: 0, denominateur: 0 },
  ],
};
const champs = (contenu: ContenuBilan) => manquesBilan(contenu, INDICATEURS, 'COMPLET').map((m) => m.champ);

describe('The life of a report (R15)', () => {
  it('is filled, sent, validated or sent back, and sent again', () => {
    expect(TRANSITIONS_BILAN.map((t) => `${t.de}>${t.vers}`).sort()).toEqual(
      [
        'A_REMPLIR>TRANSMIS',
        'BROUILLON>TRANSMIS',
        'A_COMPLETER>TRANSMIS',
        'TRANSMIS>VALIDE',
        'TRANSMIS>A_COMPLETER',
        'VALIDE>A_COMPLETER',
      ].sort(),
    );
  });

  it('goes only between known states, by known operations', () => {
    for (const t of TRANSITIONS_BILAN) {
      expect(ETATS_BILAN).toContain(t.de);
      expect(ETATS_BILAN).toContain(t.vers);
      expect(OPERATIONS).toContain(t.operation);
    }
  });

  it('is never opened again without a reason', () => {
    for (const t of TRANSITIONS_BILAN) expect(t.retours).toBe(t.vers === 'A_COMPLETER');
  });

  it('is sent by those who fill it, and judged by the delegation', () => {
    for (const t of TRANSITIONS_BILAN) {
      expect(t.operation).toBe(t.vers === 'TRANSMIS' ? 'bilan.remplir' : 'bilan.valider');
    }
  });

  it('is either in the hands of the promoteur or received by the ARS, never both', () => {
    expect([...ETATS_SAISIE, ...ETATS_RECUS].sort()).toEqual([...ETATS_BILAN].sort());
  });

  it('is late from the day after the deadline, while the ARS waits for it', () => {
    for (const etat of ETATS_BILAN) {
      expect(estEnRetard(etat, '2026-10-15', '2026-10-15')).toBe(false);
      expect(estEnRetard(etat, '2026-10-15', '2026-10-16')).toBe(ETATS_SAISIE.includes(etat));
    }
  });
});

describe('What is missing before sending (T4)', () => {
  it('an empty report misses its eight answers, its beneficiaries and its indicators', () => {
    expect(champs(VIDE)).toEqual([...CLES_QUESTIONS, 'beneficiaires', 'indicateur:i1', 'indicateur:i2']);
    expect(QUESTIONS_BILAN.map((q) => q.cle)).toEqual([...CLES_QUESTIONS]);
  });

  it('nothing once all is answered: zero is an answer, and no text is imposed after « oui »', () => {
    expect(champs(COMPLET)).toEqual([]);
  });

  it.each(CLES_QUESTIONS)('any answer other than « oui » asks for its reason: %s', (cle) => {
    for (const reponse of REPONSES) {
      const avec = (motif: string | null) =>
        champs({ ...COMPLET, reponses: { ...COMPLET.reponses, [cle]: { reponse, motif } } });
      expect(avec(null)).toEqual(reponse === 'OUI' ? [] : [`${cle}.motif`]);
      expect(avec('   ')).toEqual(reponse === 'OUI' ? [] : [`${cle}.motif`]);
      expect(avec('Locaux fermés en août.')).toEqual([]);
    }
  });

  it('half a ratio is not a value', () => {
    const valeurs = [
      { indicateurId: 'i1', valeur: 3 },
      { indicateurId: 'i2', numerateur: 3 },
    ];
    expect(champs({ ...COMPLET, valeurs })).toEqual(['indicateur:i2']);
  });

  it('counts what is filled, from nothing to everything', () => {
    expect(completude(VIDE, INDICATEURS, 'COMPLET')).toEqual({ remplies: 0, total: 11 });
    expect(completude(COMPLET, INDICATEURS, 'COMPLET')).toEqual({ remplies: 11, total: 11 });
    expect(completude(VIDE, [], 'COMPLET')).toEqual({ remplies: 0, total: 9 });
  });

  it('is complete exactly when nothing is missing', () => {
    const reponse = fc.record({
      reponse: fc.option(fc.constantFrom(...REPONSES)),
      motif: fc.constantFrom(null, '', 'Car'),
    });
    const contenu = fc.record({
      beneficiaires: fc.option(fc.nat()),
      reponses: fc.record(Object.fromEntries(CLES_QUESTIONS.map((c) => [c, reponse])), { requiredKeys: [] }),
      valeurs: fc.subarray<ValeurBilan>(COMPLET.valeurs),
    });
    fc.assert(
      fc.property(contenu, fc.constantFrom(...NIVEAUX_BILAN), (c, niveau) => {
        const { remplies, total } = completude(c, INDICATEURS, niveau);
        expect(remplies).toBe(total - manquesBilan(c, INDICATEURS, niveau).length);
        expect(remplies).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('Values that cannot be right, even in a draft', () => {
  const messages = (...valeurs: ValeurBilan[]) => verifierValeurs(valeurs, INDICATEURS).map((e) => e.message);
  const deux = (numerateur: number, denominateur: number) => messages({ indicateurId: 'i2', numerateur, denominateur });

  it('a value of another action, a half person, a negative number', () => {
    expect(messages({ indicateurId: 'ailleurs', valeur: 1 })).toEqual(['Cet indicateur n’appartient pas à l’action.']);
    expect(messages({ indicateurId: 'i1', valeur: 1.5 })).toEqual([
      'Personnes rencontrées\u00a0: un nombre entier est attendu.',
    ]);
    expect(messages({ indicateurId: 'i1', valeur: -1 })).toEqual([
      'Personnes rencontrées\u00a0: un nombre négatif n’est pas possible.',
    ]);
  });

  it('a ratio above one hundred percent, over zero, or negative', () => {
    expect(deux(5, 4)).toEqual(['Part orientée\u00a0: le numérateur dépasse le dénominateur.']);
    expect(deux(1, 0)).toEqual(['Part orientée\u00a0: le dénominateur est nul.']);
    expect(deux(-1, 4)).toEqual(['Part orientée\u00a0: un nombre négatif n’est pas possible.']);
  });

  it('the same indicator told twice', () => {
    const erreurs = verifierValeurs(
      [
        { indicateurId: 'i1', valeur: 1 },
        { indicateurId: 'i1', valeur: 2 },
      ],
      INDICATEURS,
    );
    expect(erreurs).toEqual([
      { champ: 'indicateur:i1', code: 'double', message: 'Personnes rencontrées\u00a0: la valeur figure deux fois.' },
    ]);
  });

  it('nothing to say of what is right, or still empty', () => {
    expect(messages(...COMPLET.valeurs)).toEqual([]);
    expect(deux(3, 4)).toEqual([]);
    expect(messages({ indicateurId: 'i1' }, { indicateurId: 'i2', numerateur: 3 })).toEqual([]);
  });
});

describe('A small action answers few questions, a large one all (fiche 5)', () => {
  it('each level asks what the one below asks, and the whole asks all of T4', () => {
    const cles = NIVEAUX_BILAN.map((niveau) => questionsDemandees(niveau).map((q) => q.cle));
    expect(cles[0]).toEqual(['realisation', 'objectifs']);
    for (const [i, bas] of cles.slice(0, -1).entries()) expect(cles[i + 1]).toEqual(expect.arrayContaining(bas));
    expect(cles.at(-1)).toEqual([...CLES_QUESTIONS]);
  });

  it('what is not asked is never missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NIVEAUX_BILAN), (niveau) => {
        const demandees = questionsDemandees(niveau).map((q) => q.cle as string);
        const manquantes = manquesBilan(VIDE, [], niveau).map((m) => m.champ);
        expect(manquantes).toEqual([...demandees, 'beneficiaires']);
      }),
    );
  });

  it.each([
    [30, 100_000, 'ESSENTIEL'],
    [100, 500_000, 'ESSENTIEL'],
    [101, null, 'COURANT'],
    [100, 500_001, 'COURANT'],
    [500, null, 'COMPLET'],
    [10, 2_300_000, 'COMPLET'],
    [null, 100_000, 'COMPLET'],
  ] as const)('%s beneficiaries and %s cents suggest %s', (beneficiairesCibles, financement, attendu) => {
    expect(niveauPropose({ beneficiairesCibles, financement })).toBe(attendu);
  });
});
