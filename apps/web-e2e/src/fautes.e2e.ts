import type { Locator, Page } from '@playwright/test';
import { PageAccueil } from './pages/accueil';
import { PageSaisieBilan } from './pages/bilan';
import { PageConnexion } from './pages/connexion';
import { PageCooperative, PageSaisieCooperative } from './pages/cooperative';
import { debut, saisie, texte } from './pages/libelles';
import { siretFictif } from './donnees';
import { MOT_DE_PASSE, attendreErreur, expect, pageSaine, test } from './test';

const TRES_LONG = 'mot '.repeat(25_000 - 1) + 'fin.';
/** The demonstration of another run may still be there: nothing is written twice. */
const marque = Date.now().toString(36);
const CA_DU_78 = debut('Alliance d’acteurs en direction des publics invisibles');

/** The sentence stands under the field, the field says that it is wrong, and what was typed is still there. */
async function fauteSousLeChamp(champ: Locator, phrase: RegExp, tape: string): Promise<void> {
  await expect(champ).toHaveAccessibleDescription(phrase);
  await expect(champ).toHaveAttribute('aria-invalid', 'true');
  await expect(champ).toHaveValue(tape);
}

/** The same, and the summary at the head of the form leads to the field. */
async function fauteDite(page: Page, champ: Locator, phrase: RegExp, tape: string): Promise<void> {
  await fauteSousLeChamp(champ, phrase, tape);
  await expect(page.getByRole('paragraph').filter({ hasText: phrase })).toBeVisible();
  const resume = page.getByRole('alert').filter({ hasText: /points? à corriger/ });
  await resume.getByRole('link', { name: phrase }).click();
  await expect(champ).toBeFocused();
  await expect(champ).toHaveValue(tape);
}

async function ouvrirBilan(page: Page, action: string): Promise<PageSaisieBilan> {
  await new PageAccueil(page).ouvrirBilanDu(action);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(action);
  return new PageSaisieBilan(page);
}

test('A wrong SIRET is said under its field and in the summary', async ({ entrer }) => {
  const dd = await entrer('dd78@demo.test');
  await dd.goto('/structures/nouvelle');
  const juste = siretFictif('fautes');
  const faux = juste.slice(0, -1) + String((Number(juste.at(-1)) + 1) % 10);
  const phrase = /SIRET\s: ce numéro n’existe pas, un chiffre est sans doute inversé\./;
  const nom = texte(dd, 'Nom');
  const siret = texte(dd, 'SIRET');
  await nom.fill('Les Marcheurs du dimanche');
  await siret.fill(faux);
  await siret.blur();
  await fauteSousLeChamp(siret, phrase, faux);

  await dd.getByRole('button', { name: 'Inscrire la structure' }).click();
  await fauteDite(dd, siret, phrase, faux);
  await pageSaine(dd);
  await expect(nom).toHaveValue('Les Marcheurs du dimanche');

  await siret.fill('1234');
  await fauteSousLeChamp(siret, /SIRET\s: quatorze chiffres sont attendus\./, '1234');
  await siret.fill(juste);
  await expect(siret).not.toHaveAttribute('aria-invalid');
  await expect(dd.getByRole('alert').getByRole('link', { name: /SIRET/ })).toHaveCount(0);
});

test('A CA that ends before its start is refused, and stays as it was typed', async ({ entrer }) => {
  const dd = await entrer('dd78@demo.test');
  attendreErreur(dd, /status of 422 .*\/api\/cooperatives\)$/);
  const intitule = `Bien manger en famille ${marque}`;
  const page = new PageSaisieCooperative(dd);
  await page.ouvrir();
  await page.remplir({
    intitule,
    sigle: 'BMF',
    debut: '2026-03-01',
    thematiques: ['Santé des enfants et des jeunes'],
    populations: ['Jeunes de 16 à 25 ans'],
    communes: ['Trappes'],
  });
  const fin = saisie(dd, 'Fin');
  await fin.fill('2026-02-01');
  await dd.getByRole('button', { name: 'Créer la coopérative' }).click();
  await fauteDite(dd, fin, /Fin\s: elle vient avant le début\./, '2026-02-01');
  await pageSaine(dd);
  await expect(texte(dd, 'Intitulé')).toHaveValue(intitule);
  await expect(saisie(dd, 'Début')).toHaveValue('2026-03-01');
  await expect(dd).toHaveURL('/cooperatives/nouvelle');
});

