import { Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { ComptesFiges } from '@coopilote/domain/etats-figes/etats-figes.contract';
import {
  GENRES_DIFFERENCE,
  type GenreDifference,
  LIBELLES_DIFFERENCES,
  citationEtatFige,
  instantFige,
} from '@coopilote/domain/etats-figes/etats-figes.rules';
import {
  Carte,
  Chargement,
  EntetePage,
  ErreurChargement,
  Etat,
  Icone,
  Pagination,
  Toasts,
  compter,
  formatNombre,
  formatTrimestre,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { TAILLE_ETATS, differencesDe, etatFige, verificationDe } from '../data/etats-figes';
import { TableComptesCompares } from '../ui/table-comptes-compares';
import { TableDifferences } from '../ui/table-differences';
import { TableTotauxCompares } from '../ui/table-totaux-compares';

/** A frozen quarter: what it held, how to cite it, and what has changed since. */
@Component({
  selector: 'co-page-etat-fige',
  imports: [
    Carte,
    Chargement,
    EntetePage,
    ErreurChargement,
    Etat,
    Icone,
    Pagination,
    RouterLink,
    TableComptesCompares,
    TableDifferences,
    TableTotauxCompares,
  ],
  templateUrl: './page-etat-fige.html',
  host: { class: 'pile' },
})
export class PageEtatFige {
  readonly id = input.required<string>();
  readonly genre = input<string>();
  readonly page = input<string>();

  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly toasts = inject(Toasts);
  protected readonly taille = TAILLE_ETATS;
  protected readonly libelles = LIBELLES_DIFFERENCES;

  protected readonly ressource = etatFige(this.id);
  protected readonly etat = derniereValeur(this.ressource);
  protected readonly verification = verificationDe(this.id);
  protected readonly choisi = computed<GenreDifference | undefined>(() =>
    GENRES_DIFFERENCE.find((genre) => genre === this.genre()),
  );
  protected readonly numero = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly differences = differencesDe(this.id, this.choisi, this.numero);
  protected readonly lues = derniereValeur(this.differences);

  protected readonly surtitre = computed(() => {
    const etat = this.etat();
    if (!etat) return '';
    const lieu = etat.departementCode ? `${etat.departementCode} ${etat.territoire}` : `Région ${etat.territoire}`;
    return [formatTrimestre(etat, true), lieu, ...(etat.entier ? [] : ['votre part'])].join(' · ');
  });
  protected readonly citation = computed(() => {
    const etat = this.etat();
    return etat ? citationEtatFige(etat) : '';
  });
  protected readonly quand = computed(() => {
    const etat = this.etat();
    return etat ? `Figé le ${instantFige(etat.figeLe)} par ${etat.figePar}` : '';
  });
  /** All kinds, then those of which there is something. */
  protected readonly onglets = computed(() => {
    const comptes = this.lues()?.comptes;
    if (!comptes) return [];
    const genres = GENRES_DIFFERENCE.filter((genre) => comptes[genre] || genre === this.choisi());
    const total = GENRES_DIFFERENCE.reduce((somme, genre) => somme + comptes[genre], 0);
    return [
      { genre: null, titre: 'Toutes', nombre: total },
      ...genres.map((genre) => ({ genre, titre: LIBELLES_DIFFERENCES[genre].titre, nombre: comptes[genre] })),
    ];
  });
  protected readonly nombre = computed(() => this.onglets()[0]?.nombre ?? 0);

  protected phrase({ attendus, recus, valides, beneficiaires, cibles }: ComptesFiges): string {
    const mots = `${compter(recus, 'bilan reçu', 'bilans reçus')} sur ${formatNombre(attendus)}, dont ${formatNombre(valides)} ${valides > 1 ? 'validés' : 'validé'}. `;
    return `${mots}Les actions avaient touché ${compter(beneficiaires, 'personne')}, pour ${formatNombre(cibles)} ciblées.`;
  }

  protected depuis(nombre: number): string {
    return nombre === 0 ? 'Rien n’a changé depuis.' : `Depuis\u00a0: ${compter(nombre, 'différence')}.`;
  }

  protected allerPage(page: number): void {
    void this.routeur.navigate([], {
      relativeTo: this.route,
      queryParams: { page: page === 1 ? null : page },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected async copier(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.citation());
      this.toasts.succes('Citation copiée.');
    } catch {
      this.toasts.erreur('Le navigateur refuse la copie\u00a0: sélectionnez la phrase et copiez-la.');
    }
  }
}
