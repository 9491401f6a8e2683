import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { estEnVigueur, type ConventionLigne, type ConventionLue } from '@coopilote/domain/conventions';
import { CooperativeStore } from '../../cooperatives/data/cooperative.store';
import { derniereValeur } from '../../platform/derniere-valeur';

/** The conventions of a CA: the one in force or being made, then those before it. */
@Injectable()
export class ConventionStore {
  private readonly ca = inject(CooperativeStore);
  readonly liste = httpResource<ConventionLigne[]>(() =>
    this.ca.id() ? `/api/cooperatives/${this.ca.id()}/conventions` : undefined,
  );
  private readonly lignes = derniereValeur(this.liste);
  /** Null once the list is read and holds none that stands. */
  readonly courante = computed(() => this.lignes()?.find(({ etat }) => etat !== 'ABANDONNE') ?? null);
  readonly anciennes = computed(() => (this.lignes() ?? []).filter(({ id }) => id !== this.courante()?.id));
  readonly lue = computed(() => this.lignes() !== undefined);

  readonly ressource = httpResource<ConventionLue>(() => {
    const courante = this.courante();
    return courante ? `/api/conventions/${courante.id}` : undefined;
  });
  private readonly derniere = derniereValeur(this.ressource);
  readonly convention = computed(() => {
    const convention = this.derniere();
    return convention && convention.id === this.courante()?.id ? convention : null;
  });

  /** Another one may be made: none stands, or the last has come to its end. */
  readonly preparable = computed(() => {
    const etat = this.courante()?.etat;
    return this.ca.peut('convention.rediger') && (!etat || etat === 'EXPIREE' || etat === 'RESILIEE');
  });
  /** Why the parties cannot change now; null when they can. */
  readonly verrou = computed(() => {
    const fige = this.convention()?.actes.find(({ etat }) => etat === 'PRET' || etat === 'EN_SIGNATURE');
    if (!fige) return null;
    return fige.etat === 'PRET'
      ? `${fige.nom}\u00a0: le texte est figé avec ses parties. Rouvrez-le pour les changer.`
      : `${fige.nom}\u00a0: les parties signent. Elles ne changent plus avant la dernière signature.`;
  });
  readonly enVigueur = computed(() => {
    const etat = this.convention()?.etat;
    return etat !== undefined && estEnVigueur(etat);
  });

  recharger(): void {
    this.liste.reload();
    this.ressource.reload();
  }
}
