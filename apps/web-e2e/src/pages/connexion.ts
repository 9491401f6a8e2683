import { expect, type Page } from '@playwright/test';
import { saisie } from './libelles';

export class PageConnexion {
  constructor(private readonly page: Page) {}

  async ouvrir(): Promise<void> {
    await this.page.goto('/connexion');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Se connecter' })).toBeVisible();
  }

  async connecter(courriel: string, motDePasse: string): Promise<void> {
    await saisie(this.page, 'Courriel').fill(courriel);
    await saisie(this.page, 'Mot de passe').fill(motDePasse);
    await this.page.getByRole('button', { name: 'Se connecter' }).click();
  }

  /** Signs in, and waits for the first page. */
  async entrer(courriel: string, motDePasse: string): Promise<void> {
    await this.ouvrir();
    await this.connecter(courriel, motDePasse);
    await expect(this.page).toHaveURL(/\/accueil/);
  }
}

/** Where the link of an invitation leads. */
export class PageLien {
  constructor(private readonly page: Page) {}

  async ouvrir(adresse: string, prenom: string): Promise<void> {
    await this.page.goto(adresse);
    await expect(this.page.getByRole('heading', { level: 1, name: `Bienvenue, ${prenom}` })).toBeVisible();
  }

  async choisirMotDePasse(motDePasse: string): Promise<void> {
    await saisie(this.page, 'Mot de passe').fill(motDePasse);
    await this.page.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  }
}
