import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Page } from '@coopilote/domain/commun/page.contract';
import { libelleCle } from '@coopilote/domain/consolidation/cles.rules';
import { ET } from '@coopilote/domain/consolidation/sources.rules';
import type { CooperativeLigne } from '@coopilote/domain/cooperatives/cooperative.contract';
import { LIBELLES_PHASES, PHASES } from '@coopilote/domain/cooperatives/phases.rules';
import type {
  CommuneLue,
  DepartementLu,
  IndicateurCommunLu,
  IntercommunaliteLue,
  Liste,
  RegionLue,
  ValeurListeLue,
} from '@coopilote/domain/referentiel/referentiel.contract';
import type { StructureLigne } from '@coopilote/domain/structures/structure.contract';
import type { Option } from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../../platform/session-store';
import type { CleFiltre, FiltresLus } from './filtres';

type Recherche = (terme: string) => Promise<readonly Option[]>;

/** The values that each filter may take, and the words of those that are taken. */
@Injectable()
export class ChoixFiltres {
  readonly filtres = signal<FiltresLus>({});
  private readonly http = inject(HttpClient);
  private readonly attributions = inject(SessionStore).attributions;
  private readonly regions = httpResource<RegionLue[]>(() => '/api/referentiel/regions');
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
  private readonly intercommunalites = httpResource<IntercommunaliteLue[]>(() =>
    lien('/api/referentiel/epci?q=', this.filtres().epci),
  );

  /** Régions of the reader: there is no choice to make with one alone. */
  readonly regionsLues = computed(() => {
    const siennes = new Set(this.attributions().map(({ regionCode }) => regionCode));
    return lire(this.regions, []).filter(({ code }) => siennes.has(code));
  });
  /** Départements of the reader's régions, or of the one that is filtered. */
  readonly departementsLus = computed(() => {
    const { region } = this.filtres();
    const siennes = new Set(this.attributions().map(({ regionCode }) => regionCode));
    return lire(this.departements, []).filter(({ regionCode }) =>
      region ? regionCode === region : siennes.has(regionCode),
    );
  });

  /** Closed lists, by filter. */
  readonly options = computed<Partial<Record<CleFiltre, readonly Option[]>>>(() => ({
    region: this.regionsLues().map(({ code, nom }) => ({ valeur: code, libelle: nom })),
    departement: this.departementsLus().map(({ code, nom }) => ({ valeur: code, libelle: `${code} ${nom}` })),
    thematique: this.liste('THEMATIQUE', 'thematique'),
    public: this.liste('PUBLIC_CIBLE', 'public'),
    phase: PHASES.map((phase) => ({ valeur: phase, libelle: LIBELLES_PHASES[phase] })),
    indicateur: parValeur(
      lire(this.indicateurs, []).map(({ code, unite, modeAgregation, libelle }) => ({
        valeur: [code, unite, modeAgregation].join(':'),
        libelle,
      })),
    ),
  }));

  /** Lists too long to show, asked of the server as one types. */
  readonly recherches: Partial<Record<CleFiltre, Recherche>> = {
    epci: async (q) =>
      (await this.lire<IntercommunaliteLue[]>('/api/referentiel/epci', q)).map(({ code, nom, type }) => ({
        valeur: code,
        libelle: nom,
        detail: type,
      })),
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

  /** The words of a filter's value; « … » while they are on their way. */
  libelle(cle: CleFiltre): string | null {
    const valeurs = this.filtres()[cle]?.split(ET) ?? [];
    return valeurs.map((valeur) => this.nommer(cle, valeur)).join(' et ') || null;
  }

  private nommer(cle: CleFiltre, valeur: string): string {
    const connu = this.options()[cle]?.find((option) => option.valeur === valeur)?.libelle ?? this.nomLu(cle, valeur);
    if (connu) return connu;
    const aucun = libelleCle(cle, valeur, undefined);
    return aucun === valeur ? '…' : aucun;
  }

  private nomLu(cle: CleFiltre, valeur: string): string | undefined {
    switch (cle) {
      case 'structure':
        return lire(this.structure, undefined)?.nom;
      case 'cooperative':
        return lire(this.cooperative, undefined)?.intitule;
      case 'territoire':
        return lire(this.communes, []).find(({ code }) => code === valeur)?.nom;
      case 'epci':
        return lire(this.intercommunalites, []).find(({ code }) => code === valeur)?.nom;
      default:
        return undefined;
    }
  }

  /** Régions share the codes of their lists: one entry a code. */
  private liste(liste: Liste, cle: 'thematique' | 'public'): Option[] {
    const valeurs = lire(this.listes, []).filter((valeur) => valeur.liste === liste);
    return [
      ...parValeur(valeurs.map(({ code, libelle }) => ({ valeur: code, libelle }))),
      { valeur: 'SANS', libelle: libelleCle(cle, 'SANS', undefined) },
    ];
  }

  private lire<T>(url: string, q: string): Promise<T> {
    return firstValueFrom(
      this.http.get<T>(url, { params: { q, ...(url.includes('/referentiel/') ? {} : { taille: 20 }) } }),
    );
  }
}

function parValeur(options: readonly Option[]): Option[] {
  return [...new Map(options.map((option) => [option.valeur, option])).values()];
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
