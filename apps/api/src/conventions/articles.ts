import { SaisieInvalide } from '@coopilote/db';
import { numeroArticle, verifierArticles, type ArticleConvention } from '@coopilote/domain/conventions';

/** @throws SaisieInvalide with the article and the paragraph of each mistake */
export function verifyArticles(articles: readonly ArticleConvention[]): void {
  const fautes = verifierArticles(articles);
  if (fautes.length === 0) return;
  throw new SaisieInvalide(
    fautes.map(({ article, paragraphe, message }) => ({
      champ: `textes.${article}`,
      code: 'variable',
      message: `${numeroArticle(article)}, paragraphe ${paragraphe}\u00a0: ${message}`,
    })),
  );
}
