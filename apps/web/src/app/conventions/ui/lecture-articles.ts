import { Component, input } from '@angular/core';
import { ecrireTexteRiche, type BlocTexte } from '@coopilote/domain/commun/texte-riche';
import { TITRE_ARTICLE_4, numeroArticle, type ArticleCompose } from '@coopilote/domain/conventions';
import { EurosPipe } from '@coopilote/ui';
import { LectureRiche } from '@coopilote/ui/texte-riche';

/** What an article says once its variables are read: words, lists, one table an action, amounts to the cent. */
@Component({
  selector: 'co-lecture-blocs',
  imports: [EurosPipe, LectureRiche],
  templateUrl: './lecture-blocs.html',
  styleUrl: './lecture-blocs.css',
})
export class LectureBlocs {
  readonly article = input.required<ArticleCompose>();

  protected html(blocs: readonly BlocTexte[]): string {
    return ecrireTexteRiche(blocs);
  }
}

/** Whether the common heading of articles 4.1 to 4.4 stands above this one. */
export const ouvreArticle4 = (cle: string): boolean => cle === '4.1';

/** A whole text to read, article by article. */
@Component({
  selector: 'co-lecture-articles',
  imports: [LectureBlocs],
  template: `
    @for (article of articles(); track article.cle) {
      @if (ouvre(article.cle)) {
        <h2>Article&nbsp;4 – {{ titre4 }}</h2>
      }
      <section [id]="'article-' + article.cle" [attr.aria-labelledby]="'titre-' + article.cle">
        @if (article.cle.startsWith('4.')) {
          <h3 [id]="'titre-' + article.cle">{{ numero(article.cle) }} – {{ article.titre }}</h3>
        } @else {
          <h2 [id]="'titre-' + article.cle">
            {{ article.cle === 'preambule' ? article.titre : numero(article.cle) + ' – ' + article.titre }}
          </h2>
        }
        <co-lecture-blocs [article]="article" />
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e6);
      grid-template-columns: minmax(0, 1fr);
    }
    section {
      display: grid;
      gap: var(--e3);
      grid-template-columns: minmax(0, 1fr);
      scroll-margin-top: 5rem;
    }
  `,
})
export class LectureArticles {
  readonly articles = input.required<readonly ArticleCompose[]>();
  protected readonly titre4 = TITRE_ARTICLE_4;
  protected readonly numero = numeroArticle;
  protected readonly ouvre = ouvreArticle4;
}
