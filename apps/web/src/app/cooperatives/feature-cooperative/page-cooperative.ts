import { Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Chargement, EntetePage, ErreurChargement, Onglets, compter, type Onglet } from '@coopilote/ui';
import { filter, map, startWith } from 'rxjs';
import { TitrePage } from '../../platform/titre';
import { CooperativeStore } from '../data/cooperative.store';

/** Communes named in the heading; the others are counted. */
const COMMUNES_NOMMEES = 3;

/** A CA: its heading and its tabs. */
@Component({
  selector: 'co-page-cooperative',
  imports: [Chargement, EntetePage, ErreurChargement, Onglets, RouterLink, RouterOutlet],
  providers: [CooperativeStore],
  template: `
    @if (store.ressource.error(); as erreur) {
      <co-entete-page titre="Coopérative" />
      <co-erreur-chargement [erreur]="erreur" (reessayer)="store.ressource.reload()" />
    } @else if (store.cooperative(); as ca) {
      <co-entete-page [surtitre]="surtitre()" [titre]="ca.intitule">
        <ng-container actions>
          @if (store.peut('cooperative.modifier')) {
            <a class="bouton second" routerLink="modifier">Modifier la coopérative</a>
          }
        </ng-container>
      </co-entete-page>
      <co-onglets libelle="Rubriques de la coopérative" [onglets]="onglets()" />
      <router-outlet />
    } @else {
      <co-chargement [lignes]="6" />
    }
  `,
})
export class PageCooperative {
  readonly id = input.required<string>();
  protected readonly store = inject(CooperativeStore);
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly onglet = toSignal(
    this.routeur.events.pipe(
      filter((evenement) => evenement instanceof NavigationEnd),
      startWith(null),
      map(() => this.route.snapshot.firstChild?.title ?? ''),
    ),
    { initialValue: '' },
  );

  protected readonly surtitre = computed(() => {
    const ca = this.store.cooperative();
    if (!ca) return '';
    const nommees = ca.communes.slice(0, COMMUNES_NOMMEES).map(({ nom }) => nom);
    const reste = ca.communes.length - nommees.length;
    if (reste > 0) nommees.push(`et ${compter(reste, 'autre commune', 'autres communes')}`);
    return [ca.departement, nommees.join(', '), compter(ca.structures, 'structure')].filter(Boolean).join(' · ');
  });

  protected readonly onglets = computed<readonly Onglet[]>(() => [
    { libelle: 'Synthèse', lien: '.', exact: true },
    { libelle: 'Programme', lien: 'programme' },
    { libelle: 'Membres', lien: 'membres', nombre: this.store.cooperative()?.structures },
    ...(this.store.peut('reunion.lire') ? [{ libelle: 'Gouvernance', lien: 'gouvernance' }] : []),
    ...(this.store.peut('convention.lire') ? [{ libelle: 'Convention', lien: 'convention' }] : []),
    { libelle: 'Calendrier', lien: 'calendrier' },
    { libelle: 'Indicateurs', lien: 'indicateurs' },
    { libelle: 'Suivi', lien: 'suivi' },
    ...(this.store.peut('bilan.lire') ? [{ libelle: 'Bilans', lien: 'bilans' }] : []),
    ...(this.store.peut('budget.lire') ? [{ libelle: 'Financement', lien: 'financement' }] : []),
    { libelle: 'Documents', lien: 'documents' },
    ...(this.store.peut('historique.lire') ? [{ libelle: 'Historique', lien: 'historique' }] : []),
  ]);

  constructor() {
    effect(() => this.store.id.set(this.id()));
    const titre = inject(TitrePage);
    effect(() => {
      const ca = this.store.cooperative();
      if (ca && this.onglet()) titre.poser(`${this.onglet()} · ${ca.sigle || ca.intitule}`);
    });
  }
}
