import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ConsolidationLigne } from '@coopilote/domain/consolidation/consolidation.contract';
import { type Colonne, COLONNES_T6 } from '@coopilote/domain/pilotage';
import { Chargement, ErreurChargement, Pagination, Toasts, compter, etatFiche, versProbleme } from '@coopilote/ui';
import { type ColonneGrille, Grille, ecrireCsv, telecharger } from '@coopilote/ui/grille';
import { derniereValeur } from '../../platform/derniere-valeur';
import { TAILLE_PAGE, lignesConsolidation, toutesLesLignes } from '../data/consolidation';
import type { FiltresLus } from '../data/filtres';

type Cle = (typeof COLONNES_T6)[number]['cle'];

const LARGEURS: Partial<Record<Cle, number>> = { departement: 150, intitule: 240 };

/** What the API cannot sort: texts joined from several rows. */
const SANS_TRI = new Set<Cle>(['thematiques', 'publics', 'territoire', 'objectifsAtteints']);

/** What stays of « Ce qui était prévu » at first, so that the figures are in sight. */
const RESTENT = new Set<Cle>(['cooperative', 'structure', 'etat']);

const COLONNES: readonly ColonneGrille<ConsolidationLigne>[] = COLONNES_T6.map((colonne: Colonne<Cle>) => ({
  cle: colonne.cle,
  entete: colonne.entete,
  court: colonne.court,
  groupe: colonne.groupe,
  fige: colonne.fige,
  largeur: LARGEURS[colonne.cle],
  reste: RESTENT.has(colonne.cle),
  replie: colonne.cle === 'cooperative',
  triable: !SANS_TRI.has(colonne.cle),
  ...propre(colonne),
}));

function propre({
  cle,
  genre,
}: Colonne<Cle>): Pick<ColonneGrille<ConsolidationLigne>, 'genre'> & Partial<ColonneGrille<ConsolidationLigne>> {
  if (cle === 'intitule') return { genre: 'lien', lien: lienDe, principale: true };
  if (genre === 'etat') return { genre, etat: (ligne) => etatFiche(ligne.etat) };
  return genre === 'nombre' || genre === 'oui' ? { genre } : { genre: 'texte' };
}

function lienDe(ligne: ConsolidationLigne): string {
  return `/fiches-actions/${ligne.ficheActionId}`;
}

/** T6 itself: every action of the selection, sorted and paged by the server. */
@Component({
  selector: 'co-actions-consolidees',
  imports: [Chargement, ErreurChargement, Grille, Pagination],
  template: `
    @if (ressource.error(); as erreur) {
      <co-erreur-chargement [erreur]="erreur" (reessayer)="ressource.reload()" />
    } @else if (lue(); as lue) {
      <p class="petit num" role="status">{{ compte() }}</p>
      <co-grille
        serveur
        cle="consolidation"
        libelle="Toutes les actions"
        [colonnes]="colonnes"
        [lignes]="lue.lignes"
        [idLigne]="idLigne"
        [tri]="tri()"
        [attr.aria-busy]="ressource.isLoading() || enExport()"
        (triChange)="changer.emit({ tri: $event || null })"
        (exportDemande)="exporter($event)"
        (ligneOuverte)="ouvrir($event)"
      />
      @if (lue.total > taille) {
        <co-pagination
          libelle="Pages des actions"
          [page]="page()"
          [taille]="taille"
          [total]="lue.total"
          (pageChange)="changer.emit({ page: $event === 1 ? null : $event })"
        />
      }
    } @else {
      <co-chargement [lignes]="6" libelle="Chargement des actions" />
    }
  `,
  host: { class: 'pile-serree' },
})
export class ActionsConsolidees {
  readonly filtres = input.required<FiltresLus>();
  readonly page = input.required<number>();
  readonly tri = input.required<string>();
  /** Parts of the address to change. */
  readonly changer = output<{ page: number | null } | { tri: string | null }>();

  protected readonly colonnes = COLONNES;
  protected readonly taille = TAILLE_PAGE;
  protected readonly ressource = lignesConsolidation(this.filtres, this.page, this.tri);
  protected readonly lue = derniereValeur(this.ressource);
  protected readonly compte = computed(() => compter(this.lue()?.total ?? 0, 'action'));
  protected readonly enExport = signal(false);
  protected readonly idLigne = (ligne: ConsolidationLigne) => ligne.ficheActionId;
  private readonly http = inject(HttpClient);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);

  protected ouvrir(ligne: ConsolidationLigne): void {
    void this.routeur.navigateByUrl(lienDe(ligne));
  }

  protected async exporter(colonnes: readonly ColonneGrille<ConsolidationLigne>[]): Promise<void> {
    if (this.enExport()) return;
    this.enExport.set(true);
    try {
      const lignes = await toutesLesLignes(this.http, this.filtres(), this.tri());
      telecharger('consolidation-actions.csv', ecrireCsv(colonnes, lignes));
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.enExport.set(false);
    }
  }
}
