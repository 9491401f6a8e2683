import { httpResource } from '@angular/common/http';
import { Injectable, computed, signal } from '@angular/core';
import type { FicheActionLigne } from '@coopilote/domain/actions';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { AdhesionLue } from '@coopilote/domain/cooperatives';
import { CODES_NATURES, LIBELLES_FAMILLES, NATURES } from '@coopilote/domain/financement';
import type { Option } from '@coopilote/ui';

/** Kinds of funding, by family. */
export const OPTIONS_NATURES: readonly Option[] = CODES_NATURES.map((code) => ({
  valeur: code,
  libelle: NATURES[code].libelle,
  groupe: LIBELLES_FAMILLES[NATURES[code].famille],
}));

/** Structures and actions of a CA, for the forms of its money. */
@Injectable()
export class ChoixEngagement {
  readonly cooperativeId = signal('');
  private readonly adhesions = httpResource<AdhesionLue[]>(() =>
    this.cooperativeId() ? `/api/cooperatives/${this.cooperativeId()}/adhesions` : undefined,
  );
  private readonly fiches = httpResource<Page<FicheActionLigne>>(() =>
    this.cooperativeId()
      ? { url: '/api/fiches-actions', params: { cooperative: this.cooperativeId(), taille: 500, tri: 'intitule' } }
      : undefined,
  );

  readonly structures = computed<readonly Option[]>(() => {
    const lues = this.adhesions.hasValue() ? this.adhesions.value() : [];
    return [...new Map(lues.map((a) => [a.structureId, a.structure]))].map(([valeur, libelle]) => ({
      valeur,
      libelle,
    }));
  });
  readonly actions = computed<readonly Option[]>(() =>
    (this.fiches.hasValue() ? this.fiches.value().lignes : []).map(({ id, intitule, structure }) => ({
      valeur: id,
      libelle: intitule,
      groupe: structure,
    })),
  );
}
