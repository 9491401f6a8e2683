import { COLONNES_T1, MOIS_COURTS } from '@coopilote/domain/pilotage/t1-tableau-de-bord';
import { COLONNES_T2 } from '@coopilote/domain/pilotage/t2-indicateurs';
import { COLONNES_T3 } from '@coopilote/domain/pilotage/t3-suivi-actions';
import { COLONNES_T6 } from '@coopilote/domain/pilotage/t6-consolidation';
import { exporterCsv, sansFormule } from './csv';
import { Grille, PageTableaux } from './pages/tableaux';
import { TELEPHONE, expect, pageSaine, test } from './test';

const DIABETE = 'Accompagnement du développement de l’offre en promotion de la santé pour les personnes diabétiques';
const entetes = (colonnes: readonly { entete: string }[]) => colonnes.map(({ entete }) => entete);
const entetesCsv = (colonnes: readonly { entete: string; groupe?: string }[]) =>
  colonnes.map(({ entete, groupe }) => (groupe ? `${groupe} – ${entete}` : entete));

test('T1 has the guide’s columns, keeps its first one in sight, and is taken away', async ({ entrer }) => {
  const page = await entrer('dd93@demo.test');
  const tableaux = new PageTableaux(page);
  await tableaux.ouvrir(DIABETE);
  // A step named like a formula: the spreadsheet must not run it.
  const id = new URL(page.url()).pathname.split('/')[2] ?? '';
  const pose = await page.request.post(`/api/cooperatives/${id}/etapes`, {
    headers: { 'X-Coopilote': '1' },
    data: { phase: 'DIAGNOSTIC', genre: 'TACHE', intitule: '=SOMME(A1:A9)', etat: 'A_FAIRE', ordre: 99 },
  });
  expect(pose.status()).toBe(201);

  await tableaux.onglet('Calendrier');
  const region = tableaux.region('Tableau de bord de suivi');
  await expect(region.getByRole('columnheader').first()).toBeVisible();
  const titres = (await region.getByRole('columnheader').allInnerTexts()).map((titre) => titre.trim());
  expect(titres.slice(0, COLONNES_T1.length)).toEqual(entetes(COLONNES_T1));
  const mois = titres.map((titre) => MOIS_COURTS.findIndex((nom) => titre.startsWith(nom))).filter((rang) => rang >= 0);
  expect(mois.length).toBeGreaterThan(12);
  mois.forEach((rang, place) => expect(rang).toBe(((mois[0] ?? 0) + place) % 12));
  await expect(region.getByRole('cell', { name: 'XX', exact: true }).first()).toBeVisible();
  await expect(region.getByRole('cell', { name: '▶', exact: true }).first()).toBeVisible();

  const [fige, suivant] = ['Étapes', 'Livrables ?'].map((nom) => region.getByRole('columnheader', { name: nom }));
  const [avant, avantSuivant] = [await fige?.boundingBox(), await suivant?.boundingBox()];
  await region.hover();
  await page.mouse.wheel(700, 0);
  await expect.poll(async () => (await suivant?.boundingBox())?.x).toBeLessThan(avantSuivant?.x ?? 0);
  expect((await fige?.boundingBox())?.x).toBe(avant?.x);
  await pageSaine(page);

  const lignes = await exporterCsv(page, page.getByRole('button', { name: 'Exporter (CSV)' }));
  expect(lignes[0]?.slice(0, COLONNES_T1.length)).toEqual(entetes(COLONNES_T1));
  expect(lignes.flat()).toContain("'=SOMME(A1:A9)");
  sansFormule(lignes);

  await page.setViewportSize(TELEPHONE);
  await expect(region).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^=SOMME/ })).toBeVisible();
  await pageSaine(page);
});

test('T2 has the guide’s columns, is filtered, and is taken away', async ({ entrer }) => {
  const page = await entrer('dd93@demo.test');
  const tableaux = new PageTableaux(page);
  await tableaux.ouvrir(DIABETE);
  await tableaux.onglet('Indicateurs');
  const region = tableaux.region('Suivi des indicateurs');
  await expect(region.getByRole('columnheader')).toHaveText(entetes(COLONNES_T2));
  await pageSaine(page);

  const toutes = await region.getByRole('rowheader').count();
  expect(toutes).toBeGreaterThan(5);
  await page.getByRole('searchbox', { name: 'Filtrer les indicateurs' }).fill('dépistage');
  await expect.poll(() => region.getByRole('rowheader').count()).toBeLessThan(toutes);
  const gardees = await region.getByRole('rowheader').count();
  expect(gardees).toBeGreaterThan(0);
  const lignes = await exporterCsv(page, page.getByRole('button', { name: 'Exporter', exact: true }));
  expect(lignes[0]).toEqual(entetes(COLONNES_T2));
  expect(lignes).toHaveLength(gardees + 1);
  sansFormule(lignes);

  await page.setViewportSize(TELEPHONE);
  await expect
    .poll(() => region.evaluate((cadre) => cadre.scrollWidth - cadre.clientWidth), { message: 'une carte par action' })
    .toBeLessThanOrEqual(0);
  await pageSaine(page);
});

