import { Injectable, computed, signal } from '@angular/core';
import type { DecisionSaisie, TacheSaisie } from '@coopilote/domain/gouvernance';

/** What is being typed in the column of decisions and tasks: a new one (`id` null), or one that is edited. */
export interface SaisieOuverte {
  genre: 'DECISION' | 'TACHE';
  id: string | null;
}

/** One form at a time; what was begun and closed without being recorded is found again. */
@Injectable()
export class SaisiesStore {
  private readonly _ouverte = signal<SaisieOuverte | null>(null);
  readonly ouverte = this._ouverte.asReadonly();
  readonly decision = signal<DecisionSaisie | null>(null);
  readonly tache = signal<TacheSaisie | null>(null);

  /** « Une décision commencée n’est pas enregistrée. » */
  readonly commencees = computed(() => [
    ...(this.decision()
      ? [`Une décision commencée n’est pas enregistrée\u00a0: ${debut(this.decision()?.texte)}`]
      : []),
    ...(this.tache() ? [`Une tâche commencée n’est pas enregistrée\u00a0: ${debut(this.tache()?.quoi)}`] : []),
  ]);

  ouvrir(genre: SaisieOuverte['genre'], id: string | null = null): void {
    this._ouverte.set({ genre, id });
  }

  fermer(): void {
    this._ouverte.set(null);
  }
}

const LONGUEUR_MAX = 60;
function debut(texte: string | undefined): string {
  const propre = texte?.trim() || 'sans texte';
  return propre.length > LONGUEUR_MAX ? `${propre.slice(0, LONGUEUR_MAX - 1)}…` : propre;
}
