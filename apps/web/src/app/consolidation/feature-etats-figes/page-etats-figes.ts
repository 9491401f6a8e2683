import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { EtatFigeLu } from '@coopilote/domain/etats-figes/etats-figes.contract';
import { instantFige } from '@coopilote/domain/etats-figes/etats-figes.rules';
import {
  Chargement,
  EntetePage,
  ErreurChargement,
  Icone,
  NombrePipe,
  Pagination,
  TrimestrePipe,
  Vide,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { SessionStore } from '../../platform/session-store';
import { TAILLE_ETATS, etatsFiges } from '../data/etats-figes';
import { DialogueFiger } from './dialogue-figer';

/** The quarters that were frozen, the last first. */
@Component({
  selector: 'co-page-etats-figes',
  imports: [
    Chargement,
    DialogueFiger,
    EntetePage,
    ErreurChargement,
    Icone,
    NombrePipe,
    Pagination,
    RouterLink,
    TrimestrePipe,
    Vide,
  ],
  templateUrl: './page-etats-figes.html',
  host: { class: 'pile' },
})
export class PageEtatsFiges {
  readonly page = input<string>();
  /** A quarter to freeze, « 2026-T3 »: the dialogue then opens by itself. */
  readonly figer = input<string>();

  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly peutFiger = inject(SessionStore).peut('etatFige.figer');
  protected readonly taille = TAILLE_ETATS;
  protected readonly instant = instantFige;
  protected readonly numero = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly ressource = etatsFiges(this.numero);
  protected readonly lus = derniereValeur(this.ressource);
  protected readonly ouvert = linkedSignal(() => this.peutFiger && this.figer() !== undefined);

  protected lieu({ departementCode, territoire, entier }: EtatFigeLu): string {
    if (departementCode) return `${departementCode} ${territoire}`;
    return `Région ${territoire}${entier ? '' : ' (votre part)'}`;
  }

  protected allerPage(page: number): void {
    void this.routeur.navigate([], { relativeTo: this.route, queryParams: { page: page === 1 ? null : page } });
  }

  protected async fermer(fige: EtatFigeLu | null): Promise<void> {
    this.ouvert.set(false);
    if (fige) await this.routeur.navigate([fige.id], { relativeTo: this.route });
    else if (this.figer() !== undefined) await this.routeur.navigate([], { relativeTo: this.route, replaceUrl: true });
  }
}
