import { Component, computed, input } from '@angular/core';
import type { EtatMontre } from './etats';
import { Icone, NomIcone } from './icone';

export type Ton = 'ok' | 'attente' | 'retour' | 'alerte' | 'neutre';

const ICONE_DU_TON: Record<Ton, NomIcone> = {
  ok: 'oui',
  attente: 'partie',
  retour: 'retour',
  alerte: 'alerte',
  neutre: 'neutre',
};

/** A state: one word, one symbol, one colour. Known states come whole by `de`; others by `ton` and the content. */
@Component({
  selector: 'co-etat',
  imports: [Icone],
  host: { '[class]': '"etat " + (de()?.ton ?? ton())' },
  template: `<co-icone [nom]="symbole()" />{{ de()?.texte }}<ng-content />`,
})
export class Etat {
  readonly de = input<EtatMontre | null>(null);
  readonly ton = input<Ton>('neutre');
  /** Replaces the tone's own symbol. */
  readonly icone = input<NomIcone | null>(null);
  protected readonly symbole = computed(() => this.icone() ?? this.de()?.icone ?? ICONE_DU_TON[this.ton()]);
}
