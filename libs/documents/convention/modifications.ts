import type { Morceau } from '@coopilote/domain/commun';
import type { Difference, GenreDifference } from '@coopilote/domain/conventions';
import type { AvantApres, Bloc } from '../modele';

/** One article of an avenant each, in this order. `parObjet`: one table for each thing, whose fields are its rows. */
const ARTICLES: readonly { genre: GenreDifference; titre: string; parObjet: boolean }[] = [
  { genre: 'DEPART', titre: 'Départ de membres', parObjet: true },
  { genre: 'PARTIE', titre: 'Parties', parObjet: true },
  { genre: 'OBJECTIF', titre: 'Objectifs', parObjet: false },
  { genre: 'ACTION', titre: 'Actions', parObjet: true },
  { genre: 'CONTRIBUTION', titre: 'Contributions financières', parObjet: false },
  { genre: 'ARTICLE', titre: 'Texte', parObjet: false },
  { genre: 'DUREE', titre: 'Durée', parObjet: false },
];

const LEGENDE: Bloc = {
  genre: 'PHRASE',
  texte: 'Les mots retirés sont barrés, les mots ajoutés sont soulignés.',
};

/** What an avenant changes, before and after; how the words are marked is said once, at the head. */
export function modifications(differences: readonly Difference[]): { titre: string; blocs: Bloc[] }[] {
  return ARTICLES.flatMap(({ genre, titre, parObjet }) => {
    const lignes = differences.filter((d) => d.genre === genre);
    if (!lignes.length) return [];
    return [{ titre, blocs: parObjet ? tablesParObjet(lignes) : [table(null, lignes, dire)] }];
  }).map(({ titre, blocs }, rang) => ({ titre, blocs: rang === 0 ? [LEGENDE, ...blocs] : blocs }));
}

/** Fields of one thing follow each other. */
function tablesParObjet(lignes: readonly Difference[]): AvantApres[] {
  return [...new Set(lignes.map(({ cle }) => cle))].map((cle) => {
    const groupe = lignes.filter((ligne) => ligne.cle === cle);
    return table(groupe[0]?.objet ?? '', groupe, ({ champ }) => champ);
  });
}

/** « Durée », « Objectif général », « CSAPA de Bondy, contribution 2026 ». */
function dire({ genre, objet, champ }: Difference): string {
  return genre === 'CONTRIBUTION' ? `${objet}, ${champ.toLowerCase()}` : objet;
}

const table = (titre: string | null, lignes: readonly Difference[], nommer: (d: Difference) => string): AvantApres => ({
  genre: 'AVANT_APRES',
  titre,
  lignes: lignes.map((d) => ({
    champ: nommer(d),
    avant: cote(d.avant, motsDe(d), 'AJOUTE', '(ne figurait pas)'),
    apres: cote(d.apres, motsDe(d), 'RETIRE', '(supprimé)'),
  })),
});

/** An amount is read whole: its cents alone, marked, would be misread. */
const motsDe = ({ genre, avant, apres, mots }: Difference): readonly Morceau[] =>
  genre === 'CONTRIBUTION'
    ? [
        { genre: 'RETIRE', texte: avant ?? '' },
        { genre: 'AJOUTE', texte: apres ?? '' },
      ]
    : mots;

/** One side of a comparison: its own words, or why there is none. */
function cote(valeur: string | null, mots: readonly Morceau[], autre: Morceau['genre'], absent: string): Morceau[] {
  if (!valeur?.trim()) return [{ genre: 'GARDE', texte: valeur === null ? absent : '(vide)' }];
  return mots.filter(({ genre }) => genre !== autre);
}
