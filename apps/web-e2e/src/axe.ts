import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** WCAG 2.1 A and AA, as RGAA 4.1 asks, and what axe counts as good practice. */
const REGLES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/**
 * What axe finds on a page, one line by broken rule with the first three places.
 * The product has no frame: axe is put once in a document and asked there, five to ten times faster than by the
 * `@axe-core/playwright` package, which opens a second page at each question.
 */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (regles) => {
    const trouvees = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: regles,
      resultTypes: ['violations'],
    });
    return trouvees.violations.map(
      (regle) =>
        `${regle.id} (${regle.impact}) : ${regle.nodes
          .slice(0, 3)
          .map((noeud) => noeud.target.join(' '))
          .join(' | ')}`,
    );
  }, REGLES);
}
