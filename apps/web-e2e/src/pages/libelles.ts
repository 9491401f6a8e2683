import type { Locator, Page } from '@playwright/test';

/** Where fields are looked for: the page, or a part of it. */
export type Lieu = Page | Locator;

const echapper = (texte: string): string => texte.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** The label of a field as it is read, marked as required or not. */
export const libelle = (texte: string): RegExp => new RegExp(`^\\s*${echapper(texte)}(\\s*\\(obligatoire\\))?\\s*$`);

/** A name that starts by these words. */
export const debut = (texte: string): RegExp => new RegExp(`^\\s*${echapper(texte)}`);

export const texte = (lieu: Lieu, nom: string): Locator => lieu.getByRole('textbox', { name: libelle(nom) });

/** A date or a password has no role: its label finds it. */
export const saisie = (lieu: Lieu, nom: string): Locator => lieu.getByLabel(libelle(nom));

export async function choisir(lieu: Lieu, nom: string, option: string): Promise<void> {
  await lieu.getByRole('combobox', { name: libelle(nom) }).selectOption({ label: option });
}

/** Ticks entries of a list of checkboxes. */
export async function cocher(lieu: Lieu, nom: string, ...entrees: string[]): Promise<void> {
  const groupe = lieu.getByRole('group', { name: libelle(nom) });
  for (const entree of entrees) await groupe.getByRole('checkbox', { name: libelle(entree) }).check();
}

/** Types the first letters, takes the proposition that starts by `option`. */
export async function proposer(lieu: Lieu, nom: string, terme: string, option: string): Promise<void> {
  await lieu.getByRole('combobox', { name: libelle(nom) }).fill(terme);
  await lieu
    .getByRole('option', { name: debut(option) })
    .first()
    .click();
}
