import { Component, computed, input } from '@angular/core';
import { Icone, NomIcone } from './icone';

export type Ton = 'ok' | 'attente' | 'retour' | 'alerte' | 'neutre';

const ICONE_DU_TON: Record<Ton, NomIcone> = { ok: 'oui', attente: 'partie', retour: 'retour', alerte: 'alerte', neutre: 'neutre' };

/** A state: one word (the content), one symbol, one colour. */
@Component({
  selector: 'co-etat',
  imports: [Icone],
  host: { '[class]': '"etat " + ton()' },
  template: `<co-icone [nom]="symbole()" /><ng-content />`,
})
export class Etat {
  readonly ton = input<Ton>('neutre');
  /** Replaces the tone's own symbol. */
  readonly icone = input<NomIcone | null>(null);
  protected readonly symbole = computed(() => this.icone() ?? ICONE_DU_TON[this.ton()]);
}
