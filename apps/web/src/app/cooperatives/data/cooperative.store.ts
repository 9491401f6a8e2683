import { httpResource } from '@angular/common/http';
import { Injectable, computed, signal } from '@angular/core';
import type { CooperativeLue } from '@coopilote/domain/cooperatives';
import type { Operation } from '@coopilote/domain/droits';

/** The CA of the page, shared by its tabs: provided by `PageCooperative`. */
@Injectable()
export class CooperativeStore {
  readonly id = signal('');
  readonly ressource = httpResource<CooperativeLue>(() => (this.id() ? `/api/cooperatives/${this.id()}` : undefined));
  readonly cooperative = computed(() => (this.ressource.hasValue() ? this.ressource.value() : null));
  private readonly operations = computed(() => new Set(this.cooperative()?.operations));

  /** True when the reader may do this on this CA: the API says so with the CA. */
  peut(operation: Operation): boolean {
    return this.operations().has(operation);
  }
}
