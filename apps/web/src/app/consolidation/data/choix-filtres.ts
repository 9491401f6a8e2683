import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { CooperativeLigne } from '@coopilote/domain/cooperatives/cooperative.contract';
import type {
  CommuneLue,
  DepartementLu,
  IndicateurCommunLu,
  Liste,
  ValeurListeLue,
} from '@coopilote/domain/referentiel/referentiel.contract';
import type { StructureLigne } from '@coopilote/domain/structures/structure.contract';
import type { Option } from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';
import type { CleFiltre, FiltresLus } from './filtres';

type Recherche = (terme: string) => Promise<readonly Option[]>;

/** The values that each filter may take, and the words of those that are taken. */
@Injectable()
export class ChoixFiltres {
  readonly filtres = signal<FiltresLus>({});
  private readonly http = inject(HttpClient);
  private readonly departements = httpResource<DepartementLu[]>(() => '/api/referentiel/departements');
  private readonly listes = httpResource<ValeurListeLue[]>(() => '/api/listes');
  private readonly indicateurs = httpResource<IndicateurCommunLu[]>(() => '/api/indicateurs-communs');
  /** Names of what the address holds only by its code. */
  private readonly structure = httpResource<{ nom: string }>(() => lien('/api/structures/', this.filtres().structure));
  private readonly cooperative = httpResource<{ intitule: string }>(() =>
    lien('/api/cooperatives/', this.filtres().cooperative),
  );
  private readonly communes = httpResource<CommuneLue[]>(() =>
    lien('/api/referentiel/communes?q=', this.filtres().territoire),
  );

  /** Closed lists, by filter. */
  readonly options = computed<Partial<Record<CleFiltre, readonly Option[]>>>(() => ({
    departement: lire(this.departements, []).map(({ code, nom }) => ({ valeur: code, libelle: `${code} ${nom}` })),
    thematique: this.liste('THEMATIQUE'),
    public: this.liste('PUBLIC_CIBLE'),
    indicateurCommun: lire(this.indicateurs, []).map(({ id, libelle }) => ({ valeur: id, libelle })),
  }));

  /** Lists too long to show, asked of the server as one types. */
  readonly recherches: Partial<Record<CleFiltre, Recherche>> = {
    territoire: async (q) => (await this.lire<CommuneLue[]>('/api/referentiel/communes', q)).map(optionCommune),
    structure: async (q) =>
      (await this.lire<Page<StructureLigne>>('/api/structures', q)).lignes.map(({ id, nom, commune }) => ({
        valeur: id,
        libelle: nom,
        detail: commune,
      })),
    cooperative: async (q) =>
      (await this.lire<Page<CooperativeLigne>>('/api/cooperatives', q)).lignes.map(({ id, intitule, departement }) => ({
        valeur: id,
        libelle: intitule,
        detail: departement,
      })),
  };

  /** The words of a filter's value; the value itself while they are on their way. */
  libelle(cle: CleFiltre): string | null {
    const valeur = this.filtres()[cle];
    if (!valeur) return null;
    return this.options()[cle]?.find((option) => option.valeur === valeur)?.libelle ?? this.nomLu(cle) ?? '…';
  }

  private nomLu(cle: CleFiltre): string | undefined {
    if (cle === 'structure') return lire(this.structure, undefined)?.nom;
    if (cle === 'cooperative') return lire(this.cooperative, undefined)?.intitule;
    if (cle !== 'territoire') return undefined;
    return lire(this.communes, []).find((commune) => commune.code === this.filtres().territoire)?.nom;
  }

  private liste(liste: Liste): Option[] {
    return lire(this.listes, [])
      .filter((valeur) => valeur.liste === liste)
      .map(({ id, libelle }) => ({ valeur: id, libelle }));
  }

  private lire<T>(url: string, q: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(url, { params: { q, taille: 20 } }));
  }
}

function optionCommune({ code, nom, departementCode }: CommuneLue): Option {
  return { valeur: code, libelle: nom, detail: departementCode };
}

function lien(debut: string, valeur: string | undefined): string | undefined {
  return valeur && `${debut}${encodeURIComponent(valeur)}`;
}

/** A list that did not come leaves its filter without words, not the page without figures. */
function lire<T, V>(ressource: { hasValue(): boolean; value(): T | undefined }, absent: V): T | V {
  return ressource.hasValue() ? (ressource.value() ?? absent) : absent;
}
