export type { ColonneGrille, GenreDeGrille } from './colonne';
export { CelluleDeGrille } from './cellule-libre';
export { CarteGrille, Grille } from './grille';
export { ecrireCsv, telecharger } from './csv';
export { ecranEtroit } from './ecran-etroit';
