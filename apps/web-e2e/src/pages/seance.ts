import { expect, type Locator, type Page } from '@playwright/test';
import { proposer, saisie, texte } from './libelles';

/** A meeting as it is held. */
export class PageSeance {
  readonly point: Locator;
  readonly chrono: Locator;
  readonly notes: Locator;
  readonly notesLues: Locator;
  readonly decisions: Locator;
  readonly ordreDuJour: Locator;
  readonly maPresence: Locator;

  constructor(private readonly page: Page) {
    this.point = page.getByRole('region').filter({ has: page.getByRole('timer') });
    this.chrono = page.getByRole('timer');
    this.notes = page.getByRole('textbox', { name: 'Notes' });
    this.notesLues = page.getByRole('region', { name: 'Notes du point' });
    this.decisions = page.getByRole('region', { name: 'Décisions et tâches' });
    this.ordreDuJour = page.getByRole('region', { name: 'Ordre du jour' });
    this.maPresence = page.getByRole('region', { name: 'Ma présence' });
  }

  async ouvrir(id: string, mur = false): Promise<void> {
    await this.page.goto(`/reunions/${id}/seance${mur ? '?mur=1' : ''}`);
    await this.suit('En direct');
  }

  /** Whether the page follows the room. */
  async suit(etat: 'En direct' | 'Reconnexion…' | 'Hors ligne'): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: new RegExp(`^${etat}$`) })).toBeVisible();
  }

  async auPoint(titre: string): Promise<void> {
    await expect(this.point.getByRole('heading', { level: 2, name: titre })).toBeVisible();
  }

  /** A key of the page, pressed while nobody types. */
  async presser(touche: string): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.page.keyboard.press(touche);
  }

  /** With the keyboard alone: D, the words, Ctrl + Entrée. */
  async decider(mots: string): Promise<void> {
    await this.presser('d');
    await expect(texte(this.decisions, 'Décision')).toBeFocused();
    await this.page.keyboard.type(mots);
    await this.page.keyboard.press('Control+Enter');
    await expect(this.decision(mots)).toBeVisible();
  }

  async confier(quoi: string, debutDuNom: string, nom: string): Promise<void> {
    await this.presser('t');
    await expect(texte(this.decisions, 'À faire')).toBeFocused();
    await this.page.keyboard.type(quoi);
    await proposer(this.decisions, 'Par qui', debutDuNom, nom);
    await this.decisions.getByRole('button', { name: 'Dans 15 jours' }).click();
    await expect(saisie(this.decisions, 'Avant le')).not.toHaveValue('');
    await this.decisions.getByRole('button', { name: 'Enregistrer la tâche' }).click();
    await expect(this.decision(quoi)).toBeVisible();
  }

  /** A decision or a task, as the room reads it. */
  decision(mots: string): Locator {
    return this.decisions.getByRole('listitem').filter({ has: this.page.getByText(mots, { exact: true }) });
  }

  /** Takes up the notes where they stand, as the key N does. */
  async noter(mots: string): Promise<void> {
    await expect(this.notes).toBeVisible();
    await this.presser('n');
    await expect(this.notes).toBeFocused();
    await this.page.keyboard.type(mots, { delay: 15 });
  }
}

/** The list of who is here. */
export class PanneauPresences {
  readonly boite: Locator;

  constructor(private readonly page: Page) {
    this.boite = page.getByRole('dialog', { name: 'Présences' });
  }

  async ouvrir(): Promise<void> {
    await this.page.getByRole('button', { name: /présents?|Présences/ }).click();
    await expect(this.boite).toBeVisible();
  }

  acte(nom: string, acte: 'Présent' | 'Excusé' | 'Pouvoir'): Locator {
    return this.boite.getByRole('group', { name: `Présence de ${nom}` }).getByRole('button', { name: acte });
  }

  async noter(nom: string, acte: 'Présent' | 'Excusé'): Promise<void> {
    await this.acte(nom, acte).click();
    await expect(this.acte(nom, acte)).toHaveAttribute('aria-pressed', 'true');
  }

  async fermer(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.boite).toBeHidden();
  }
}
