import { NgTemplateOutlet } from '@angular/common';
import {
  ApplicationRef,
  CSP_NONCE,
  Component,
  Directive,
  TemplateRef,
  booleanAttribute,
  computed,
  contentChild,
  contentChildren,
  inject,
  input,
  model,
  output,
  signal,
  untracked,
} from '@angular/core';
import { AG_GRID_LOCALE_FR } from '@ag-grid-community/locale';
import { AgGridAngular } from 'ag-grid-angular';
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  DateFilterModule,
  EventApiModule,
  GridApi,
  GridStateModule,
  LocaleModule,
  ModuleRegistry,
  NumberFilterModule,
  QuickFilterModule,
  RowApiModule,
  RowAutoHeightModule,
  RowStyleModule,
  ScrollApiModule,
  TextFilterModule,
  TooltipModule,
  type CellKeyDownEvent,
  type FirstDataRenderedEvent,
  type FullWidthCellKeyDownEvent,
  type RowDoubleClickedEvent,
  type StateUpdatedEvent,
} from 'ag-grid-community';
import { Icone } from '../affichage/icone';
import { Dialogue } from '../dialogue/dialogue';
import { compter, sansAccent } from '../format/format';
import { CartesGrille } from './cartes-grille';
import { CelluleDeGrille } from './cellule-libre';
import type { ColonneGrille } from './colonne';
import { ecrireCsv, telecharger } from './csv';
import { definir } from './definitions';
import { ecranEtroit } from './ecran-etroit';
import { ImpressionGrille } from './impression-grille';
import { oublierEtat, relireEtat, retenirEtat } from './memoire';
import { THEME_GRILLE } from './theme-grille';
import { contient } from './valeurs';

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  DateFilterModule,
  EventApiModule,
  GridStateModule,
  LocaleModule,
  NumberFilterModule,
  QuickFilterModule,
  RowApiModule,
  RowAutoHeightModule,
  RowStyleModule,
  ScrollApiModule,
  TextFilterModule,
  TooltipModule,
]);

/** A card of one's own for narrow screens: `<ng-template coCarteGrille let-ligne>`. */
@Directive({ selector: 'ng-template[coCarteGrille]' })
export class CarteGrille {
  readonly modele = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}

/** A table that one arranges, filters and takes away; under 700 px, cards. Its arrangement is remembered under `cle`. */
@Component({
  selector: 'co-grille',
  imports: [AgGridAngular, CartesGrille, Dialogue, Icone, ImpressionGrille, NgTemplateOutlet],
  templateUrl: './grille.html',
  host: {
    class: 'grille',
    '(window:pagehide)': 'retenirMaintenant()',
    '(window:beforeprint)': 'preparerImpression()',
    '(window:afterprint)': 'impression.set(null)',
  },
})
export class Grille<L extends object> {
  readonly libelle = input.required<string>();
  readonly colonnes = input.required<readonly ColonneGrille<L>[]>();
  readonly lignes = input.required<readonly L[]>();
  readonly cle = input('');
  readonly nomFichier = input('tableau');
  readonly idLigne = input<((ligne: L) => string) | null>(null);
  readonly barre = input(true, { transform: booleanAttribute });
  /** `auto` shows every row; `page` fills the screen and scrolls: for more than a hundred rows. */
  readonly hauteur = input<'auto' | 'page'>('auto');
  readonly vide = input('Aucune ligne.');
  /** Classes of a row, from `styles/grille.css` or the page's global styles. */
  readonly classeLigne = input<((ligne: L) => string) | null>(null);
  /** Key of the column that must be in sight at first. */
  readonly colonneEnVue = input('');
  /** The rows are one page of the server's: no filter here, and a heading asks for another order by `tri`. */
  readonly serveur = input(false, { transform: booleanAttribute });
  /** With `serveur`: the column that sorts, preceded by « - » for the descending order, as the API takes it. */
  readonly tri = model('');
  readonly ligneOuverte = output<L>();
  readonly filtrees = output<number>();
  /** With `serveur`: the export is asked for; the page knows where the other rows are. */
  readonly exportDemande = output<readonly ColonneGrille<L>[]>();

  protected readonly carteASoi = contentChild(CarteGrille);
  private readonly cellulesASoi = contentChildren(CelluleDeGrille);
  protected readonly modeles = computed(
    () => new Map(this.cellulesASoi().map((cellule) => [cellule.coCelluleGrille(), cellule.modele])),
  );
  protected readonly etroit = ecranEtroit();
  protected readonly cherche = signal('');
  protected readonly dialogueOuvert = signal(false);
  protected readonly visibles = signal<ReadonlySet<string>>(new Set());
  private readonly vues = signal<number | null>(null);
  protected readonly impression = signal<{
    colonnes: readonly ColonneGrille<L>[];
    lignes: readonly L[];
  } | null>(null);
  private readonly application = inject(ApplicationRef);
  private api: GridApi<L> | null = null;

