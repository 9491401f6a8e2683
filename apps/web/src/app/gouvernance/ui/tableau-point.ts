export interface TableauPoint {
  titre: string;
  colonnes: { cle: string; entete: string; genre: 'texte' | 'nombre' | 'jauge' | 'etat' | 'date' }[];
  lignes: Record<string, string | number | null>[];
  lien: string | null;
}
