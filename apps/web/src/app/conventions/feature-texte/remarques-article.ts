import { Component, Injector, OnInit, computed, inject, input, runInInjectionContext, signal } from '@angular/core';
import { RemarqueSaisie, type ActeLu, type RemarqueLue } from '@coopilote/domain/conventions';
import {
  DateJourPipe,
  Etat,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  Toasts,
  versProbleme,
} from '@coopilote/ui';
import { ActesApi } from '../data/actes-api';
import { TexteStore } from './texte.store';

/** What the parties say of an article while they read it, and what was done of it. */
@Component({
  selector: 'co-remarques-article',
  imports: [DateJourPipe, Etat, Icone, Occupe, ResumeErreurs, SaisieLongue],
  templateUrl: './remarques-article.html',
  styles: `
    :host {
      display: grid;
      gap: var(--e3);
      grid-template-columns: minmax(0, 1fr);
      padding: var(--e3) var(--e4);
      border-left: 3px solid var(--attente);
      background: var(--fond);
    }
    :host(:not(:has(li, form))) {
      padding: 0;
      border: 0;
      background: none;
      justify-items: start;
    }
    ul {
      display: grid;
      gap: var(--e3);
      list-style: none;
    }
    .texte {
      max-width: 46rem;
      white-space: pre-line;
    }
    .ajouter {
      justify-self: start;
    }
  `,
})
export class RemarquesArticle implements OnInit {
  readonly acte = input.required<ActeLu>();
  readonly cle = input.required<string>();
  readonly titre = input.required<string>();
  readonly remarques = input.required<readonly RemarqueLue[]>();

  private readonly api = inject(ActesApi);
  protected readonly store = inject(TexteStore);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected readonly ouvert = computed(() => this.store.remarquee() === this.cle());
  protected readonly traitement = signal<string | null>(null);
  protected formulaire!: FormulaireContrat<RemarqueSaisie>;

  ngOnInit(): void {
    const initiale = { article: this.cle(), texte: '' };
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () => new FormulaireContrat(RemarqueSaisie, initiale, { brouillon: `remarque-${this.acte().id}-${this.cle()}` }),
    );
    if (this.formulaire.restaure) this.store.remarquee.set(this.cle());
  }

  protected async remarquer(): Promise<void> {
    const acte = await this.formulaire.soumettre((saisie) => this.api.remarquer(this.acte().id, saisie));
    if (!acte) return;
    this.formulaire.reinitialiser({ article: this.cle(), texte: '' });
    this.store.remarquee.set(null);
    this.store.remplacer(acte);
    this.toasts.succes('Remarque ajoutée.');
  }

  protected async traiter(remarque: RemarqueLue): Promise<void> {
    this.traitement.set(remarque.id);
    try {
      await this.store.traiter(this.acte(), remarque.id, !remarque.traitee);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.traitement.set(null);
    }
  }
}
