import { Component, booleanAttribute, computed, input } from '@angular/core';

const MOIS = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });

/** The small tile at the left of a line: a day, or a number of things. */
@Component({
  selector: 'co-tuile-date',
  host: { class: 'num', '[class.du]': 'du()' },
  template: `<b>{{ grand() }}</b
    ><span>{{ petit() }}</span>`,
  styles: `
    :host {
      display: block;
      width: 3.5rem;
      padding: 0.25rem 0;
      border-radius: 6px;
      background: var(--fond-2);
      text-align: center;
      line-height: 1.15;
    }
    b {
      display: block;
      font-size: var(--t-3);
    }
    span {
      font-size: var(--t-petit);
    }
    :host(.du) {
      background: var(--accent-clair);
      color: var(--accent);
    }
  `,
})
export class TuileDate {
  /** 'YYYY-MM-DD', shown unless there is a `nombre`. */
  readonly date = input<string | null>(null);
  readonly nombre = input<number | null>(null);
  /** What is counted, in one short word. */
  readonly mot = input('');
  /** It is late, or close. */
  readonly du = input(false, { transform: booleanAttribute });

  protected readonly grand = computed(() => this.nombre() ?? Number(this.date()?.slice(8, 10)));
  protected readonly petit = computed(() => {
    if (this.nombre() !== null) return this.mot();
    const date = this.date();
    return date ? MOIS.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)) : '';
  });
}
