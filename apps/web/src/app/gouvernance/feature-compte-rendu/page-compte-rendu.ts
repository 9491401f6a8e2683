import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ReunionLue } from '@coopilote/domain/gouvernance/reunion.contract';
import { Chargement, ErreurChargement, type NomIcone, Toasts, Vide } from '@coopilote/ui';
import { CompteRenduStore } from './compte-rendu.store';
import { LectureCompteRendu } from './lecture-compte-rendu';
import { RedactionCompteRendu } from './redaction-compte-rendu';

/** The minutes of a meeting, under its heading: the draft for who writes it, the reading for the others, at the same address. */
@Component({
  selector: 'co-page-compte-rendu',
  imports: [Chargement, ErreurChargement, LectureCompteRendu, RedactionCompteRendu, RouterLink, Vide],
  providers: [CompteRenduStore],
  templateUrl: './page-compte-rendu.html',
})
export class PageCompteRendu {
  readonly id = input.required<string>();
  /** Number of a version, from the address. */
  readonly version = input<string>();

  protected readonly store = inject(CompteRenduStore);
  private readonly toasts = inject(Toasts);
  private readonly routeur = inject(Router);

  /** The meeting can be read, its minutes cannot yet: what to wait for. */
  protected readonly attente = computed(() => {
    const reunion = this.store.reunion();
    return reunion && !reunion.compteRendu && this.store.numero() === null ? attendre(reunion) : null;
  });

  constructor() {
    effect(() => {
      const [id, numero] = [this.id(), Number(this.version())];
      untracked(() => {
        this.store.reunionId.set(id);
        this.store.numero.set(Number.isInteger(numero) && numero > 0 ? numero : null);
      });
    });
  }

  /** An act is about the newest version: the page shows it, from its top. */
  protected async actualiser(phrase: string): Promise<void> {
    if (phrase) this.toasts.succes(phrase);
    this.store.relire();
    await this.routeur.navigate([], { queryParams: {} });
    window.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  protected recharger(): void {
    window.location.reload();
  }
}

function attendre(reunion: ReunionLue): {
  titre: string;
  texte: string;
  icone: NomIcone;
  acte: string;
  lien: string[];
} {
  const gouvernance = { acte: 'Voir les réunions', lien: ['/cooperatives', reunion.cooperativeId, 'gouvernance'] };
  switch (reunion.etat) {
    case 'CLOSE':
      return {
        titre: 'Le compte-rendu n’est pas encore validé',
        texte:
          'La coordination le relit. Il paraîtra ici, et partira par courriel aux participants, dès qu’il sera validé.',
        icone: 'crayon',
        ...gouvernance,
      };
    case 'ANNULEE':
      return {
        titre: 'Cette réunion a été annulée',
        texte: reunion.motifAnnulation ?? 'Elle n’a pas de compte-rendu.',
        icone: 'non',
        ...gouvernance,
      };
    default:
      return {
        titre: 'Cette réunion n’est pas terminée',
        texte: 'Le compte-rendu se prépare à la clôture de la séance.',
        icone: 'horloge',
        ...(reunion.etat === 'EN_SEANCE' && reunion.operations.includes('reunion.animer')
          ? { acte: 'Aller à la séance', lien: ['/reunions', reunion.id, 'seance'] }
          : gouvernance),
      };
  }
}
