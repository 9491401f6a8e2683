import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { ConventionEnVigueur } from '@coopilote/domain/conventions';
import type { AdhesionLue } from '@coopilote/domain/cooperatives';
import { Chargement, ErreurChargement, Icone, Vide, compter } from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { DansConvention } from '../../conventions/ui/dans-convention';
import { CooperativeStore } from '../data/cooperative.store';
import { TableMembres } from '../ui/table-membres';
import { DialogueAdhesion } from './dialogue-adhesion';
import { DialogueAjout } from './dialogue-ajout';
import { DialogueInvitation } from './dialogue-invitation';
import { MembresStore } from './membres.store';

/** Who is in the CA, since when, and who can sign in. */
@Component({
  selector: 'co-page-membres',
  imports: [
    Chargement,
    DansConvention,
    DialogueAdhesion,
    DialogueAjout,
    DialogueInvitation,
    ErreurChargement,
    Icone,
    TableMembres,
    Vide,
  ],
  providers: [MembresStore],
  template: `
    @if (store.ressource.error(); as erreur) {
      <co-erreur-chargement [erreur]="erreur" (reessayer)="store.ressource.reload()" />
    } @else if (!store.ressource.hasValue()) {
      <co-chargement [lignes]="6" />
    } @else {
      @if (convention(); as touchee) {
        <co-dans-convention quoi="Les membres sont parties de la convention signée" [convention]="touchee" />
      }
      @if (store.presentes().length) {
        <div class="tete">
          <h2>{{ titre() }}</h2>
          @if (modifiable()) {
            <button type="button" class="bouton" (click)="ajout.set(true)">
              <co-icone nom="plus" />Ajouter une structure
            </button>
          }
        </div>
        <co-table-membres
          legende="Structures membres"
          [adhesions]="store.presentes()"
          [modifiable]="modifiable()"
          [invitable]="invitable()"
          (modifier)="aModifier.set($event)"
          (inviter)="aInviter.set({ id: $event.structureId, nom: $event.structure, introduction: '' })"
        />
      } @else {
        <co-vide titre="Aucune structure membre" icone="personne">
          Ajoutez d’abord les structures qui porteront les actions&nbsp;: chacune pourra écrire ses fiches-actions et
          ses bilans.
          <ng-container actions>
            @if (modifiable()) {
              <button type="button" class="bouton" (click)="ajout.set(true)">Ajouter une structure</button>
            }
          </ng-container>
        </co-vide>
      }
      @if (store.parties().length) {
        <h2 class="anciennes">Anciens membres</h2>
        <co-table-membres
          legende="Anciens membres"
          [adhesions]="store.parties()"
          [modifiable]="modifiable()"
          (modifier)="aModifier.set($event)"
        />
      }
    }
    @if (ajout()) {
      <co-dialogue-ajout [cooperativeId]="ca.id()" [membres]="idsMembres()" (ferme)="finirAjout($event)" />
    }
    @if (aModifier(); as adhesion) {
      <co-dialogue-adhesion
        [cooperativeId]="ca.id()"
        [adhesion]="adhesion"
        (ferme)="aModifier.set(null); $event && store.recharger()"
      />
    }
    @if (aInviter(); as structure) {
      <co-dialogue-invitation
        [structure]="structure"
        [introduction]="structure.introduction"
        (ferme)="aInviter.set(null); $event && store.recharger()"
      />
    }
  `,
  styles: `
    co-dans-convention {
      display: block;
      margin-bottom: var(--e4);
    }
    .tete {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e2) var(--e4);
      justify-content: space-between;
      align-items: center;
      margin-bottom: var(--e4);
    }
    .anciennes {
      margin: var(--e8) 0 var(--e4);
      font-size: var(--t-3);
    }
  `,
})
export class PageMembres {
  protected readonly ca = inject(CooperativeStore);
  protected readonly store = inject(MembresStore);
  private readonly session = inject(SessionStore);

  protected readonly ajout = signal(false);
  protected readonly aModifier = signal<AdhesionLue | null>(null);
  protected readonly aInviter = signal<{ id: string; nom: string; introduction: string } | null>(null);
  protected readonly modifiable = computed(() => this.ca.peut('adhesion.modifier'));
  /** A partner invites for its own structure only, from that structure's page. */
  protected readonly invitable = computed(
    () => this.session.peut('structure.inviter') && this.ca.peut('adhesion.modifier'),
  );
  protected readonly idsMembres = computed(() => this.store.presentes().map(({ structureId }) => structureId));
  private readonly enVigueur = httpResource<ConventionEnVigueur>(() =>
    this.modifiable() ? `/api/cooperatives/${this.ca.id()}/convention-en-vigueur` : undefined,
  );
  protected readonly convention = computed(() => {
    const convention = this.enVigueur.hasValue() ? this.enVigueur.value().convention : null;
    return convention && this.idsMembres().some((id) => convention.structures.includes(id)) ? convention : null;
  });
  protected readonly titre = computed(() =>
    compter(this.store.presentes().length, 'structure membre', 'structures membres'),
  );

  protected finirAjout(structure: { id: string; nom: string } | null): void {
    this.ajout.set(false);
    if (!structure) return;
    this.store.recharger();
    if (this.invitable())
      this.aInviter.set({ ...structure, introduction: `${structure.nom} est membre de la coopérative.` });
  }
}