test('A fiche-action with a text of 100,000 characters, then with an end before its start', async ({ entrer }) => {
  const dd = await entrer('dd78@demo.test');
  await dd.goto('/cooperatives');
  await dd.getByRole('link', { name: CA_DU_78 }).first().click();
  await new PageCooperative(dd).onglet('Programme');
  await dd
    .getByRole('link', { name: /^Ajouter une fiche-action à l’objectif/ })
    .first()
    .click();
  await expect(dd).toHaveURL(/\/fiches-actions\/nouvelle/);
  const contenu = texte(dd, 'Contenu de l’action');
  const fin = saisie(dd, 'Fin');
  await dd.getByRole('combobox', { name: debut('Promoteur référent') }).selectOption({ index: 1 });
  await texte(dd, 'Intitulé de l’action').fill('Ateliers du marché');
  await saisie(dd, 'Début').fill('2026-09-01');
  await fin.fill('2026-06-01');
  await contenu.fill(TRES_LONG);

  await test.step('too long', async () => {
    await dd.getByRole('button', { name: 'Créer la fiche-action' }).click();
    await fauteDite(dd, contenu, /Contenu de l’action\s: 10\s000 caractères au plus\./, TRES_LONG);
    await pageSaine(dd);
  });

  await test.step('the end before the start', async () => {
    attendreErreur(dd, /status of 422 .*\/api\/\S+\)$/);
    await contenu.fill('Un atelier par mois.');
    await dd.getByRole('button', { name: 'Créer la fiche-action' }).click();
    await fauteDite(dd, fin, /Fin\s: elle vient avant le début\./, '2026-06-01');
    await expect(contenu).toHaveValue('Un atelier par mois.');
    await expect(texte(dd, 'Intitulé de l’action')).toHaveValue('Ateliers du marché');
    await expect(dd).toHaveURL(/\/fiches-actions\/nouvelle/);
  });
});

test('Wrong figures and a text of 100,000 characters hold nothing else of a report back', async ({ entrer }) => {
  const partenaire = await entrer('partenaire-jardins-plateau@demo.test');
  const bilan = await ouvrirBilan(partenaire, 'Marche et jardin partagé');
  const fautes = [
    {
      champ: bilan.indicateur('Part des parcelles suivies par des habitants'),
      tape: '140',
      affiche: '140',
      phrase: /Part des parcelles suivies par des habitants\s: un pourcentage ne dépasse pas 100\./,
    },
    {
      champ: bilan.indicateur('Participants différents'),
      tape: '-3',
      // Once left, a number is written the French way: with a true minus sign.
      affiche: '\u22123',
      phrase: /Participants différents\s: un nombre négatif n’est pas possible\./,
    },
    {
      champ: texte(partenaire, 'Freins identifiés'),
      tape: TRES_LONG,
      affiche: TRES_LONG,
      phrase: /Ce texte compte 95\s000 caractères de trop\./,
    },
  ];
  for (const { champ, tape, affiche, phrase } of fautes) {
    await champ.fill(tape);
    await champ.blur();
    await fauteSousLeChamp(champ, phrase, affiche);
  }
  const leviers = texte(partenaire, 'Leviers identifiés');
  await leviers.fill('Le jardin attire de nouveaux voisins.');
  await expect(bilan.etat).toHaveText(/^Enregistré à \d+\s*h\s*\d+, sauf 3 à corriger$/);
  await pageSaine(partenaire);

  for (const { champ, affiche, phrase } of fautes) {
    await partenaire.getByRole('button', { name: /voir ce qui manque/ }).click();
    await expect(partenaire.getByRole('heading', { name: 'Ce qui manque encore' })).toBeVisible();
    await expect(partenaire.getByText('3 points à corriger')).toBeVisible();
    await partenaire.getByRole('link', { name: phrase }).click();
    await expect(champ).toBeFocused();
    await fauteSousLeChamp(champ, phrase, affiche);
  }

  await partenaire.reload();
  await expect(partenaire.getByText(/a été retrouvé sur cet appareil/)).toBeVisible();
  for (const { champ, affiche } of fautes) await expect(champ).toHaveValue(affiche);
  await expect(leviers).toHaveValue('Le jardin attire de nouveaux voisins.');

  const ailleurs = await entrer('partenaire-jardins-plateau@demo.test');
  await ouvrirBilan(ailleurs, 'Marche et jardin partagé');
  await expect(texte(ailleurs, 'Leviers identifiés')).toHaveValue('Le jardin attire de nouveaux voisins.');
  await expect(texte(ailleurs, 'Freins identifiés')).not.toHaveValue(TRES_LONG);
});

