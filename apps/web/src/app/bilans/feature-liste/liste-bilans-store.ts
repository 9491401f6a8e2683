import { Injectable, computed, inject, signal } from '@angular/core';
import type { BilanLigne } from '@coopilote/domain/bilans/bilan.contract';
import { ETATS_BILAN, ETATS_RECUS, LIBELLES_ETATS_BILAN } from '@coopilote/domain/bilans/bilan.rules';
import { derniereValeur } from '../../platform/derniere-valeur';
import { SessionStore } from '../../platform/session-store';
import { optionsTrimestres } from '../../platform/trimestres';
import { type FiltresBilans, ressourceListe } from '../data/bilans-api';

const TAILLE = 50;
/** Two years and the current quarter. */
const TRIMESTRES = 9;

/** What a list of reports is filtered by, as it stands in the address. */
export interface FiltresListe {
  cooperative?: string;
  trimestre?: string;
  etat?: string;
  enRetard?: string;
  page?: string;
}

/** A list of reports: what is asked for, and what was answered. */
@Injectable()
export class ListeBilansStore {
  private readonly session = inject(SessionStore);
  private readonly _filtres = signal<FiltresListe>({});

  readonly filtres = computed<FiltresBilans>(() => {
    const { cooperative, trimestre, etat, enRetard, page } = this._filtres();
    return {
      cooperative: cooperative ?? null,
      trimestre: trimestre ?? null,
      etat: etat ?? null,
      enRetard: enRetard === 'true',
      page: Math.max(1, Number(page) || 1),
      taille: TAILLE,
    };
  });
  readonly filtree = computed(() => {
    const { trimestre, etat, enRetard } = this.filtres();
    return !!trimestre || !!etat || !!enRetard;
  });
  readonly ressource = ressourceListe(() => this.filtres());
  readonly page = derniereValeur(this.ressource);
  private readonly structures = computed(
    () =>
      new Set(
        this.session
          .attributions()
          .flatMap(({ role, structureId }) => (role === 'PARTENAIRE' ? (structureId ?? []) : [])),
      ),
  );
  private readonly autreQuePartenaire = computed(() =>
    this.session.attributions().some(({ role }) => role !== 'PARTENAIRE'),
  );
  /** The drafts of a structure are its own; what was sent back is read by those who sent it back too. */
  readonly ouvert = (bilan: BilanLigne): boolean => {
    if (ETATS_RECUS.includes(bilan.etat) || this.structures().has(bilan.structureId)) return true;
    return bilan.etat === 'A_COMPLETER' && this.autreQuePartenaire();
  };
  readonly trimestres = optionsTrimestres(TRIMESTRES);
  readonly etats = ETATS_BILAN.map((etat) => ({ valeur: etat, libelle: LIBELLES_ETATS_BILAN[etat] }));

  filtrer(filtres: FiltresListe): void {
    this._filtres.set(filtres);
  }
}
