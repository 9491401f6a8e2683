import { Component, computed, input } from '@angular/core';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import { Icone } from '@coopilote/ui/affichage/icone';
import { formatDateJour } from '@coopilote/ui/format/format';

export type Retour = BilanLu['retours'][number];

/** Why a question was sent back, and by whom: on the question itself. */
@Component({
  selector: 'co-note-retour',
  imports: [Icone],
  host: { class: 'note-retour' },
  template: `
    <co-icone nom="retour" />
    <p>
      <b>{{ libelle() }}&nbsp;:</b>&ngsp;<span class="note-retour-motif">{{ retour().motif }}</span>
      <span class="note-retour-qui">{{ qui() }}</span>
    </p>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--e2);
      align-items: baseline;
      padding: var(--e3) var(--e4);
      border-left: 4px solid var(--retour);
      border-radius: 6px;
      background: var(--retour-clair);
      color: var(--retour);
      font-size: 0.9375rem;
    }
    co-icone {
      translate: 0 0.125em;
    }
    .note-retour-motif {
      white-space: pre-line;
    }
    .note-retour-qui {
      display: block;
      font-size: var(--t-petit);
    }
  `,
})
export class NoteRetour {
  readonly retour = input.required<Retour>();
  readonly libelle = input('À compléter');
  protected readonly qui = computed(() => `${this.retour().par}, le ${formatDateJour(this.retour().le)}`);
}
