import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { debut } from './libelles';

/** The minutes of a meeting: being written, or to read. */
export class PageCompteRendu {
  readonly etat: Locator;

  constructor(private readonly page: Page) {
    this.etat = page.getByText(/^(Enregistré à|Rien à enregistrer|Enregistrement…|Hors ligne, gardé|En conflit)/);
  }

  async ouvrir(reunionId: string, version?: number): Promise<void> {
    await this.page.goto(`/reunions/${reunionId}/compte-rendu${version ? `?version=${version}` : ''}`);
    await expect(this.page.getByRole('heading', { level: 2, name: 'Compte-rendu' })).toBeVisible();
  }

  /** One text of the draft, once its editor is there. */
  async texte(nom: string): Promise<Locator> {
    const champ = this.page.getByRole('textbox', { name: nom, exact: true });
    await expect(champ).toBeEditable();
    return champ;
  }

  outil(texte: string, nom: string): Locator {
    return this.page.getByRole('toolbar', { name: `Mise en forme : ${texte}` }).getByRole('button', { name: nom });
  }

  async enregistre(): Promise<void> {
    await expect(this.etat).toHaveText(/^Enregistré à \d+\s*h\s*\d+$/);
  }

  /** Asks for the validation, and gives the dialog that says to whom the minutes leave. */
  async demanderValidation(acte: 'Valider et envoyer' | 'Valider sans envoyer'): Promise<Locator> {
    await this.page.getByRole('button', { name: acte }).click();
    const dialogue = this.page.getByRole('dialog', { name: /^Valider/ });
    await expect(dialogue).toBeVisible();
    return dialogue;
  }

  article(): Locator {
    return this.page.getByRole('article', { name: 'Compte-rendu' });
  }

  /** One part of the minutes, by its heading. */
  section(titre: string): Locator {
    return this.article().getByRole('region', { name: debut(titre) });
  }

  versions(): Locator {
    return this.page.getByRole('group', { name: 'Versions' }).getByRole('listitem');
  }

  changements(): Locator {
    return this.page.getByRole('group', { name: 'Changements du programme' }).getByRole('listitem');
  }

  /** Takes the minutes away; gives the first bytes of the file. */
  async telecharger(format: 'PDF' | 'Word'): Promise<{ nom: string; debut: string; taille: number }> {
    const [fichier] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: `Télécharger en ${format}` }).click(),
    ]);
    const contenu = await readFile(await fichier.path());
    return {
      nom: fichier.suggestedFilename(),
      debut: contenu.subarray(0, 5).toString('latin1'),
      taille: contenu.length,
    };
  }
}
