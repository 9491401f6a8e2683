import { Component, booleanAttribute, computed, input } from '@angular/core';
import { formatNombre } from '../format/format';

/** A thin bar: how much of what was meant is reached. The figures must also be written beside it. */
@Component({
  selector: 'co-jauge',
  host: {
    role: 'meter',
    '[class]': '"jauge jauge-" + ton()',
    '[class.grande]': 'grande()',
    '[attr.aria-label]': 'libelle()',
    'aria-valuemin': '0',
    '[attr.aria-valuemax]': 'max()',
    '[attr.aria-valuenow]': 'bornee()',
    '[attr.aria-valuetext]': 'texte()',
  },
  template: `<b [style.width.%]="part()"></b>`,
})
export class Jauge {
  readonly valeur = input.required<number | null>();
  readonly max = input.required<number | null>();
  /** What is measured, for screen readers. */
  readonly libelle = input.required<string>();
  readonly ton = input<'marque' | 'accent' | 'neutre'>('marque');
  readonly grande = input(false, { transform: booleanAttribute });

  protected readonly bornee = computed(() => Math.min(Math.max(this.valeur() ?? 0, 0), this.max() ?? 0));
  protected readonly part = computed(() => (this.max() ? (100 * this.bornee()) / (this.max() ?? 1) : 0));
  protected readonly texte = computed(() => `${formatNombre(this.valeur())} sur ${formatNombre(this.max())}`);
}
