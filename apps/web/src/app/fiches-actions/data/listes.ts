import { httpResource } from '@angular/common/http';
import { Signal, computed } from '@angular/core';
import type { IndicateurCommunLu, Liste, ValeurListeLue } from '@coopilote/domain/referentiel/referentiel.contract';
import type { Option } from '@coopilote/ui';

/** Entries of a reference list; to create as a field. Withdrawn entries stay only where they are already chosen. */
export function optionsDeListe(liste: Liste, choisies: () => readonly string[]): Signal<readonly Option[]> {
  const valeurs = httpResource<ValeurListeLue[]>(() => ({ url: '/api/listes', params: { liste } }));
  return computed(() =>
    valeurs.hasValue()
      ? valeurs
          .value()
          .filter((valeur) => !valeur.retiree || choisies().includes(valeur.id))
          .map((valeur) => ({ valeur: valeur.id, libelle: valeur.libelle }))
      : [],
  );
}

/** Regional indicators that an action's own may feed; a withdrawn one stays where it is already chosen. */
export function indicateursCommuns(choisi: () => string | null): Signal<readonly IndicateurCommunLu[]> {
  const lus = httpResource<IndicateurCommunLu[]>(() => '/api/indicateurs-communs');
  return computed(() =>
    lus.hasValue() ? lus.value().filter((commun) => !commun.retiree || commun.id === choisi()) : [],
  );
}
