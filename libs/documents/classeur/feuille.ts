import {
  adresseCellule,
  lireChoix,
  lireJour,
  lireNombre,
  lettresColonne,
  plusProche,
  type Lu,
  type RefusCellule,
} from '@coopilote/domain/classeurs';
import { normaliserRecherche } from '@coopilote/domain/commun';
import { FEUILLE_LISTES, FEUILLE_REPERES, type ClasseurLu, type FeuilleLue, type ValeurLue } from './classeur';

/** Collects what is refused, so that everything wrong is said at once. */
export class Refus {
  readonly liste: RefusCellule[] = [];

  dire(feuille: string, ligne: number | null, colonne: number, valeur: string, message: string): void {
    const cellule = ligne === null ? null : adresseCellule(ligne, colonne);
    this.liste.push({ feuille, cellule, valeur: couper(valeur), message: majuscule(message) });
  }
}

const couper = (texte: string): string => (texte.length > 80 ? `${texte.slice(0, 79)}…` : texte);
const majuscule = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1);

/** What a cell holds, as it can be shown. */
export function montrer(valeur: ValeurLue): string {
  switch (valeur.genre) {
    case 'TEXTE':
      return valeur.texte;
    case 'NOMBRE':
      return valeur.nombre.toLocaleString('fr-FR', { maximumFractionDigits: 10 });
    case 'POURCENTAGE':
      return `${(valeur.nombre * 100).toLocaleString('fr-FR')}\u00a0%`;
    case 'JOUR':
      return valeur.jour.split('-').reverse().join('/');
    case 'BOOLEEN':
      return valeur.vrai ? 'VRAI' : 'FAUX';
    case 'FORMULE':
      return `=${valeur.formule.replace(/^(of:)?=/, '')}`;
    case 'FUSION':
      return 'cellules fusionnées';
    default:
      return '';
  }
}

/** What no cell may hold, whatever is expected of it. */
function horsSujet(valeur: ValeurLue): string | null {
  if (valeur.genre === 'FORMULE') return 'une formule ne se lit pas ici\u00a0: écrivez son résultat à la place.';
  if (valeur.genre === 'FUSION') return 'ces cellules sont fusionnées\u00a0: défusionnez-les, puis remplissez chacune.';
  return null;
}

/** Reads cells of one sheet by what is expected of them; what is refused is null, and said. */
export class Lecteur {
  constructor(
    readonly feuille: FeuilleLue,
    private readonly refus: Refus,
  ) {}

  valeur(ligne: number, colonne: number): ValeurLue {
    return this.feuille.lire(ligne, colonne);
  }

  refuser(ligne: number, colonne: number, message: string): null {
    this.refus.dire(this.feuille.nom, ligne, colonne, montrer(this.valeur(ligne, colonne)), message);
    return null;
  }

  texte(ligne: number, colonne: number, max = 5000): string | null {
    const valeur = this.valeur(ligne, colonne);
    const refus =
      horsSujet(valeur) ??
      (valeur.genre === 'JOUR'
        ? 'cette cellule est devenue une date\u00a0: mettez-la au format Texte, puis retapez-la.'
        : null);
    if (refus) return this.refuser(ligne, colonne, refus);
    const texte = valeur.genre === 'NOMBRE' ? String(valeur.nombre) : montrer(valeur);
    if (texte.length > max) {
      return this.refuser(
        ligne,
        colonne,
        `ce texte compte ${(texte.length - max).toLocaleString('fr-FR')} caractères de trop\u00a0: ${max.toLocaleString('fr-FR')} au plus.`,
      );
    }
    return texte || null;
  }

  nombre(ligne: number, colonne: number): number | null {
    const valeur = this.valeur(ligne, colonne);
    switch (valeur.genre) {
      case 'VIDE':
        return null;
      case 'NOMBRE':
        return Number.isFinite(valeur.nombre) ? arrondir(valeur.nombre) : null;
      case 'TEXTE':
        return this.lu(ligne, colonne, lireNombre(valeur.texte));
      case 'POURCENTAGE':
        return this.refuser(
          ligne,
          colonne,
          'cette cellule est au format Pourcentage\u00a0: mettez-la au format Nombre, et écrivez par exemple 45.',
        );
      case 'JOUR':
        return this.refuser(
          ligne,
          colonne,
          'cette cellule est devenue une date\u00a0: mettez-la au format Nombre, puis retapez le nombre.',
        );
      default:
        return this.refuser(ligne, colonne, horsSujet(valeur) ?? 'un nombre est attendu, par exemple 1200 ou 12,5.');
    }
  }

