import { Component, computed, input } from '@angular/core';
import { Icone } from '@coopilote/ui';

/** The day of a meeting as a tile, with its name; the line beside it says it in full. */
@Component({
  selector: 'co-tuile-jour',
  imports: [Icone],
  host: { class: 'num', 'aria-hidden': 'true' },
  template: `
    @if (jour(); as dit) {
      <span>{{ dit.nom }}</span><b>{{ dit.numero }}</b
      ><span>{{ dit.mois }}</span>
    } @else {
      <co-icone nom="calendrier" /><span>à fixer</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      align-content: center;
      justify-items: center;
      width: 3.75rem;
      min-height: 4.1rem;
      padding: 0.25rem 0;
      border-radius: 6px;
      background: var(--fond-2);
      color: var(--encre-2);
      font-size: var(--t-petit);
      line-height: 1.15;
    }
    b {
      font-size: var(--t-3);
      color: var(--encre);
    }
    co-icone {
      font-size: 1.25rem;
      margin-bottom: 0.25rem;
    }
  `,
})
export class TuileJour {
  /** Instant, ISO 8601. */
  readonly debut = input.required<string | null>();
  readonly fuseau = input('Europe/Paris');

  protected readonly jour = computed(() => {
    const debut = this.debut();
    if (!debut) return null;
    const part = (options: Intl.DateTimeFormatOptions): string =>
      new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: this.fuseau() }).format(new Date(debut));
    return { nom: part({ weekday: 'short' }), numero: part({ day: 'numeric' }), mois: part({ month: 'short' }) };
  });
}
