import { Injectable, computed, signal } from '@angular/core';
import { ressourceCompteRendu, ressourceSeance } from '../data/compte-rendu-api';

/** The minutes on the page, and their meeting. */
@Injectable()
export class CompteRenduStore {
  readonly reunionId = signal('');
  /** Version asked for by the address; null: the newest that the reader sees. */
  readonly numero = signal<number | null>(null);

  readonly compteRendu = ressourceCompteRendu(() => ({ reunionId: this.reunionId(), numero: this.numero() }));
  readonly seance = ressourceSeance(() => this.reunionId());

  readonly lu = computed(() => (this.compteRendu.hasValue() ? this.compteRendu.value() : null));
  readonly reunion = computed(() => (this.seance.hasValue() ? this.seance.value().reunion : null));
  readonly decisions = computed(() => (this.seance.hasValue() ? this.seance.value().decisions : []));

  /** After an act: the minutes and what they did to the programme. */
  relire(): void {
    this.compteRendu.reload();
    this.seance.reload();
  }
}
