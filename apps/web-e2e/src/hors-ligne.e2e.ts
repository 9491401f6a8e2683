import type { Page } from '@playwright/test';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import { demander } from './demander';
import { PageAccueil } from './pages/accueil';
import { PageSaisieBilan } from './pages/bilan';
import { texte } from './pages/libelles';
import { TELEPHONE, attendreErreur, expect, pageSaine, test } from './test';

const marque = Date.now().toString(36);
const BILANS = 'bilans-trimestriels';
const RESEAU = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;

/** The first report due of the home page, opened; from now on the device can do without network. */
async function ouvrirPremierBilan(page: Page): Promise<{ id: string; action: string; bilan: PageSaisieBilan }> {
  attendreErreur(page, RESEAU);
  const titre = page
    .getByRole('group')
    .filter({ has: page.getByRole('link', { name: /^(Remplir|Reprendre|Compléter)/ }) })
    .getByRole('heading', { level: 2 })
    .first();
  const action = ((await titre.textContent()) ?? '').trim();
  await new PageAccueil(page).ouvrirBilanDu(action);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(action);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
  return { id, action, bilan: new PageSaisieBilan(page) };
}

/** What Chromium holds against installing the application; a window of a test is private, which it says as well. */
async function reprochesInstallation(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  const { url, errors } = await session.send('Page.getAppManifest');
  return [
    ...(url.endsWith('/manifest.webmanifest') ? errors.map(({ message }) => message) : ['no manifest']),
    ...installabilityErrors.map(({ errorId }) => errorId).filter((erreur) => erreur !== 'in-incognito'),
  ];
}

async function demanderTransmission(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Transmettre à l’ARS' }).click();
  await page.getByRole('button', { name: 'Transmettre à l’ARS' }).click();
  await expect(page.getByText('Ce bilan partira au retour du réseau.')).toBeVisible();
  await expect(page.getByText('Partira au retour du réseau', { exact: true }).first()).toBeVisible();
}

test('A report is read, written and closed without network, then everything arrives', async ({ entrer, autrePage }) => {
  const compte = 'partenaire-msp-valibout@demo.test';
  const EN_LIGNE = `Écrit avec le réseau, ${marque}.`;
  const COUPE = `Écrit sans réseau, ${marque}.`;
  const FERMEE = `Écrit juste avant de fermer, ${marque}.`;
  const page = await entrer(compte, { ecran: TELEPHONE });
  const contexte = page.context();
  const { id, action, bilan } = await ouvrirPremierBilan(page);
  await texte(page, 'Freins identifiés').fill(EN_LIGNE);
  await texte(page, 'Freins identifiés').blur();
  await expect(bilan.etat).toHaveText(/^Enregistré à/);

  expect(await reprochesInstallation(page)).toEqual([]);

  await contexte.setOffline(true);
  await page.reload();
  await expect(page.getByText(/^Hors ligne, tel qu’à \d+\s*h\s*\d+\.$/)).toBeVisible();
  await expect(texte(page, 'Freins identifiés')).toHaveValue(EN_LIGNE);
  await texte(page, 'Leviers identifiés').fill(COUPE);
  await texte(page, 'Leviers identifiés').blur();
  await expect(bilan.etat.first()).toHaveText('Hors ligne, gardé sur cet appareil');
  await pageSaine(page);

  await test.step('the home page was seen, the cooperatives never were', async () => {
    await page.goto('/accueil');
    await expect(new PageAccueil(page).bilanDu(action)).toBeVisible();
    await page.goto('/cooperatives');
    await expect(page.getByText(/^Cette page ne se lit pas sans réseau/)).toBeVisible();
    await pageSaine(page);
    await page.goto(`/bilans/${id}`);
    await expect(texte(page, 'Leviers identifiés')).toHaveValue(COUPE);
  });

  // No pause between the last key and the end of the tab.
  await texte(page, 'Pistes d’amélioration').fill(FERMEE);
  await page.close();
  const retour = await autrePage(contexte);
  attendreErreur(retour, RESEAU);
  // The last words of the tab may have reached the server as it closed: the saving from here is then told so, and recognised.
  attendreErreur(retour, /409 \(Conflict\)/);
  await retour.goto(`/bilans/${id}`);
  await expect(texte(retour, 'Pistes d’amélioration')).toHaveValue(FERMEE);
  await contexte.setOffline(false);
  await expect(new PageSaisieBilan(retour).etat).toHaveText(/^Enregistré à/);

  const { contenu } = await demander<BilanLu>(retour, 'GET', `${BILANS}/${id}`);
  expect(contenu).toMatchObject({ freins: EN_LIGNE, leviers: COUPE, pistes: FERMEE });
});

