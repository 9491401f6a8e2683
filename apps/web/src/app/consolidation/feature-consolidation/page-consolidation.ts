import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  AXES,
  LIBELLES_AXES,
  type IndicateurConsolide,
  type TotalConsolidation,
} from '@coopilote/domain/consolidation/consolidation.contract';
import { LIBELLES_MODES, LIBELLES_UNITES } from '@coopilote/domain/referentiel/listes';
import {
  Carte,
  Chargement,
  EntetePage,
  ErreurChargement,
  Icone,
  NombrePipe,
  Vide,
  compter,
  formatNombre,
} from '@coopilote/ui';
import type { ColonneGrille } from '@coopilote/ui/grille/colonne';
// The CSV alone, by its file: the grid comes later, when it is scrolled to.
import { ecrireCsv, telecharger } from '@coopilote/ui/grille/csv';
import { SessionStore } from '../../platform/session-store';
import { ChoixFiltres } from '../data/choix-filtres';
import { CLES_FILTRES, type CleFiltre, NOMS_FILTRES, libellePeriode } from '../data/filtres';
import { BilansRecus } from '../ui/bilans-recus';
import { type PuceFiltre, PucesFiltres } from '../ui/puces-filtres';
import { TableIndicateurs } from '../ui/table-indicateurs';
import { TableTotaux } from '../ui/table-totaux';
import { ActionsConsolidees } from './actions-consolidees';
import { ConsolidationStore } from './consolidation.store';
import { DialogueFiltre } from './dialogue-filtre';

/** T6, consolidation régionale: a sentence first, then the figures, each open onto its reports. */
@Component({
  selector: 'co-page-consolidation',
  imports: [
    ActionsConsolidees,
    BilansRecus,
    Carte,
    Chargement,
    DialogueFiltre,
    EntetePage,
    ErreurChargement,
    Icone,
    NombrePipe,
    PucesFiltres,
    RouterLink,
    TableIndicateurs,
    TableTotaux,
    Vide,
  ],
  providers: [ConsolidationStore, ChoixFiltres],
  templateUrl: './page-consolidation.html',
  host: { class: 'pile' },
})
export class PageConsolidation {
  protected readonly store = inject(ConsolidationStore);
  protected readonly choix = inject(ChoixFiltres);
  protected readonly filtreOuvert = signal<CleFiltre | 'periode' | null>(null);
  protected readonly axes = AXES.map((axe) => ({ valeur: axe, libelle: LIBELLES_AXES[axe] }));
  private readonly session = inject(SessionStore);

  protected readonly surtitre = this.session.aRole('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL')
    ? 'Consolidation régionale'
    : 'Consolidation départementale';
  protected readonly puces = computed<PuceFiltre[]>(() => {
    const totaux = this.store.totaux();
    const periode = totaux ? libellePeriode(totaux.du, totaux.au) : '…';
    return [
      { cle: 'periode', nom: 'Période', valeur: periode, fixe: true },
      ...CLES_FILTRES.map((cle) => ({ cle, nom: NOMS_FILTRES[cle], valeur: this.choix.libelle(cle) })),
    ];
  });
  protected readonly filtre = computed(() => CLES_FILTRES.some((cle) => this.store.filtres()[cle]));
  protected readonly titreTotaux = computed(() => {
    const totaux = this.store.totaux();
    return totaux ? `Totaux par ${LIBELLES_AXES[totaux.axe].toLocaleLowerCase('fr')}` : 'Totaux';
  });

  constructor() {
    effect(() => this.choix.filtres.set(this.store.filtres()));
  }

  protected ouvrir(cle: string): void {
    this.filtreOuvert.set(cle as CleFiltre | 'periode');
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

  /** « 41 bilans sur 48 reçus ». */
  protected recus({ bilansRecus, bilansAttendus }: TotalConsolidation): string {
    return `${compter(bilansRecus, 'bilan')} sur ${formatNombre(bilansAttendus)}`;
  }

  protected apresRecus({ bilansRecus, bilansValides }: TotalConsolidation): string {
    const recus = bilansRecus > 1 ? 'reçus' : 'reçu';
    const valides = bilansValides > 1 ? 'validés' : 'validé';
    return `${recus}, ${formatNombre(bilansValides)} ${valides}. Les actions ont touché`;
  }

  /** Ends the sentence; says why there are two figures when there are. */
  protected apresTouchees({ beneficiairesBas, beneficiairesHaut, beneficiairesCibles }: TotalConsolidation): string {
    const pourquoi = beneficiairesBas === beneficiairesHaut ? '' : ', selon que leurs publics se recoupent';
    return `personnes${pourquoi}, pour ${formatNombre(beneficiairesCibles)} ciblées.`;
  }

  protected exporterTotaux(): void {
    const totaux = this.store.totaux();
    if (!totaux) return;
    const lignes = [...totaux.lignes, { ...totaux.total, libelle: 'Ensemble' }];
    telecharger(
      `consolidation-${totaux.axe}-${totaux.au}.csv`,
      ecrireCsv(colonnesTotaux(LIBELLES_AXES[totaux.axe]), lignes),
    );
  }

  protected exporterIndicateurs(indicateurs: readonly IndicateurConsolide[]): void {
    telecharger('consolidation-indicateurs.csv', ecrireCsv(COLONNES_INDICATEURS, indicateurs));
  }
}

function colonnesTotaux(axe: string): ColonneGrille<TotalConsolidation>[] {
  return [
    { cle: 'libelle', entete: axe, genre: 'texte' },
    { cle: 'actions', entete: 'Actions', genre: 'nombre' },
    { cle: 'bilansAttendus', entete: 'Bilans attendus', genre: 'nombre' },
    { cle: 'bilansRecus', entete: 'Bilans reçus', genre: 'nombre' },
    { cle: 'bilansValides', entete: 'Bilans validés', genre: 'nombre' },
    { cle: 'bilansEnRetard', entete: 'Bilans en retard', genre: 'nombre' },
    { cle: 'beneficiairesBas', entete: 'Bénéficiaires touchés, au moins', genre: 'nombre' },
    { cle: 'beneficiairesHaut', entete: 'Bénéficiaires touchés, au plus', genre: 'nombre' },
    { cle: 'beneficiairesCibles', entete: 'Bénéficiaires ciblés', genre: 'nombre' },
  ];
}

const COLONNES_INDICATEURS: readonly ColonneGrille<IndicateurConsolide>[] = [
  { cle: 'libelle', entete: 'Indicateur commun', genre: 'texte' },
  { cle: 'unite', entete: 'Unité', genre: 'texte', valeur: ({ unite }) => LIBELLES_UNITES[unite] },
  {
    cle: 'modeAgregation',
    entete: 'Mode d’agrégation',
    genre: 'texte',
    valeur: ({ modeAgregation }) => LIBELLES_MODES[modeAgregation],
  },
  { cle: 'bas', entete: 'Valeur, au moins', genre: 'nombre' },
  { cle: 'haut', entete: 'Valeur, au plus', genre: 'nombre' },
  { cle: 'prevision', entete: 'Prévu', genre: 'nombre' },
  { cle: 'taux', entete: 'Taux (%)', genre: 'nombre' },
  { cle: 'actions', entete: 'Actions', genre: 'nombre' },
  { cle: 'bilans', entete: 'Bilans', genre: 'nombre' },
];
