import { PHASES } from '../cooperatives/phases.rules';
import { tauxRealisation } from './agregation.rules';
import { libelleCle, mesureDe, type Mesure } from './cles.rules';
import { lignesDeGroupes, type GroupesConsolidation, type MesuresGroupe } from './groupes.contract';
import { AXES_GROUPES, type AxeGroupe } from './groupes.rules';
import { clesComparees, comparer } from './sources.rules';

/** A group in its place: under the group of its first keys, with the same group of the compared period. */
export interface Noeud {
  cles: readonly string[];
  /** Its keys as one word, for the address. */
  chemin: string;
  /** Names, from the first axis to its own. */
  noms: readonly string[];
  /** What is counted; null: reports and people. */
  mesure: Mesure | null;
  /** Null when the page begins inside this group: its figures are on the page before. */
  mesures: MesuresGroupe | null;
  prevu: number | null;
  taux: number | null;
  /** The same group in the compared period. */
  base: MesuresGroupe | null;
  ecart: { ecart: number; part: number | null } | null;
  enfants: Noeud[];
}

/** What a group is made of a comparison: the other period's groups, and how many quarters before. */
export interface Comparee {
  groupes: GroupesConsolidation;
  pas: number;
}

/** Between the keys of a path; no key holds it, and addresses do not escape it. */
const SEPARATEUR = '~';
export const cheminDe = (cles: readonly string[]): string => cles.join(SEPARATEUR);

/** What was meant: the forecast of an indicator, the people that the actions target. */
export function prevuDe(mesures: MesuresGroupe, mesure: Mesure | null): number | null {
  return mesure ? mesures.prevision : mesures.cibles;
}

/** Puts the groups of an answer under one another; the first node is the total, whose children are the first axis. */
export function construireArbre(
  groupes: GroupesConsolidation,
  indicateur: string | undefined,
  comparee: Comparee | null,
): Noeud {
  const axes = groupes.par.flatMap((nom) => AXES_GROUPES.filter((axe) => axe === nom));
  const bases = new Map(
    comparee ? lignesDeGroupes(comparee.groupes).map((ligne) => [cheminDe(ligne.cles), ligne] as const) : [],
  );
  const noeuds = new Map<string, Noeud>();
  const placer = (cles: readonly string[], mesures: MesuresGroupe | null): Noeud => {
    const chemin = cheminDe(cles);
    const connu = noeuds.get(chemin);
    if (connu) return connu;
    const autres = comparee && clesComparees(axes, cles, comparee.pas);
    const base = (autres && bases.get(cheminDe(autres))) ?? null;
    const mesure = mesureDe(axes, cles, indicateur);
    const prevu = mesures && prevuDe(mesures, mesure);
    const noeud: Noeud = {
      cles,
      chemin,
      noms: cles.flatMap((cle, rang) => {
        const axe = axes[rang];
        return axe ? libelleCle(axe, cle, groupes.libelles[axe]) : [];
      }),
      mesure,
      mesures,
      prevu,
      taux: tauxRealisation(mesures?.haut ?? null, prevu),
      base,
      ecart: comparer(mesures?.haut ?? null, base?.haut ?? null),
      enfants: [],
    };
    noeuds.set(chemin, noeud);
    if (cles.length) placer(cles.slice(0, -1), null).enfants.push(noeud);
    return noeud;
  };
  for (const { cles, ...mesures } of lignesDeGroupes(groupes)) placer(cles, mesures);
  return placer([], null);
}

/** Columns by which brothers may be put in order. */
export const COLONNES_TRI = ['actions', 'recus', 'haut', 'prevu', 'taux', 'base', 'ecart'] as const;
export type ColonneTri = (typeof COLONNES_TRI)[number];

/** Puts brothers in order, at every level: « -haut » for the greatest first; by name, or by time, without a column. */
export function ordonner(noeud: Noeud, axes: readonly AxeGroupe[], ordre: string): Noeud {
  const descendant = ordre.startsWith('-');
  const colonne = COLONNES_TRI.find((connue) => connue === ordre.replace(/^-/, ''));
  const axe = axes[noeud.cles.length];
  const enfants = noeud.enfants.map((enfant) => ordonner(enfant, axes, ordre));
  enfants.sort((a, b) => {
    if (!colonne) return parNom(axe, a, b) * (descendant ? -1 : 1);
    const [x, y] = [valeurDe(a, colonne), valeurDe(b, colonne)];
    // What is missing comes last, whichever way.
    if (x === null || y === null) return Number(x === null) - Number(y === null) || parNom(axe, a, b);
    return (descendant ? y - x : x - y) || parNom(axe, a, b);
  });
  return { ...noeud, enfants };
}

function valeurDe(noeud: Noeud, colonne: ColonneTri): number | null {
  switch (colonne) {
    case 'prevu':
    case 'taux':
      return noeud[colonne];
    case 'base':
      return noeud.base?.haut ?? null;
    case 'ecart':
      return noeud.ecart?.ecart ?? null;
    case 'recus':
      return noeud.mesures?.attendus ? noeud.mesures.recus / noeud.mesures.attendus : null;
    default:
      return noeud.mesures?.[colonne] ?? null;
  }
}

const FRANCAIS = new Intl.Collator('fr', { numeric: true });

function parNom(axe: AxeGroupe | undefined, a: Noeud, b: Noeud): number {
  const [x = '', y = ''] = [a.cles.at(-1), b.cles.at(-1)];
  if (axe === 'annee' || axe === 'trimestre' || axe === 'departement') return x < y ? -1 : 1;
  if (axe === 'phase') return rangPhase(x) - rangPhase(y);
  return FRANCAIS.compare(a.noms.at(-1) ?? '', b.noms.at(-1) ?? '') || (x < y ? -1 : 1);
}

const rangPhase = (cle: string): number => PHASES.findIndex((phase) => phase === cle);

/** What is unfolded: every group down to a depth, save those said. */
export interface Pliage {
  profondeur: number;
  sauf: ReadonlySet<string>;
}

export function estDeplie({ cles, chemin }: Noeud, { profondeur, sauf }: Pliage): boolean {
  return cles.length < profondeur !== sauf.has(chemin);
}

/** The rows of the table, from top to bottom: each group, then what it holds when it is unfolded. */
export function lignesVisibles(total: Noeud, pliage: Pliage): Noeud[] {
  const lignes: Noeud[] = [];
  const ajouter = (noeud: Noeud): void => {
    lignes.push(noeud);
    if (estDeplie(noeud, pliage)) noeud.enfants.forEach(ajouter);
  };
  total.enfants.forEach(ajouter);
  return lignes;
}
