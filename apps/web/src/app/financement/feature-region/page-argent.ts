import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  AXES_FINANCEMENT,
  LIBELLES_AXES_FINANCEMENT,
  type EngagementLigne,
  type TotalFinancement,
} from '@coopilote/domain/financement';
import {
  Chargement,
  Choix,
  EntetePage,
  ErreurChargement,
  EurosPipe,
  Icone,
  Pagination,
  Toasts,
  Vide,
  compter,
  versProbleme,
} from '@coopilote/ui';
import { type ColonneGrille, Grille, ecrireCsv, telecharger } from '@coopilote/ui/grille';
import { PucesFiltres, type PuceFiltre } from '../../consolidation/ui/puces-filtres';
import { SessionStore } from '../../platform/session-store';
import { type CleFiltre, NOMS_FILTRES, TAILLE_PAGE, toutesLesLignes } from '../data/argent';
import { COLONNES_ENGAGEMENTS_REGION, lienEngagement } from '../ui/colonnes-engagements';
import { TableTotauxFinancement } from '../ui/table-totaux';
import { ArgentStore } from './argent.store';

/** Money of a département or a region: a sentence, totals by an axis, and the engagements that they are made of. */
@Component({
  selector: 'co-page-argent',
  imports: [
    Chargement,
    Choix,
    EntetePage,
    ErreurChargement,
    EurosPipe,
    Grille,
    Icone,
    Pagination,
    PucesFiltres,
    RouterLink,
    TableTotauxFinancement,
    Vide,
  ],
  providers: [ArgentStore],
  templateUrl: './page-argent.html',
  host: { class: 'pile' },
})
export class PageArgent {
  protected readonly store = inject(ArgentStore);
  protected readonly axes = AXES_FINANCEMENT.map((axe) => ({ valeur: axe, libelle: LIBELLES_AXES_FINANCEMENT[axe] }));
  protected readonly colonnes = COLONNES_ENGAGEMENTS_REGION;
  protected readonly taille = TAILLE_PAGE;
  protected readonly enExport = signal(false);
  protected readonly idLigne = (ligne: EngagementLigne) => ligne.id;
  protected readonly surtitre = inject(SessionStore).aRole('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL')
    ? 'Consolidation régionale'
    : 'Consolidation départementale';
  private readonly http = inject(HttpClient);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);

  /** Filters that a line of the totals sets, and that have no list of their own here. */
  protected readonly puces = computed<PuceFiltre[]>(() =>
    (['cooperative', 'structure'] as const)
      .map((cle) => ({ cle, nom: NOMS_FILTRES[cle], valeur: this.store.libelle(cle) }))
      .filter(({ valeur }) => valeur !== null),
  );

  protected changer(cle: CleFiltre, valeur: string | null): void {
    if ((this.store.filtres()[cle] ?? null) !== valeur) this.store.changer({ [cle]: valeur });
  }

  protected retirer(cle: string): void {
    this.store.changer({ [cle]: null });
  }

  protected compte(nombre: number): string {
    return compter(nombre, 'engagement');
  }

  protected ouvrir(ligne: EngagementLigne): void {
    void this.routeur.navigateByUrl(lienEngagement(ligne));
  }

  protected exporterTotaux(): void {
    const totaux = this.store.totaux();
    if (!totaux) return;
    const lignes = [...totaux.lignes, { ...totaux.total, libelle: 'Ensemble' }];
    telecharger(
      `financements-${totaux.axe}.csv`,
      ecrireCsv(colonnesTotaux(LIBELLES_AXES_FINANCEMENT[totaux.axe]), lignes),
    );
  }

  protected async exporter(colonnes: readonly ColonneGrille<EngagementLigne>[]): Promise<void> {
    if (this.enExport()) return;
    this.enExport.set(true);
    try {
      telecharger(
        'engagements.csv',
        ecrireCsv(colonnes, await toutesLesLignes(this.http, this.store.filtres(), this.store.tri())),
      );
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.enExport.set(false);
    }
  }
}

function colonnesTotaux(axe: string): ColonneGrille<TotalFinancement>[] {
  const euros = (cle: 'montant' | 'subventionsArs' | 'verse' | 'reverse' | 'solde', entete: string) =>
    ({ cle, entete, genre: 'euros' }) as const;
  return [
    { cle: 'libelle', entete: axe, genre: 'texte' },
    { cle: 'engagements', entete: 'Engagements', genre: 'nombre' },
    euros('montant', 'Engagé (€)'),
    euros('subventionsArs', 'dont ARS (€)'),
    euros('verse', 'Versé (€)'),
    euros('reverse', 'Reversé (€)'),
    euros('solde', 'Reste à verser (€)'),
  ];
}
