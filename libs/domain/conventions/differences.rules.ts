import { ecrireEuros } from '../commun/montant';
import { comparerMots, type Morceau } from '../commun/mots.rules';
import { departEnMots } from './departs.rules';
import { dureeEnMots, lignesT5 } from './composition.rules';
import type { ArticleCompose, ContenuConvention, DonneesConvention } from './contenu';
import { numeroArticle } from './modele';

/** What stands before and after, for one thing of a convention (R7): null when it was not there, or is no longer. */
export interface Difference {
  genre: GenreDifference;
  /** Id of the action, objective or party; key of the article. */
  cle: string;
  /** What it is about: « Action 2 – Consultations avancées ». */
  objet: string;
  /** Which of its parts: « Calendrier prévisionnel ». */
  champ: string;
  avant: string | null;
  apres: string | null;
  mots: Morceau[];
}
export const GENRES_DIFFERENCE = [
  'DEPART',
  'PARTIE',
  'OBJECTIF',
  'ACTION',
  'CONTRIBUTION',
  'ARTICLE',
  'DUREE',
] as const;
export type GenreDifference = (typeof GENRES_DIFFERENCE)[number];

/** R7: everything that a signed text says otherwise than another one would, in the order of the convention. */
export function differencesConvention(signe: ContenuConvention, vise: ContenuConvention): Difference[] {
  return [
    ...comparer('DEPART', faitsDeparts(signe.donnees), faitsDeparts(vise.donnees)),
    ...parties(signe.donnees, vise.donnees),
    ...objectifs(signe.donnees, vise.donnees),
    ...actions(signe.donnees, vise.donnees),
    ...contributions(signe.donnees, vise.donnees),
    ...articles(signe, vise),
    ...comparer('DUREE', [faitsDuree(signe.donnees)], [faitsDuree(vise.donnees)]),
  ];
}

type Faits = { cle: string; objet: string; champs: Record<string, string> };

/** Field by field, for what both hold, what only one holds. */
function comparer(genre: GenreDifference, avant: readonly Faits[], apres: readonly Faits[]): Difference[] {
  const restants = new Map(avant.map((fait) => [fait.cle, fait]));
  const trouvees: Difference[] = [];
  for (const fait of apres) {
    const ancien = restants.get(fait.cle);
    restants.delete(fait.cle);
    for (const [champ, valeur] of Object.entries(fait.champs)) {
      const precedente = ancien?.champs[champ] ?? null;
      if (precedente === valeur || (precedente === null && valeur === '')) continue;
      trouvees.push(difference(genre, fait, champ, ancien ? precedente : null, valeur));
    }
  }
  for (const fait of restants.values())
    for (const [champ, valeur] of Object.entries(fait.champs))
      if (valeur) trouvees.push(difference(genre, fait, champ, valeur, null));
  return trouvees;
}

const difference = (
  genre: GenreDifference,
  { cle, objet }: Faits,
  champ: string,
  avant: string | null,
  apres: string | null,
): Difference => ({ genre, cle, objet, champ, avant, apres, mots: comparerMots(avant ?? '', apres ?? '') });

const faitsDeparts = ({ departs = [] }: DonneesConvention): Faits[] =>
  departs.map((d) => ({ cle: d.id, objet: d.structure, champs: { 'Dernier jour': departEnMots(d) } }));

/** A party that is gone as a text already says is not a difference of it. */
function parties(avant: DonneesConvention, apres: DonneesConvention): Difference[] {
  const restent = new Set(apres.parties.map(({ id }) => id));
  const annonces = new Set((avant.departs ?? []).map(({ structureId }) => structureId));
  const tenues = avant.parties.filter((p) => restent.has(p.id) || !p.structureId || !annonces.has(p.structureId));
  return comparer('PARTIE', faitsParties({ ...avant, parties: tenues }), faitsParties(apres));
}
const faitsParties = ({ parties: liste }: DonneesConvention): Faits[] =>
  liste.map((p) => ({
    cle: p.id,
    objet: p.nom,
    champs: { Partie: p.nom, 'Représentée par': [p.representant, p.qualite].filter(Boolean).join(', ') },
  }));

const objectifs = (avant: DonneesConvention, apres: DonneesConvention): Difference[] =>
  comparer('OBJECTIF', faitsObjectifs(avant), faitsObjectifs(apres));
const faitsObjectifs = ({ objectifs: liste, objectifGeneral }: DonneesConvention): Faits[] => [
  { cle: 'general', objet: 'Objectif général', champs: { Objectif: objectifGeneral ?? '' } },
  ...liste.map((o) => ({ cle: o.id, objet: 'Objectif', champs: { Objectif: o.intitule } })),
];

const actions = (avant: DonneesConvention, apres: DonneesConvention): Difference[] =>
  comparer('ACTION', faitsActions(avant), faitsActions(apres));
const faitsActions = ({ actions: liste }: DonneesConvention): Faits[] =>
  liste.map((action) => ({
    cle: action.id,
    objet: action.intitule,
    champs: Object.fromEntries(lignesT5(action).map(({ entete, valeur }) => [entete, valeur])),
  }));

const contributions = (avant: DonneesConvention, apres: DonneesConvention): Difference[] =>
  comparer('CONTRIBUTION', faitsContributions(avant), faitsContributions(apres));
const faitsContributions = ({ contributions: liste }: DonneesConvention): Faits[] =>
  liste.map((c) => ({
    cle: `${c.structureId} ${c.annee}`,
    objet: c.structure,
    champs: { [`Contribution ${c.annee}`]: ecrireEuros(c.centimes) },
  }));

/** Compared by itself: a region's article 5 may say nothing of it. */
const faitsDuree = ({ dureeMois }: DonneesConvention): Faits => ({
  cle: 'duree',
  objet: 'Durée',
  champs: { Durée: dureeEnMots(dureeMois) },
});

/** Words of the articles alone: their lists and tables are compared by what they are made of. */
const articles = (avant: ContenuConvention, apres: ContenuConvention): Difference[] =>
  comparer('ARTICLE', avant.articles.map(faitsArticle), apres.articles.map(faitsArticle));
const faitsArticle = (article: ArticleCompose): Faits => ({
  cle: article.cle,
  objet: `${numeroArticle(article.cle)} – ${article.titre}`,
  champs: { Texte: texteDe(article) },
});

/** Plain words of an article, a paragraph a line. */
export function texteDe({ blocs }: Pick<ArticleCompose, 'blocs'>): string {
  return blocs
    .flatMap((bloc) => (bloc.genre === 'TEXTE' ? bloc.blocs : []))
    .flatMap((bloc) => (bloc.genre === 'LISTE' ? bloc.elements : [bloc.contenu]))
    .map((fragments) => fragments.map((f) => f.texte).join(''))
    .join('\n');
}
