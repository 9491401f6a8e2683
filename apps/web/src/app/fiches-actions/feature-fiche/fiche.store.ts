import { httpResource } from '@angular/common/http';
import { Injectable, computed, signal } from '@angular/core';
import type { FicheActionLue } from '@coopilote/domain/actions';

/** The fiche-action of the page. */
@Injectable()
export class FicheStore {
  readonly id = signal('');
  readonly ressource = httpResource<FicheActionLue>(() => (this.id() ? `/api/fiches-actions/${this.id()}` : undefined));
  readonly fiche = computed(() => (this.ressource.hasValue() ? this.ressource.value() : null));
}