  jour(ligne: number, colonne: number): string | null {
    const valeur = this.valeur(ligne, colonne);
    if (valeur.genre === 'VIDE') return null;
    if (valeur.genre === 'JOUR') return valeur.jour;
    if (valeur.genre === 'TEXTE') return this.lu(ligne, colonne, lireJour(valeur.texte));
    return this.refuser(ligne, colonne, horsSujet(valeur) ?? 'une date est attendue, par exemple 31/03/2026.');
  }

  choix<T>(ligne: number, colonne: number, choix: readonly { libelle: string; valeur: T }[]): T | null {
    const valeur = this.valeur(ligne, colonne);
    if (valeur.genre === 'VIDE') return null;
    const refus = horsSujet(valeur);
    if (refus) return this.refuser(ligne, colonne, refus);
    return this.lu(ligne, colonne, lireChoix(montrer(valeur), choix));
  }

  /** A cell where nothing is read: what would be typed there must not be lost in silence. */
  vide(ligne: number, colonne: number): void {
    const valeur = this.valeur(ligne, colonne);
    if (valeur.genre === 'VIDE') return;
    this.refuser(
      ligne,
      colonne,
      horsSujet(valeur) ?? 'cette cellule ne se remplit pas\u00a0: videz-la, ce qui y est écrit serait perdu.',
    );
  }

  /** Words of a cell that is only recognised. */
  mot(ligne: number, colonne: number): string {
    const valeur = this.valeur(ligne, colonne);
    return valeur.genre === 'TEXTE' || valeur.genre === 'NOMBRE' ? montrer(valeur) : '';
  }

  private lu<T>(ligne: number, colonne: number, lu: Lu<T>): T | null {
    return 'valeur' in lu ? lu.valeur : this.refuser(ligne, colonne, lu.refus);
  }
}

/** As the database keeps it: four decimals. */
const arrondir = (nombre: number): number => Math.round(nombre * 10_000) / 10_000;

/**
 * The sheet by its name and its headings, each in its column; null when it is not as it left, and then it is said.
 */
export function ouvrirFeuille(
  classeur: ClasseurLu,
  nom: string,
  entetes: readonly string[],
  ligne: number,
  refus: Refus,
): Lecteur | null {
  const feuille = classeur.feuilles.find((f) => f.nom === nom);
  if (!feuille) {
    const autres = classeur.feuilles.map((f) => f.nom).filter((n) => n !== FEUILLE_LISTES && n !== FEUILLE_REPERES);
    const pareille = classeur.feuilles.find(
      (f) => f.lire(ligne, 0).genre === 'TEXTE' && montrer(f.lire(ligne, 0)) === entetes[0],
    );
    const renommee = pareille?.nom ?? plusProche(nom, autres);
    const remede = renommee
      ? `redonnez son nom à la feuille «\u00a0${renommee}\u00a0».`
      : 'reprenez le classeur téléchargé ici.';
    refus.dire(nom, null, 0, autres.join(', '), `la feuille «\u00a0${nom}\u00a0» manque\u00a0: ${remede}`);
    return null;
  }
  const lecteur = new Lecteur(feuille, refus);
  const ici = Array.from({ length: Math.min(feuille.largeur, 100) }, (_, c) =>
    normaliserRecherche(lecteur.mot(ligne, c)),
  );
  const avant = refus.liste.length;
  entetes.forEach((entete, c) => {
    const cherche = normaliserRecherche(entete);
    if (ici[c] === cherche) return;
    const ailleurs = ici.indexOf(cherche);
    const ou =
      ailleurs >= 0 && entetes.filter((e) => normaliserRecherche(e) === cherche).length === 1
        ? `, qui se trouve en ${lettresColonne(ailleurs)}`
        : '';
    lecteur.refuser(
      ligne,
      c,
      `la colonne «\u00a0${entete}\u00a0» est attendue ici${ou}\u00a0: remettez les colonnes dans l’ordre du classeur téléchargé.`,
    );
  });
  return refus.liste.length > avant ? null : lecteur;
}

/** The hidden sheet, by key: the values of each of its rows. */
export function lireReperes(classeur: ClasseurLu): { cle: string; valeurs: string[] }[] {
  const feuille = classeur.feuilles.find((f) => f.nom === FEUILLE_REPERES);
  if (!feuille) return [];
  return Array.from({ length: feuille.hauteur }, (_, l) => ({
    cle: montrer(feuille.lire(l, 0)),
    valeurs: Array.from({ length: feuille.largeur - 1 }, (__, c) => texteBrut(feuille.lire(l, c + 1))),
  }));
}

const texteBrut = (valeur: ValeurLue): string => (valeur.genre === 'NOMBRE' ? String(valeur.nombre) : montrer(valeur));
