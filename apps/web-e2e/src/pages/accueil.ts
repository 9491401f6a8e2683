import { expect, type Locator, type Page } from '@playwright/test';

export class PageAccueil {
  readonly titre: Locator;

  constructor(private readonly page: Page) {
    this.titre = page.getByRole('heading', { level: 1 });
  }

  async ouvrir(): Promise<void> {
    await this.page.goto('/accueil');
    await expect(this.titre).toBeVisible();
  }

  /** The card of a report that is due. */
  bilanDu(action: string): Locator {
    return this.page.getByRole('group', { name: action });
  }

  /** Opens a report that is due, whether or not somebody has started it. */
  async ouvrirBilanDu(action: string): Promise<void> {
    await this.bilanDu(action).getByRole('link').click();
    await expect(this.page).toHaveURL(/\/bilans\/[0-9a-f-]{36}/);
  }

  /** Opens a report by the only button of its card: « Remplir », « Reprendre » or « Compléter ». */
  async ouvrirBilan(action: string, acte: 'Remplir' | 'Reprendre' | 'Compléter'): Promise<void> {
    await this.bilanDu(action)
      .getByRole('link', { name: `${acte} le bilan ${action}` })
      .click();
    await expect(this.page).toHaveURL(/\/bilans\/[0-9a-f-]{36}/);
  }
}
