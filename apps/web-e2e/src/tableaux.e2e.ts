import { COLONNES_T1, MOIS_COURTS } from '@coopilote/domain/pilotage/t1-tableau-de-bord';
import { COLONNES_T2 } from '@coopilote/domain/pilotage/t2-indicateurs';
import { COLONNES_T3 } from '@coopilote/domain/pilotage/t3-suivi-actions';
import { COLONNES_T6 } from '@coopilote/domain/pilotage/t6-consolidation';
import { exporterCsv, sansFormule } from './csv';
import { texte } from './pages/libelles';
import { Grille, PageTableaux } from './pages/tableaux';
import { TELEPHONE, expect, pageSaine, test } from './test';

const DIABETE = 'Accompagnement du développement de l’offre en promotion de la santé pour les personnes diabétiques';
const entetes = (colonnes: readonly { entete: string }[]) => colonnes.map(({ entete }) => entete);
const entetesCsv = (colonnes: readonly { entete: string; groupe?: string }[]) =>
  colonnes.map(({ entete, groupe }) => (groupe ? `${groupe} – ${entete}` : entete));
const lireTaux = (nombre: string) => Number(nombre.replace(/\s/g, '').replace(',', '.'));

test('T1 is the guide’s table: months by year, sorted, folded, remembered', async ({ entrer }) => {
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
  const grille = new Grille(page, region);
  await expect(grille.entete('Étapes')).toBeVisible();
  await expect(region.getByRole('gridcell', { name: '▶', exact: true }).first()).toBeVisible();
  await pageSaine(page);

  await test.step('the guide’s columns, in its order, then the months', async () => {
    const titres = await grille.entetesAuChoix();
    expect(titres.slice(0, COLONNES_T1.length)).toEqual(entetes(COLONNES_T1));
    const mois = titres.slice(COLONNES_T1.length).map((titre) => MOIS_COURTS.findIndex((nom) => nom === titre));
    expect(mois.length).toBeGreaterThan(12);
    mois.forEach((rang, place) => expect(rang).toBe(((mois[0] ?? 0) + place) % 12));
    const lignes = await exporterCsv(page, page.getByRole('button', { name: 'Exporter', exact: true }));
    expect(lignes[0]?.slice(0, COLONNES_T1.length)).toEqual(entetes(COLONNES_T1));
    expect(lignes.flat()).toEqual(expect.arrayContaining(['▶', 'XX', "'=SOMME(A1:A9)"]));
    sansFormule(lignes);
  });

  await test.step('the steps stay when the months go by', async () => {
    await grille.defiler(-2000);
    const [etapes, livrables] = [await grille.abscisse('Étapes'), await grille.abscisse('Livrables ?')];
    await grille.defiler(200);
    await expect.poll(() => grille.abscisse('Livrables ?')).toBeLessThan(livrables);
    expect(await grille.abscisse('Étapes')).toBe(etapes);
    await grille.defiler(-2000);
  });

  const annee = String(new Date().getFullYear());
  await test.step('a folded year, a sort and a hidden column are there after a reload, and are what is exported', async () => {
    await grille.cacher('Livrables ?');
    await grille.entete('Date début').click();
    await expect(grille.entete('Date début')).toHaveAttribute('aria-sort', 'ascending');
    await grille.replier(annee);
    await page.reload();
    await expect(grille.entete('Date début')).toHaveAttribute('aria-sort', 'ascending');
    await expect(grille.groupe(annee)).toHaveAttribute('aria-expanded', 'false');
    await expect(grille.entete('Livrables ?')).toHaveCount(0);
    const [titres = [], ...lignes] = await exporterCsv(
      page,
      page.getByRole('button', { name: 'Exporter', exact: true }),
    );
    expect(titres).not.toContain('Livrables ?');
    expect(titres.filter((titre) => titre.startsWith(annee))).toEqual([`${annee} – Année`]);
    const debuts = lignes.map((ligne) => ligne[titres.indexOf('Date début')]?.split('/').reverse().join('-') ?? '');
    const dates = debuts.filter(Boolean);
    expect(dates.length).toBeGreaterThan(5);
    expect(dates).toEqual([...dates].sort());
    expect(debuts.slice(dates.length), 'sans date, à la fin').toEqual(debuts.slice(dates.length).map(() => ''));
    await grille.remettre();
    await expect(grille.entete('Livrables ?')).toBeVisible();
  });

  await test.step('on a phone, cards', async () => {
    await page.setViewportSize(TELEPHONE);
    await expect(region).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^=SOMME/ }).first()).toBeVisible();
    await pageSaine(page);
  });
});

