import { expect, type Locator, type Page } from '@playwright/test';
import { QUESTIONS_BILAN, type CleQuestion } from '@coopilote/domain/bilans/bilan.rules';
import { debut, texte } from './libelles';

/** A question in the words of the page. */
export function question(cle: CleQuestion) {
  const trouvee = QUESTIONS_BILAN.find((candidate) => candidate.cle === cle);
  if (!trouvee) throw new Error(`Question inconnue : ${cle}`);
  return trouvee;
}

/** The report form (T4). */
export class PageSaisieBilan {
  readonly beneficiaires: Locator;
  readonly etat: Locator;

  constructor(private readonly page: Page) {
    this.beneficiaires = texte(page, 'Nombre de bénéficiaires touchés ce trimestre');
    this.etat = page.getByText(
      /^(Enregistré à|Rien à enregistrer|Enregistrement…|Hors ligne, gardé|En conflit|À corriger)/,
    );
  }

  reponses(cle: CleQuestion): Locator {
    return this.page.getByRole('radiogroup', { name: question(cle).question });
  }

  reponse(cle: CleQuestion, mot: string): Locator {
    return this.reponses(cle).getByRole('radio', { name: mot });
  }

  /** By the word on the button: the radio itself is only read. */
  async repondre(cle: CleQuestion, mot: string): Promise<void> {
    await this.reponses(cle).getByText(mot, { exact: true }).click();
    await expect(this.reponse(cle, mot)).toBeChecked();
  }

  /** The reason of the only answer of the group that asks for one. */
  motif(cle: CleQuestion): Locator {
    return texte(this.page, question(cle).relance);
  }

  indicateur(libelle: string): Locator {
    return this.page.getByRole('textbox', { name: debut(`${libelle} (`) });
  }

  section(titre: string): Locator {
    return this.page.getByRole('region', { name: titre });
  }

  /** The draft is on the server, with so many answers. */
  async enregistre(remplies: number, total: number): Promise<void> {
    await expect(this.page.getByText(new RegExp(`^\\s*${remplies}\\sréponses sur ${total}`))).toBeVisible();
    await expect(this.etat).toHaveText(/Enregistré à \d+\s*h\s*\d+$/);
  }

  /** Reads over what will be sent, then sends it. */
  async transmettre(): Promise<void> {
    await this.page.getByRole('button', { name: 'Transmettre à l’ARS' }).click();
    await expect(this.page.getByRole('heading', { name: 'Ce qui va être transmis' })).toBeVisible();
    await this.page.getByRole('button', { name: 'Transmettre à l’ARS' }).click();
    await expect(this.page).toHaveURL(/\/recu$/);
    await expect(this.page.getByRole('heading', { level: 1, name: 'Bilan transmis à l’ARS' })).toBeVisible();
  }
}

/** A report as it is read, and judged by the delegation. */
export class PageLectureBilan {
  constructor(private readonly page: Page) {}

  /** Sends back the element of this rank (in the order of the form), with the reason. */
  async renvoyer(rang: number, motif: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Renvoyer à compléter' }).click();
    await this.page.getByRole('checkbox', { name: 'Renvoyer cette question' }).nth(rang).check();
    await texte(this.page, 'Ce qui manque ou reste à préciser').fill(motif);
    await this.page.getByRole('button', { name: 'Renvoyer à compléter' }).click();
  }

  async valider(): Promise<void> {
    await this.page.getByRole('button', { name: 'Valider le bilan' }).click();
    await expect(this.page.getByRole('button', { name: 'Valider le bilan' })).toBeHidden();
  }
}
