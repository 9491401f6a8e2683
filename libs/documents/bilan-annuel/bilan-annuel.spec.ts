import {
  masquerContenu,
  type ActionAnnuelle,
  type ContenuAnnuel,
  type DocumentBilanAnnuel,
} from '@coopilote/domain/bilans';
import { bilanAnnuelDocx } from '../docx/bilan-annuel';
import { lireDocx, lirePdf, lirePlan } from '../essais/lecture';
import { bilanActionPdf, bilanAnnuelPdf } from '../pdf/bilan-annuel';
import { composerBilanAnnuel } from './bilan-annuel';

const EDITION = { maintenant: new Date('2026-01-20T09:00:00Z') };
const enLigne = (texte: string): string => texte.replace(/\s+/g, ' ');

const action = (numero: number, autre: Partial<ActionAnnuelle> = {}): ActionAnnuelle => ({
  ...{ ficheActionId: `f${numero}`, intitule: `Atelier cuisine ${numero}`, structureId: `s${numero}` },
  ...{ structure: `Association ${numero}`, objectif: 'Mieux manger', objectifsPoursuivis: null },
  ...{
    resultatsAttendus: 'Des repas équilibrés',
    publics: ['Familles'],
    territoire: 'Bobigny',
    beneficiairesCibles: 1500,
  },
  beneficiaires: { bas: 400, haut: 1234 },
  trimestres: [1, 2, 3, 4].map((trimestre) => ({
    ...{ trimestre, bilanId: `b${trimestre}`, etat: trimestre === 3 ? ('A_REMPLIR' as const) : ('VALIDE' as const) },
    ...{ recu: trimestre !== 3, attendu: true, numeroVersion: 1, beneficiaires: 400 },
  })),
  indicateurs: [
    {
      ...{ id: 'i1', type: 'RESULTAT', libelle: 'Personnes suivies', unite: 'PERSONNES', modeAgregation: 'SOMME' },
      ...{ sources: 'Feuilles de présence', prevision: 1500, bas: 400, haut: 1234, taux: 82, releves: 3, valeurs: [] },
    },
    {
      ...{ id: 'i2', type: 'ACTIVITE', libelle: 'Assiduité', unite: 'POURCENTAGE', modeAgregation: 'RATIO' },
      ...{ sources: null, prevision: null, bas: 45.5, haut: 45.5, taux: null, releves: 2, valeurs: [] },
    },
  ],
  reponses: [
    { cle: 'objectifs', trimestres: [{ trimestre: 2, reponse: 'EN_PARTIE', motif: 'La salle a fermé en juin' }] },
  ],
  recits: {
    freins: [{ trimestre: 1, texte: 'Peu de bénévoles' }],
    leviers: [],
    pistes: [{ trimestre: 4, texte: 'Ouvrir le samedi' }],
  },
  ...{ synthese: 'Nous avons tenu vingt ateliers.', proposition: 'MODIFIEE', motifProposition: 'Changer de salle' },
  ...autre,
});
const contenu = (
  actions: ActionAnnuelle[] = [action(1), action(2, { synthese: null, proposition: null })],
): ContenuAnnuel => ({
  ...{
    cooperative: 'Diabète',
    departement: 'Seine-Saint-Denis',
    region: 'Île-de-France',
    annee: 2025,
    demonstration: false,
  },
  ...{ synthese: 'Une année pleine.\nDeux actions tenues.', enseignements: 'Se voir plus tôt.', perspectives: null },
  ...{ attendus: 8, recus: 6, beneficiairesCibles: 3000, beneficiaires: { bas: 800, haut: 2468 }, actions },
});
const doc = (autre: Partial<DocumentBilanAnnuel> = {}): DocumentBilanAnnuel => ({
  ...{ contenu: contenu(), etat: 'ADOPTE', numero: 2, presenteLe: '2026-01-12T09:00:00Z' },
  reunion: { titre: 'Bilan annuel élargi', debut: '2026-01-15T13:00:00Z' },
  decisions: [{ ficheActionId: 'f1', decision: 'ARRETEE', motifDecision: 'Le local est fermé' }],
  ...autre,
});

