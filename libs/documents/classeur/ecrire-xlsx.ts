import { writeXlsx, type Cell, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { adresseCellule, lettresColonne } from '@coopilote/domain/classeurs';
import { APPARENCES, TRAIT } from './apparence';
import {
  FEUILLE_LISTES,
  feuillesDe,
  placeDeListe,
  type CelluleEcrite,
  type ClasseurEcrit,
  type FeuilleEcrite,
} from './classeur';

/** Text format («\u00a0@\u00a0») keeps a spreadsheet from reading a date or a formula in what is typed. */
const FORMATS = { texte: '@', nombre: '#,##0.####', jour: 'dd/mm/yyyy' } as const;

export async function ecrireXlsx(classeur: ClasseurEcrit): Promise<Buffer> {
  const octets = await writeXlsx({
    properties: { title: classeur.titre, creator: 'Coopilote' },
    sheets: feuillesDe(classeur).map((feuille) => enFeuille(classeur, feuille)),
  });
  return Buffer.from(octets);
}

function enFeuille(classeur: ClasseurEcrit, feuille: FeuilleEcrite): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  feuille.lignes.forEach((ligne, l) =>
    ligne.forEach((cellule, c) => cells.set(`${l},${c}`, { value: cellule.valeur, style: styleDe(cellule) })),
  );
  return {
    name: feuille.nom,
    columns: feuille.colonnes.map(({ largeur, cachee }) => ({ width: largeur, ...(cachee ? { hidden: true } : {}) })),
    rows: feuille.lignes.map((ligne) => ligne.map(({ valeur }) => valeur)),
    cells,
    rowDefs: hauteurs(feuille),
    dataValidations: validations(classeur, feuille),
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(feuille.figees ? { freezePane: { rows: feuille.figees } } : {}),
    ...(feuille.protegee ? { protection: { sheet: true, formatColumns: true, formatRows: true } } : {}),
    ...(feuille.cachee ? { hidden: true } : {}),
  };
}

/** Rows as high as their words: a row without a height is one line high in some spreadsheets. */
function hauteurs({ lignes, colonnes }: FeuilleEcrite): Map<number, { height: number }> {
  const lignesDe = ({ valeur, style }: CelluleEcrite, c: number): number => {
    if (typeof valeur !== 'string' || style === 'titre' || colonnes[c]?.cachee) return 1;
    const largeur = (colonnes[c]?.largeur ?? 10) * (style === 'entete' ? 0.85 : 0.95);
    return valeur.split('\n').reduce((total, ligne) => total + Math.max(1, Math.ceil(ligne.length / largeur)), 0);
  };
  return new Map(
    lignes.map((ligne, l) => {
      const haut = Math.max(1, ...ligne.map(lignesDe));
      return [l, { height: ligne[0]?.style === 'titre' ? 21 : Math.min(15 * haut + 3, 400) }];
    }),
  );
}

function styleDe({ style, libre, genre }: CelluleEcrite): CellStyle {
  const { gras, taille, encre, fond, bord } = APPARENCES[style ?? 'aide'];
  const trait = { style: 'thin' as const, color: { rgb: TRAIT } };
  return {
    font: { bold: gras ?? false, size: taille ?? 11, ...(encre ? { color: { rgb: encre } } : {}) },
    ...(fond ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fond } } } : {}),
    ...(bord ? { border: { top: trait, right: trait, bottom: trait, left: trait } } : {}),
    alignment: { vertical: 'top', wrapText: style !== 'titre' },
    numFmt: FORMATS[genre ?? 'texte'],
    protection: { locked: !libre },
  };
}

/** One validation for each run of cells of a column that share a list. */
function validations(classeur: ClasseurEcrit, feuille: FeuilleEcrite): DataValidation[] {
  const trouvees: DataValidation[] = [];
  feuille.colonnes.forEach((_, c) => {
    for (let l = 0; l < feuille.lignes.length;) {
      const liste = feuille.lignes[l]?.[c]?.liste;
      const debut = l++;
      if (!liste) continue;
      while (feuille.lignes[l]?.[c]?.liste === liste) l++;
      const { colonne, hauteur } = placeDeListe(classeur, liste);
      const lettres = lettresColonne(colonne);
      trouvees.push({
        type: 'list',
        range: `${adresseCellule(debut, c)}:${adresseCellule(l - 1, c)}`,
        formula1: `${FEUILLE_LISTES}!$${lettres}$1:$${lettres}$${hauteur}`,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: 'Hors de la liste',
        errorMessage: 'Choisissez une valeur de la liste.',
      });
    }
  });
  return trouvees;
}
