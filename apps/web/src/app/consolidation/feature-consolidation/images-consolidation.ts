import { Component, computed, inject } from '@angular/core';
import { Chargement, ErreurChargement } from '@coopilote/ui';
import { ChoixFiltres } from '../data/choix-filtres';
import { CLES_FILTRES, NOMS_FILTRES, libellePeriode } from '../data/filtres';
import { ImageCarte, MESURES_CARTE } from '../ui/images/image-carte';
import { ImageEvolution } from '../ui/images/image-evolution';
import { ImagePrevisions } from '../ui/images/image-previsions';
import { ImageRepartition } from '../ui/images/image-repartition';
import { ConsolidationStore } from './consolidation.store';
import { ImagesStore } from './images.store';

/** The selection in pictures; each has its table, and can be taken away. */
@Component({
  selector: 'co-images-consolidation',
  imports: [Chargement, ErreurChargement, ImageCarte, ImageEvolution, ImagePrevisions, ImageRepartition],
  providers: [ImagesStore],
  template: `
    <div class="images">
      @if (images.parTrimestre.error(); as erreur) {
        <co-erreur-chargement [erreur]="erreur" (reessayer)="images.parTrimestre.reload()" />
      } @else if (images.trimestres(); as points) {
        <co-image-evolution [points]="points" [resultat]="resultat()" [pied]="piedDe(null)" />
      } @else {
        <co-chargement />
      }
      @if (images.parDepartement.error(); as erreur) {
        <co-erreur-chargement [erreur]="erreur" (reessayer)="images.parDepartement.reload()" />
      } @else if (images.departements(); as points) {
        <co-image-carte
          [departements]="territoire()"
          [points]="points"
          [mesure]="mesure()"
          [resultat]="resultat()"
          [pied]="pied()"
          (mesureChange)="store.changer({ carte: $event === 'haut' ? null : $event })"
        />
      } @else {
        <co-chargement />
      }
      @if (images.repartition(); as repartition) {
        <co-image-repartition
          [points]="repartition.points"
          [total]="partage() ? (store.total()?.mesures?.haut ?? null) : null"
          [axe]="repartition.axe"
          [resultat]="resultat()"
          [pied]="pied()"
        />
      }
      @if (images.indicateurs(); as points) {
        <co-image-previsions [points]="points" [pied]="pied()" />
      }
    </div>
  `,
  styles: `
    .images {
      columns: 30rem 2;
      column-gap: var(--e6);
    }
    .images > * {
      display: block;
      break-inside: avoid;
      margin-bottom: var(--e6);
    }
  `,
})
export class ImagesConsolidation {
  protected readonly store = inject(ConsolidationStore);
  protected readonly images = inject(ImagesStore);
  private readonly choix = inject(ChoixFiltres);

  protected readonly resultat = computed(() =>
    this.store.filtres().indicateur ? (this.choix.libelle('indicateur') ?? 'Valeur') : 'Bénéficiaires',
  );
  /** A sum has shares; a mean or a ratio has none. */
  protected readonly partage = computed(() => {
    const mesure = this.store.total()?.mesure;
    return !mesure || mesure.mode === 'SOMME';
  });
  protected readonly mesure = computed(() => MESURES_CARTE.find((connue) => connue === this.store.carte()) ?? 'haut');
  protected readonly territoire = computed(() => {
    const { departement } = this.store.filtres();
    const lus = this.choix.departementsLus();
    return departement ? lus.filter(({ code }) => code === departement) : lus;
  });
  protected readonly pied = computed(() => {
    const periode = this.store.periode();
    return this.piedDe(periode && libellePeriode(periode.du, periode.au));
  });

  /** What a picture is drawn from, as it is written in the file; quarters that it names itself are not said again. */
  protected piedDe(periode: string | null): string {
    const filtres = CLES_FILTRES.flatMap((cle) => {
      const valeur = this.choix.libelle(cle);
      return valeur ? `${NOMS_FILTRES[cle]}\u00a0: ${valeur}` : [];
    });
    return ['Coopilote', ...(periode ? [periode] : []), ...filtres].join(' · ');
  }
}
