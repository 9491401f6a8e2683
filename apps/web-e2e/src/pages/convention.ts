import { expect, type Locator, type Page } from '@playwright/test';
import { choisir, debut, saisie, texte } from './libelles';

/** A scan small enough to be written here: each one has its own content. */
const copieSignee = (partie: string) => ({
  name: `${partie}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${partie} ${Date.now()}\n%%EOF\n`),
});

/** The « Convention » tab of a CA. */
export class PageConvention {
  readonly ecart: Locator;

  constructor(private readonly page: Page) {
    this.ecart = page.getByRole('region', { name: 'Le programme dit autre chose que le texte signé' });
  }

  async ouvrir(cooperativeId: string): Promise<void> {
    await this.page.goto(`/cooperatives/${cooperativeId}/convention`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  carte(titre: string): Locator {
    return this.page.getByRole('group', { name: titre, exact: true });
  }

  /** Draws the draft from the programme; its text opens. */
  async preparer(duree: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Préparer la convention' }).click();
    const dialogue = this.page.getByRole('dialog', { name: 'Préparer la convention' });
    await choisir(dialogue, 'Durée', duree);
    await dialogue.getByRole('button', { name: 'Préparer le projet' }).click();
    await this.texteOuvert();
  }

  async preparerAvenant(objet: string): Promise<void> {
    await this.ecart.getByRole('button', { name: 'Préparer l’avenant' }).click();
    const dialogue = this.page.getByRole('dialog', { name: 'Préparer un avenant' });
    await texte(dialogue, 'Objet').fill(objet);
    await dialogue.getByRole('button', { name: 'Préparer l’avenant' }).click();
    await this.texteOuvert();
  }

  async renouveler(duree: string, objet: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Renouveler', exact: true }).click();
    const dialogue = this.page.getByRole('dialog', { name: 'Renouveler la convention' });
    await choisir(dialogue, 'Durée', duree);
    await texte(dialogue, 'Objet').fill(objet);
    await dialogue.getByRole('button', { name: 'Préparer le renouvellement' }).click();
    await this.texteOuvert();
  }

  private async texteOuvert(): Promise<void> {
    await expect(this.page).toHaveURL(/\/conventions\/textes\/[0-9a-f-]{36}$/);
  }
}

/** Who signs, in its dialog. */
export class DialogueParties {
  readonly dialogue: Locator;

  constructor(page: Page) {
    this.dialogue = page.getByRole('dialog', { name: 'Parties de la convention' });
  }

  partie(nom: string): Locator {
    return this.dialogue.getByRole('group', { name: nom });
  }

  acte(acte: 'Monter' | 'Descendre' | 'Modifier' | 'Retirer', partie: string): Locator {
    return this.dialogue.getByRole('button', { name: debut(`${acte} « ${partie}`) });
  }

  async remplir(nom: string, representant: string, qualite: string): Promise<void> {
    if (!(await this.partie(nom).isVisible())) await this.acte('Modifier', nom).click();
    await texte(this.partie(nom), 'Représentant').fill(representant);
    await texte(this.partie(nom), 'En qualité de').fill(qualite);
  }

  async enregistrer(): Promise<void> {
    await this.dialogue.getByRole('button', { name: 'Enregistrer les parties' }).click();
    await expect(this.dialogue).toBeHidden();
  }
}

/** A text that parties sign. */
export class PageTexte {
  constructor(private readonly page: Page) {}

  get id(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  async ouvrir(id: string): Promise<void> {
    await this.page.goto(`/conventions/textes/${id}`);
    await expect(this.page.getByRole('article')).toBeVisible();
  }

  article(titre: string): Locator {
    return this.page.getByRole('region', { name: titre, exact: true });
  }

  /** An act of the heading, confirmed in its dialog, with its reason when it asks one. */
  async passer(acte: string, etat: string, motif = ''): Promise<void> {
    await this.page.getByRole('button', { name: acte, exact: true }).click();
    const dialogue = this.page.getByRole('dialog', { name: acte });
    if (motif) await texte(dialogue, 'Motif').fill(motif);
    await dialogue.getByRole('button', { name: acte }).last().click();
    await expect(dialogue).toBeHidden();
    await expect(this.page.getByText(etat, { exact: true }).first()).toBeVisible();
  }

  async enSignature(): Promise<void> {
    await this.passer('Envoyer en relecture', 'en relecture');
    await this.passer('Figer le texte', 'prêt à signer');
    await this.passer('Envoyer à la signature', 'en signature');
  }

  async deposer(partie: string): Promise<void> {
    await this.page.getByRole('button', { name: `Déposer la copie signée de ${partie}` }).click();
    const dialogue = this.page.getByRole('dialog', { name: 'Déposer la copie signée' });
    await saisie(dialogue, 'Copie signée').setInputFiles(copieSignee(partie));
    await expect(dialogue.getByText(/: reçu\.$/)).toBeVisible();
    await dialogue.getByRole('button', { name: 'Déposer la copie signée' }).click();
    await expect(dialogue).toBeHidden();
  }
}