test('T3 is the guide’s table: thirty-five headings, groups, frozen columns, sort and filter remembered', async ({
  entrer,
}) => {
  const page = await entrer('dd93@demo.test');
  const tableaux = new PageTableaux(page);
  await tableaux.ouvrir(DIABETE);
  await tableaux.onglet('Suivi');
  const region = tableaux.region('Suivi des actions');
  const grille = new Grille(page, region);
  await expect(grille.entete('Action')).toBeVisible();
  await pageSaine(page);

  await test.step('thirty-five headings, in the guide’s order', async () => {
    expect(COLONNES_T3).toHaveLength(35);
    expect(await grille.entetesAuChoix()).toEqual(entetes(COLONNES_T3));
    const lignes = await exporterCsv(page, page.getByRole('button', { name: 'Exporter tout le tableau' }));
    expect(lignes[0]).toEqual(entetesCsv(COLONNES_T3));
    expect(lignes.length).toBeGreaterThan(5);
    sansFormule(lignes);
  });

  await test.step('a group opens and folds', async () => {
    const groupe = grille.groupe('Ce qui était prévu');
    await expect(groupe).toHaveAttribute('aria-expanded', 'false');
    await expect(grille.entete('Objectifs poursuivis')).toHaveCount(0);
    await grille.deplier('Ce qui était prévu');
    await expect(grille.entete('Objectifs poursuivis')).toBeVisible();
    await groupe.focus();
    await page.keyboard.press('Enter');
    await expect(grille.entete('Objectifs poursuivis')).toHaveCount(0);
  });

  await test.step('the first columns stay when the others go by', async () => {
    const [objectif, action, public1] = [
      await grille.abscisse('Objectif opérationnel'),
      await grille.abscisse('Action'),
      await grille.abscisse('Public 1'),
    ];
    await grille.defiler(200);
    await expect.poll(() => grille.abscisse('Public 1')).toBeLessThan(public1);
    expect(await grille.abscisse('Objectif opérationnel')).toBe(objectif);
    expect(await grille.abscisse('Action')).toBe(action);
    await grille.defiler(-200);
  });

  await test.step('a sort and a filter are there after a reload', async () => {
    await grille.entete('Action').click();
    await expect(grille.entete('Action')).toHaveAttribute('aria-sort', 'ascending');
    await grille.entete('Action').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('textbox', { name: 'Valeur du filtre' }).fill('Dépistage');
    await expect(page.getByText(/^1\sligne sur \d+$/)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.reload();
    await expect(grille.entete('Action')).toHaveAttribute('aria-sort', 'ascending');
    await expect(page.getByText(/^1\sligne sur \d+$/)).toBeVisible();
    const vues = await exporterCsv(page, page.getByRole('button', { name: 'Exporter', exact: true }));
    expect(vues).toHaveLength(2);
    expect(vues[1]?.join()).toContain('Dépistage de quartier');
  });

  await test.step('on a phone, cards', async () => {
    await page.setViewportSize(TELEPHONE);
    await expect(region).toHaveCount(0);
    const cartes = page.getByRole('list', { name: /^Suivi des actions/ }).getByRole('listitem');
    await expect(cartes.filter({ hasText: 'Dépistage de quartier' })).toHaveCount(1);
    await pageSaine(page);
  });
});

test('T6 has its columns, sorts and filters by its address, and is taken away', async ({ entrer }) => {
  const page = await entrer('evaluateur@demo.test');
  await page.goto('/consolidation?departement=93');
  await page.getByRole('heading', { name: 'Toutes les actions' }).scrollIntoViewIfNeeded();
  const region = page.getByRole('region', { name: 'Toutes les actions' });
  const grille = new Grille(page, region);
  await expect(grille.entete('Action')).toBeVisible();
  expect(await grille.entetesAuChoix()).toEqual(entetes(COLONNES_T6));

  await grille.entete('Action').click();
  await expect(page).toHaveURL(/tri=intitule/);
  await page.reload();
  await page.getByRole('heading', { name: 'Toutes les actions' }).scrollIntoViewIfNeeded();
  await expect(grille.entete('Action')).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('button', { name: /^Département : 93/ })).toBeVisible();
  await pageSaine(page);

  // What is exported is what is seen: the folded group first, then the whole table.
  const bouton = page.getByRole('button', { name: 'Exporter', exact: true }).last();
  const [vues] = await exporterCsv(page, bouton);
  expect(vues).not.toContain('Ce qui était prévu – Thématique');
  await grille.deplier('Ce qui était prévu');
  const lignes = await exporterCsv(page, bouton);
  expect(lignes[0]).toEqual(entetesCsv(COLONNES_T6));
  expect(new Set(lignes.slice(1).map(([departement]) => departement)).size).toBe(1);
  sansFormule(lignes);

  await page.setViewportSize(TELEPHONE);
  const cartes = page.getByRole('list', { name: 'Toutes les actions' }).getByRole('listitem');
  await expect(cartes.first()).toBeVisible();
  await expect(region).toHaveCount(0);
  await pageSaine(page);
});
