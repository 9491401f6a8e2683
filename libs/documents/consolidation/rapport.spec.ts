import type { RapportConsolidation, TotalRapport } from '@coopilote/domain/consolidation';
import { rapportConsolidationDocx } from '../docx/rapport-consolidation';
import { lireDocx, lirePdf, lirePlan } from '../essais/lecture';
import { rapportConsolidationPdf } from '../pdf/rapport-consolidation';
import { composerRapport } from './rapport';

const EDITION = { maintenant: new Date('2026-10-20T09:00:00Z') };
const enLigne = (texte: string): string => texte.replace(/\s+/g, ' ');

const total = (libelle: string, autre: Partial<TotalRapport> = {}): TotalRapport => ({
  ...{ libelle, actions: 12, bilansAttendus: 24, bilansRecus: 20, bilansValides: 15 },
  ...{ beneficiairesCibles: 1500, beneficiairesBas: 400, beneficiairesHaut: 1234 },
  ...autre,
});
const rapport = (autre: Partial<RapportConsolidation> = {}): RapportConsolidation => ({
  ...{
    perimetre: 'Île-de-France',
    periode: 'de T2 2026 à T3 2026',
    filtres: ['Phase\u00a0: mise en œuvre'],
    demonstration: false,
  },
  total: total('Ensemble', {
    bilansAttendus: 48,
    bilansRecus: 40,
    bilansValides: 30,
    beneficiairesBas: 800,
    beneficiairesHaut: 2468,
  }),
  enRetard: 3,
  departements: [total('Essonne'), total('Seine-Saint-Denis')],
  thematiques: [total('Santé mentale')],
  publics: [total('Jeunes')],
  trimestres: [
    total('T2 2026', { beneficiairesBas: 700, beneficiairesHaut: 700 }),
    total('T3 2026', { bilansRecus: 0 }),
  ],
  evolution: 'Les trimestres de la période',
  indicateurs: [
    {
      libelle: 'Personnes suivies',
      unite: 'PERSONNES',
      modeAgregation: 'SOMME',
      bas: 50,
      haut: 90,
      prevision: 100,
      taux: 90,
      actions: 4,
      releves: 8,
    },
    {
      libelle: 'Assiduité',
      unite: 'POURCENTAGE',
      modeAgregation: 'RATIO',
      bas: 45.5,
      haut: 45.5,
      prevision: null,
      taux: null,
      actions: 3,
      releves: 5,
    },
    {
      libelle: 'Séances',
      unite: 'SEANCES',
      modeAgregation: 'SOMME',
      bas: 12,
      haut: 12,
      prevision: 10,
      taux: 120,
      actions: 3,
      releves: 5,
    },
  ],
  manquants: [
    {
      departement: 'Essonne',
      nombre: 14,
      bilans: [
        { action: 'Marche du lundi', structure: 'Association du Parc', trimestre: 'T3 2026', etat: 'A_REMPLIR' },
      ],
    },
  ],
  ...autre,
});

const DITS = [
  'Consolidation des coopératives d’acteurs, de T2 2026 à T3 2026',
  'Phase : mise en œuvre',
  '40 bilans reçus sur 48 attendus (83 %)',
  'Personnes touchées : entre 800 et 2 468, pour 3 000 ciblées',
  '8 bilans manquent, dont 3 en retard',
  '3 indicateurs communs ; 1 sur 2 atteint leur prévision de la période',
  'entre 50 et 90',
  '45,5 %',
  'Somme des numérateurs sur somme des dénominateurs',
  'jamais lu comme zéro',
  'Essonne : 14 bilans manquants',
  'Association du Parc',
  'Et 13 autres',
];

describe('The report of a period', () => {
  const doc = rapport({ total: { ...rapport().total, beneficiairesCibles: 3000 } });

  it('says as PDF its synthesis, its totals, its indicators by mode, its time, its method and what is missing', async () => {
    const octets = await rapportConsolidationPdf(doc, EDITION);
    const { suite, infos, polices } = await lirePdf(octets);
    const lu = enLigne(suite.join(' '));
    for (const dit of DITS) expect(lu).toContain(dit);
    expect(infos['Title']).toBe('Consolidation des coopératives d’acteurs, de T2 2026 à T3 2026');
    expect(polices.every(({ incorporee }) => incorporee)).toBe(true);
    expect((await lirePlan(octets)).map(({ titre }) => titre)).toEqual([
      ...['Synthèse', 'Totaux par département', 'Totaux par thématique', 'Totaux par public', 'Indicateurs communs'],
      ...['Évolution par trimestre', 'Méthode', 'Bilans manquants'],
    ]);
  });

  it('says the same in Word', async () => {
    const lu = enLigne(await lireDocx(await rapportConsolidationDocx(doc, EDITION)));
    for (const dit of DITS) expect(lu).toContain(dit);
  }, 180_000);

  it('never shows as zero what nobody reported, and invents nothing when all is there', () => {
    const dit = JSON.stringify(composerRapport(rapport(), EDITION));
    expect(dit).toContain('["T3 2026","12","0 sur 24","0\u00a0%","–"]');
    const complet = JSON.stringify(
      composerRapport(
        rapport({ manquants: [], indicateurs: [], total: total('Ensemble', { bilansRecus: 24 }) }),
        EDITION,
      ),
    );
    expect(complet).toContain('Tous les bilans attendus ont été reçus.');
    expect(complet).toContain('Aucun bilan ne manque.');
    expect(complet).toContain('Aucun bilan de cette sélection ne porte de valeur');
    expect(complet).not.toMatch(/NaN|undefined|[^:]null/);
  });
});
