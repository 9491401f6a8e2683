import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { LIBELLES_GENRES_POINT, type TableauPoint, tempsRestant } from '@coopilote/domain/gouvernance';
import { SeanceChrono } from '../ui/seance-chrono';
import { SeanceTableau } from '../ui/seance-tableau';
import { Horloge } from './horloge';
import { SeanceStore } from './seance-store';

/** The point under way: its name, the time left, and what it is about. */
@Component({
  selector: 'co-point-en-cours',
  imports: [SeanceChrono, SeanceTableau],
  template: `
    @if (store.point(); as point) {
      <div class="tete">
        <div class="nom">
          <p class="petit">{{ surtitre() }}</p>
          <h2 [id]="idTitre()">{{ point.titre }}</h2>
        </div>
        <co-seance-chrono [restant]="restant()" [duree]="point.duree" />
      </div>
      @if (tableau(); as tableau) {
        <co-seance-tableau [tableau]="tableau" [titrePoint]="point.titre" [etroit]="etroit()" [liens]="liens()" />
      } @else if (point.details && !ressource.isLoading()) {
        <p class="details">{{ point.details }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e6);
      grid-template-columns: minmax(0, 1fr);
    }
    .tete {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e4) var(--e8);
      justify-content: space-between;
      align-items: start;
    }
    .nom {
      display: grid;
      gap: var(--e1);
      flex: 1 1 18rem;
      min-width: 0;
    }
    h2 {
      font-size: clamp(1.65rem, 2.6vw, 2.9rem);
      line-height: 1.12;
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    .details {
      font-size: var(--t-3);
      white-space: pre-line;
      max-width: 60rem;
    }
  `,
})
export class PointEnCours {
  readonly etroit = input(false);
  /** Links out of the séance show (not on the wall). */
  readonly liens = input(false);
  readonly idTitre = input.required<string>();

  protected readonly store = inject(SeanceStore);
  private readonly horloge = inject(Horloge);

  /** Apart from the point, which is another object at each reading: the table is asked for once a point. */
  private readonly adresse = computed(() => {
    const point = this.store.point();
    return point && point.genre !== 'LIBRE' ? `/api/reunions/${this.store.id()}/points/${point.id}/tableau` : undefined;
  });
  protected readonly ressource = httpResource<TableauPoint>(() => this.adresse());
  /** Some kinds of points have no table: their details say it all. */
  protected readonly tableau = computed(() => {
    const lu = this.ressource.hasValue() ? this.ressource.value() : null;
    return lu?.colonnes.length ? lu : null;
  });
  protected readonly restant = computed(() => {
    const [point, seance] = [this.store.point(), this.store.seance()];
    return point && seance ? tempsRestant(point, seance, this.horloge.maintenant()) : 0;
  });
  protected readonly surtitre = computed(() => {
    const point = this.store.point();
    if (!point) return '';
    const rang = this.store.points().indexOf(point) + 1;
    return [
      `Point ${rang} sur ${this.store.points().length}`,
      ...(point.genre === 'LIBRE' ? [] : [LIBELLES_GENRES_POINT[point.genre]]),
      ...(point.rapporteur ? [`rapporteur\u00a0: ${point.rapporteur}`] : []),
    ].join(' · ');
  });
}
