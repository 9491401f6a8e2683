import { expect, type Page } from '@playwright/test';
import { choisir, cocher, debut, proposer, saisie, texte } from './libelles';

export interface CooperativeAEcrire {
  intitule: string;
  sigle: string;
  debut: string;
  thematiques: string[];
  populations: string[];
  communes: string[];
}

/** The form of a CA, to create or to edit. */
export class PageSaisieCooperative {
  constructor(private readonly page: Page) {}

  async ouvrir(): Promise<void> {
    await this.page.goto('/cooperatives');
    await this.page.getByRole('link', { name: 'Créer une coopérative' }).click();
    await expect(this.page).toHaveURL('/cooperatives/nouvelle');
  }

  async remplir(ca: CooperativeAEcrire): Promise<void> {
    await texte(this.page, 'Intitulé').fill(ca.intitule);
    await texte(this.page, 'Sigle').fill(ca.sigle);
    await saisie(this.page, 'Début').fill(ca.debut);
    await cocher(this.page, 'Thématiques', ...ca.thematiques);
    await cocher(this.page, 'Populations', ...ca.populations);
    for (const commune of ca.communes) await proposer(this.page, 'Communes', commune, commune);
    await expect(this.page.getByRole('list', { name: debut('Choisis : Communes') }).getByRole('listitem')).toHaveText(
      ca.communes.map((commune) => new RegExp(commune)),
    );
  }

  async creer(): Promise<void> {
    await this.page.getByRole('button', { name: 'Créer la coopérative' }).click();
    await expect(this.page).toHaveURL(/\/cooperatives\/[0-9a-f-]{36}\/membres/);
  }
}

/** A CA and its tabs. */
export class PageCooperative {
  constructor(protected readonly page: Page) {}

  async onglet(nom: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Rubriques de la coopérative' })
      .getByRole('link', { name: debut(nom) })
      .click();
  }
}

export interface StructureACreer {
  nom: string;
  siret: string;
  commune: string;
  forme: string;
  secteur: string;
}

export class PageMembres extends PageCooperative {
  /** Adds a structure that the software does not know yet. */
  async ajouterNouvelle(structure: StructureACreer, entree: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Ajouter une structure' }).click();
    await this.page.getByRole('button', { name: debut('Elle n’est pas dans la liste') }).click();
    const creation = this.page.getByRole('dialog', { name: 'Créer une structure' });
    await texte(creation, 'Nom').fill(structure.nom);
    await texte(creation, 'SIRET').fill(structure.siret);
    await proposer(creation, 'Commune', structure.commune, structure.commune);
    await choisir(creation, 'Forme juridique', structure.forme);
    await choisir(creation, 'Secteur', structure.secteur);
    await creation.getByRole('button', { name: 'Créer la structure' }).click();
    const ajout = this.page.getByRole('dialog', { name: 'Ajouter une structure' });
    await expect(ajout.getByRole('combobox', { name: debut('Structure') })).toHaveValue(structure.nom);
    await saisie(ajout, 'Date d’entrée').fill(entree);
    await ajout.getByRole('button', { name: 'Ajouter à la coopérative' }).click();
  }

  /** The invitation that follows the arrival of a structure. */
  async inviter(structure: string, personne: { prenom: string; nom: string; courriel: string }): Promise<void> {
    const dialogue = this.page.getByRole('dialog', { name: `Inviter une personne de ${structure}` });
    await expect(dialogue.getByText(`${structure} est membre de la coopérative.`)).toBeVisible();
    await texte(dialogue, 'Prénom').fill(personne.prenom);
    await texte(dialogue, 'Nom').fill(personne.nom);
    await texte(dialogue, 'Courriel').fill(personne.courriel);
    await dialogue.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await expect(dialogue).toBeHidden();
  }

  membre(structure: string) {
    return this.page
      .getByRole('table', { name: 'Structures membres' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: debut(structure) }) });
  }
}

export class PageProgramme extends PageCooperative {
  /** Adds an objective by the button that says its level. */
  async ajouterObjectif(niveau: 'général' | 'spécifique' | 'opérationnel', intitule: string): Promise<void> {
    await this.page.getByRole('button', { name: `Ajouter un objectif ${niveau}` }).click();
    const dialogue = this.page.getByRole('dialog', { name: `Ajouter un objectif ${niveau}` });
    await texte(dialogue, 'Intitulé').fill(intitule);
    await dialogue.getByRole('button', { name: 'Ajouter l’objectif' }).click();
    await expect(dialogue).toBeHidden();
    await expect(this.page.getByRole('group', { name: `Objectif : ${intitule}` })).toBeVisible();
  }

  async ajouterFiche(): Promise<void> {
    await this.page.getByRole('link', { name: /^Ajouter une fiche-action à l’objectif/ }).click();
    await expect(this.page).toHaveURL(/\/fiches-actions\/nouvelle/);
  }
}
