import { CdkDrag, CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import {
  LIBELLES_GENRES_POINT,
  derouler,
  dureeDite,
  heureDite,
  type Plage,
  type PointSaisi,
} from '@coopilote/domain/gouvernance';
import { Icone } from '@coopilote/ui';
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
  imports: [CdkDrag, CdkDragHandle, CdkDropList, EditionPoint, Icone],
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
  protected readonly annonce = signal('');
  protected readonly duree = dureeDite;
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injecteur = inject(Injector);
  protected readonly plages = computed(() => derouler(this.points()).map((plage) => this.dire(plage)));

  protected deposer({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    if (previousIndex !== currentIndex) this.bouger(previousIndex, currentIndex);
  }

  protected monter(rang: number): void {
    this.bouger(rang, rang - 1, 'monter');
  }

  protected descendre(rang: number): void {
    this.bouger(rang, rang + 1, 'descendre');
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
    afterNextRender(() => this.ligne(point.uid)?.querySelector('input')?.focus(), { injector: this.injecteur });
  }

  protected retirer(point: PointEdite, rang: number): void {
    const voisin = this.points()[rang + 1] ?? this.points()[rang - 1];
    this.retire.emit(point);
    this.annonce.set(`«\u00a0${point.titre}\u00a0» est retiré de l’ordre du jour.`);
    if (voisin) this.viser(voisin.uid, ['retirer']);
  }

  protected valider(point: PointEdite, saisie: PointSaisi): void {
    this.modifie.emit({ uid: point.uid, saisie });
    this.fermer(point);
  }

  protected fermer(point: PointEdite): void {
    this.edite.set(null);
    this.viser(point.uid, ['editer']);
  }

  private bouger(de: number, vers: number, bouton?: 'monter' | 'descendre'): void {
    const point = this.points()[de];
    if (!point || vers < 0 || vers >= this.points().length) return;
    this.deplace.emit({ de, vers });
    afterNextRender(
      () => {
        const place = vers === 0 ? 'premier point' : `${vers + 1}ᵉ point`;
        this.annonce.set(
          `«\u00a0${point.titre}\u00a0»\u00a0: ${place} sur ${this.points().length}, ${this.plages()[vers]}.`,
        );
      },
      { injector: this.injecteur },
    );
    // At an end of the list its button is out of use: the other one takes the focus.
    if (bouton) this.viser(point.uid, [bouton, bouton === 'monter' ? 'descendre' : 'monter']);
  }

  /** Moving a row in the page takes its focus away: it comes back to the first button of the row that can have it. */
  private viser(uid: string, boutons: readonly string[]): void {
    afterNextRender(
      () => {
        const ligne = this.ligne(uid);
        const visees = boutons.map((nom) => ligne?.querySelector<HTMLButtonElement>(`[data-acte="${nom}"]`));
        visees.find((bouton) => bouton && !bouton.disabled)?.focus();
      },
      { injector: this.injecteur },
    );
  }

  private ligne(uid: string): Element | null {
    return this.hote.nativeElement.querySelector(`[data-point="${uid}"]`);
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
