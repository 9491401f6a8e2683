import { adresseCellule, plusProche } from '../classeurs/cellule.rules';
import type { RefusCellule } from '../classeurs/classeur.contract';
import { normaliserRecherche } from '../commun/recherche';
import { FEUILLES_ARRIVEE, type FeuilleArrivee } from './disposition.rules';

/** A row of a sheet: its rank (from 0), and its values by column; what was refused already is null. */
export interface LigneLue {
  ligne: number;
  valeurs: Readonly<Record<string, string | number | null>>;
}
export type LignesArrivee = Record<FeuilleArrivee, LigneLue[]>;

/** Text of a column. */
export const mot = ({ valeurs }: LigneLue, cle: string): string | null => {
  const valeur = valeurs[cle];
  return valeur === null || valeur === undefined ? null : String(valeur);
};
/** Number of a column. */
export const nombre = ({ valeurs }: LigneLue, cle: string): number | null => {
  const valeur = valeurs[cle];
  return typeof valeur === 'number' ? valeur : null;
};

/** Says what is wrong, on its cell. */
export class RefusArrivee {
  readonly liste: RefusCellule[] = [];
  readonly avertissements: RefusCellule[] = [];

  dire(feuille: FeuilleArrivee, rangee: LigneLue, cle: string, message: string): void {
    this.liste.push(this.cellule(feuille, rangee, cle, message));
  }

  avertir(feuille: FeuilleArrivee, rangee: LigneLue, cle: string, message: string): void {
    this.avertissements.push(this.cellule(feuille, rangee, cle, message));
  }

  private cellule(feuille: FeuilleArrivee, rangee: LigneLue, cle: string, message: string): RefusCellule {
    const { nom, colonnes } = FEUILLES_ARRIVEE[feuille];
    const rang = Math.max(
      0,
      colonnes.findIndex((c) => c.cle === cle),
    );
    const valeur = mot(rangee, colonnes[rang]?.cle ?? '') ?? '';
    return {
      feuille: nom,
      cellule: adresseCellule(rangee.ligne, rang),
      valeur: valeur.length > 80 ? `${valeur.slice(0, 79)}…` : valeur,
      message: message.charAt(0).toUpperCase() + message.slice(1),
    };
  }
}

/** Things found by their name, case and accents aside; a name that is not there is answered with the nearest. */
export class ParNom<T> {
  private readonly connus = new Map<string, T>();
  private readonly noms: string[] = [];

  /** @returns false when the name is taken */
  mettre(nom: string, chose: T): boolean {
    const cle = normaliserRecherche(nom);
    if (this.connus.has(cle)) return false;
    this.connus.set(cle, chose);
    this.noms.push(nom);
    return true;
  }

  trouver(nom: string): T | undefined {
    return this.connus.get(normaliserRecherche(nom));
  }

  /** End of the sentence of a refusal. */
  conseil(nom: string, ou: string): string {
    const proche = plusProche(nom, this.noms);
    return proche
      ? `Vouliez-vous dire «\u00a0${proche}\u00a0»\u00a0?`
      : `Écrivez le nom tel qu’il figure dans ${ou}, ou ajoutez-l’y.`;
  }
}

/** Same words, case and accents aside. */
export const memeNom = (a: string, b: string): boolean => normaliserRecherche(a) === normaliserRecherche(b);
