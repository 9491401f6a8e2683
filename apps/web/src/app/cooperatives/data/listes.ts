import { httpResource } from '@angular/common/http';
import { Signal, computed } from '@angular/core';
import type { Liste, ValeurListeLue } from '@coopilote/domain/referentiel/referentiel.contract';
import type { Option } from '@coopilote/ui';

/**
 * Entries of a reference list, for a choice; to create as a field. Withdrawn entries stay only where they are already
 * chosen: pass those in `choisies`.
 */
export function optionsDeListe(liste: Liste, choisies: () => readonly string[] = () => []): Signal<readonly Option[]> {
  const valeurs = httpResource<ValeurListeLue[]>(() => ({ url: '/api/listes', params: { liste } }));
  return computed(() =>
    valeurs.hasValue()
      ? valeurs
          .value()
          .filter((valeur) => !valeur.retiree || choisies().includes(valeur.id))
          .map((valeur) => ({ valeur: valeur.id, libelle: valeur.libelle, detail: valeur.description ?? undefined }))
      : [],
  );
}
