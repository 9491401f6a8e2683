import { httpResource } from '@angular/common/http';
import { Injectable, Signal, computed, inject, signal } from '@angular/core';
import type { FicheActionCreee, FicheActionLue, FicheActionSaisie } from '@coopilote/domain/actions';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { AdhesionLue, CooperativeLue, ProgrammeLu } from '@coopilote/domain/cooperatives';
import type { Option } from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { optionsDeListe } from '../data/listes';

/** What the form of a fiche-action offers to choose from: lists, and what its CA holds. */
@Injectable()
export class SaisieStore {
  private readonly session = inject(SessionStore);
  readonly cooperativeId = signal('');
  readonly fiche = signal<FicheActionLue | null>(null);

  readonly cooperative = httpResource<CooperativeLue>(() => this.adresse(''));
  private readonly programme = httpResource<ProgrammeLu>(() => this.adresse('/programme'));
  private readonly adhesions = httpResource<AdhesionLue[]>(() =>
    this.fiche() ? undefined : this.adresse('/adhesions'),
  );

  private readonly ids = (liste?: readonly { id: string }[]) => (liste ?? []).map(({ id }) => id);
  readonly publics = optionsDeListe('PUBLIC_CIBLE', () => this.ids(this.fiche()?.publics));
  readonly modes = optionsDeListe('MODE_INTERVENTION', () => this.ids(this.fiche()?.modes));

  readonly objectifs: Signal<readonly Option[]> = computed(() => {
    const objectifs = this.programme.hasValue() ? this.programme.value().objectifs : [];
    const parId = new Map(objectifs.map((objectif) => [objectif.id, objectif.intitule]));
    return objectifs
      .filter(({ niveau }) => niveau === 'OPERATIONNEL')
      .map(({ id, intitule, parentId }) => ({
        valeur: id,
        libelle: intitule,
        groupe: (parentId && parId.get(parentId)) || undefined,
      }));
  });

  /** Member structures for which the reader may write: a partner's own, any of them for who animates the CA. */
  readonly structures: Signal<readonly Option[]> = computed(() => {
    const attributions = this.session.attributions();
    const animateur = this.cooperative.hasValue() && this.cooperative.value().operations.includes('fiche.valider');
    const siennes = new Set(attributions.map(({ structureId }) => structureId));
    const jour = jourAParis(new Date());
    return (this.adhesions.hasValue() ? this.adhesions.value() : [])
      .filter(({ fin, structureId }) => (!fin || fin >= jour) && (animateur || siennes.has(structureId)))
      .map(({ structureId, structure }) => ({ valeur: structureId, libelle: structure }));
  });
  /** True once it is known that the reader may write for nobody here. */
  readonly sansStructure = computed(() => this.adhesions.hasValue() && this.structures().length === 0);

  readonly communes: Signal<readonly Option[]> = computed(() =>
    this.cooperative.hasValue()
      ? this.cooperative.value().communes.map(({ code, nom }) => ({ valeur: code, libelle: nom }))
      : [],
  );

  private adresse(suite: string): string | undefined {
    return this.cooperativeId() ? `/api/cooperatives/${this.cooperativeId()}${suite}` : undefined;
  }
}

/** The form's value for a fiche-action as it stands. */
export function versSaisie(fiche: FicheActionLue): FicheActionSaisie {
  return {
    intitule: fiche.intitule,
    objectifId: fiche.objectifId,
    contenu: fiche.contenu,
    calendrierDebut: fiche.calendrierDebut,
    calendrierFin: fiche.calendrierFin,
    calendrier: fiche.calendrier,
    modes: fiche.modes.map(({ id }) => id),
    publics: fiche.publics.map(({ id }) => id),
    autrePublic: fiche.autrePublic,
    lieux: fiche.lieux,
    territoireCommuneCode: fiche.territoireCommuneCode,
    moyensHumains: fiche.moyensHumains,
    moyensHumainsEtp: fiche.moyensHumainsEtp,
    objectifsPoursuivis: fiche.objectifsPoursuivis,
    resultatsAttendus: fiche.resultatsAttendus,
    beneficiairesCibles: fiche.beneficiairesCibles,
    motifPeuIndicateurs: fiche.motifPeuIndicateurs,
  };
}

/** A blank fiche-action: the rest of the year, unless it is told otherwise. */
export function ficheVierge(cooperativeId: string, objectifId: string | null): FicheActionCreee {
  const jour = jourAParis(new Date());
  return {
    cooperativeId,
    structureId: '',
    intitule: '',
    objectifId,
    contenu: null,
    calendrierDebut: jour,
    calendrierFin: `${jour.slice(0, 4)}-12-31`,
    calendrier: null,
    modes: [],
    publics: [],
    autrePublic: null,
    lieux: null,
    territoireCommuneCode: null,
    moyensHumains: null,
    moyensHumainsEtp: null,
    objectifsPoursuivis: null,
    resultatsAttendus: null,
    beneficiairesCibles: null,
    motifPeuIndicateurs: null,
  };
}
