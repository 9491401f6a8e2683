import type { ColonneTable, LigneLue } from '@coopilote/domain/arrivee';
import type { CelluleEcrite, ClasseurLu, FeuilleEcrite } from './classeur';
import { ouvrirFeuille, type Lecteur, type Refus } from './feuille';

type Listes = Record<string, readonly string[]>;

/** A sheet that is a table: headings, then rows to fill. */
export function feuilleTable(nom: string, colonnes: readonly ColonneTable[], vides: number): FeuilleEcrite {
  return {
    nom,
    figees: 1,
    colonnes: colonnes.map(({ largeur }) => ({ largeur: largeur ?? 18 })),
    lignes: [
      colonnes.map(({ entete, requis }): CelluleEcrite => ({
        valeur: requis ? `${entete} *` : entete,
        style: 'entete',
      })),
      ...Array.from({ length: vides }, () =>
        colonnes.map(({ genre, liste }): CelluleEcrite => ({
          valeur: null,
          style: 'saisie',
          libre: true,
          genre: genre === 'choix' ? 'texte' : genre,
          liste,
        })),
      ),
    ],
  };
}

/** Rows of a table that came back; an empty row is passed over, a cell that must be filled is told. */
export function lireTable(
  classeur: ClasseurLu,
  nom: string,
  colonnes: readonly ColonneTable[],
  listes: Listes,
  refus: Refus,
): LigneLue[] {
  const lecteur = ouvrirFeuille(
    classeur,
    nom,
    colonnes.map((c) => c.entete),
    0,
    refus,
  );
  if (!lecteur) return [];
  const choix = new Map(
    Object.entries(listes).map(([liste, valeurs]) => [liste, valeurs.map((v) => ({ libelle: v, valeur: v }))]),
  );
  const lignes: LigneLue[] = [];
  for (let l = 1; l < lecteur.feuille.hauteur; l++) {
    if (colonnes.every((_, c) => lecteur.valeur(l, c).genre === 'VIDE')) continue;
    const valeurs = Object.fromEntries(
      colonnes.map((colonne, c) => [colonne.cle, lireCellule(lecteur, l, c, colonne, choix)]),
    );
    lignes.push({ ligne: l, valeurs });
  }
  return lignes;
}

function lireCellule(
  lecteur: Lecteur,
  l: number,
  c: number,
  { entete, genre, liste = '', requis, max }: ColonneTable,
  choix: ReadonlyMap<string, { libelle: string; valeur: string }[]>,
): string | number | null {
  if (requis && lecteur.valeur(l, c).genre === 'VIDE') {
    return lecteur.refuser(l, c, `«\u00a0${entete}\u00a0» est à remplir sur cette ligne.`);
  }
  if (genre === 'nombre') return lecteur.nombre(l, c);
  if (genre === 'jour') return lecteur.jour(l, c);
  if (genre === 'choix') return lecteur.choix(l, c, choix.get(liste) ?? []);
  return lecteur.texte(l, c, max);
}
