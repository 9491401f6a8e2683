import type { HttpResourceRef } from '@angular/common/http';
import { type Signal, linkedSignal } from '@angular/core';

/** The value of a resource, kept on screen while another one is loading: a page that turns does not blink. */
export function derniereValeur<T>(ressource: HttpResourceRef<T | undefined>): Signal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source: () => (ressource.hasValue() ? ressource.value() : undefined),
    computation: (valeur, avant) => valeur ?? avant?.value,
  });
}
