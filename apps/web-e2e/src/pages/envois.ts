import { expect, type Page } from '@playwright/test';

/** The outbox, in the administration. */
export class PageEnvois {
  constructor(private readonly page: Page) {}

  /** Opens the message sent to an address: the only one, or the one about `objet`. */
  async lire(destinataire: string, objet = ''): Promise<void> {
    await this.page.goto('/administration/envois');
    await this.page.getByRole('button', { name: new RegExp(`^Lire .*${objet}.* à ${destinataire}$`) }).click();
  }

  /** The address that the open message asks to follow, without its host. */
  async lien(): Promise<string> {
    const adresse = await this.page.getByRole('dialog').getByRole('link').getAttribute('href');
    expect(adresse).toBeTruthy();
    const { pathname, search } = new URL(adresse ?? '');
    return pathname + search;
  }
}
