import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SourceConsolidation } from '@coopilote/domain/consolidation/consolidation.contract';
import { LIBELLES_MODES } from '@coopilote/domain/referentiel/listes';
import {
  Chargement,
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
import { fourchette } from '../ui/fourchette';
import { SourcesStore } from './sources.store';

/** What a figure of the consolidation is made of: the reports, one by one, and their sum. */
@Component({
  selector: 'co-page-sources',
  imports: [Chargement, EntetePage, ErreurChargement, Etat, Icone, Pagination, RouterLink, TrimestrePipe, Vide],
  providers: [SourcesStore, ChoixFiltres],
  templateUrl: './page-sources.html',
  host: { class: 'pile' },
})
export class PageSources {
  protected readonly store = inject(SourcesStore);
  private readonly choix = inject(ChoixFiltres);
  protected readonly taille = TAILLE_MAX;
  protected readonly etat = etatBilan;

  /** « T3 2026 · Seine-Saint-Denis · Diabète »: what the figure was taken from. */
  protected readonly selection = computed(() => {
    const { du, au } = this.store.filtres();
    const totaux = this.store.totaux.hasValue() ? this.store.totaux.value() : null;
    const debut = totaux?.du ?? du;
    const fin = totaux?.au ?? au;
    return [
      debut && fin ? libellePeriode(debut, fin) : '',
      ...CLES_FILTRES.filter((cle) => cle !== 'indicateurCommun').map((cle) => this.choix.libelle(cle) ?? ''),
    ]
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly titre = computed(() => {
    if (!this.store.surIndicateur()) return 'Bénéficiaires\u00a0: les bilans derrière le chiffre';
    return this.store.indicateur()?.libelle ?? this.choix.libelle('indicateurCommun') ?? 'Indicateur commun';
  });
  protected readonly unite = computed(() => {
    const unite = this.store.indicateur()?.unite;
    return unite === 'POURCENTAGE' ? '\u202f%' : unite === 'EUROS' ? '\u00a0€' : '';
  });
  protected readonly annonce = computed(() => {
    const annonce = this.store.annonce();
    return annonce && fourchette(annonce.bas, annonce.haut) + this.unite();
  });
  protected readonly refait = computed(() => {
    const refait = this.store.refait();
    return refait && fourchette(refait.bas, refait.haut) + this.unite();
  });
  /** How the lines become the figure, in words. */
  protected readonly calcul = computed(() => {
    const indicateur = this.store.indicateur();
    const nombre = compter(this.store.lue()?.total ?? 0, 'bilan');
    if (indicateur?.modeAgregation === 'RATIO')
      return `Somme des numérateurs sur somme des dénominateurs, sur ${nombre}.`;
    if (indicateur && indicateur.modeAgregation !== 'SOMME')
      return `Mode d’agrégation\u00a0: ${LIBELLES_MODES[indicateur.modeAgregation]}, sur ${nombre}.`;
    const refait = this.store.refait();
    return refait && refait.bas !== refait.haut
      ? `Au plus, la somme de ${nombre}\u00a0; au moins, le plus grand trimestre de chaque action, comme si les mêmes personnes revenaient.`
      : `Somme de ${nombre}.`;
  });
  protected readonly compte = computed(() => compter(this.store.lue()?.total ?? 0, 'bilan'));
  protected readonly accord = computed(() => {
    const [annonce, refait] = [this.store.annonce(), this.store.refait()];
    return !!annonce && !!refait && annonce.bas === refait.bas && annonce.haut === refait.haut;
  });

  constructor() {
    effect(() => this.choix.filtres.set(this.store.filtres()));
  }

  protected valeur(ligne: SourceConsolidation): string {
    if (!this.store.surIndicateur()) return formatNombre(ligne.beneficiaires);
    const fraction =
      ligne.numerateur !== null && ligne.denominateur !== null
        ? ` (${formatNombre(ligne.numerateur)} / ${formatNombre(ligne.denominateur)})`
        : '';
    return formatNombre(ligne.valeur) + (ligne.valeur === null ? '' : this.unite()) + fraction;
  }

  protected exporter(lignes: readonly SourceConsolidation[]): void {
    telecharger('consolidation-sources.csv', ecrireCsv(COLONNES, lignes));
  }
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
