import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BilansAnnuels } from '@coopilote/domain/bilans/bilan-annuel.contract';
import { Carte, DateJourPipe, Etat, Icone, Occupe, Toasts, compter, versProbleme } from '@coopilote/ui';
import { BILANS_ANNUELS, BilansAnnuelsApi } from '../data/bilans-annuels-api';
import { etatBilanAnnuel } from '../ui/mots';

/** Annual reports of a CA, and the years that may be opened. */
@Component({
  selector: 'co-liste-bilans-annuels',
  imports: [Carte, DateJourPipe, Etat, Icone, Occupe, RouterLink],
  template: `
    @if (lus().lignes.length || lus().ouvrables.length) {
      <co-carte titre="Bilans annuels">
        @if (lus().lignes.length) {
          <ul class="liste-nue">
            @for (bilan of lus().lignes; track bilan.id) {
              <li>
                <div class="quoi">
                  <a [routerLink]="['/cooperatives', cooperativeId(), 'bilans-annuels', bilan.id]"
                    >Bilan annuel {{ bilan.annee }}</a
                  >
                  @if (bilan.aEcrire) {
                    <span class="petit">{{ compter(bilan.aEcrire, 'action') }} à compléter par votre structure</span>
                  } @else if (bilan.adopteLe ?? bilan.presenteLe; as le) {
                    <span class="petit">le {{ le.slice(0, 10) | dateJour }}</span>
                  }
                </div>
                <co-etat [de]="etat(bilan.etat)" />
              </li>
            }
          </ul>
        }
        @for (annee of lus().ouvrables; track annee) {
          <button type="button" class="bouton second ouvrir" [coOccupe]="envoi()" (click)="ouvrir(annee)">
            <co-icone nom="plus" />Ouvrir le bilan annuel {{ annee }}
          </button>
        }
      </co-carte>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--e4);
    }
    .quoi {
      display: grid;
      gap: 0.1rem;
      flex: 1 1 14rem;
    }
    .ouvrir {
      margin: var(--e3) var(--e2) 0 0;
    }
  `,
})
export class ListeBilansAnnuels {
  readonly cooperativeId = input.required<string>();

  protected readonly etat = etatBilanAnnuel;
  protected readonly compter = compter;
  protected readonly envoi = signal(false);
  private readonly api = inject(BilansAnnuelsApi);
  private readonly toasts = inject(Toasts);
  private readonly routeur = inject(Router);
  private readonly ressource = httpResource<BilansAnnuels>(() =>
    this.cooperativeId() ? { url: BILANS_ANNUELS, params: { cooperative: this.cooperativeId() } } : undefined,
  );
  protected readonly lus = computed<BilansAnnuels>(() =>
    this.ressource.hasValue() ? this.ressource.value() : { lignes: [], ouvrables: [] },
  );

  protected async ouvrir(annee: number): Promise<void> {
    if (this.envoi()) return;
    this.envoi.set(true);
    try {
      const { id } = await this.api.ouvrir({ cooperativeId: this.cooperativeId(), annee });
      await this.routeur.navigate(['/cooperatives', this.cooperativeId(), 'bilans-annuels', id]);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.envoi.set(false);
    }
  }
}
