import { httpResource } from '@angular/common/http';
import { Injectable, Signal, computed, inject, signal } from '@angular/core';
import type { CooperativeCreee, CooperativeLue } from '@coopilote/domain/cooperatives';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { CommuneLue, DepartementLu } from '@coopilote/domain/referentiel/referentiel.contract';
import type { Option } from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { CooperativesApi } from '../data/cooperatives-api';
import { optionsDeListe } from '../data/listes';

export interface CoordinateurPossible {
  id: string;
  prenom: string;
  nom: string;
  qualite: 'DD' | 'COPILOTE';
}

/** What the form of a CA offers to choose from. */
@Injectable()
export class SaisieStore {
  private readonly api = inject(CooperativesApi);
  private readonly session = inject(SessionStore);
  readonly cooperative = signal<CooperativeLue | null>(null);

  private readonly ids = (liste?: readonly { id: string }[]) => (liste ?? []).map(({ id }) => id);
  readonly thematiques = optionsDeListe('THEMATIQUE', () => this.ids(this.cooperative()?.thematiques));
  readonly publics = optionsDeListe('PUBLIC_CIBLE', () => this.ids(this.cooperative()?.publics));
  readonly dispositifs = optionsDeListe(
    'DISPOSITIF',
    () => this.cooperative()?.dispositifs.map(({ dispositifId }) => dispositifId) ?? [],
  );

  private readonly departementsLus = httpResource<DepartementLu[]>(() => '/api/referentiel/departements');
  /** Where the reader may create a CA: its own département, or those of its region. */
  readonly departements: Signal<readonly Option[]> = computed(() => {
    const attributions = this.session.attributions();
    const regions = new Set(attributions.filter((a) => a.role === 'ADMIN_REGIONAL').map((a) => a.regionCode));
    const propres = new Set(attributions.map((a) => (a.role === 'COORDINATEUR_DD' ? a.departementCode : null)));
    const lus = this.departementsLus.hasValue() ? this.departementsLus.value() : [];
    return lus
      .filter(({ code, regionCode }) => regions.has(regionCode) || propres.has(code))
      .map(({ code, nom }) => ({ valeur: code, libelle: `${nom} (${code})` }));
  });

  /** Département of the CA to create; '' as long as it is not chosen. */
  readonly departement = signal('');
  /** Persons who can be named (R1): those of the CA, or of the département in which it is created. */
  readonly possibles = httpResource<CoordinateurPossible[]>(() => {
    const ca = this.cooperative();
    if (ca) return { url: `/api/cooperatives/${ca.id}/coordinateurs-possibles` };
    const departement = this.departement();
    return departement ? { url: '/api/cooperatives/coordinateurs-possibles', params: { departement } } : undefined;
  });
  readonly coordinateursDd = computed(() => this.coordinateurs('DD'));
  readonly copilotes = computed(() => this.coordinateurs('COPILOTE'));

  /**
   * Coordinators of a CA to create among those who can be named: who was chosen, else, for the delegation, the reader or the
   * only person there.
   */
  choisirCoordination(choisis: Pick<CooperativeCreee, 'coordinateurDdId' | 'copiloteId'>): typeof choisis {
    const dd = this.coordinateursDd().map(({ valeur }) => valeur);
    const copilotes = this.copilotes().map(({ valeur }) => valeur);
    const parmi = (personnes: readonly string[], id: string | null | undefined) =>
      id && personnes.includes(id) ? id : null;
    return {
      coordinateurDdId:
        parmi(dd, choisis.coordinateurDdId) ??
        parmi(dd, this.session.utilisateur()?.id) ??
        (dd.length === 1 ? (dd[0] ?? null) : null),
      copiloteId: parmi(copilotes, choisis.copiloteId),
    };
  }

  chercherCommunes(terme: string, departement: string | undefined): Promise<readonly Option[]> {
    return this.api.chercherCommunes(terme, departement).then((communes) => communes.map(versOption));
  }

  async chercherEpci(terme: string): Promise<readonly Option[]> {
    const trouvees = await this.api.chercherEpci(terme);
    return trouvees.map(({ code, nom, type, communes }) => ({
      valeur: code,
      libelle: nom,
      detail: `${type}, ${communes.length} communes`,
    }));
  }

  communesDeLEpci(code: string): Promise<readonly CommuneLue[]> {
    return this.api.communesDeLEpci(code);
  }

  private coordinateurs(qualite: 'DD' | 'COPILOTE'): readonly Option[] {
    const actuels = this.cooperative()?.coordinateurs ?? [];
    const lus = this.possibles.hasValue() ? this.possibles.value() : [];
    const tous = new Map([...actuels, ...lus].filter((c) => c.qualite === qualite).map((c) => [c.id, c]));
    return [...tous.values()].map(({ id, prenom, nom }) => ({ valeur: id, libelle: `${prenom} ${nom}` }));
  }
}

export function versOption(commune: CommuneLue): Option {
  return {
    valeur: commune.code,
    libelle: commune.nom,
    detail: [commune.codesPostaux[0], commune.epci].filter(Boolean).join(' · '),
  };
}

/** The form's value for a CA as it stands; a new one starts today. */
export function versSaisie(ca: CooperativeLue | null): Omit<CooperativeCreee, 'departementCode'> {
  const coordinateur = (qualite: string) => ca?.coordinateurs.find((c) => c.qualite === qualite)?.id ?? null;
  return {
    intitule: ca?.intitule ?? '',
    sigle: ca?.sigle ?? null,
    presentation: ca?.presentation ?? null,
    debut: ca?.debut ?? jourAParis(new Date()),
    fin: ca?.fin ?? null,
    thematiques: ca?.thematiques.map(({ id }) => id) ?? [],
    publics: ca?.publics.map(({ id }) => id) ?? [],
    communes: ca?.communes.map(({ code }) => code) ?? [],
    qpv: ca?.qpv ?? [],
    dispositifs: ca?.dispositifs.map(({ dispositifId, articulation }) => ({ dispositifId, articulation })) ?? [],
    principes: ca?.principes.map(({ code, respecte, commentaire }) => ({ code, respecte, commentaire })) ?? [],
    eParcoursReferent: ca?.eParcoursReferent ?? null,
    coordinateurDdId: coordinateur('DD'),
    copiloteId: coordinateur('COPILOTE'),
  };
}