  protected readonly theme = THEME_GRILLE;
  protected readonly textes = AG_GRID_LOCALE_FR;
  protected readonly nonce = inject(CSP_NONCE, { optional: true }) ?? undefined;
  protected readonly colonneParDefaut = {
    sortable: true,
    resizable: true,
    suppressHeaderMenuButton: true,
    wrapHeaderText: true,
  };
  protected readonly definitions = computed(() => definir(this.colonnes(), this.serveur(), this.modeles()));
  protected readonly classer = computed(() => {
    const classeLigne = this.classeLigne();
    return classeLigne ? ({ data }: { data?: L }) => (data ? classeLigne(data) : '') : undefined;
  });
  /** The columns that one chooses. */
  protected readonly auChoix = computed(() => this.colonnes().filter((colonne) => !colonne.auPli));
  protected readonly donnees = computed(() => [...this.lignes()]);
  protected readonly chercheNormalisee = computed(() => sansAccent(this.cherche()));
  protected readonly etatInitial = computed(() => {
    const garde = relireEtat(this.cle(), this.colonnes());
    if (!this.serveur()) return garde;
    const [colonne, sens] = lireTri(untracked(this.tri));
    return { ...garde, filter: undefined, sort: colonne ? { sortModel: [{ colId: colonne, sort: sens }] } : undefined };
  });
  protected readonly lignesDesCartes = computed(() =>
    this.lignes().filter((ligne) => contient(this.colonnes(), ligne, this.cherche())),
  );
  protected readonly compte = computed(() => {
    const total = this.lignes().length;
    const vues = this.etroit() ? this.lignesDesCartes().length : (this.vues() ?? total);
    return vues === total ? compter(total, 'ligne') : `${compter(vues, 'ligne')} sur ${total}`;
  });
  protected readonly identifier = computed(() => {
    const lire =
      this.idLigne() ?? ((ligne: L) => String((ligne as { id?: unknown }).id ?? this.lignes().indexOf(ligne)));
    return ({ data }: { data: L }) => lire(data);
  });

  /** Downloads, as CSV, exactly the rows and columns that are seen. */
  exporter(): void {
    telecharger(`${this.nomFichier()}.csv`, ecrireCsv(this.colonnesVues(), this.lignesVues()));
  }

  /** Opens the choice of columns. */
  choisirColonnes(): void {
    const cachees = new Set(
      (this.api?.getColumns() ?? []).filter((colonne) => !colonne.isVisible()).map((colonne) => colonne.getColId()),
    );
    this.visibles.set(
      new Set(
        this.auChoix()
          .map((colonne) => colonne.cle)
          .filter((cle) => !cachees.has(cle)),
      ),
    );
    this.dialogueOuvert.set(true);
  }

  protected basculer(cle: string): void {
    const visibles = new Set(this.visibles());
    const montrer = !visibles.delete(cle);
    if (montrer) visibles.add(cle);
    this.visibles.set(visibles);
    this.api?.setColumnsVisible([cle], montrer);
  }

  protected remettre(): void {
    oublierEtat(this.cle());
    this.api?.resetColumnState();
    this.api?.resetColumnGroupState();
    this.api?.setFilterModel(null);
    this.cherche.set('');
    this.dialogueOuvert.set(false);
  }

  protected pret(api: GridApi<L>): void {
    this.api = api;
    api.addEventListener('gridPreDestroyed', (evenement) => this.retenir(evenement));
    this.compterVues();
  }

  protected montrerColonne({ api }: FirstDataRenderedEvent<L>): void {
    const cle = this.colonneEnVue();
    if (cle && api.getColumn(cle)) api.ensureColumnVisible(cle);
  }

  /** Paper gets a plain table, drawn before the browser takes the page. */
  protected preparerImpression(): void {
    this.impression.set({ colonnes: this.colonnesVues(), lignes: this.lignesVues() });
    this.application.tick();
  }

  protected compterVues(): void {
    // A grid that gives way to the cards still says that its rows changed.
    if (this.api?.isDestroyed()) this.api = null;
    const vues = this.api?.getDisplayedRowCount() ?? this.lignes().length;
    this.vues.set(vues);
    this.filtrees.emit(vues);
  }

  protected trier(): void {
    if (!this.serveur()) return;
    const triee = this.api?.getColumnState().find((colonne) => colonne.sort);
    this.tri.set(triee ? `${triee.sort === 'desc' ? '-' : ''}${triee.colId}` : '');
  }

  protected retenir({ state }: Pick<StateUpdatedEvent<L>, 'state'>): void {
    retenirEtat(this.cle(), this.colonnes(), state);
  }

  /** AG Grid tells its state a moment after a change: somebody who leaves at once must not lose the last one. */
  protected retenirMaintenant(): void {
    if (this.api && !this.api.isDestroyed()) this.retenir({ state: this.api.getState() });
  }

  protected ouvrir(evenement: RowDoubleClickedEvent<L>): void {
    if (evenement.data) this.ligneOuverte.emit(evenement.data);
  }

  /** Entrée follows the cell's link when there is one, else opens the row. */
  protected presser(evenement: CellKeyDownEvent<L> | FullWidthCellKeyDownEvent<L>): void {
    const touche = evenement.event as KeyboardEvent | null;
    if (touche?.key !== 'Enter' || !(touche.target instanceof HTMLElement)) return;
    // A link or a button that has the focus acts by itself.
    if (touche.target.closest('a, button')) return;
    const lien = touche.target.querySelector('a');
    if (lien) lien.click();
    else if (evenement.data) this.ligneOuverte.emit(evenement.data);
  }

  private lignesVues(): readonly L[] {
    if (!this.api || this.etroit()) return this.lignesDesCartes();
    const lignes: L[] = [];
    this.api.forEachNodeAfterFilterAndSort((noeud) => noeud.data && lignes.push(noeud.data));
    return lignes;
  }

  protected colonnesVues(): readonly ColonneGrille<L>[] {
    if (!this.api || this.etroit()) return this.auChoix();
    const parCle = new Map(this.colonnes().map((colonne) => [colonne.cle, colonne]));
    return this.api.getAllDisplayedColumns().flatMap((colonne) => parCle.get(colonne.getColId()) ?? []);
  }
}

function lireTri(tri: string): [string, 'asc' | 'desc'] {
  return tri.startsWith('-') ? [tri.slice(1), 'desc'] : [tri, 'asc'];
}
