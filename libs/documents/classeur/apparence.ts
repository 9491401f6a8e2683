import type { StyleCellule } from './classeur';

interface Apparence {
  gras?: boolean;
  taille?: number;
  encre?: string;
  fond?: string;
  bord?: boolean;
}

/** Same looks in both formats: what is to be filled has a light yellow ground, and says so in the instructions too. */
export const APPARENCES: Record<StyleCellule, Apparence> = {
  titre: { gras: true, taille: 14 },
  aide: { encre: '4A4F57' },
  entete: { gras: true, encre: 'FFFFFF', fond: '1F4E5F', bord: true },
  groupe: { gras: true, fond: 'DCE6EA', bord: true },
  question: { bord: true },
  fort: { gras: true, bord: true },
  rappel: { encre: '4A4F57', fond: 'F4F5F6', bord: true },
  saisie: { fond: 'FFF8DC', bord: true },
};
export const TRAIT = 'B6BCC2';
