import type { BilanLigne, BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import type { Page as PageDeListe } from '@coopilote/domain/commun/page.contract';
import { demander } from './demander';
import { saineAuxDeuxLargeurs } from './sante-page';
import { expect, pageSaine, test } from './test';

/** A quarter long over, in a département where no other journey writes. */
const TRIMESTRE = '2026-T1';
const PARTENAIRE = {
  courriel: 'partenaire-cms-trappes@demo.test',
  nom: 'Yannick Le Floch',
  structure: 'Centre municipal de santé de Trappes',
};

test('a delegation freezes a quarter; a later correction is a difference from it', async ({ entrer }) => {
  const [dd, partenaire] = [await entrer('dd78@demo.test'), await entrer(PARTENAIRE.courriel)];
  const nom = `Comité ${Date.now().toString(36)}`;
  await test.step('frozen from the collection, by the keyboard alone', async () => {
    await dd.goto(`/bilans/collecte?trimestre=${TRIMESTRE}`);
    await dd.getByRole('link', { name: 'Figer ce trimestre' }).press('Enter');
    const dialogue = dd.getByRole('dialog', { name: 'Figer un trimestre' });
    await expect(dialogue.getByText(/tient \d+\s+bilans attendus/)).toBeVisible();
    await dialogue.getByRole('textbox', { name: 'Nom' }).fill('');
    await dialogue.getByRole('button', { name: 'Figer le trimestre' }).press('Enter');
    await expect(dialogue.getByText('Nom\u00a0: à remplir.').first()).toBeVisible();
    await pageSaine(dd);
    await dialogue.getByRole('textbox', { name: 'Nom' }).fill(nom);
    await dialogue.getByRole('button', { name: 'Figer le trimestre' }).press('Enter');
    await expect(dd.getByRole('heading', { level: 1, name: nom })).toBeVisible();
    await expect(dd.getByText('Rien n’a changé depuis.', { exact: false })).toBeVisible();
    await expect(dd.getByText('intact', { exact: true })).toBeVisible();
    await expect(dd.getByText(/^Situation du T1 2026 figée le .*, empreinte [0-9a-f]{8}…$/)).toBeVisible();
  });

  const adresse = `bilans-trimestriels?trimestre=${TRIMESTRE}`;
  const { lignes } = await demander<PageDeListe<BilanLigne>>(partenaire, 'GET', adresse);
  const id = lignes.find(({ structure }) => structure === PARTENAIRE.structure)?.id ?? '';
  const lire = (page = partenaire) => demander<BilanLu>(page, 'GET', `bilans-trimestriels/${id}`);
  const bouger = (page: typeof dd, suite: object) =>
    demander(page, 'POST', `bilans-trimestriels/${id}/transitions`, suite);
  await test.step('sent back, corrected, sent again', async () => {
    const retours = [{ question: 'beneficiaires', motif: 'Un atelier manque.' }];
    await bouger(dd, { vers: 'A_COMPLETER', retours, version: (await lire(dd)).version });
    const { contenu, version } = await lire();
    const corrige = { ...contenu, beneficiaires: (contenu.beneficiaires ?? 0) + 7, version };
    await demander(partenaire, 'PATCH', `bilans-trimestriels/${id}`, corrige);
    await bouger(partenaire, { vers: 'TRANSMIS', avertissementsLus: true, version: (await lire()).version });
  });

  await test.step('a difference, with both figures, who brought it, and its report', async () => {
    await dd.reload();
    await expect(dd.getByText(/Depuis\s: 1\s+différence\./)).toBeVisible();
    const ligne = dd.getByRole('region', { name: 'Différences' }).getByRole('row').nth(1);
    await expect(ligne).toContainText('Valeurs corrigées');
    await expect(ligne).toContainText(PARTENAIRE.nom);
    await expect(dd.getByRole('region', { name: 'Bilans comparés' })).toContainText('→');
    await saineAuxDeuxLargeurs(dd);
    await dd.getByRole('link', { name: 'Valeurs corrigées' }).press('Enter');
    await expect(dd).toHaveURL(/genre=CORRIGE/);
    await ligne.getByRole('link').press('Enter');
    await expect(dd).toHaveURL(new RegExp(`/bilans/${id}`));
  });
  // As the other journeys found it.
  await bouger(dd, { vers: 'VALIDE', version: (await lire(dd)).version });
  await dd.goto('/consolidation/etats-figes');
  await expect(dd.getByRole('link', { name: nom })).toBeVisible();
  await pageSaine(dd);
});
