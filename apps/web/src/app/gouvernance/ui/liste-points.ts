import { CdkDrag, CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import {
  LIBELLES_GENRES_POINT,
  derouler,
  dureeDite,
  heureDite,
  type Plage,
  type PointSaisi,
} from '@coopilote/domain/gouvernance';
import { ActesRang, Icone, OrdreDeListe } from '@coopilote/ui';
import { EditionPoint } from './edition-point';
import type { PointEdite } from './point-edite';

const MINUTE_MS = 60_000;
/** Details longer than this are folded: the agenda is read as a whole first. */
const LIGNES_MONTREES = 3;

/**
 * The points of an agenda with their running clock. They are put in order by hand (drag) or by the keyboard (two buttons): the
 * focus stays on the button, and the new place is said.
 */
@Component({
  selector: 'co-liste-points',
  imports: [ActesRang, CdkDrag, CdkDragHandle, CdkDropList, EditionPoint, Icone],
  providers: [OrdreDeListe],
  templateUrl: './liste-points.html',
  styleUrl: './liste-points.css',
})
export class ListePoints {
  readonly points = input.required<readonly PointEdite[]>();
  /** Beginning of the meeting, ISO 8601; null: the clock starts at 0. */
  readonly debut = input.required<string | null>();
  readonly fuseau = input.required<string>();
  readonly modifiable = input(false);
  readonly deplace = output<{ de: number; vers: number }>();
  readonly modifie = output<{ uid: string; saisie: PointSaisi }>();
  readonly retire = output<PointEdite>();

  protected readonly edite = signal<string | null>(null);
  protected readonly duree = dureeDite;
  protected readonly ordre = inject(OrdreDeListe);
  protected readonly plages = computed(() => derouler(this.points()).map((plage) => this.dire(plage)));

  protected deposer({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    if (previousIndex !== currentIndex) this.bouger(previousIndex, currentIndex);
  }

  /** The label of what a point is about, unless its title says the same. */
  protected genre({ genre, titre }: PointEdite): string {
    return genre === 'LIBRE' || LIBELLES_GENRES_POINT[genre] === titre ? '' : LIBELLES_GENRES_POINT[genre];
  }

  protected long({ details }: PointEdite): boolean {
    return (details ?? '').split('\n').length > LIGNES_MONTREES;
  }

  protected editer(point: PointEdite): void {
    this.edite.set(point.uid);
    this.ordre.saisir(point.uid);
  }

  protected retirer(point: PointEdite, rang: number): void {
    const voisin = this.points()[rang + 1] ?? this.points()[rang - 1];
    this.retire.emit(point);
    this.ordre.annonce.set(`«\u00a0${point.titre}\u00a0» est retiré de l’ordre du jour.`);
    if (voisin) this.ordre.viser(voisin.uid, ['retirer']);
  }

  protected valider(point: PointEdite, saisie: PointSaisi): void {
    this.modifie.emit({ uid: point.uid, saisie });
    this.fermer(point);
  }

  protected fermer(point: PointEdite): void {
    this.edite.set(null);
    this.ordre.viser(point.uid, ['editer']);
  }

  protected bouger(de: number, vers: number, pas?: -1 | 1): void {
    const point = this.points()[de];
    if (!point || vers < 0 || vers >= this.points().length) return;
    this.deplace.emit({ de, vers });
    const place = vers === 0 ? 'premier point' : `${vers + 1}ᵉ point`;
    this.ordre.dire(
      () => `«\u00a0${point.titre}\u00a0»\u00a0: ${place} sur ${this.points().length}, ${this.plages()[vers]}.`,
    );
    if (pas) this.ordre.suivre(point.uid, pas);
  }

  /** « 14 h 05 – 14 h 20 », or « 0 h 05 – 0 h 20 » while the date is not known. */
  private dire({ debut, fin }: Plage): string {
    const depart = this.debut();
    const heure = (minutes: number): string =>
      depart
        ? heureDite(new Date(new Date(depart).getTime() + minutes * MINUTE_MS), this.fuseau())
        : `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
    return `${heure(debut)} – ${heure(fin)}`;
  }
}
