import { Injectable, computed, signal } from '@angular/core';
import { ressourceCompteRendu, ressourceSeance } from '../data/compte-rendu-api';

/** The minutes on the page, and their meeting. */
@Injectable()
export class CompteRenduStore {
  readonly reunionId = signal('');
  /** Version asked for by the address; null: the newest that the reader sees. */
  readonly numero = signal<number | null>(null);

  readonly seance = ressourceSeance(() => this.reunionId());
  readonly reunion = computed(() => (this.seance.hasValue() ? this.seance.value().reunion : null));
  /** Asked for once the meeting says that there is something to read. */
  readonly compteRendu = ressourceCompteRendu(() => ({
    reunionId: this.numero() !== null || this.reunion()?.compteRendu ? this.reunionId() : '',
    numero: this.numero(),
  }));

  readonly lu = computed(() => (this.compteRendu.hasValue() ? this.compteRendu.value() : null));
  readonly decisions = computed(() => (this.seance.hasValue() ? this.seance.value().decisions : []));

  readonly erreur = computed(() => this.compteRendu.error() ?? (this.lu() ? undefined : this.seance.error()));

  /** After an act: the minutes and what they did to the programme. */
  relire(): void {
    this.compteRendu.reload();
    this.seance.reload();
  }
}
