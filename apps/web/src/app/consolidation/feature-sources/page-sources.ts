import { Component, ElementRef, afterRenderEffect, computed, effect, inject, viewChild } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { ETATS_RECUS } from '@coopilote/domain/bilans/bilan.rules';
import type { SourceConsolidation } from '@coopilote/domain/consolidation/consolidation.contract';
import { LIBELLES_MODES } from '@coopilote/domain/referentiel/listes';
import {
  Chargement,
  DateJourPipe,
  EntetePage,
  ErreurChargement,
  Etat,
  Icone,
  Pagination,
  TrimestrePipe,
  Vide,
  compter,
  etatBilan,
  formatNombre,
  formatTrimestre,
} from '@coopilote/ui';
import type { ColonneGrille } from '@coopilote/ui/grille/colonne';
import { ecrireCsv, telecharger } from '@coopilote/ui/grille/csv';
import { ChoixFiltres } from '../data/choix-filtres';
import { TAILLE_MAX } from '../data/consolidation';
import { CLES_FILTRES, libellePeriode } from '../data/filtres';
import { ecrire, ecrireEntre } from '../ui/mesures';
import { SourcesStore, TAILLE_MANQUANTES } from './sources.store';

/** What a figure of the consolidation is made of: the reports, one by one, and their sum. */
@Component({
  selector: 'co-page-sources',
  imports: [
    Chargement,
    DateJourPipe,
    EntetePage,
    ErreurChargement,
    Etat,
    Icone,
    Pagination,
    RouterLink,
    TrimestrePipe,
    Vide,
  ],
  providers: [SourcesStore, ChoixFiltres],
  templateUrl: './page-sources.html',
  styles: '.manquants { scroll-margin-top: 6rem; }',
  host: { class: 'pile' },
})
export class PageSources {
  protected readonly store = inject(SourcesStore);
  private readonly choix = inject(ChoixFiltres);
  private readonly manquants = viewChild.required<ElementRef<HTMLElement>>('manquants');
  private allerManquants = inject(ActivatedRoute).snapshot.fragment === 'manquants';
  protected readonly taille = TAILLE_MAX;
  protected readonly etat = etatBilan;

  protected readonly tailleManquantes = TAILLE_MANQUANTES;

  /** « T3 2026 · Seine-Saint-Denis · Diabète »: what the figure was taken from. */
  protected readonly selection = computed(() => {
    const periode = this.store.periode();
    return [
      periode ? libellePeriode(periode.du, periode.au) : '',
      ...CLES_FILTRES.filter((cle) => cle !== 'indicateur').map((cle) => this.choix.libelle(cle) ?? ''),
    ]
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly titre = computed(() =>
    this.store.surIndicateur()
      ? (this.choix.libelle('indicateur') ?? 'Indicateur commun')
      : 'Bénéficiaires\u00a0: les bilans derrière le chiffre',
  );
  protected readonly annonce = computed(() => {
    const mesures = this.store.annonce()?.mesures;
    return mesures ? ecrireEntre(mesures, this.store.mesure()) : null;
  });
  protected readonly refait = computed(() => {
    const refait = this.store.refait();
    return refait && ecrireEntre(refait, this.store.mesure());
  });
  /** How the lines become the figure, in words. */
  protected readonly calcul = computed(() => {
    const mesure = this.store.mesure();
    const nombre = this.compte();
    if (mesure?.mode === 'RATIO') return `Somme des numérateurs sur somme des dénominateurs, sur ${nombre}.`;
    if (mesure && mesure.mode !== 'SOMME')
      return `Mode d’agrégation\u00a0: ${LIBELLES_MODES[mesure.mode]}, sur ${nombre}.`;
    const mesures = this.store.annonce()?.mesures;
    return mesures && mesures.bas !== mesures.haut
      ? `Au plus, la somme de ${nombre}\u00a0; au moins, le plus grand trimestre de chaque action, comme si les mêmes personnes revenaient.`
      : `Somme de ${nombre}.`;
  });
  protected readonly compte = computed(() =>
    compter(this.store.lue()?.total ?? 0, this.store.surIndicateur() ? 'relevé' : 'bilan'),
  );
  protected readonly titreManquants = computed(() => {
    const total = this.store.absentes()?.total ?? 0;
    const nom = this.store.surIndicateur() ? 'relevé' : 'bilan';
    return `${compter(total, nom)} ${total > 1 ? 'attendus et non reçus' : 'attendu et non reçu'}`;
  });
  protected readonly accord = computed(() => {
    const [annonce, refait] = [this.store.annonce()?.mesures, this.store.refait()];
    return !!annonce && !!refait && proches(annonce.bas, refait.bas) && proches(annonce.haut, refait.haut);
  });

  constructor() {
    effect(() => this.choix.filtres.set(this.store.filtres()));
    // Both lists must be there: the first one would push the second away.
    afterRenderEffect(() => {
      if (!this.allerManquants || !this.store.lue() || !this.store.absentes()) return;
      this.allerManquants = false;
      this.manquants().nativeElement.scrollIntoView();
    });
  }

  protected valeur(ligne: SourceConsolidation): string {
    if (!this.store.surIndicateur()) return formatNombre(ligne.beneficiaires);
    const fraction =
      ligne.numerateur !== null && ligne.denominateur !== null
        ? ` (${formatNombre(ligne.numerateur)} / ${formatNombre(ligne.denominateur)})`
        : '';
    return ecrire(ligne.valeur, this.store.mesure()) + fraction;
  }

  /** A report never sent is its structure's alone to read: its action says what is expected. */
  protected lienManquant({ etat, bilanId, ficheActionId }: SourceConsolidation): string[] {
    const lisible = ETATS_RECUS.includes(etat) || etat === 'A_COMPLETER';
    return lisible ? ['/bilans', bilanId] : ['/fiches-actions', ficheActionId];
  }

  /** Why a received report is missing all the same. */
  protected pourquoi(ligne: SourceConsolidation): string {
    return ETATS_RECUS.includes(ligne.etat) ? 'reçu, sans cette valeur' : '';
  }

  protected exporter(lignes: readonly SourceConsolidation[]): void {
    telecharger('consolidation-sources.csv', ecrireCsv(COLONNES, lignes));
  }
}

/** The API rounds to four decimals. */
function proches(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) < 0.001);
}

const COLONNES: readonly ColonneGrille<SourceConsolidation>[] = [
  { cle: 'trimestre', entete: 'Trimestre', genre: 'texte', valeur: (ligne) => formatTrimestre(ligne) },
  { cle: 'action', entete: 'Action', genre: 'texte' },
  { cle: 'structure', entete: 'Structure', genre: 'texte' },
  { cle: 'cooperative', entete: 'Coopérative', genre: 'texte' },
  { cle: 'departementCode', entete: 'Département', genre: 'texte' },
  { cle: 'etat', entete: 'État du bilan', genre: 'etat', etat: (ligne) => etatBilan(ligne.etat) },
  { cle: 'beneficiaires', entete: 'Bénéficiaires', genre: 'nombre' },
  { cle: 'valeur', entete: 'Valeur de l’indicateur', genre: 'nombre' },
  { cle: 'numerateur', entete: 'Numérateur', genre: 'nombre' },
  { cle: 'denominateur', entete: 'Dénominateur', genre: 'nombre' },
];
