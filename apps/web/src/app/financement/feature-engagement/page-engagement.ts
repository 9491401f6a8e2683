import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  LIBELLES_SUITES_NON_DEPENSE,
  LIBELLES_VERSEMENTS,
  NATURES,
  refusReport,
  resteAReverser,
  type EngagementLu,
  type GenreVersement,
  type VersementLu,
} from '@coopilote/domain/financement';
import {
  Carte,
  Chargement,
  DateJourPipe,
  Dialogues,
  ErreurChargement,
  EurosPipe,
  Icone,
  ListeDefinition,
  Occupe,
  Toasts,
  Vide,
  formatDateJour,
  formatEuros,
  versProbleme,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { FinancementApi } from '../data/financement-api';
import { DialogueEngagement } from '../feature-cooperative/dialogue-engagement';
import { DialogueVersement } from './dialogue-versement';

/** One engagement and its payments: what every total opens onto in the end. */
@Component({
  selector: 'co-page-engagement',
  imports: [
    Carte,
    Chargement,
    DateJourPipe,
    DialogueEngagement,
    DialogueVersement,
    ErreurChargement,
    EurosPipe,
    Icone,
    ListeDefinition,
    Occupe,
    RouterLink,
    Vide,
  ],
  templateUrl: './page-engagement.html',
  styles: `
    h3 {
      font-size: var(--t-3);
    }
    .bloc {
      display: block;
    }
    .chiffres {
      grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
      margin-bottom: var(--e4);
    }
    .suite:not(:empty) {
      margin-top: var(--e4);
    }
    .actes .lien + .lien {
      margin-left: var(--e3);
    }
  `,
})
export class PageEngagement {
  /** The CA and the engagement, from the address. */
  readonly id = input.required<string>();
  readonly engagementId = input.required<string>();

  protected readonly ressource = httpResource<EngagementLu>(() => `/api/engagements/${this.engagementId()}`);
  protected readonly engagement = derniereValeur(this.ressource);
  protected readonly modifiable = computed(
    () => this.engagement()?.operations.includes('engagement.modifier') ?? false,
  );
  protected readonly natures = NATURES;
  protected readonly genres = LIBELLES_VERSEMENTS;
  protected readonly suites = LIBELLES_SUITES_NON_DEPENSE;
  protected readonly edition = signal(false);
  protected readonly versement = signal<{ versement: VersementLu | null; genre: GenreVersement } | null>(null);
  protected readonly report = signal(false);
  protected readonly reportable = computed(() => {
    const e = this.engagement();
    return !!e && refusReport(e) === null;
  });
  /** What the structure still has to be asked back; nothing until it is decided. */
  protected readonly aReverser = computed(() => {
    const e = this.engagement();
    return e?.suiteNonDepense === 'REVERSEMENT' && e.nonDepense !== null ? resteAReverser(e, e.versements) : 0;
  });
  private readonly api = inject(FinancementApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly routeur = inject(Router);

  protected readonly faits = computed(() => {
    const e = this.engagement();
    if (!e) return [];
    return [
      { terme: 'Financeur', valeur: e.financeur ?? '–' },
      { terme: 'Objet', valeur: e.objet ?? '–' },
      { terme: 'Acte', valeur: e.acte ?? 'aucun acte signé' },
      { terme: 'Dépensé', valeur: e.depense === null ? 'pas encore connu' : formatEuros(e.depense) },
      { terme: 'Reversé', valeur: formatEuros(e.reverse) },
    ];
  });

  protected ouvrir(versement: VersementLu | null): void {
    this.versement.set({ versement, genre: 'VERSEMENT' });
  }

  protected ouvrirReversement(): void {
    this.versement.set({ versement: null, genre: 'REVERSEMENT' });
  }

  /** One press: the engagement of the next year, which is then shown. */
  protected async reporter(): Promise<void> {
    const e = this.engagement();
    if (!e) return;
    this.report.set(true);
    await this.tenter(async () => {
      const { id, montant, annee } = await this.api.reporterEngagement(e.id, e.version);
      this.toasts.succes(`${formatEuros(montant)} reportés sur ${annee}.`);
      await this.routeur.navigate(['/cooperatives', this.id(), 'financement', id]);
    });
    this.report.set(false);
  }

  protected fermer(change: boolean): void {
    this.edition.set(false);
    this.versement.set(null);
    if (change) this.ressource.reload();
  }

  protected async retirer(versement: VersementLu): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Supprimer ce versement\u00a0?',
      texte: `${formatEuros(versement.montant)}, prévu le ${formatDateJour(versement.prevuLe)}. L’historique en garde la trace.`,
      action: 'Supprimer le versement',
      danger: true,
    });
    if (!accord) return;
    await this.tenter(async () => {
      await this.api.supprimerVersement(this.engagementId(), versement.id);
      this.ressource.reload();
    });
  }

  protected async supprimer(): Promise<void> {
    const e = this.engagement();
    const accord =
      e &&
      (await this.dialogues.confirmer({
        titre: 'Supprimer cet engagement\u00a0?',
        texte: `${formatEuros(e.montant)} pour ${e.structure}. L’historique en garde la trace.`,
        action: 'Supprimer l’engagement',
        danger: true,
      }));
    if (!accord) return;
    await this.tenter(async () => {
      await this.api.supprimerEngagement(e.id);
      await this.routeur.navigate(['/cooperatives', this.id(), 'financement'], { queryParams: { annee: e.annee } });
    });
  }

  private async tenter(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
