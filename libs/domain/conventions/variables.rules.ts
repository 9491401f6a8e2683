import { lireTexteRiche, type BlocTexte } from '../commun/texte-riche';
import type { ArticleConvention } from './contenu';

/** What a template may ask for: words inside a sentence, or a part that stands alone in its paragraph. */
export const VARIABLES = [
  { nom: 'programme', libelle: 'Intitulé du programme', genre: 'MOT' },
  { nom: 'region', libelle: 'Région', genre: 'MOT' },
  { nom: 'departement', libelle: 'Département', genre: 'MOT' },
  { nom: 'thematiques', libelle: 'Thématiques', genre: 'MOT' },
  { nom: 'populations', libelle: 'Populations', genre: 'MOT' },
  { nom: 'territoire', libelle: 'Communes du programme', genre: 'MOT' },
  { nom: 'objectif_general', libelle: 'Objectif général', genre: 'MOT' },
  { nom: 'promoteurs', libelle: 'Liste des promoteurs', genre: 'MOT' },
  { nom: 'parties', libelle: 'Liste des parties', genre: 'MOT' },
  { nom: 'duree', libelle: 'Durée (« un an »)', genre: 'MOT' },
  { nom: 'presentation', libelle: 'Présentation et éléments du diagnostic', genre: 'BLOC' },
  { nom: 'objectifs', libelle: 'Liste des objectifs', genre: 'BLOC' },
  { nom: 'actions', libelle: 'Un tableau par action', genre: 'BLOC' },
  { nom: 'contributions', libelle: 'Montants par structure et par année', genre: 'BLOC' },
] as const;
export type Variable = (typeof VARIABLES)[number]['nom'];

const PAR_NOM = new Map<string, (typeof VARIABLES)[number]>(VARIABLES.map((v) => [v.nom, v]));
export const estVariable = (nom: string): nom is Variable => PAR_NOM.has(nom);
export const estVariableDeBloc = (nom: string): boolean => PAR_NOM.get(nom)?.genre === 'BLOC';
/** What is between double braces, spaces around it ignored. */
export const ACCOLADES = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** A mistake of a template, with its place. */
export interface FauteModele {
  /** Key of the article. */
  article: string;
  /** Paragraph of the article, from 1. */
  paragraphe: number;
  message: string;
}

/** Everything that would keep a template from being read; empty when it is right. */
export function verifierArticles(articles: readonly ArticleConvention[]): FauteModele[] {
  return articles.flatMap((article) =>
    lignes(lireTexteRiche(article.texte)).flatMap((ligne, rang) =>
      fautes(ligne).map((message) => ({ article: article.cle, paragraphe: rang + 1, message })),
    ),
  );
}

/** Texts of a block in which a variable may stand: a variable cut by bold or a link is not one. */
const lignes = (blocs: readonly BlocTexte[]): string[][] =>
  blocs.flatMap((bloc) =>
    bloc.genre === 'LISTE' ? bloc.elements.map((e) => e.map((f) => f.texte)) : [bloc.contenu.map((f) => f.texte)],
  );

function fautes(fragments: readonly string[]): string[] {
  const trouvees: string[] = [];
  const entier = fragments.join('');
  for (const texte of fragments) {
    for (const [, nom = ''] of texte.matchAll(ACCOLADES)) {
      if (!estVariable(nom)) trouvees.push(inconnue(nom));
      else if (estVariableDeBloc(nom) && entier.replace(ACCOLADES, '').trim() !== '')
        trouvees.push(`«\u00a0{{${nom}}}\u00a0» doit être seule dans son paragraphe.`);
    }
    if (/\{\{|\}\}/.test(texte.replace(ACCOLADES, '')))
      trouvees.push('Des accolades ne se referment pas, ou leur contenu change de mise en forme.');
  }
  return trouvees;
}

function inconnue(nom: string): string {
  const proche = VARIABLES.find((v) => sansAccents(v.nom) === sansAccents(nom))?.nom;
  const suite = proche ? ` Vouliez-vous dire «\u00a0{{${proche}}}\u00a0»\u00a0?` : '';
  return nom
    ? `La variable «\u00a0${nom}\u00a0» n’existe pas.${suite}`
    : 'Des accolades sont vides\u00a0: choisissez une variable dans la liste.';
}
const sansAccents = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
