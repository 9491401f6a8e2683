import { httpResource } from '@angular/common/http';
import { Injectable, computed, signal } from '@angular/core';
import { ETATS_PREPARABLES, type ReunionLue } from '@coopilote/domain/gouvernance';

/** The meeting of the page, shared by its tabs: provided by `PageReunion`. */
@Injectable()
export class ReunionStore {
  private enCours: Promise<void> = Promise.resolve();
  readonly id = signal('');
  readonly ressource = httpResource<ReunionLue>(() => (this.id() ? `/api/reunions/${this.id()}` : undefined));
  readonly reunion = computed(() => (this.ressource.hasValue() ? this.ressource.value() : null));
  /** The reader runs this meeting. */
  readonly anime = computed(() => this.reunion()?.operations.includes('reunion.animer') ?? false);
  /** Date, place, agenda and guests may still be written, by this reader. */
  readonly preparable = computed(() => {
    const reunion = this.reunion();
    return this.anime() && !!reunion && ETATS_PREPARABLES.includes(reunion.etat);
  });

  /** A write that goes on behind the page: what is written next waits for it, to start from the right version. */
  suivre(ecriture: Promise<void>): void {
    this.enCours = ecriture;
  }

  repos(): Promise<void> {
    return this.enCours;
  }

  /** Takes what a write answered, without asking again. */
  remplacer(reunion: ReunionLue): void {
    this.ressource.set(reunion);
  }
}
