import { ecrireEuros } from '@coopilote/domain/commun/montant';
import {
  numeroArticle,
  TITRE_ARTICLE_4,
  type ArticleCompose,
  type BlocConvention,
  type ContributionConvention,
} from '@coopilote/domain/conventions';
import type { Bloc, Table } from '../modele';

/** Preamble and articles; `niveau`: that of their headings, one less for those of article 4's parts. */
export function articles(liste: readonly ArticleCompose[], niveau: 1 | 2): Bloc[] {
  const premierDe4 = liste.find(({ cle }) => cle.startsWith('4.'));
  return liste.flatMap((article): Bloc[] => [
    ...(article === premierDe4 ? [titre(niveau, `${numeroArticle('4')} – ${TITRE_ARTICLE_4}`)] : []),
    intitule(article, niveau),
    ...(article.blocs.length ? article.blocs.map(bloc) : [VIDE]),
  ]);
}

const VIDE: Bloc = { genre: 'PHRASE', texte: '[à compléter]' };
const titre = (niveau: 1 | 2 | 3, texte: string): Bloc => ({ genre: 'TITRE', niveau, texte, signet: true });

function intitule({ cle, titre: mots }: ArticleCompose, niveau: 1 | 2): Bloc {
  if (cle.includes('.')) return titre(niveau === 1 ? 2 : 3, `${cle}\u00a0${mots}`);
  const numero = numeroArticle(cle);
  return titre(niveau, numero === mots ? numero : `${numero} – ${mots}`);
}

function bloc(b: BlocConvention): Bloc {
  switch (b.genre) {
    case 'TEXTE':
      return b;
    case 'OBJECTIFS':
      return {
        genre: 'TEXTE',
        blocs: [{ genre: 'LISTE', ordonnee: true, elements: b.elements.map((texte) => [{ texte }]) }],
      };
    case 'ACTION':
      return {
        genre: 'FICHE',
        titre: `Action\u00a0${b.rang} – ${b.intitule}`,
        lignes: b.lignes.map(({ entete, valeur }) => ({ terme: entete, valeur })),
      };
    case 'CONTRIBUTIONS':
      return contributions(b.lignes, b.total);
  }
}

/** Who receives what; with several years, a total for each before that of all. */
function contributions(lignes: readonly ContributionConvention[], total: number): Table {
  const annees = [...new Set(lignes.map(({ annee }) => annee))].sort();
  const parAnnee = annees.map((annee) => [
    `Total ${annee}`,
    String(annee),
    ecrireEuros(lignes.filter((l) => l.annee === annee).reduce((somme, { centimes }) => somme + centimes, 0)),
  ]);
  return {
    genre: 'TABLE',
    entetes: ['Structure', 'Année', 'Montant'],
    parts: [7, 2, 3],
    nombres: [1, 2],
    lignes: lignes.map(({ structure, annee, centimes }) => [structure, String(annee), ecrireEuros(centimes)]),
    pied: [...(annees.length > 1 ? parAnnee : []), ['Total', '', ecrireEuros(total)]],
  };
}
