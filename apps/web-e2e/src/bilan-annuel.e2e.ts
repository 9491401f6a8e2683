import type { BilanAnnuelLu } from '@coopilote/domain/bilans/bilan-annuel.contract';
import type { Page as PageDeListe } from '@coopilote/domain/commun/page.contract';
import type { EnvoiLu } from '@coopilote/domain/notifications/envoi.contract';
import { demander } from './demander';
import { DIABETE } from './donnees';
import { PageCooperative } from './pages/cooperative';
import { PageTableaux } from './pages/tableaux';
import { lirePdf } from './scene-financement';
import { TELEPHONE, expect, pageSaine, test } from './test';

const PARTENAIRE = 'partenaire-ccas-montfermeil@demo.test';
const DIT = 'Douze ateliers tenus, deux reportés faute de cuisine.';

test('a year is opened, completed on a phone, presented, decided action by action and read', async ({ entrer }) => {
  const annee = new Date().getFullYear() - 1;
  const page = await entrer('dd93@demo.test');
  await new PageTableaux(page).ouvrir(DIABETE);
  await new PageCooperative(page).onglet('Bilans');
  await page.getByRole('button', { name: `Ouvrir le bilan annuel ${annee}` }).press('Enter');
  await expect(page).toHaveURL(/\/bilans-annuels\/[0-9a-f-]{36}$/);
  const adresse = page.url();
  const id = adresse.slice(-36);
  await page.getByLabel('Synthèse de l’année').first().fill('Une année pleine pour les ateliers.');
  await page.getByLabel('Enseignements').focus();
  await expect(page.getByText(/Enregistré à/).first()).toBeVisible();

  await test.step('the structure writes its part at 390 px', async () => {
    const admin = await entrer('admin@demo.test');
    const annonce = async () => {
      const { lignes } = await demander<PageDeListe<EnvoiLu>>(
        admin,
        'GET',
        `envois?q=${encodeURIComponent(PARTENAIRE)}`,
      );
      return lignes.find(({ texte }) => texte.includes(id))?.texte ?? '';
    };
    await expect.poll(annonce).toContain('Votre partie\u00a0:');
    const telephone = await entrer(PARTENAIRE, { ecran: TELEPHONE });
    await telephone.goto(/\/cooperatives\/\S+\/bilans-annuels\/[0-9a-f-]{36}/.exec(await annonce())?.[0] ?? '');
    await telephone.getByLabel('Synthèse de l’année').first().fill(DIT);
    await telephone.getByLabel('Ce que propose la structure').first().selectOption({ label: 'Action modifiée' });
    await telephone.getByLabel('Pourquoi').first().fill('Une cuisine plus proche');
    await telephone.getByLabel('Pourquoi').first().blur();
    await expect(telephone.getByText(/Enregistré à/).first()).toBeVisible();
    await pageSaine(telephone);
    expect(await telephone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(TELEPHONE.width);
    await expect(telephone.getByRole('button', { name: 'Présenter le bilan' })).toBeHidden();
  });

  await test.step('the delegation presents, decides and adopts', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Présenter le bilan' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Présenter le bilan' }).press('Enter');
    await expect(page.getByText('version 1', { exact: false }).first()).toBeVisible();
    await expect(page.getByText(DIT)).toBeVisible();
    await pageSaine(page);
    const { volets, contenu } = await demander<BilanAnnuelLu>(page, 'GET', `bilans-annuels/${id}`);
    const ecrite = contenu.actions.find(({ synthese }) => synthese === DIT);
    for (const { ficheActionId, version } of volets.filter((v) => v.ficheActionId !== ecrite?.ficheActionId)) {
      const decision = { decision: 'RECONDUITE', motif: 'Elle a trouvé son public', version };
      await demander(page, 'PUT', `bilans-annuels/${id}/decisions/${ficheActionId}`, decision);
    }
    await page.getByRole('button', { name: `Décider : ${ecrite?.intitule}` }).press('Enter');
    const dialogue = page.getByRole('dialog');
    // What the structure proposed is the first answer.
    await expect(dialogue.getByLabel('Raison')).toHaveValue('Une cuisine plus proche');
    await dialogue.getByRole('button', { name: 'Enregistrer la décision' }).press('Enter');
    await page.getByRole('button', { name: 'Adopter le bilan' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Adopter le bilan' }).press('Enter');
    await expect(page.getByRole('link', { name: /Y aller.*Modifier la fiche-action/ })).toBeVisible();
    const pdf = await lirePdf(page, () => page.getByRole('link', { name: 'PDF', exact: true }).click());
    for (const attendu of ['adopté, version 1', DIT, 'Une cuisine plus proche', 'bilans trimestriels reçus sur']) {
      expect(pdf).toContain(attendu);
    }
  });
});
