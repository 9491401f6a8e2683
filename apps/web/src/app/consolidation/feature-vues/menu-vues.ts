import { Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import type { VueLue } from '@coopilote/domain/vues/vues.contract';
import { Chargement, Dialogue, ErreurChargement, Icone } from '@coopilote/ui';
import { filter, map, startWith } from 'rxjs';
import { vuesLues } from '../data/vues';
import { VuesEnregistrees } from '../ui/vues-enregistrees';
import { DialogueVue } from './dialogue-vue';

const PAGE = '/consolidation';

/**
 * « Vues »: the saved addresses of the consolidation. It reads and writes the address of the page alone, whatever the page
 * makes of it; a page that opens without a question goes to the person's default view.
 */
@Component({
  selector: 'co-menu-vues',
  imports: [Chargement, Dialogue, DialogueVue, ErreurChargement, Icone, VuesEnregistrees],
  template: `
    <button type="button" class="bouton second" aria-haspopup="dialog" (click)="ouvert.set(true)">
      <co-icone nom="puces" />Vues
    </button>
    <co-dialogue titre="Vues enregistrées" [ouvert]="ouvert()" (ouvertChange)="ouvert.set($event)">
      @if (ressource.error(); as erreur) {
        <co-erreur-chargement [erreur]="erreur" (reessayer)="ressource.reload()" />
      } @else if (ressource.hasValue()) {
        <co-vues-enregistrees
          [vues]="ressource.value()"
          [courante]="courante()"
          (choisir)="aller($event)"
          (regler)="regler($event)"
        />
      } @else {
        <co-chargement [lignes]="3" libelle="Chargement des vues" />
      }
      <ng-container actions>
        <button type="button" class="bouton" (click)="regler(null)">
          <co-icone nom="plus" />Enregistrer cette vue
        </button>
      </ng-container>
    </co-dialogue>
    @if (reglee() !== undefined) {
      <co-dialogue-vue [vue]="reglee() ?? null" [requete]="courante()" (ferme)="fermer($event)" />
    }
  `,
})
export class MenuVues {
  private readonly routeur = inject(Router);
  protected readonly ressource = vuesLues();
  protected readonly ouvert = signal(false);
  /** The view being settled; null for a new one, undefined for none. */
  protected readonly reglee = signal<VueLue | null | undefined>(undefined);
  private readonly adresse = toSignal(
    this.routeur.events.pipe(
      filter((evenement) => evenement instanceof NavigationEnd),
      map(() => this.routeur.url),
      startWith(this.routeur.url),
    ),
    { initialValue: this.routeur.url },
  );
  protected readonly courante = computed(() => requeteDe(this.adresse()));

  constructor() {
    const premiere = effect(() => {
      if (!this.ressource.hasValue()) return;
      const defaut = this.ressource.value().find(({ parDefaut }) => parDefaut);
      if (defaut && !this.courante()) void this.routeur.navigateByUrl(adresseDe(defaut), { replaceUrl: true });
      // Once: whoever takes the filters away afterwards means it.
      premiere.destroy();
    });
  }

  protected aller(vue: VueLue): void {
    this.ouvert.set(false);
    void this.routeur.navigateByUrl(adresseDe(vue));
  }

  protected regler(vue: VueLue | null): void {
    this.ouvert.set(false);
    this.reglee.set(vue);
  }

  protected fermer(change: boolean): void {
    this.reglee.set(undefined);
    this.ouvert.set(true);
    if (change) this.ressource.reload();
  }
}

const adresseDe = ({ requete }: VueLue): string => (requete ? `${PAGE}?${requete}` : PAGE);

/** What the page is asked, without the page of a list: « du=2026-T1&axe=public ». */
function requeteDe(adresse: string): string {
  const [, question = ''] = (adresse.split('#')[0] ?? '').split('?');
  return question
    .split('&')
    .filter((part) => part && !part.startsWith('page='))
    .join('&');
}
