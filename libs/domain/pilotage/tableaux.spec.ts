import { QUESTIONS_BILAN } from '../bilans/bilan.rules';
import { AXES_GROUPES } from '../consolidation/groupes.rules';
import {
  celluleMois,
  COLONNES_T1,
  COLONNES_T2,
  COLONNES_T3,
  COLONNES_T4,
  COLONNES_T5,
  COLONNES_T6,
  colonnesMois,
  type Colonne,
} from '.';

/** Headings copied from the guide (ARS Île-de-France, 2018) as it prints them; never from the declared columns. */
const GUIDE = {
  // Fiche 3, « Exemple de projet de tableau de bord »
  T1: ['ETAPES', 'QUI ? Responsable', 'Date début', 'Date fin', 'Livrables ?'],
  T1_MOIS: ['Janv', 'Févr.', 'Mars', 'Avril', 'Mai', 'Juin', 'Juill.'],
  // Fiche 5, « Suivi général des indicateurs retenus et résultats attendus »
  T2: [
    'Intitulés des actions',
    'Indicateurs de processus',
    "Indicateurs d'activité",
    'Indicateurs de résultats',
    'Résultats attendus',
    'Sources et méthodes à mobiliser',
  ],
  // Fiche 5, « Tableau de suivi des actions par les acteurs », first table
  T3_PREVU: [
    'Objectif opérationnel du projet',
    'Intitulés des actions',
    'Objectifs poursuivis',
    'Résultats attendus',
    'Publics cibles ? 1',
    'Publics cibles ? 2',
    'Publics cibles ? 3',
    'Si autre public cible, précisez :',
    'Nombre de bénéficiaires ciblés',
    "Territoire d'intervention",
  ],
  // Second, third and fourth tables
  T3_FAIT: [
    'Les ressources ont été mobilisées comme prévu',
    'Si non ou partiellement... pourquoi ?',
    'Les groupes cibles ont été atteints comme prévu',
    'Si non ou partiellement... pourquoi ?',
    'Les actions ont été réalisées et sont conformes à la programmation',
    'Si non ou partiellement... pourquoi ?',
    'Les objectifs cibles ont été atteints',
    'Si, Non ou Partiellement ... (Justifiez, éléments clés)',
    "Indicateur d'activité 1",
    "Indicateur d'activité 2",
    "Indicateur d'activité 3",
    'Indicateur de résultats 1',
    'Indicateur de résultats 2',
    'Indicateur de résultats 3',
    "Est-ce que l'action a contribué à ... améliorer la dynamique de coopération ?",
    'Sur quels aspects ?',
    "Est-ce que l'action a contribué à ... l'amélioration des pratiques ?",
    'Sur quels aspects ?',
    "Est-ce que l'action a contribué à activer des leviers permettant d'agir sur les ISTS ... ?",
    'Lesquels ?',
    "Est-ce que l'action a contribué à l'amélioration du parcours de santé des bénéficiaires sur le territoire ... ?",
    'Sur quels aspects ?',
    'Freins identifiés',
    'Leviers Identifiés',
    "Pistes d'amélioration",
  ],
  // Examples of levers that the guide prints in the heading itself
  LEVIERS_ISTS: ['Intersectorialité', 'Prise en compte des déterminants sociaux', 'Participation des habitants'],
  // Fiche 4, convention, article 2 (« l'action 1 » in the guide: the number is that of the action)
  T5: [
    "Identification de l'action et promoteur référent",
    "Contenu de l'action",
    'Calendrier prévisionnel',
    "Modes d'intervention",
    'Public cible',
    "Lieux précis de réalisation de l'action",
    "Moyens humains mobilisés par l'action (ETP)",
  ],
  // Domaine, chapter 3: no table in the guide. Axes of the totals, then completeness of the reports.
  T6: ['Département', 'Thématique', 'Public', 'Territoire', 'Structure'],
};
/** Columns that the guide answers with « OUI / NON / En partie » or « Oui / Non / Partiellement ». */
const OUI_NON = [10, 12, 14, 16, 24, 26, 28, 30];

