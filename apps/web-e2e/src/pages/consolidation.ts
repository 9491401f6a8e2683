import { expect, type Locator, type Page } from '@playwright/test';
import { choisir, debut, proposer } from './libelles';

export class PageConsolidation {
  constructor(private readonly page: Page) {}

  async ouvrir(): Promise<void> {
    await this.page.goto('/consolidation');
    await expect(this.page.getByRole('list', { name: 'Filtres' })).toBeVisible();
  }

  async filtrerCooperative(intitule: string): Promise<void> {
    const filtres = this.page.getByRole('list', { name: 'Filtres' });
    await filtres.getByRole('button', { name: 'Coopérative', exact: true }).click();
    const dialogue = this.page.getByRole('dialog', { name: 'Filtrer : coopérative' });
    await proposer(dialogue, 'Coopérative', intitule, intitule);
    await dialogue.getByRole('button', { name: 'Appliquer' }).click();
    await expect(filtres.getByRole('button', { name: `Coopérative : ${intitule}` })).toBeVisible();
  }

  /** One quarter only: « T3 2026 ». */
  async filtrerTrimestre(trimestre: string): Promise<void> {
    const filtres = this.page.getByRole('list', { name: 'Filtres' });
    await filtres.getByRole('button', { name: debut('Période') }).click();
    const dialogue = this.page.getByRole('dialog', { name: 'Période' });
    await choisir(dialogue, 'Du trimestre', trimestre);
    await choisir(dialogue, 'Au trimestre', trimestre);
    await dialogue.getByRole('button', { name: 'Appliquer' }).click();
    await expect(filtres.getByRole('button', { name: `Période : ${trimestre}` })).toBeVisible();
  }

  /** A line of the totals. */
  total(nom: string): Locator {
    return this.page
      .getByRole('table', { name: debut('Totaux par') })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: debut(nom) }) });
  }
}