test('A report written in two places is compared, and nothing is lost', async ({ entrer }) => {
  const ACTION = 'Ateliers parents-enfants « des mots et des jeux »';
  const FREIN_BUREAU = `Frein écrit au bureau, ${marque}.`;
  const PISTE_BUREAU = `Piste écrite au bureau, ${marque}.`;
  const FREIN_ATELIER = `Frein écrit à l’atelier, ${marque}.`;
  const LEVIER_ATELIER = `Levier écrit à l’atelier, ${marque}.`;
  const bureau = await entrer('partenaire-ccas-garges@demo.test');
  const atelier = await entrer('partenaire-ccas-garges@demo.test');
  const bilanBureau = await ouvrirBilan(bureau, ACTION);
  const bilanAtelier = await ouvrirBilan(atelier, ACTION);
  attendreErreur(atelier, /status of 409 .*\/api\/bilans-trimestriels\//);

  await texte(bureau, 'Freins identifiés').fill(FREIN_BUREAU);
  await texte(bureau, 'Pistes d’amélioration').fill(PISTE_BUREAU);
  await texte(bureau, 'Pistes d’amélioration').blur();
  await expect(bilanBureau.etat).toHaveText(/^Enregistré à/);
  await bureau.reload();
  await expect(texte(bureau, 'Pistes d’amélioration')).toHaveValue(PISTE_BUREAU);

  await texte(atelier, 'Freins identifiés').fill(FREIN_ATELIER);
  await texte(atelier, 'Leviers identifiés').fill(LEVIER_ATELIER);
  await expect(atelier.getByRole('alert')).toContainText('Ce bilan a été modifié ailleurs pendant que vous l’écriviez');
  await expect(bilanAtelier.etat.first()).toHaveText('En conflit');
  await expect(texte(atelier, 'Freins identifiés')).toHaveValue(FREIN_ATELIER);

  await atelier.getByRole('button', { name: 'Comparer les deux versions' }).click();
  await expect(atelier.getByRole('heading', { name: 'Deux versions de ce bilan' })).toBeFocused();
  const freins = atelier.getByRole('group', { name: 'Freins identifiés' });
  const leviers = atelier.getByRole('group', { name: 'Leviers identifiés' });
  const pistes = atelier.getByRole('group', { name: 'Pistes d’amélioration' });
  const ici = (groupe: Locator) => groupe.getByRole('radio', { name: 'Saisi ici' });
  const ailleurs = (groupe: Locator) => groupe.getByRole('radio', { name: 'Enregistré ailleurs' });
  await expect(ici(freins)).toBeChecked();
  await expect(ici(freins)).toHaveAccessibleDescription(FREIN_ATELIER);
  await expect(ailleurs(freins)).not.toBeChecked();
  await expect(ailleurs(freins)).toHaveAccessibleDescription(FREIN_BUREAU);
  await expect(ici(leviers)).toBeChecked();
  await expect(ici(leviers)).toHaveAccessibleDescription(LEVIER_ATELIER);
  await expect(ailleurs(pistes)).toBeChecked();
  await expect(ailleurs(pistes)).toHaveAccessibleDescription(PISTE_BUREAU);
  await pageSaine(atelier);

  await freins.getByRole('radio', { name: 'Garder les deux textes, l’un sous l’autre' }).check();
  await atelier.getByRole('button', { name: 'Garder ces réponses' }).click();
  const LES_DEUX = `${FREIN_ATELIER}\n${FREIN_BUREAU}`;
  await expect(texte(atelier, 'Freins identifiés')).toHaveValue(LES_DEUX);
  await expect(bilanAtelier.etat).toHaveText(/^Enregistré à/);

  await bureau.reload();
  await expect(texte(bureau, 'Freins identifiés')).toHaveValue(LES_DEUX);
  await expect(texte(bureau, 'Leviers identifiés')).toHaveValue(LEVIER_ATELIER);
  await expect(texte(bureau, 'Pistes d’amélioration')).toHaveValue(PISTE_BUREAU);
});

test('A report survives a lost network', async ({ entrer, autrePage }) => {
  const ACTION = 'Permanence de soins infirmiers et d’hygiène sur la dalle';
  const compte = 'partenaire-halte-parvis@demo.test';
  const TUNNEL = `Écrit dans le tunnel, ${marque}.`;
  const FERMEE = `Écrit avant de fermer la page, ${marque}.`;
  const partenaire = await entrer(compte);
  const contexte = partenaire.context();
  const bilan = await ouvrirBilan(partenaire, ACTION);
  attendreErreur(partenaire, /ERR_INTERNET_DISCONNECTED/);

  await contexte.setOffline(true);
  await expect(partenaire.getByText(/^Hors ligne\. Gardez cette page ouverte/)).toBeVisible();
  await texte(partenaire, 'Freins identifiés').fill(TUNNEL);
  await texte(partenaire, 'Freins identifiés').blur();
  await expect(bilan.etat.first()).toHaveText('Hors ligne, gardé sur cet appareil');
  await contexte.setOffline(false);
  await expect(bilan.etat).toHaveText(/^Enregistré à/);
  await expect(partenaire.getByText(/^Hors ligne/)).toHaveCount(0);

  await contexte.setOffline(true);
  await texte(partenaire, 'Leviers identifiés').fill(FERMEE);
  await expect(bilan.etat.first()).toHaveText('Hors ligne, gardé sur cet appareil');
  const adresse = partenaire.url();
  await partenaire.close();
  await contexte.setOffline(false);
  const retour = await autrePage(contexte);
  await retour.goto(adresse);
  // Found on the device, or on the server: the emulation of the lost network ends a little before the page that closes.
  await expect(texte(retour, 'Leviers identifiés')).toHaveValue(FERMEE);
  await expect(new PageSaisieBilan(retour).etat).toHaveText(/^Enregistré à/);

  const ailleurs = await entrer(compte);
  await ouvrirBilan(ailleurs, ACTION);
  await expect(texte(ailleurs, 'Freins identifiés')).toHaveValue(TUNNEL);
  await expect(texte(ailleurs, 'Leviers identifiés')).toHaveValue(FERMEE);
});

test('A report survives a session that expires', async ({ entrer }) => {
  const ACTION = 'Chantiers d’autoréhabilitation accompagnée';
  const compte = 'partenaire-bien-habiter@demo.test';
  const APRES = `Écrit après la fin de la session, ${marque}.`;
  const partenaire = await entrer(compte);
  await ouvrirBilan(partenaire, ACTION);
  const adresse = partenaire.url();
  attendreErreur(partenaire, /status of 401 .*\/api\/bilans-trimestriels\//);

  await partenaire.context().clearCookies();
  await texte(partenaire, 'Freins identifiés').fill(APRES);
  await expect(partenaire).toHaveURL(/\/connexion\?.*motif=expiree/);
  await expect(partenaire.getByText(/^Votre session a expiré\. Connectez-vous de nouveau/)).toBeVisible();
  await pageSaine(partenaire);

  await new PageConnexion(partenaire).connecter(compte, MOT_DE_PASSE);
  await expect(partenaire).toHaveURL(adresse);
  await expect(texte(partenaire, 'Freins identifiés')).toHaveValue(APRES);
  await expect(new PageSaisieBilan(partenaire).etat).toHaveText(/^Enregistré à/);

  const ailleurs = await entrer(compte);
  await ouvrirBilan(ailleurs, ACTION);
  await expect(texte(ailleurs, 'Freins identifiés')).toHaveValue(APRES);
});
