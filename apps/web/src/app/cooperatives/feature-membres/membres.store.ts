import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { AdhesionLue } from '@coopilote/domain/cooperatives';
import { CooperativeStore } from '../data/cooperative.store';

/** The structures of a CA: those of today, and those that left. */
@Injectable()
export class MembresStore {
  private readonly ca = inject(CooperativeStore);
  readonly ressource = httpResource<AdhesionLue[]>(() =>
    this.ca.id() ? `/api/cooperatives/${this.ca.id()}/adhesions` : undefined,
  );
  private readonly adhesions = computed(() =>
    this.ressource.hasValue()
      ? [...this.ressource.value()].sort((a, b) => a.structure.localeCompare(b.structure, 'fr'))
      : [],
  );
  /** A structure whose last day is to come is still a member. */
  readonly presentes = computed(() => this.adhesions().filter(({ fin }) => !fin || fin >= jourAParis(new Date())));
  readonly parties = computed(() => this.adhesions().filter(({ fin }) => fin && fin < jourAParis(new Date())));

  recharger(): void {
    this.ressource.reload();
    this.ca.ressource.reload();
  }
}
