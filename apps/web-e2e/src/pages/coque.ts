import { expect, type Locator, type Page } from '@playwright/test';

/** What surrounds every page: the bar, its navigation, the person's menu. */
export class Coque {
  readonly navigation: Locator;

  constructor(private readonly page: Page) {
    this.navigation = page.getByRole('navigation', { name: 'Navigation principale', exact: true });
  }

  /** Words of the navigation, in order. */
  entrees(): Promise<string[]> {
    return this.navigation.getByRole('link').allInnerTexts();
  }

  /** On a narrow screen, the navigation is in a drawer. */
  async ouvrirTiroir(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Menu', exact: true }).click();
    const tiroir = this.page.getByRole('dialog', { name: 'Menu' });
    await expect(tiroir).toBeVisible();
    return tiroir;
  }

  async fermerTiroir(): Promise<void> {
    await this.page.getByRole('button', { name: 'Fermer le menu' }).click();
    await expect(this.page.getByRole('dialog', { name: 'Menu' })).toBeHidden();
  }

  /** Goes to a part of the site by its word, and waits for the page to have its content. */
  async aller(mot: string): Promise<void> {
    await this.navigation.getByRole('link', { name: mot, exact: true }).click();
    await expect(this.navigation.getByRole('link', { name: mot, exact: true })).toHaveAttribute('aria-current', 'page');
    await this.chargee();
  }

  async chargee(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    // A part below the fold may load only when it is reached.
    const attente = this.page.getByText(/^Chargement/);
    await expect(async () => {
      if (await attente.count()) await attente.first().scrollIntoViewIfNeeded({ timeout: 1000 });
      await expect(attente).toHaveCount(0, { timeout: 1000 });
    }).toPass();
  }
}
