import { Component, computed, inject, viewChild } from '@angular/core';
import { dureeDite, remplissage, type PointSaisi } from '@coopilote/domain/gouvernance';
import { Carte, Conflit, Etat, Icone, Jauge, Toasts, Vide, compter } from '@coopilote/ui';
import { ReunionStore } from '../data/reunion.store';
import { AjoutPoint } from '../ui/ajout-point';
import { ListePoints } from '../ui/liste-points';
import type { PointEdite } from '../ui/point-edite';
import { OrdreDuJourStore } from './ordre-du-jour.store';

/** The agenda: its points, where the total stands against the length of the meeting, and where the saving stands. */
@Component({
  selector: 'co-carte-ordre-du-jour',
  imports: [AjoutPoint, Carte, Conflit, Etat, Icone, Jauge, ListePoints, Vide],
  templateUrl: './carte-ordre-du-jour.html',
  styles: `
    .total {
      display: grid;
      gap: var(--e1);
      padding-top: var(--e3);
      border-top: 1px solid var(--trait);
    }
    .trop {
      color: var(--accent);
      font-weight: 600;
    }
  `,
})
export class CarteOrdreDuJour {
  protected readonly page = inject(ReunionStore);
  protected readonly store = inject(OrdreDuJourStore);
  private readonly toasts = inject(Toasts);
  private readonly ajout = viewChild(AjoutPoint);

  protected readonly total = computed(() => {
    const { total, reste } = remplissage(this.store.points(), this.page.reunion()?.duree ?? 0);
    const points = compter(this.store.points().length, 'point');
    const sur = `${points}, ${dureeDite(total)} sur ${dureeDite(total + reste)}`;
    return {
      total,
      reste,
      dit: sur,
      ecart: reste < 0 ? `${dureeDite(-reste)} de trop` : `il reste ${dureeDite(reste)}`,
    };
  });

  protected ajouter(point: PointSaisi): void {
    this.store.ajouter([point]);
  }

  protected retirer(point: PointEdite): void {
    const rang = this.store.points().findIndex(({ uid }) => uid === point.uid);
    this.store.retirer(point.uid);
    if (!this.store.points().length) this.ajout()?.viser();
    this.toasts.succes(`«\u00a0${point.titre}\u00a0» est retiré de l’ordre du jour.`, {
      libelle: 'Annuler',
      faire: () => this.store.remettre(point, rang),
    });
  }
}
