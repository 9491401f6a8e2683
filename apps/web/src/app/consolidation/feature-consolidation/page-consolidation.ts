import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AxeGroupe, LIBELLES_AXES_GROUPES } from '@coopilote/domain/consolidation/groupes.rules';
import {
  Chargement,
  EntetePage,
  ErreurChargement,
  Icone,
  NombrePipe,
  Pagination,
  Vide,
  versProbleme,
} from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { ChoixFiltres } from '../data/choix-filtres';
import { CLES_FILTRES, NOMS_FILTRES, libellePeriode } from '../data/filtres';
import { LIGNES_LUES } from '../data/groupes';
import { ChoixAxes } from '../ui/choix-axes';
import { MenuExport } from '../ui/menu-export';
import { PhraseConsolidation } from '../ui/phrase-consolidation';
import { type PuceFiltre, PucesFiltres } from '../ui/puces-filtres';
import { TableGroupes } from '../ui/table-groupes';
import { MenuVues } from '../feature-vues/menu-vues';
import { ActionsConsolidees } from './actions-consolidees';
import { ConsolidationStore } from './consolidation.store';
import { type CleOuverte, DialogueFiltre } from './dialogue-filtre';
import { ImagesConsolidation } from './images-consolidation';

const TROP_LONG = 'Ce regroupement demande trop de calcul. Ajoutez un filtre, ou retirez un axe.';

/** T6, consolidation régionale: a sentence first, then the figures, each open onto its reports. */
@Component({
  selector: 'co-page-consolidation',
  imports: [
    ActionsConsolidees,
    Chargement,
    ChoixAxes,
    DialogueFiltre,
    EntetePage,
    ErreurChargement,
    Icone,
    ImagesConsolidation,
    MenuExport,
    MenuVues,
    NombrePipe,
    Pagination,
    PhraseConsolidation,
    PucesFiltres,
    RouterLink,
    TableGroupes,
    Vide,
  ],
  providers: [ConsolidationStore, ChoixFiltres],
  templateUrl: './page-consolidation.html',
  host: { class: 'pile' },
})
export class PageConsolidation {
  protected readonly store = inject(ConsolidationStore);
  protected readonly choix = inject(ChoixFiltres);
  protected readonly filtreOuvert = signal<CleOuverte | null>(null);
  protected readonly lignesLues = LIGNES_LUES;
  private readonly session = inject(SessionStore);

  protected readonly surtitre = computed(() => {
    if (!this.session.aRole('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL')) return 'Consolidation départementale';
    return this.choix.regionsLues().length > 1 ? 'Consolidation nationale' : 'Consolidation régionale';
  });
  /** What a file holds: the selection in sight. */
  protected readonly exportee = computed(() => ({ ...this.store.filtres(), par: this.store.par().join(',') }));
  /** A region is published whole, by its seat. */
  protected readonly ouvertes = computed(() => {
    const { region } = this.store.filtres();
    const fin = this.store.periode()?.au;
    if (!fin || !this.session.aRole('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL')) return null;
    if (!region && this.choix.regionsLues().length !== 1) return null;
    return { annee: Number(fin.slice(0, 4)), ...(region ? { region } : {}) };
  });
  protected readonly puces = computed<PuceFiltre[]>(() => {
    const periode = this.store.periode();
    return [
      {
        cle: 'periode',
        nom: 'Période',
        valeur: periode ? libellePeriode(periode.du, periode.au) : '…',
        fixe: true,
      },
      ...CLES_FILTRES.filter((cle) => cle !== 'region' || this.choix.regionsLues().length > 1).map((cle) => ({
        cle,
        nom: NOMS_FILTRES[cle],
        valeur: this.choix.libelle(cle),
      })),
      { cle: 'comparer', nom: 'Comparer', valeur: this.avant() },
    ];
  });
  protected readonly filtre = computed(() => CLES_FILTRES.some((cle) => this.store.filtres()[cle]));
  protected readonly avant = computed(() => {
    const comparee = this.store.comparee();
    return comparee && libellePeriode(comparee.du, comparee.au);
  });
  protected readonly titreTable = computed(() => {
    const noms = this.store.par().map((axe) => LIBELLES_AXES_GROUPES[axe].toLocaleLowerCase('fr'));
    return noms.length ? `Totaux par ${noms.join(', puis ')}` : 'Totaux';
  });
  /** Why the grouping was refused, and how to narrow it. */
  protected readonly refus = computed(() => {
    const erreur = this.store.groupes.error();
    const probleme = erreur && versProbleme(erreur);
    if (probleme?.statut === 503) return TROP_LONG;
    return probleme?.statut === 422 ? (probleme.erreurs[0]?.message ?? probleme.message) : null;
  });
  protected readonly lignesTrop = computed(() =>
    this.store.tropGrand() ? this.store.estimation() : (this.store.groupesLus()?.total ?? 0),
  );
  protected readonly dernierAxe = computed(() => {
    const axe = this.store.par().at(-1);
    return axe ? LIBELLES_AXES_GROUPES[axe].toLocaleLowerCase('fr') : '';
  });

  /** What the reader must know of these lines to trust their sum. */
  protected readonly precisions = computed(() => {
    const axes = this.store.axes();
    const plusieurs = axes.includes('thematique') || axes.includes('public');
    return [
      this.store.filtres().indicateur || axes[0] === 'indicateur'
        ? 'Le taux rapporte la valeur à la prévision de la période.'
        : 'La part rapporte les personnes touchées pendant la période à celles que les fiches-actions ciblent pour toute leur durée.',
      plusieurs
        ? 'Une même action peut compter dans plusieurs lignes\u00a0: leur somme dépasse alors le total, qui ne la compte qu’une fois.'
        : '',
    ]
      .filter(Boolean)
      .join(' ');
  });

  constructor() {
    effect(() => this.choix.filtres.set(this.store.filtres()));
  }

  protected ouvrir(cle: string): void {
    this.filtreOuvert.set(cle as CleOuverte);
  }

  protected retirer(cle: string): void {
    this.store.changer({ [cle]: null });
  }

  protected toutRetirer(): void {
    this.store.changer(Object.fromEntries(CLES_FILTRES.map((cle) => [cle, null])));
  }

  /** No filter, and the last ended quarter: where there is something to see. */
  protected repartir(): void {
    this.store.changer({ du: null, au: null, ...Object.fromEntries(CLES_FILTRES.map((cle) => [cle, null])) });
  }

  protected regrouper(axes: readonly AxeGroupe[]): void {
    this.store.changer({ par: axes.join(','), niveau: null, ordre: null });
  }
}
