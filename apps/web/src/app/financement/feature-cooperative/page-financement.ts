import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import {
  LIBELLES_FORMES_ACTE,
  type ActeLu,
  type EngagementLigne,
  type FinancementStructure,
} from '@coopilote/domain/financement';
import {
  Avertissements,
  Carte,
  Chargement,
  ErreurChargement,
  EurosPipe,
  Icone,
  Occupe,
  Toasts,
  Vide,
  compter,
  versProbleme,
} from '@coopilote/ui';
import { Grille } from '@coopilote/ui/grille';
import { SessionStore } from '../../platform/session-store';
import { FinancementApi } from '../data/financement-api';
import { COLONNES_ENGAGEMENTS, lienEngagement } from '../ui/colonnes-engagements';
import { ListeActes } from '../ui/liste-actes';
import { ListeComptesRendus } from '../ui/liste-comptes-rendus';
import { TableFinancementStructures } from '../ui/table-structures';
import { ListeMises } from '../feature-mise/liste-mises';
import { DialogueActe } from './dialogue-acte';
import { DialogueBudget } from './dialogue-budget';
import { DialogueEngagement } from './dialogue-engagement';
import { DialogueRepartition } from './dialogue-repartition';
import { FinancementStore } from './financement.store';

/** The money of a CA: budget, engagements, acts, payments, as far as the reader may see them. */
@Component({
  selector: 'co-page-financement',
  imports: [
    Avertissements,
    Carte,
    Chargement,
    DialogueActe,
    DialogueBudget,
    DialogueEngagement,
    DialogueRepartition,
    ErreurChargement,
    EurosPipe,
    Grille,
    Icone,
    ListeActes,
    ListeComptesRendus,
    ListeMises,
    Occupe,
    TableFinancementStructures,
    Vide,
  ],
  providers: [FinancementStore],
  templateUrl: './page-financement.html',
  styles: `
    .annee {
      width: auto;
    }
    .preparer {
      margin-top: var(--e4);
    }
    .petit {
      margin-top: var(--e3);
    }
    h3 {
      font-size: var(--t-3);
    }
  `,
})
export class PageFinancement {
  /** The CA, from the address. */
  readonly id = input.required<string>();
  /** The year, from the address; this one when absent. */
  readonly annee = input<string>();

  protected readonly store = inject(FinancementStore);
  protected readonly colonnes = COLONNES_ENGAGEMENTS;
  protected readonly formes = LIBELLES_FORMES_ACTE;
  protected readonly dialogue = signal<'budget' | 'engagement' | 'repartition' | null>(null);
  protected readonly acte = signal<ActeLu | null>(null);
  /** What is being prepared: an act by its structure, a compte rendu by its engagement. */
  protected readonly prepare = signal<string | null>(null);
  protected readonly idLigne = (ligne: EngagementLigne) => ligne.id;
  /** A structure renders its account, nobody else for it. */
  protected readonly remplit = inject(SessionStore).peut('compteRenduFinancier.remplir');
  protected readonly litMises = inject(SessionStore).peut('miseADisposition.lire');
  private readonly api = inject(FinancementApi);
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly toasts = inject(Toasts);

  constructor() {
    effect(() => {
      const [id, annee] = [this.id(), this.annee() ?? ''];
      untracked(() => {
        this.store.cooperativeId.set(id);
        this.store.anneeDemandee.set(annee);
      });
    });
  }

  protected changerAnnee(annee: string): void {
    void this.routeur.navigate([], { relativeTo: this.route, queryParams: { annee } });
  }

  protected compte(nombre: number): string {
    return compter(nombre, 'engagement');
  }

  protected ecartAbsolu(ecart: number): number {
    return Math.abs(ecart);
  }

  protected ouvrir(ligne: EngagementLigne): void {
    void this.routeur.navigateByUrl(lienEngagement(ligne));
  }

  protected async preparer({ structureId }: FinancementStructure): Promise<void> {
    const annee = this.store.financement()?.annee;
    if (!annee || this.prepare()) return;
    this.prepare.set(structureId);
    try {
      this.acte.set(await this.api.preparerActe({ cooperativeId: this.id(), structureId, annee, duree: 1 }));
      this.store.ressource.reload();
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.prepare.set(null);
    }
  }

  protected async rendre({ id, structureId, ficheActionId, annee }: EngagementLigne): Promise<void> {
    if (this.prepare()) return;
    this.prepare.set(id);
    try {
      const saisie = { cooperativeId: this.id(), structureId, ficheActionId, annee };
      const ouvert = await this.api.ouvrirCompteRendu(saisie);
      await this.routeur.navigate(['/cooperatives', this.id(), 'financement', 'compte-rendu', ouvert.id]);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.prepare.set(null);
    }
  }

  protected fermer(change: boolean): void {
    this.dialogue.set(null);
    this.acte.set(null);
    if (change) this.store.ressource.reload();
  }
}
