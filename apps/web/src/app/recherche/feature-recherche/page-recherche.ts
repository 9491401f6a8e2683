import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ResultatRecherche } from '@coopilote/domain/pilotage/accueil.contract';
import { Carte, Chargement, EntetePage, ErreurChargement, Icone, Vide, compter } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { LONGUEUR_MIN, recherche } from '../data/recherche';

const GROUPES: { genre: ResultatRecherche['genre']; titre: string }[] = [
  { genre: 'COOPERATIVE', titre: 'Coopératives' },
  { genre: 'FICHE_ACTION', titre: 'Actions' },
  { genre: 'STRUCTURE', titre: 'Structures' },
];

/** What the search field finds, by kind; the arrows go from one result to the next. */
@Component({
  selector: 'co-page-recherche',
  imports: [Carte, Chargement, EntetePage, ErreurChargement, Icone, RouterLink, Vide],
  templateUrl: './page-recherche.html',
  host: { class: 'page-etroite', '(keydown.arrowdown)': 'aller($event, 1)', '(keydown.arrowup)': 'aller($event, -1)' },
})
export class PageRecherche {
  /** The words, from the address. */
  readonly q = input<string>();

  private readonly routeur = inject(Router);
  protected readonly terme = computed(() => (this.q() ?? '').trim());
  protected readonly courte = computed(() => this.terme().length < LONGUEUR_MIN);
  protected readonly ressource = recherche(this.terme);
  protected readonly lus = derniereValeur(this.ressource);
  protected readonly groupes = computed(() =>
    GROUPES.map((groupe) => ({
      ...groupe,
      resultats: (this.lus() ?? []).filter((resultat) => resultat.genre === groupe.genre),
    })).filter(({ resultats }) => resultats.length),
  );
  protected readonly compte = computed(() => compter(this.lus()?.length ?? 0, 'résultat'));

  protected lancer(evenement: Event, terme: string): void {
    evenement.preventDefault();
    void this.routeur.navigate([], { queryParams: { q: terme.trim() || null } });
  }

  protected aller(evenement: Event, pas: number): void {
    const page = evenement.currentTarget as HTMLElement;
    const arrets = [...page.querySelectorAll<HTMLElement>('input[type="search"], .resultats a')];
    const rang = arrets.indexOf(document.activeElement as HTMLElement);
    const suivant = arrets[rang + pas];
    if (rang < 0 || !suivant) return;
    evenement.preventDefault();
    suivant.focus();
  }
}