/** Typography aside: apostrophes, spaces, suspension points, capitals and the accents that capitals lack in the guide. */
const normaliser = (texte: string): string =>
  texte
    .replace(/[’']/g, "'")
    .replace(/\.\.\.|…/g, ' ')
    .replace(/\s+/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim();
const entetes = (colonnes: readonly Colonne[]) => colonnes.filter((c) => !c.ajout).map((c) => normaliser(c.entete));
const attendus = (liste: readonly string[]) => liste.map(normaliser);

describe('The tables have the guide’s columns, in the guide’s order', () => {
  it('T1, tableau de bord de suivi', () => {
    expect(entetes(COLONNES_T1)).toEqual(attendus(GUIDE.T1));
    expect(entetes(colonnesMois('2026-01-01', '2026-07-31'))).toEqual(attendus(GUIDE.T1_MOIS));
  });

  it('T2, suivi général des indicateurs', () => {
    expect(entetes(COLONNES_T2)).toEqual(attendus(GUIDE.T2));
  });

  it('T3, suivi des actions par les acteurs', () => {
    expect(entetes(COLONNES_T3)).toEqual(attendus([...GUIDE.T3_PREVU, ...GUIDE.T3_FAIT]));
  });

  it('T3 answers by yes or no, by list and by number where the guide does', () => {
    const rangs = (genre: Colonne['genre']) => COLONNES_T3.flatMap((c, i) => (c.genre === genre ? [i] : []));
    expect(rangs('oui')).toEqual(OUI_NON);
    expect(rangs('liste')).toEqual([4, 5, 6, 9]);
    expect(rangs('nombre')).toEqual([8]);
    expect(rangs('indicateur')).toEqual([18, 19, 20, 21, 22, 23]);
  });

  it('T4, bilan trimestriel: what T3 holds of the quarter', () => {
    expect(entetes(COLONNES_T4)).toEqual(attendus(GUIDE.T3_FAIT));
  });

  it('T5, the table of an action in the convention', () => {
    expect(entetes(COLONNES_T5)).toEqual(attendus(GUIDE.T5));
  });

  it('T6, consolidation: each axis of the totals is a column, the period an axis, completeness stands beside', () => {
    const colonnes = entetes(COLONNES_T6);
    const rangs = attendus(GUIDE.T6).map((e) => colonnes.indexOf(e));
    expect(rangs).not.toContain(-1);
    expect(rangs).toEqual([...rangs].sort((a, b) => a - b));
    // The guide asks for these totals; others were added.
    const totaux = ['departement', 'thematique', 'public', 'territoire', 'structure', 'trimestre'];
    expect(AXES_GROUPES).toEqual(expect.arrayContaining(totaux));
    expect(colonnes).toEqual(expect.arrayContaining(attendus(['Bilans attendus', 'Bilans reçus'])));
  });
});

describe('The questions of the report are those of T3', () => {
  it('the same keys in the same order', () => {
    expect(QUESTIONS_BILAN.map((q) => q.cle)).toEqual(OUI_NON.map((rang) => COLONNES_T3[rang]?.cle));
  });

  it('with the guide’s word between yes and no', () => {
    expect(QUESTIONS_BILAN.map((q) => q.milieu)).toEqual([
      ...Array<string>(3).fill('En partie'),
      ...Array<string>(5).fill('Partiellement'),
    ]);
  });

  it('naming the levers on inequalities that the guide names', () => {
    const question = normaliser(QUESTIONS_BILAN.find((q) => q.cle === 'ists')?.question ?? '');
    for (const levier of GUIDE.LEVIERS_ISTS) expect(question).toContain(normaliser(levier));
  });
});

describe('Columns', () => {
  it.each([COLONNES_T1, COLONNES_T2, COLONNES_T3, COLONNES_T4, COLONNES_T5, COLONNES_T6])(
    'have distinct keys (%#)',
    (...t) => {
      const cles = t.map((c) => (c as Colonne).cle);
      expect(new Set(cles).size).toBe(cles.length);
    },
  );
});

describe('The months of T1', () => {
  it('run from the first to the last month, over the new year', () => {
    expect(colonnesMois('2026-11-15', '2027-02-01').map((c) => c.cle)).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
    expect(colonnesMois('2026-05-31', '2026-05-31')).toHaveLength(1);
  });

  it('hold an arrow where a phase runs, XX where a task does, nothing elsewhere', () => {
    const phase = { genre: 'PHASE', debut: '2026-05-20', fin: '2026-07-02' } as const;
    const mois = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08'];
    expect(mois.map((m) => celluleMois(phase, m))).toEqual(['', '▶', '▶', '▶', '']);
    expect(celluleMois({ genre: 'TACHE', debut: '2026-05-20', fin: null }, '2026-05')).toBe('XX');
    expect(celluleMois({ genre: 'TACHE', debut: null, fin: null }, '2026-05')).toBe('');
  });
});