describe('The annual report of a CA', () => {
  it('tells as PDF the texts, what is missing, figures against forecasts, what was told and decided', async () => {
    const octets = await bilanAnnuelPdf(doc(), EDITION);
    const { suite, infos, polices } = await lirePdf(octets);
    const lu = enLigne(suite.join(' '));
    for (const attendu of [
      'adopté, version 2 du 12 janvier 2026',
      'Bilan annuel élargi, 15 janvier 2026',
      'Deux actions tenues.',
      '6 bilans trimestriels reçus sur 8 attendus.',
      'Atelier cuisine 1 (Association 1) : T3',
      'entre 800 et 2 468, pour 3 000 ciblées',
      'entre 400 et 1 234 sur 1 500',
      '82 %, entre 400 et 1 234 sur 1 500',
      '45,5 %, prévu sans prévision',
      'Partiellement. La salle a fermé en juin',
      'Atelier cuisine 1 (Association 1) T1 : Peu de bénévoles',
      'Association 2 n’a pas écrit de synthèse.',
      'Le local est fermé',
    ]) {
      expect(lu).toContain(attendu);
    }
    expect(infos['Title']).toBe('Bilan annuel 2025');
    expect(polices.every(({ incorporee }) => incorporee)).toBe(true);
    expect((await lirePlan(octets)).map(({ titre }) => titre)).toEqual(
      expect.arrayContaining([
        'Complétude de la collecte',
        'Suivi général des indicateurs',
        'Décisions, action par action',
      ]),
    );
  });

  it('says the same in Word, the words of its charts included', async () => {
    const lu = enLigne(await lireDocx(await bilanAnnuelDocx(doc(), EDITION)));
    for (const attendu of [
      'Personnes touchées, par action',
      'entre 400 et 1 234 sur 1 500',
      'arrêtée',
      'Ouvrir le samedi',
    ]) {
      expect(lu).toContain(attendu);
    }
  });

  it('draws its bars as vectors, to the scale of the longest', () => {
    const graphiques = composerBilanAnnuel(doc(), EDITION).blocs.filter((b) => b.genre === 'GRAPHIQUE');
    expect(graphiques.map(({ lignes }) => lignes.map(({ bas, haut, repere }) => [bas, haut, repere]))).toEqual([
      [
        [400, 1234, 1500],
        [400, 1234, 1500],
      ],
      [
        [82, 82, 100],
        [82, 82, 100],
      ],
    ]);
  });

  it('of one action is for its structure', async () => {
    const { suite } = await lirePdf(await bilanActionPdf(doc(), 'f1', EDITION));
    const lu = enLigne(suite.join(' '));
    expect(lu).toContain('Bilan annuel 2025 : Atelier cuisine 1');
    expect(lu).toContain('Bilans manquants : T3');
    expect(lu).toContain('Proposition de la structure : action modifiée. Changer de salle');
    expect(lu).toContain('Décision : action arrêtée. Le local est fermé');
    expect(lu).not.toContain('Atelier cuisine 2');
  });

  it('shows no masked count, anywhere (R17)', async () => {
    const petite = action(1, { beneficiaires: { bas: 7, haut: 7 } });
    const [indicateur] = petite.indicateurs;
    if (indicateur) Object.assign(indicateur, { bas: 7, haut: 7, taux: 71 });
    const cache = doc({ contenu: masquerContenu(contenu([petite, action(2)]), []) });
    const lu = enLigne((await lirePdf(await bilanAnnuelPdf(cache, EDITION))).suite.join(' '));
    expect(lu).toContain('masqué (10 ou moins)');
    expect(lu).not.toMatch(/\b7\b|71 %/);
  });

  it('is marked as a project while it is a draft, and invents nothing', async () => {
    const brouillon = doc({ etat: 'BROUILLON', numero: 0, presenteLe: null, reunion: null, decisions: [] });
    const dit = JSON.stringify(composerBilanAnnuel(brouillon, EDITION));
    expect(dit).toContain('Projet');
    expect(dit).toContain('chiffres du 20 janvier 2026');
    expect(dit).not.toMatch(/[^:]null|undefined/);
  });
});
