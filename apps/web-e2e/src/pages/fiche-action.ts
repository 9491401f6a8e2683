import { expect, type Locator, type Page } from '@playwright/test';
import { choisir, cocher, saisie, texte } from './libelles';

export interface FicheAEcrire {
  intitule: string;
  objectif: string;
  contenu: string;
  resultats: string;
  modes: string[];
  publics: string[];
  beneficiaires: number;
  debut: string;
  fin: string;
}

export class PageSaisieFiche {
  constructor(private readonly page: Page) {}

  async remplir(fiche: FicheAEcrire): Promise<void> {
    await texte(this.page, 'Intitulé de l’action').fill(fiche.intitule);
    await expect(
      this.page.getByRole('combobox', { name: 'Objectif opérationnel' }).getByRole('option', { selected: true }),
    ).toContainText(fiche.objectif);
    await texte(this.page, 'Contenu de l’action').fill(fiche.contenu);
    if (fiche.modes.length) await cocher(this.page, 'Modes d’intervention', ...fiche.modes);
    await texte(this.page, 'Résultats attendus').fill(fiche.resultats);
    for (const [rang, nom] of fiche.publics.entries()) await choisir(this.page, `Public cible ${rang + 1}`, nom);
    await texte(this.page, 'Nombre de bénéficiaires ciblés').fill(String(fiche.beneficiaires));
    await saisie(this.page, 'Début').fill(fiche.debut);
    await saisie(this.page, 'Fin').fill(fiche.fin);
  }

  async creer(): Promise<void> {
    await this.page.getByRole('button', { name: 'Créer la fiche-action' }).click();
    await expect(this.page).toHaveURL(/\/fiches-actions\/[0-9a-f-]{36}$/);
  }
}

export interface IndicateurAEcrire {
  type: 'Indicateur de processus' | 'Indicateur d’activité' | 'Indicateur de résultats';
  libelle: string;
  unite: string;
  mode: string;
  /** Forecast of each quarter, by the label of its box: « T3 2026 ». */
  previsions: Record<string, number>;
}

export class PageFiche {
  constructor(private readonly page: Page) {}

  async ajouterIndicateur(indicateur: IndicateurAEcrire): Promise<void> {
    await this.page.getByRole('button', { name: `Ajouter un ${indicateur.type.toLowerCase()}` }).click();
    const dialogue = this.page.getByRole('dialog', { name: 'Ajouter un indicateur' });
    await expect(dialogue.getByRole('combobox', { name: /^Type/ }).getByRole('option', { selected: true })).toHaveText(
      indicateur.type,
    );
    await texte(dialogue, 'Libellé').fill(indicateur.libelle);
    await choisir(dialogue, 'Unité', indicateur.unite);
    await choisir(dialogue, 'Mode d’agrégation', indicateur.mode);
    for (const [trimestre, valeur] of Object.entries(indicateur.previsions))
      await texte(dialogue, trimestre).fill(String(valeur));
    await dialogue.getByRole('button', { name: 'Ajouter l’indicateur' }).click();
    await expect(dialogue).toBeHidden();
    await expect(
      this.page.getByRole('listitem').filter({ hasText: indicateur.libelle }).getByRole('table'),
    ).toContainText(String(Object.values(indicateur.previsions)[0]));
  }

  async agir(acte: string): Promise<void> {
    await this.page.getByRole('button', { name: acte }).click();
  }

  /** The line of a quarter among the reports of the action. */
  bilan(trimestre: string): Locator {
    return this.page
      .getByRole('group', { name: 'Bilans trimestriels' })
      .getByRole('listitem')
      .filter({ hasText: trimestre });
  }
}