test('T1 is written in the table itself, by the keyboard', async ({ entrer }) => {
  const page = await entrer('dd93@demo.test');
  const tableaux = new PageTableaux(page);
  await tableaux.ouvrir(DIABETE);
  await tableaux.onglet('Calendrier');
  const region = tableaux.region('Tableau de bord de suivi');
  const ajout = region.getByRole('button', { name: 'Ajouter une tâche à la phase Diagnostic local de santé' });
  await region.getByRole('button', { name: /^Diagnostic local de santé/ }).focus();
  await page.keyboard.press('Tab');
  await expect(ajout).toBeFocused();
  await page.keyboard.press('Enter');
  const dialogue = page.getByRole('dialog', { name: 'Ajouter une tâche' });
  await texte(dialogue, 'Étape').fill('Restitution aux habitants');
  await dialogue.getByRole('button', { name: 'Ajouter au calendrier' }).click();
  const tache = region.getByRole('button', { name: /^Restitution aux habitants/ });
  await expect(tache).toBeVisible();
  await tache.click();
  const fiche = page.getByRole('dialog', { name: 'Modifier la tâche' });
  await fiche.getByRole('button', { name: 'Supprimer' }).click();
  await page.getByRole('dialog', { name: 'Supprimer la tâche' }).getByRole('button', { name: 'Supprimer' }).click();
  await expect(tache).toHaveCount(0);
});

test('T1 is read, not written, by a partner', async ({ entrer }) => {
  const page = await entrer('partenaire-diabete-quartiers@demo.test');
  const tableaux = new PageTableaux(page);
  await tableaux.ouvrir(DIABETE);
  await tableaux.onglet('Calendrier');
  const region = tableaux.region('Tableau de bord de suivi');
  await expect(region.getByRole('gridcell', { name: '▶', exact: true }).first()).toBeVisible();
  await expect(region.getByRole('button')).toHaveCount(0);
  await region.getByRole('gridcell', { name: /^Diagnostic local de santé/ }).dblclick();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('T2 is the guide’s table: sorted by rate, folded, filtered, remembered, and taken away', async ({ entrer }) => {
  const page = await entrer('dd93@demo.test');
  const tableaux = new PageTableaux(page);
  await tableaux.ouvrir(DIABETE);
  await tableaux.onglet('Indicateurs');
  const region = tableaux.region('Suivi des indicateurs');
  const grille = new Grille(page, region);
  const exporter = () => exporterCsv(page, page.getByRole('button', { name: 'Exporter', exact: true }));
  await expect(grille.entete('Intitulés des actions')).toBeVisible();
  await pageSaine(page);

  await test.step('six columns, in the guide’s order', async () => {
    expect(await grille.entetesAuChoix()).toEqual(entetes(COLONNES_T2));
    const lignes = await exporter();
    expect(lignes[0]).toEqual(entetesCsv(COLONNES_T2));
    expect(lignes.length).toBeGreaterThan(5);
    sansFormule(lignes);
  });

  await test.step('a column of indicators is sorted by its lowest rate', async () => {
    await grille.entete('D’activité').click();
    await expect(grille.entete('D’activité')).toHaveAttribute('aria-sort', 'ascending');
    const [titres = [], ...lignes] = await exporter();
    const place = titres.indexOf('Indicateurs – Indicateurs d’activité');
    const taux = lignes
      .map((ligne) => [...(ligne[place] ?? '').matchAll(/\(([\d\s,]+)\s%\)/g)].map(([, n = '']) => lireTaux(n)))
      .filter((liste) => liste.length)
      .map((liste) => Math.min(...liste));
    expect(new Set(taux).size).toBeGreaterThan(2);
    expect(taux).toEqual([...taux].sort((a, b) => a - b));
  });

  await test.step('the fold, the sort and a filter are there after a reload, and are what is exported', async () => {
    await grille.replier('Indicateurs');
    await expect(grille.entete('De processus')).toHaveCount(0);
    await expect(grille.entete('De résultats')).toBeVisible();
    await grille.filtrer('Intitulés des actions', 'dépistage', page.getByText(/^1\sligne sur \d+$/));
    await page.reload();
    await expect(grille.entete('Intitulés des actions')).toBeVisible();
    await expect(page.getByText(/^1\sligne sur \d+$/)).toBeVisible();
    await expect(grille.groupe('Indicateurs')).toHaveAttribute('aria-expanded', 'false');
    const [titres = [], ...lignes] = await exporter();
    expect(titres).toEqual(entetesCsv(COLONNES_T2).filter((_, rang) => rang !== 1 && rang !== 2));
    expect(lignes.map(([action]) => action)).toEqual(['Dépistage de quartier']);
  });

  await test.step('on a phone, cards', async () => {
    await page.setViewportSize(TELEPHONE);
    await expect(region).toHaveCount(0);
    const cartes = page.getByRole('list', { name: /^Suivi des indicateurs/ }).getByRole('listitem');
    await expect(cartes.filter({ hasText: 'Dépistage de quartier' }).first()).toBeVisible();
    await pageSaine(page);
  });
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
    await grille.filtrer('Action', 'Dépistage', page.getByText(/^1\sligne sur \d+$/));
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
