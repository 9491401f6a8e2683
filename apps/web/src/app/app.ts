import { Component, computed, inject, signal, viewChild, ElementRef } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { ZoneToasts } from '@coopilote/ui/dialogue/toasts';
import { filter, map } from 'rxjs';
import { DOMAINES } from './domaines';
import { FocusNavigation } from './platform/focus-navigation';
import { estOuvert } from './platform/gardes';
import { SessionStore } from './platform/session-store';
import { Veille } from './platform/veille';
import { AideClavier } from './shell/aide-clavier';
import { AvisReseau } from './shell/avis-reseau';
import { BarreHaut } from './shell/barre-haut';

/** What surrounds every page: bar, notices, main landmark, messages, keys. */
@Component({
  selector: 'co-app',
  imports: [AideClavier, AvisReseau, BarreHaut, RouterOutlet, ZoneToasts],
  host: { '(document:keydown)': 'presser($event)' },
  template: `
    <a class="evitement" href="#contenu" (click)="allerAuContenu($event)">Aller au contenu</a>
    @if (!pleinEcran()) {
      <co-barre-haut [entrees]="entrees()" [recherche]="recherche()" (aide)="aideOuverte.set(true)" />
      @if (session.demonstration()) {
        <aside class="avis avis-demonstration" aria-label="Démonstration">
          <b>Données de démonstration.</b> Les structures et les chiffres sont inventés.
        </aside>
      }
      <co-avis-reseau />
    }
    <main id="contenu" #principal tabindex="-1" [class.plein-ecran]="pleinEcran()"><router-outlet /></main>
    <co-toasts />
    @defer (when aideOuverte()) {
      <co-aide-clavier [(ouvert)]="aideOuverte" [recherche]="recherche()" />
    }
  `,
})
export class App {
  protected readonly session = inject(SessionStore);
  protected readonly aideOuverte = signal(false);
  private readonly routeur = inject(Router);
  private readonly barre = viewChild(BarreHaut);
  private readonly principal = viewChild.required<ElementRef<HTMLElement>>('principal');
  private readonly adresse = toSignal(
    this.routeur.events.pipe(
      filter((evenement) => evenement instanceof NavigationEnd),
      map((fin) => fin.urlAfterRedirects),
    ),
    { initialValue: '' },
  );

  /** A page that takes the whole screen says so in its route (`data: { pleinEcran: true }`), and has keys of its own. */
  protected readonly pleinEcran = computed(() => {
    this.adresse();
    let route = this.routeur.routerState.snapshot.root;
    while (route.firstChild) route = route.firstChild;
    return route.data['pleinEcran'] === true;
  });

  private readonly ouverts = computed(() =>
    this.session.connecte() ? DOMAINES.filter((domaine) => estOuvert(this.session, domaine)) : [],
  );
  protected readonly entrees = computed(() =>
    this.ouverts().flatMap(({ chemin, libelle }) =>
      libelle ? [{ lien: `/${chemin}`, libelle, active: this.adresse().split(/[/?#]/)[1] === chemin }] : [],
    ),
  );
  protected readonly recherche = computed(() => this.ouverts().some((domaine) => domaine.chemin === 'recherche'));

  constructor() {
    inject(FocusNavigation).demarrer();
    inject(Veille).demarrer();
  }

  protected presser(evenement: KeyboardEvent): void {
    const cible = evenement.target as HTMLElement | null;
    const saisie = cible?.closest('input, textarea, select, dialog, [contenteditable="true"]');
    if (
      saisie ||
      this.pleinEcran() ||
      evenement.ctrlKey ||
      evenement.metaKey ||
      evenement.altKey ||
      evenement.defaultPrevented
    )
      return;
    if (evenement.key === '/' && this.recherche()) {
      evenement.preventDefault();
      this.barre()?.chercher();
    } else if (evenement.key === '?') {
      evenement.preventDefault();
      this.aideOuverte.set(true);
    }
  }

  protected allerAuContenu(evenement: Event): void {
    evenement.preventDefault();
    this.principal().nativeElement.focus();
  }
}
