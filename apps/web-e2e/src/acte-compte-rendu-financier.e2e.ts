import { jourAParis } from '@coopilote/domain/commun/dates';
import { saisie, texte } from './pages/libelles';
import { lirePdf, preparerFinancement } from './scene-financement';
import { attendreErreur, expect, pageSaine, test } from './test';

const STRUCTURE = 'Diabète et quartiers';
const PARTENAIRE = 'partenaire-diabete-quartiers@demo.test';

test('an act waits for the request, is signed and read; the structure then tells what became of the money', async ({
  entrer,
}) => {
  const delegation = await entrer('dd93@demo.test');
  const { adresse } = await preparerFinancement(delegation, STRUCTURE);
  await delegation.goto(adresse);

  await test.step('R5: without convention nor request, a décision is not signed, and what is missing is said', async () => {
    await delegation.getByRole('button', { name: `Préparer la décision d’attribution de ${STRUCTURE}` }).press('Enter');
    const dialogue = delegation.getByRole('dialog', { name: 'Projet de décision d’attribution' });
    await texte(dialogue, 'Numéro de l’acte').fill('93-2026-M');
    await saisie(dialogue, 'Date de signature').fill(jourAParis(new Date()));
    attendreErreur(delegation, /409/);
    await dialogue.getByRole('button', { name: 'Enregistrer la signature' }).press('Enter');
    await expect(dialogue.getByRole('alert')).toContainText('il manque la date de la demande de subvention');
    await pageSaine(delegation);
    await saisie(dialogue, 'Date de la demande de subvention').fill(jourAParis(new Date()));
    await dialogue.getByLabel('Ajouter des documents').setInputFiles({
      name: 'demande.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Je demande une subvention.'),
    });
    await expect(dialogue.getByRole('link', { name: 'demande.txt' })).toBeVisible();
    await dialogue.getByRole('button', { name: 'Enregistrer la signature' }).press('Enter');
    await expect(dialogue).toBeHidden();
    await expect(delegation.getByText(/^\s*signé le/)).toBeVisible();
  });

  await test.step('the signed décision is a PDF that says its number, its amount and its action', async () => {
    const lien = delegation.getByRole('link', { name: `PDF de l’acte de ${STRUCTURE}` });
    const dit = await lirePdf(delegation, () => lien.click());
    for (const attendu of ['Décision d’attribution de subvention', '93-2026-M', '1 000,00 €', 'Ateliers de marche']) {
      expect(dit).toContain(attendu);
    }
    expect(dit).not.toContain('Projet, non signé');
  });

  const partenaire = await entrer(PARTENAIRE);
  await partenaire.goto(adresse);
  const ecarts = texte(partenaire, 'Écarts significatifs entre le prévu et le réalisé');
  const transmettre = async (): Promise<void> => {
    await partenaire.getByRole('button', { name: 'Transmettre à l’ARS' }).press('Enter');
    await partenaire.getByRole('dialog').getByRole('button', { name: 'Transmettre à l’ARS' }).press('Enter');
    await expect(partenaire.getByText('transmis', { exact: true })).toBeVisible();
  };
  await test.step('the structure opens its compte rendu, which already knows what was granted and paid, and sends it', async () => {
    await partenaire.getByRole('button', { name: 'Rendre compte de l’ensemble du programme' }).press('Enter');
    await expect(partenaire).toHaveURL(/\/compte-rendu\//);
    const produit = partenaire.getByLabel(/^Réalisé, 74 – Subventions/);
    await expect(produit).toHaveValue(/^500,00/);
    await partenaire.getByLabel(/^Prévu, 64 – Charges de personnel/).fill('1 000');
    await partenaire.getByLabel(/^Réalisé, 64 – Charges de personnel/).fill('500');
    await pageSaine(partenaire);
    await transmettre();
  });

  await test.step('the delegation sends it back with a reason', async () => {
    await delegation.goto(partenaire.url());
    await delegation.getByRole('button', { name: 'Renvoyer', exact: true }).press('Enter');
    const dialogue = delegation.getByRole('dialog');
    await dialogue.getByRole('button', { name: 'Renvoyer à la structure' }).press('Enter');
    await expect(dialogue.getByText('Dites ce qui est à compléter.')).toBeVisible();
    await texte(dialogue, 'Ce qui est à compléter').fill('Dites pourquoi la moitié n’est pas dépensée.');
    await dialogue.getByRole('button', { name: 'Renvoyer à la structure' }).press('Enter');
    await expect(dialogue).toBeHidden();
    await expect(delegation.getByText(/^\s*Renvoyée le .* par Malika Saadi/)).toBeVisible();
    await pageSaine(delegation);
  });

  await test.step('the structure reads why, answers, and sends again', async () => {
    await partenaire.reload();
    await expect(partenaire.getByText('À compléter\u00a0: Dites pourquoi')).toBeVisible();
    await ecarts.fill('Une animatrice est partie en juin.');
    await transmettre();
  });

  await test.step('the delegation reads the answer beside its reason, compares both versions, and keeps the PDF', async () => {
    await delegation.reload();
    const versions = delegation.getByRole('group', { name: 'Versions transmises' });
    await versions.getByText('Réponse dans la version 2\u00a0: 1 changement').click();
    await expect(versions.getByRole('list').getByText('Une animatrice est partie en juin.')).toBeVisible();
    const comparaison = versions.getByRole('status');
    await expect(comparaison.getByRole('insertion')).toContainText('Une animatrice est partie en juin.');
    await versions.getByLabel('Avec').selectOption({ label: await nomDe(1) });
    await expect(comparaison).toContainText('Choisissez deux versions différentes.');
    await versions.getByLabel('Comparer').selectOption({ label: await nomDe(2) });
    await expect(comparaison.getByRole('deletion')).toContainText('Une animatrice est partie en juin.');
    await pageSaine(delegation);
    const dit = await lirePdf(delegation, () => delegation.getByRole('link', { name: 'PDF' }).click());
    for (const attendu of ['Compte rendu financier', STRUCTURE, '−500,00 €', 'Une animatrice est partie en juin.']) {
      expect(dit).toContain(attendu);
    }

    async function nomDe(numero: number): Promise<string> {
      const noms = await versions.getByLabel('Comparer').getByRole('option').allTextContents();
      return noms.map((nom) => nom.trim()).find((nom) => nom.startsWith(`Version ${numero}`)) ?? '';
    }
  });
});
