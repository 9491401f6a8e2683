import { expect, type Locator, type Page } from '@playwright/test';
import { choisir, debut, saisie, texte } from './libelles';

/** Acts of who runs a meeting; a member may add a document. */
export const ACTES_REUNION =
  /Convoquer|Annuler|Ajouter (le point|une personne)|Tout ajouter|Monter|Descendre|Modifier|Corriger|Retirer/;

/** The « Gouvernance » tab of a CA. */
export class PageGouvernance {
  readonly avertissements: Locator;

  constructor(private readonly page: Page) {
    this.avertissements = page.getByRole('list', { name: 'Avertissements' });
  }

  async ouvrir(cooperativeId: string): Promise<void> {
    await this.page.goto(`/cooperatives/${cooperativeId}/gouvernance`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  carte(titre: string): Locator {
    return this.page.getByRole('group', { name: titre, exact: true });
  }

  sieges(instance: string): Locator {
    return this.page.getByRole('table', { name: `Sièges : ${instance}` });
  }

  async creerCopil(): Promise<void> {
    await this.page.getByRole('button', { name: 'Créer le comité de pilotage' }).click();
    const dialogue = this.page.getByRole('dialog', { name: 'Créer une instance' });
    await expect(texte(dialogue, 'Nom')).toHaveValue('Comité de pilotage');
    await saisie(dialogue, 'Quorum').fill('50');
    await dialogue.getByRole('button', { name: 'Créer l’instance' }).click();
    await expect(dialogue).toBeHidden();
  }

  async proposerSieges(): Promise<void> {
    await this.page.getByRole('button', { name: 'Ajouter un siège pour chaque structure membre' }).click();
    await expect(this.page.getByText(/sièges? ajoutés?/)).toBeVisible();
  }

  async ajouterSiege(instance: string, siege: { qualite: string; nom: string; courriel: string }): Promise<void> {
    await this.carte(instance)
      .getByRole('button', { name: debut('Ajouter un siège :') })
      .click();
    const dialogue = this.page.getByRole('dialog', { name: 'Ajouter un siège' });
    await choisir(dialogue, 'Qualité', siege.qualite);
    await texte(dialogue, 'Titulaire').fill(siege.nom);
    await texte(dialogue, 'Courriel du titulaire').fill(siege.courriel);
    await dialogue.getByRole('button', { name: 'Ajouter le siège' }).click();
    await expect(dialogue).toBeHidden();
  }

  /** A meeting with its date and place; its page opens. */
  async creerReunion(quand: string, lieu: string): Promise<void> {
    const dialogue = await this.demanderReunion();
    await saisie(dialogue, 'Date et heure').fill(quand);
    await texte(dialogue, 'Lieu').fill(lieu);
    await dialogue.getByRole('button', { name: 'Créer la réunion' }).click();
    await expect(this.page).toHaveURL(/\/reunions\/[0-9a-f-]{36}$/);
  }

  /** A meeting without a date: its page opens on the poll. */
  async creerReunionSansDate(): Promise<void> {
    const dialogue = await this.demanderReunion();
    await dialogue.getByRole('checkbox', { name: debut('Je ne connais pas encore la date') }).check();
    await dialogue.getByRole('button', { name: 'Créer et proposer des dates' }).click();
    await expect(this.page).toHaveURL(/\/reunions\/[0-9a-f-]{36}$/);
  }

  private async demanderReunion(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Créer une réunion' }).click();
    return this.page.getByRole('dialog', { name: 'Créer une réunion' });
  }
}

/** A meeting being prepared. */
export class PageReunion {
  readonly points: Locator;
  /** What is said when the agenda is written. */
  readonly etatOrdreDuJour: Locator;
  readonly annonce: Locator;

  constructor(private readonly page: Page) {
    const carte = page.getByRole('group', { name: 'Ordre du jour', exact: true });
    this.points = carte.locator('li');
    this.etatOrdreDuJour = carte.getByRole('status').first();
    this.annonce = carte.getByRole('status').last();
  }

  proposition(titre: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^\\s*Ajouter\\s+«\\s*${titre}`) });
  }

  async toutAjouter(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tout ajouter' }).first().click();
    await this.enregistre();
  }

  async ajouterPoint(titre: string, minutes: string): Promise<void> {
    await texte(this.page, 'Point à ajouter').fill(titre);
    await saisie(this.page, 'Minutes').fill(minutes);
    await this.page.keyboard.press('Enter');
    await expect(this.points.filter({ hasText: titre })).toBeVisible();
    await this.enregistre();
  }

  acte(acte: 'Monter' | 'Descendre' | 'Modifier' | 'Retirer', point: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^\\s*${acte}\\s+«\\s*${point}`) });
  }

  async enregistre(): Promise<void> {
    await expect(this.etatOrdreDuJour).toHaveText('enregistré');
  }

  /** The act of the heading that sends the invitations, up to the preview of what leaves. */
  async demanderConvocation(acte: 'Convoquer' | 'Renvoyer la convocation'): Promise<Locator> {
    await this.page.getByRole('button', { name: acte }).click();
    return this.page.getByRole('dialog', { name: acte });
  }

  async proposerDates(dates: readonly string[], message: string): Promise<void> {
    const dialogue = this.page.getByRole('dialog', { name: 'Proposer un sondage de dates' });
    for (const [rang, date] of dates.entries()) await saisie(dialogue, `Date ${rang + 1}`).fill(date);
    await texte(dialogue, 'Message').fill(message);
    await dialogue.getByRole('button', { name: 'Ouvrir le sondage' }).click();
    await expect(dialogue).toBeHidden();
  }

  /** What a person answered, date by date. */
  reponses(nom: string): Locator {
    return this.page
      .getByRole('table', { name: 'Réponses de chaque personne, date par date' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: debut(nom) }) })
      .getByRole('cell');
  }
}

/** What the link of a poll opens, without an account. */
export class PageSondage {
  constructor(private readonly page: Page) {}

  async ouvrir(lien: string, participant: string): Promise<void> {
    await this.page.goto(lien);
    await expect(this.page.getByText(`Vous répondez pour ${participant}.`)).toBeVisible();
  }

  /** By the words on the cards, in their order. */
  async repondre(...reponses: ('Oui' | 'Si besoin' | 'Non')[]): Promise<void> {
    for (const [rang, mot] of reponses.entries())
      await this.page.getByRole('radiogroup').nth(rang).getByText(mot, { exact: true }).click();
    await this.page.getByRole('button', { name: 'Enregistrer mes réponses' }).click();
    await expect(this.page.getByText('Vos réponses sont enregistrées.')).toBeVisible();
  }
}

/** What the code shown in the room opens, without an account. */
export class PagePresence {
  constructor(private readonly page: Page) {}

  async ouvrir(chemin: string): Promise<void> {
    await this.page.goto(chemin);
    await expect(this.page.getByRole('heading', { level: 1, name: 'Qui êtes-vous ?' })).toBeVisible();
  }

  async signer(nom: string): Promise<void> {
    await this.page.getByRole('radio', { name: debut(nom) }).check();
    await this.page.getByRole('button', { name: 'Je suis présent' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Votre présence est notée' })).toBeVisible();
  }
}