test('A sending asked for without network leaves once, at the next opening', async ({ entrer, autrePage }) => {
  const page = await entrer('partenaire-csapa-92@demo.test', { ecran: TELEPHONE });
  const contexte = page.context();
  const { id } = await ouvrirPremierBilan(page);
  const versions = () => demander<unknown[]>(page, 'GET', `${BILANS}/${id}/versions`);
  const avant = (await versions()).length;
  await contexte.setOffline(true);
  await demanderTransmission(page);
  await pageSaine(page);
  await page.close();

  await contexte.setOffline(false);
  const retour = await autrePage(contexte);
  await retour.goto('/accueil');
  await expect(retour.getByText(/a été transmis à l’ARS/)).toBeVisible();
  await retour.getByRole('button', { name: 'Voir le reçu' }).click();
  await expect(retour.getByRole('heading', { level: 1, name: 'Bilan transmis à l’ARS' })).toBeVisible();
  expect(await versions()).toHaveLength(avant + 1);
});

test('A report written elsewhere meanwhile is compared, not sent; signing out erases the device', async ({
  entrer,
  autrePage,
}) => {
  const compte = 'partenaire-cms-champigny@demo.test';
  const AILLEURS = `Écrit ailleurs, ${marque}.`;
  const page = await entrer(compte, { ecran: TELEPHONE });
  const contexte = page.context();
  const { id } = await ouvrirPremierBilan(page);
  await contexte.setOffline(true);
  await texte(page, 'Freins identifiés').fill(`Écrit ici, ${marque}.`);
  await expect(new PageSaisieBilan(page).etat.first()).toHaveText('Hors ligne, gardé sur cet appareil');
  await demanderTransmission(page);

  const ailleurs = await entrer(compte);
  const { version, contenu } = await demander<BilanLu>(ailleurs, 'GET', `${BILANS}/${id}`);
  await demander(ailleurs, 'PATCH', `${BILANS}/${id}`, { version, ...contenu, freins: AILLEURS });
  attendreErreur(page, /status of 409/);
  await contexte.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Deux versions de ce bilan' })).toBeVisible();
  expect((await demander<BilanLu>(ailleurs, 'GET', `${BILANS}/${id}`)).etat).toBe('A_COMPLETER');

  await page.getByRole('button', { name: /votre compte/ }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Se déconnecter et effacer' }).click();
  await expect(page).toHaveURL(/\/connexion/);
  await contexte.setOffline(true);
  const apres = await autrePage(contexte);
  attendreErreur(apres, RESEAU);
  await apres.goto(`/bilans/${id}`);
  await expect(apres).toHaveURL(/\/connexion/);
  const restes = await apres.evaluate(async () => {
    const base = await new Promise<IDBDatabase>((resolve) => {
      const ouverture = indexedDB.open('coopilote');
      ouverture.onsuccess = () => resolve(ouverture.result);
    });
    const compter = (magasin: string) =>
      new Promise<number>((resolve) => {
        const compte = base.transaction(magasin).objectStore(magasin).count();
        compte.onsuccess = () => resolve(compte.result);
      });
    return Promise.all([...base.objectStoreNames].map(compter));
  });
  expect(restes).toEqual([0, 0, 0]);
});
