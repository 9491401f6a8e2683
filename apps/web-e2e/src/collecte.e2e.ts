import type { Locator } from '@playwright/test';
import type { BilanLigne, BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import type { CampagneLigne, CampagnesLues } from '@coopilote/domain/bilans/campagne.contract';
import { QUESTIONS_BILAN } from '@coopilote/domain/bilans/bilan.rules';
import type { Page as PageDeListe } from '@coopilote/domain/commun/page.contract';
import type { EnvoiLu } from '@coopilote/domain/notifications/envoi.contract';
import { demander } from './demander';
import { PageSaisieBilan } from './pages/bilan';
import { TELEPHONE, expect, pageSaine, test } from './test';

/** Taps and fields that a whole report may cost when little has changed. */
const GESTES_MAX = 20;

test('a partner sends a whole report from a phone in few gestures, when little has changed', async ({ entrer }) => {
  const page = await entrer('partenaire-education-95@demo.test', { ecran: TELEPHONE });
  const { lignes } = await demander<PageDeListe<BilanLigne>>(
    page,
    'GET',
    'bilans-trimestriels?etat=A_REMPLIR&taille=100',
  );
  const bilan = await demander<BilanLu>(page, 'GET', `bilans-trimestriels/${lignes[0]?.id}`);
  expect([bilan.indicateurs.length, bilan.precedent === null]).toEqual([3, false]);

  let gestes = 0;
  const toucher = async (cible: Locator): Promise<void> => {
    gestes++;
    await cible.click();
  };
  const remplir = async (champ: Locator, valeur: string): Promise<void> => {
    gestes++;
    await champ.fill(valeur);
  };
  await page.goto('/accueil');
  await toucher(page.getByRole('link', { name: 'Voir mes bilans' }));
  await toucher(page.locator(`a[href='/bilans/${bilan.id}']`).first());
  const saisie = new PageSaisieBilan(page);
  for (const { question } of QUESTIONS_BILAN) {
    await toucher(page.getByRole('button', { name: `Identique au T3\u00a0: ${question}` }));
  }
  await remplir(saisie.beneficiaires, String(bilan.precedent?.contenu.beneficiaires ?? 0));
  for (const indicateur of bilan.indicateurs) {
    const { valeur, numerateur, denominateur } = indicateur.precedent ?? {};
    if (indicateur.modeAgregation === 'RATIO') {
      await remplir(page.getByRole('textbox', { name: `Numérateur, ${indicateur.libelle}` }), String(numerateur));
      await remplir(page.getByRole('textbox', { name: `Dénominateur, ${indicateur.libelle}` }), String(denominateur));
    } else await remplir(saisie.indicateur(indicateur.libelle), String(valeur).replace('.', ','));
  }
  await toucher(page.getByRole('button', { name: 'Transmettre à l’ARS' }));
  await toucher(page.getByRole('button', { name: 'Transmettre à l’ARS' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Bilan transmis à l’ARS' })).toBeVisible();
  expect(gestes).toBeLessThanOrEqual(GESTES_MAX);
  const recu = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger le reçu (PDF)' }).click();
  expect((await recu).suggestedFilename()).toMatch(/^recu-bilan-.*\.pdf$/);
});

test('a report asks what the delegation chose; questions go to a colleague by a link, and come back', async ({
  entrer,
  visiter,
}) => {
  const partenaire = await entrer('partenaire-gestion-dalle@demo.test', { ecran: TELEPHONE });
  const { lignes } = await demander<PageDeListe<BilanLigne>>(
    partenaire,
    'GET',
    'bilans-trimestriels?etat=A_REMPLIR&taille=100',
  );
  await test.step('the delegation asks for an essential report: two questions are left', async () => {
    const dd = await entrer('dd92@demo.test');
    await dd.goto(`/fiches-actions/${lignes[0]?.ficheActionId}`);
    await dd.getByRole('combobox', { name: 'Ce qui est demandé' }).selectOption('Niveau essentiel (2 questions)');
    await expect(dd.getByText('Bilans au niveau essentiel.')).toBeVisible();
    await pageSaine(dd);
    await partenaire.goto(`/bilans/${lignes[0]?.id}`);
    await expect(partenaire.getByRole('radiogroup')).toHaveCount(2);
    for (const cle of ['realisation', 'objectifs'] as const) {
      await expect(new PageSaisieBilan(partenaire).reponses(cle)).toBeVisible();
    }
  });
  const lea = `Léa ${Date.now().toString(36)}`;
  const adresse = `${Date.now().toString(36)}@example.test`;
  await partenaire.getByRole('button', { name: 'Confier des questions' }).press('Enter');
  await expect(partenaire.getByRole('heading', { name: 'Confier à une personne' })).toBeVisible();
  await partenaire.getByRole('checkbox', { name: 'Freins identifiés' }).check();
  await partenaire.getByRole('textbox', { name: 'Nom' }).fill(lea);
  await partenaire.getByRole('textbox', { name: 'Courriel' }).fill(adresse);
  await pageSaine(partenaire);
  await partenaire.getByRole('button', { name: 'Envoyer le lien' }).press('Enter');
  await expect(partenaire.getByText('Lien envoyé.')).toBeVisible();

  const admin = await entrer('admin@demo.test');
  const envois = await demander<PageDeListe<EnvoiLu>>(admin, 'GET', `envois?q=${encodeURIComponent(adresse)}`);
  const lien = /\/contribution\/[\w-]+/.exec(envois.lignes[0]?.texte ?? '')?.[0] ?? '';
  const collegue = await visiter({ ecran: TELEPHONE });
  await collegue.goto(lien);
  const freins = `Ascenseur en panne, ${adresse.length} jours.`;
  await collegue.getByRole('textbox', { name: 'Freins identifiés' }).fill(freins);
  await expect(collegue.getByText(/Enregistré à/)).toBeVisible();
  await pageSaine(collegue);
  await collegue.reload();
  await expect(collegue.getByRole('textbox', { name: 'Freins identifiés' })).toHaveValue(freins);
  await collegue.getByRole('button', { name: 'J’ai fini' }).press('Enter');
  await expect(collegue.getByText('Merci !', { exact: false })).toBeVisible();

  await partenaire.reload();
  await partenaire.getByRole('button', { name: 'Confier des questions' }).press('Enter');
  const confiee = partenaire.getByRole('article', { name: `Confié à ${lea}` });
  await expect(confiee).toContainText(freins);
  await pageSaine(partenaire);
  await confiee.getByRole('button', { name: 'Reprendre cette réponse dans mon bilan' }).press('Enter');
  await expect(partenaire.getByRole('textbox', { name: 'Freins identifiés' })).toHaveValue(freins);
});

test('a delegation follows the collection, closes it and opens it again', async ({ entrer }) => {
  const dd = await entrer('dd92@demo.test');
  await dd.goto('/bilans');
  await dd.getByRole('link', { name: 'Suivre la collecte' }).click();
  await expect(dd.getByRole('heading', { level: 1, name: 'Collecte des bilans' })).toBeVisible();
  await expect(dd.getByText(/bilans reçus sur \d+/)).toBeVisible();
  // A quarter long over: nobody else's journey writes in it.
  const options = await dd.getByRole('combobox', { name: 'Trimestre' }).locator('option').allTextContents();
  await dd.getByRole('combobox', { name: 'Trimestre' }).selectOption({ label: (options.at(-1) ?? '').trim() });
  await expect(dd.getByRole('button', { name: 'Clore la collecte' })).toBeVisible();
  await pageSaine(dd);
  await dd.getByRole('button', { name: 'Clore la collecte' }).press('Enter');
  const dialogue = dd.getByRole('dialog', { name: 'Clore la collecte' });
  await dialogue.getByRole('button', { name: 'Clore la collecte' }).press('Enter');
  await expect(dialogue.getByText('Motif', { exact: false }).first()).toBeVisible();
  await dialogue.getByRole('textbox', { name: 'Motif' }).fill('Bilan régional rendu');
  await pageSaine(dd);
  await dialogue.getByRole('button', { name: 'Clore la collecte' }).press('Enter');
  await expect(dd.getByText('collecte close', { exact: true })).toBeVisible();
  await dd.getByRole('button', { name: 'Rouvrir la collecte' }).press('Enter');
  const rouvrir = dd.getByRole('dialog', { name: 'Rouvrir la collecte' });
  await rouvrir.getByRole('textbox', { name: 'Motif' }).fill('Un bilan oublié');
  await rouvrir.getByRole('button', { name: 'Rouvrir la collecte' }).press('Enter');
  await expect(dd.getByText('collecte ouverte', { exact: true })).toBeVisible();

  await test.step('the region closes several at once, for one reason', async () => {
    const admin = await entrer('admin@demo.test');
    const trimestre = new URL(dd.url()).searchParams.get('trimestre') ?? '';
    await admin.goto(`/bilans/collecte?trimestre=${trimestre}`);
    await admin.getByRole('button', { name: 'Clore plusieurs collectes' }).press('Enter');
    const clore = admin.getByRole('dialog', { name: 'Clore plusieurs collectes' });
    const departements = clore.getByRole('checkbox', { name: /^9[345] / });
    const nombre = await departements.count();
    for (const departement of await departements.all()) await departement.press('Space');
    await clore.getByRole('button', { name: 'Clore les collectes' }).press('Enter');
    await clore.getByRole('textbox', { name: 'Motif' }).fill('Bilan régional rendu');
    await pageSaine(admin);
    await clore.getByRole('button', { name: 'Clore les collectes' }).press('Enter');
    await expect(admin.getByRole('link', { name: /\(close\)$/ })).toHaveCount(nombre);
    await pageSaine(admin);
    const { campagnes } = await demander<CampagnesLues>(admin, 'GET', `campagnes?trimestre=${trimestre}`);
    for (const { id, version } of campagnes.filter(({ etat }) => etat === 'CLOSE')) {
      const motif = 'Un bilan oublié';
      await demander<CampagneLigne>(admin, 'POST', `campagnes/${id}/transitions`, { vers: 'OUVERTE', motif, version });
    }
  });
});
