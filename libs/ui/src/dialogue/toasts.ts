import { Component, Injectable, inject, signal } from '@angular/core';
import { Icone } from '../affichage/icone';

export interface Toast {
  id: number;
  ton: 'ok' | 'alerte';
  texte: string;
  /** An act offered beside the message, such as « Annuler ». */
  action?: { libelle: string; faire: () => void };
}

/** Long enough to be read and reached, in milliseconds; a failure stays until it is closed. */
const DUREE_MS = 7000;

/** Short messages at the foot of the page, said to screen readers. What must be mended stays in the page, not here. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private prochain = 0;
  private readonly _presents = signal<readonly Toast[]>([]);
  readonly presents = this._presents.asReadonly();

  succes(texte: string, action?: Toast['action']): void {
    const id = this.ajouter({ ton: 'ok', texte, action });
    setTimeout(() => this.fermer(id), DUREE_MS);
  }

  erreur(texte: string, action?: Toast['action']): void {
    this.ajouter({ ton: 'alerte', texte, action });
  }

  fermer(id: number): void {
    this._presents.update((presents) => presents.filter((toast) => toast.id !== id));
  }

  private ajouter(toast: Omit<Toast, 'id'>): number {
    const id = ++this.prochain;
    this._presents.update((presents) => [...presents.slice(-2), { ...toast, id }]);
    return id;
  }
}

/** Where the messages show: once, in the shell. */
@Component({
  selector: 'co-toasts',
  imports: [Icone],
  host: { class: 'toasts', role: 'status', 'aria-live': 'polite' },
  template: `
    @for (toast of toasts.presents(); track toast.id) {
      <div [class]="'toast toast-' + toast.ton">
        <co-icone [nom]="toast.ton === 'ok' ? 'oui' : 'alerte'" />
        <span>{{ toast.texte }}</span>
        @if (toast.action; as action) {
          <button type="button" class="toast-action" (click)="action.faire(); toasts.fermer(toast.id)">
            {{ action.libelle }}
          </button>
        }
        <button type="button" class="toast-action" aria-label="Fermer le message" (click)="toasts.fermer(toast.id)">
          <co-icone nom="fermer" />
        </button>
      </div>
    }
  `,
})
export class ZoneToasts {
  protected readonly toasts = inject(Toasts);
}
