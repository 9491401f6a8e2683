import type { ColDef, ColGroupDef, ColSpanParams, IDateFilterParams } from 'ag-grid-community';
import { sansAccent } from '../format/format';
import { CelluleGrille, ParametresDeCellule } from './cellule-grille';
import { CelluleLibre, type ModeleDeCellule, type ParametresLibres, garderTabulation } from './cellule-libre';
import type { ColonneGrille } from './colonne';
import { CHIFFRES, texteDe, valeurDe } from './valeurs';

const FRANCAIS = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/**
 * Turns our columns into AG Grid's; the columns of a group follow one another, and what stays of a folded group is said by
 * `reste` or `auPli`.
 * @param serveur the rows are one page of the server's: headings ask for another order, and nothing is sorted or filtered here.
 * @param modeles cells drawn by the page, by the key of their column.
 */
export function definir<L>(
  colonnes: readonly ColonneGrille<L>[],
  serveur = false,
  modeles: ReadonlyMap<string, ModeleDeCellule> = new Map(),
): (ColDef<L> | ColGroupDef<L>)[] {
  const definitions: (ColDef<L> | ColGroupDef<L>)[] = [];
  const choisis = new Set(colonnes.filter(({ reste, auPli }) => reste || auPli).map(({ groupe }) => groupe));
  for (const colonne of colonnes) {
    const definition = definirUne(colonne, serveur, modeles.get(colonne.cle));
    const dernier = definitions.at(-1);
    if (!colonne.groupe) {
      definitions.push(definition);
    } else if (dernier && 'children' in dernier && dernier.headerName === colonne.groupe) {
      dernier.children.push({ ...definition, columnGroupShow: montreQuand(colonne, false) });
    } else {
      definitions.push({
        groupId: colonne.groupe,
        headerName: colonne.groupe,
        openByDefault: !colonne.replie,
        marryChildren: true,
        children: [{ ...definition, columnGroupShow: montreQuand(colonne, !choisis.has(colonne.groupe)) }],
      });
    }
  }
  return definitions;
}

function montreQuand<L>({ reste, auPli }: ColonneGrille<L>, seule: boolean): 'open' | 'closed' | undefined {
  if (auPli) return 'closed';
  return reste || seule ? undefined : 'open';
}

function definirUne<L>(colonne: ColonneGrille<L>, serveur: boolean, modele: ModeleDeCellule | undefined): ColDef<L> {
  const chiffre = CHIFFRES.has(colonne.genre);
  const riche =
    ['etat', 'oui', 'lien'].includes(colonne.genre) || colonne.detail !== undefined || colonne.infobulle !== undefined;
  const haute = ['texte', 'long', 'liste', 'lien'].includes(colonne.genre) || colonne.detail !== undefined || !!modele;
  return {
    colId: colonne.cle,
    headerName: colonne.court ?? colonne.entete,
    headerTooltip: colonne.court ? colonne.entete : undefined,
    width: colonne.largeur ?? LARGEURS[colonne.genre],
    // Texts share the room that is left; when there is none they keep their usual width and the table scrolls.
    ...(haute && !colonne.largeur && !colonne.fige
      ? { flex: 1, minWidth: LARGEURS[colonne.genre] }
      : { minWidth: Math.min(72, LARGEURS[colonne.genre]) }),
    pinned: colonne.fige ? 'left' : undefined,
    hide: colonne.masquee,
    type: chiffre ? 'rightAligned' : undefined,
    wrapText: haute,
    autoHeight: haute,
    headerClass: [...(colonne.genre === 'repere' ? ['entete-repere'] : []), colonne.classeEntete ?? ''],
    cellClass: ({ data }) => [
      'cellule',
      `cellule-${colonne.genre}`,
      ...(colonne.fige ? ['cellule-figee'] : []),
      ...(chiffre || colonne.genre === 'date' ? ['num'] : []),
      // A `cellClass` of ours replaces the one of the type `rightAligned`.
      ...(chiffre ? ['ag-right-aligned-cell'] : []),
      ...(data && colonne.classe ? [colonne.classe(data)] : []),
    ],
    valueGetter: ({ data }) => (data === undefined ? null : valeurDe(colonne, data)),
    valueFormatter: ({ data }) => (data === undefined ? '' : texteDe(colonne, data)),
    getQuickFilterText: ({ data }) => sansAccent(texteDe(colonne, data)),
    ...((colonne.triable === false || colonne.genre === 'repere') && { sortable: false }),
    comparator: serveur ? () => 0 : comparateur(colonne),
    ...(modele && {
      cellRenderer: CelluleLibre,
      cellRendererParams: { modele } as ParametresLibres,
      suppressKeyboardEvent: garderTabulation,
    }),
    ...(!modele && riche && { cellRenderer: CelluleGrille, cellRendererParams: { colonne } as ParametresDeCellule }),
    ...(colonne.infobulle && {
      tooltipValueGetter: ({ data }) => (data === undefined ? null : colonne.infobulle?.(data)),
    }),
    ...(colonne.couvreGroupe && { colSpan: (params) => (couvre(colonne, params) ? colonnesDuGroupe(params) : 1) }),
    ...(serveur || colonne.genre === 'repere' ? {} : filtre(colonne)),
  };
}

function couvre<L>(colonne: ColonneGrille<L>, { data }: ColSpanParams<L>): boolean {
  return !!data && !!colonne.couvreGroupe?.(data);
}

/** Columns of the cell's group that show now: a folded group has only one. */
function colonnesDuGroupe<L>({ column }: ColSpanParams<L>): number {
  return column.getParent()?.getDisplayedLeafColumns().length ?? 1;
}

const LARGEURS: Record<ColonneGrille<unknown>['genre'], number> = {
  texte: 180,
  long: 280,
  nombre: 110,
  euros: 140,
  pourcent: 100,
  date: 130,
  etat: 160,
  oui: 140,
  liste: 180,
  lien: 220,
  repere: 44,
};

function comparateur<L>({ ordre }: ColonneGrille<L>): ColDef<L>['comparator'] {
  if (!ordre) return comparer;
  return (_a, _b, { data: a }, { data: b }) => comparer(a ? ordre(a) : null, b ? ordre(b) : null);
}

/** Numbers by size, texts in French order (É with E, 2 before 10); what is missing comes last in ascending order. */
function comparer(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : FRANCAIS.compare(String(a), String(b));
}

function filtre<L>(colonne: ColonneGrille<L>): Partial<ColDef<L>> {
  if (CHIFFRES.has(colonne.genre)) {
    // People type euros and per cent, the values are cents and ratios.
    const echelle = colonne.genre === 'euros' ? 1 / 100 : colonne.genre === 'pourcent' ? 100 : 1;
    const lire = (ligne: L | undefined) => {
      const valeur = ligne === undefined ? null : valeurDe(colonne, ligne);
      return typeof valeur === 'number' ? valeur * echelle : null;
    };
    return { filter: 'agNumberColumnFilter', filterValueGetter: ({ data }) => lire(data) };
  }
  if (colonne.genre === 'date') {
    const filterParams: IDateFilterParams = {
      comparator: (minuit, valeur: string | null) => {
        if (valeur === null) return -1;
        const [annee = 0, mois = 1, jour = 1] = valeur.slice(0, 10).split('-').map(Number);
        return new Date(annee, mois - 1, jour).getTime() - minuit.getTime();
      },
    };
    return { filter: 'agDateColumnFilter', filterParams };
  }
  return {
    filter: 'agTextColumnFilter',
    filterParams: { textFormatter: (texte: string | null) => sansAccent(texte ?? '') },
  };
}
