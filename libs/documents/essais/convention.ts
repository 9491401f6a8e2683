import {
  composerArticles,
  differencesConvention,
  MODELE_DU_GUIDE,
  type ActionConvention,
  type ContenuConvention,
  type DonneesConvention,
  type PartieConvention,
} from '@coopilote/domain/conventions';
import type { DocumentConvention } from '../convention/convention';

const suite = <T>(nombre: number, faire: (rang: number) => T): T[] =>
  Array.from({ length: nombre }, (_, i) => faire(i + 1));
/** Words whose end is seen: a text cut short is not the same. */
const phrases = (nombre: number, marque: string): string =>
  `${'Des consultations avancées sont tenues au plus près des habitants, chaque semaine. '.repeat(nombre)}Fin ${marque}.`;

const action = (rang: number): ActionConvention => ({
  id: `a${rang}`,
  intitule: `Consultations avancées nº\u00a0${rang} – « œuvrer » à l’Ourcq`,
  structureId: `s${rang}`,
  promoteur: `CSAPA de la commune ${rang}`,
  contenu: phrases(2 + (rang % 5) * 3, `du contenu ${rang}`),
  calendrier: `De janvier ${2025 + rang} à décembre ${2026 + rang}, hors vacances`,
  modes: `Consultation, atelier collectif, formation des relais ${rang}`,
  publics: phrases(rang % 3, `des publics ${rang}`),
  lieux: `Maison des adolescents, ${rang} rue de la République, Bondy\nCollège Pierre-Brossolette, bâtiment ${rang}`,
  moyensHumains: `0,${rang} ETP de psychologue ; 0,5 ETP de médiateur ${rang}`,
});

const partie = (rang: number): PartieConvention =>
  rang === 1
    ? {
        id: 'p1',
        genre: 'ARS',
        structureId: null,
        nom: 'Agence régionale de santé Île-de-France',
        representant: 'Anne Roy',
        qualite: 'déléguée départementale de la Seine-Saint-Denis',
      }
    : {
        id: `p${rang}`,
        genre: 'STRUCTURE',
        structureId: `s${rang}`,
        nom: `Structure ${rang} ${'pour la promotion de la santé des habitants '.repeat(rang % 4)}`.trim(),
        representant: `Représentant ${rang} D’Hérouville-Saint-Clair`,
        qualite: rang % 3 ? `président ${rang}` : `directrice générale adjointe chargée des partenariats ${rang}`,
      };

export function donneesConvention(actions: number, nombreParties: number): DonneesConvention {
  return {
    programme: 'Bien grandir à Bondy',
    region: 'Île-de-France',
    departement: 'Seine-Saint-Denis',
    presentation: `Le diagnostic montre un renoncement aux soins.\n${phrases(6, 'de la présentation')}`,
    thematiques: ['Addictions'],
    populations: ['Jeunes'],
    communes: ['Bondy'],
    objectifGeneral: 'Réduire les conduites addictives des jeunes.',
    objectifs: suite(6, (rang) => ({ id: `o${rang}`, intitule: `Aller vers les jeunes du quartier ${rang}` })),
    parties: suite(nombreParties, partie),
    actions: suite(actions, action),
    contributions: suite(actions, (rang) => ({
      structureId: `s${rang}`,
      structure: `CSAPA de la commune ${rang}`,
      annee: 2026 + (rang % 2),
      centimes: 1_250_050 + rang * 101,
    })),
    dureeMois: 12,
  };
}

export const contenuConvention = (donnees: DonneesConvention): ContenuConvention => ({
  donnees,
  articles: composerArticles(MODELE_DU_GUIDE, donnees),
});

/** A convention of as many actions as asked, ready to be signed. */
export function convention(
  actions = 2,
  nombreParties = 3,
  autre: Partial<DocumentConvention> = {},
): DocumentConvention {
  return {
    genre: 'INITIALE',
    numero: 1,
    conventionNumero: 7,
    cooperative: 'Coopérative de Bondy',
    contenu: contenuConvention(donneesConvention(actions, nombreParties)),
    objet: null,
    differences: [],
    signatures: [],
    etat: 'FIGE',
    logos: [],
    conventionEffet: null,
    demonstration: false,
    ...autre,
  };
}

/** An avenant to the convention above: something of each kind changes. */
export function avenant(autre: Partial<DocumentConvention> = {}): DocumentConvention {
  const avant = donneesConvention(2, 3);
  const [ars, , derniere] = avant.parties;
  const [premiere, seconde] = avant.actions;
  if (!ars || !derniere || !premiere || !seconde) throw new Error('Deux actions et trois parties sont attendues.');
  const apres: DonneesConvention = {
    ...avant,
    objectifs: [...avant.objectifs.slice(1), { id: 'o9', intitule: 'Former les relais du quartier' }],
    parties: [ars, { ...derniere, representant: 'Zoé Lam' }, partie(4)],
    actions: [{ ...premiere, calendrier: 'De mars 2026 à décembre 2027, hors vacances' }, seconde, action(3)],
    contributions: avant.contributions.map((c, rang) => (rang === 0 ? { ...c, centimes: c.centimes + 1 } : c)),
    dureeMois: 36,
  };
  return convention(2, 3, {
    genre: 'AVENANT',
    numero: 2,
    objet: 'Le CSAPA ouvre une consultation de plus.\nUne structure se retire.',
    contenu: contenuConvention(apres),
    differences: differencesConvention(contenuConvention(avant), contenuConvention(apres)),
    conventionEffet: '2026-03-01',
    ...autre,
  });
}
