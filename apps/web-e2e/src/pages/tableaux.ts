import { expect, type Locator, type Page } from '@playwright/test';
import { debut } from './libelles';

/** A table that one arranges. */
export class Grille {
  constructor(
    private readonly page: Page,
    private readonly lieu: Locator,
  ) {}

  entete(nom: string): Locator {
    return this.lieu.getByRole('columnheader', { name: nom, exact: true });
  }

  groupe(nom: string): Locator {
    return this.lieu.getByRole('columnheader', { name: nom, exact: true });
  }

  /** Opens a folded group, by the keyboard. */
  async deplier(nom: string): Promise<void> {
    await this.groupe(nom).focus();
    await this.page.keyboard.press('Enter');
    await expect(this.groupe(nom)).toHaveAttribute('aria-expanded', 'true');
  }

  async replier(nom: string): Promise<void> {
    await expect(this.groupe(nom)).toHaveAttribute('aria-expanded', 'true');
    await this.groupe(nom).focus();
    await this.page.keyboard.press('Enter');
    await expect(this.groupe(nom)).toHaveAttribute('aria-expanded', 'false');
  }

  /** Filters by the menu of a heading, by the keyboard; the menu closes once what is expected of the filter is seen. */
  async filtrer(nom: string, valeur: string, attendu: Locator): Promise<void> {
    await this.entete(nom).focus();
    await this.page.keyboard.press('Control+Enter');
    await this.page.getByRole('textbox', { name: 'Valeur du filtre' }).fill(valeur);
    await expect(attendu).toBeVisible();
    await this.page.keyboard.press('Escape');
  }

  async cacher(nom: string): Promise<void> {
    const dialogue = await this.choixDeColonnes();
    await dialogue.getByRole('checkbox', { name: nom, exact: true }).uncheck();
    await dialogue.getByRole('button', { name: 'Voir le tableau' }).click();
    await expect(this.entete(nom)).toHaveCount(0);
  }

  /** As nobody had arranged it. */
  async remettre(): Promise<void> {
    const dialogue = await this.choixDeColonnes();
    await dialogue.getByRole('button', { name: 'Remettre comme au départ' }).click();
  }

  private async choixDeColonnes(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Colonnes', exact: true }).click();
    const dialogue = this.page.getByRole('dialog', { name: 'Colonnes du tableau' });
    await expect(dialogue).toBeVisible();
    return dialogue;
  }

  /** Every heading of the table, shown or not, as the choice of columns lists them. */
  async entetesAuChoix(): Promise<string[]> {
    const dialogue = await this.choixDeColonnes();
    const cases = await dialogue.getByRole('checkbox').all();
    const noms = await Promise.all(
      cases.map((boite) => boite.evaluate((el) => el.closest('label')?.textContent?.trim())),
    );
    await dialogue.getByRole('button', { name: 'Voir le tableau' }).click();
    return noms.map((nom) => nom ?? '');
  }

  /** Where a heading stands, in pixels from the left of the screen. */
  async abscisse(nom: string): Promise<number> {
    const boite = await this.entete(nom).boundingBox();
    expect(boite, `« ${nom} » est à l’écran`).not.toBeNull();
    return Math.round(boite?.x ?? Number.NaN);
  }

  async defiler(pixels: number): Promise<void> {
    await this.lieu.getByRole('gridcell').nth(4).hover();
    await this.page.mouse.wheel(pixels, 0);
  }
}

/** The tables of a CA. */
export class PageTableaux {
  constructor(private readonly page: Page) {}

  async ouvrir(intitule: string): Promise<void> {
    await this.page.goto('/cooperatives');
    await this.page.getByRole('link', { name: intitule }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: intitule })).toBeVisible();
  }

  async onglet(nom: 'Calendrier' | 'Indicateurs' | 'Suivi'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Rubriques de la coopérative' })
      .getByRole('link', { name: nom, exact: true })
      .click();
  }

  region(nom: string): Locator {
    return this.page.getByRole('region', { name: debut(nom) });
  }
}
