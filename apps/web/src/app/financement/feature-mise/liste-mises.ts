import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  LIBELLES_GENRES_MISE,
  type MiseADispositionLue,
  type MiseResume,
  type MisesLues,
} from '@coopilote/domain/financement';
import { Carte, DateJourPipe, Etat, Icone, compter, formatEuros } from '@coopilote/ui';
import { etatMise } from '../ui/etat-mise';
import { DialogueMise } from './dialogue-mise';

/** Mises à disposition of a CA, for whom they concern; nothing for the others. */
@Component({
  selector: 'co-liste-mises',
  imports: [Carte, DateJourPipe, DialogueMise, Etat, Icone, RouterLink],
  template: `
    @if (visible()) {
      <co-carte titre="Mises à disposition" [niveau]="3">
        @if (mises().length) {
          <ul class="liste-nue">
            @for (mise of mises(); track mise.id) {
              <li>
                <div class="quoi">
                  <a [routerLink]="['mises-a-disposition', mise.id]">{{ mise.intitule }}</a>
                  <span class="petit">
                    {{ genres[mise.genre] }}, par {{ mise.structure }} pour {{ mise.beneficiaires.join(', ') }}, du
                    {{ mise.debut | dateJour }} au {{ mise.fin | dateJour }}
                  </span>
                  <span class="petit num">{{ montants(mise) }}</span>
                </div>
                <co-etat [de]="etat(mise.etat)" />
              </li>
            }
          </ul>
        } @else {
          <p class="petit">
            Une structure membre peut mettre du personnel ou des moyens à la disposition d’autres, à leur coût réel.
          </p>
        }
        @if (preteurs().length) {
          <button type="button" class="bouton second ajouter" (click)="creation.set(true)">
            <co-icone nom="plus" />Préparer une mise à disposition
          </button>
        }
      </co-carte>
    }
    @if (creation()) {
      <co-dialogue-mise [cooperativeId]="cooperativeId()" [preteurs]="preteurs()" (ferme)="fermer($event)" />
    }
  `,
  styles: `
    .quoi {
      display: grid;
      gap: 0.1rem;
      flex: 1 1 16rem;
    }
    .ajouter {
      margin-top: var(--e4);
    }
  `,
})
export class ListeMises {
  readonly cooperativeId = input.required<string>();

  protected readonly etat = etatMise;
  protected readonly genres = LIBELLES_GENRES_MISE;
  protected readonly creation = signal(false);
  private readonly routeur = inject(Router);
  private readonly ressource = httpResource<MisesLues>(() => ({
    url: '/api/mises-a-disposition',
    params: { cooperative: this.cooperativeId() },
  }));
  private readonly lues = computed(() => (this.ressource.hasValue() ? this.ressource.value() : null));
  protected readonly mises = computed(() => this.lues()?.mises ?? []);
  protected readonly preteurs = computed(() => this.lues()?.preteurs ?? []);
  protected readonly visible = computed(() => this.mises().length > 0 || this.preteurs().length > 0);

  /** « 43 968,00 € prévus, 21 946,89 € réels ». */
  protected montants({ coutPrevu, coutReel, manques }: MiseResume): string {
    return [
      `${formatEuros(coutPrevu)} prévus`,
      ...(coutReel ? [`${formatEuros(coutReel)} réels`] : []),
      ...(manques ? [`${compter(manques, 'approbation')} à recueillir`] : []),
    ].join(', ');
  }

  protected fermer(creee: MiseADispositionLue | null): void {
    this.creation.set(false);
    if (creee) {
      void this.routeur.navigate([
        '/cooperatives',
        this.cooperativeId(),
        'financement',
        'mises-a-disposition',
        creee.id,
      ]);
    }
  }
}
