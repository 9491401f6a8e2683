import { Component, computed, inject, input, signal } from '@angular/core';
import { TITRE_ARTICLE_4, numeroArticle, type ActeLu, type ArticleCompose } from '@coopilote/domain/conventions';
import { Chargement, Dialogues, ErreurChargement, Icone, Occupe, Toasts, versProbleme } from '@coopilote/ui';
import { LectureBlocs, ouvreArticle4 } from '../ui/lecture-articles';
import { EditionArticle } from './edition-article';
import { RemarquesArticle } from './remarques-article';
import { TexteStore } from './texte.store';

/** One article: read, opened in place by who writes it, with what is remarked on it. */
@Component({
  selector: 'co-article-texte',
  imports: [Chargement, EditionArticle, ErreurChargement, Icone, LectureBlocs, Occupe, RemarquesArticle],
  templateUrl: './article-texte.html',
  styles: `
    :host,
    section {
      display: grid;
      gap: var(--e3);
      grid-template-columns: minmax(0, 1fr);
    }
    section {
      scroll-margin-top: 5rem;
    }
    .tete {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--e2) var(--e4);
      align-items: start;
    }
    :is(h2, h3):focus {
      outline: none;
    }
    h2 {
      font-size: var(--t-3);
    }
    h3 {
      font-size: 1.125rem;
    }
    @media (max-width: 43.75rem) {
      .tete {
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
      }
    }
  `,
})
export class ArticleTexte {
  readonly acte = input.required<ActeLu>();
  readonly article = input.required<ArticleCompose>();

  protected readonly store = inject(TexteStore);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  protected readonly titre4 = TITRE_ARTICLE_4;
  protected readonly ouvre = ouvreArticle4;
  protected readonly occupe = signal(false);

  protected readonly titre = computed(() => {
    const { cle, titre } = this.article();
    return cle === 'preambule' ? titre : `${numeroArticle(cle)} – ${titre}`;
  });
  protected readonly edite = computed(() => this.store.edite() === this.article().cle);
  protected readonly propre = computed(() => this.acte().propres.includes(this.article().cle));
  protected readonly remarques = computed(() =>
    this.acte().remarques.filter(({ article }) => article === this.article().cle),
  );

  protected recharger(): void {
    window.location.reload();
  }

  protected fermer(acte: ActeLu | null): void {
    this.store.edite.set(null);
    if (acte) {
      this.store.remplacer(acte);
      this.toasts.succes(`${numeroArticle(this.article().cle)}\u00a0: enregistré.`);
    }
    document.getElementById(`titre-${this.article().cle}`)?.focus();
  }

  protected async revenir(): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Revenir au modèle\u00a0?',
      texte: `${numeroArticle(this.article().cle)}\u00a0: le texte écrit pour cette convention laisse place à celui du modèle de la région.`,
      action: 'Revenir au modèle',
    });
    if (!accord) return;
    this.occupe.set(true);
    try {
      await this.store.revenirAuModele(this.acte(), this.article().cle);
      this.toasts.succes(`${numeroArticle(this.article().cle)}\u00a0: texte du modèle repris.`);
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.toasts.erreur(probleme.message);
      if (probleme.statut === 409) this.store.ressource.reload();
    } finally {
      this.occupe.set(false);
    }
  }
}
