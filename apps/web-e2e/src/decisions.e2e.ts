import { exporterCsv, sansFormule } from './csv';
import { choisir } from './pages/libelles';
import { DECISION, PARTENAIRE, tenirSeance } from './scene-compte-rendu';
import { TELEPHONE, expect, pageSaine, test } from './test';

test('The register of decisions: one tap says what became of one; it is filtered, and taken away', async ({
  entrer,
}) => {
  const dd = await entrer('dd93@demo.test');
  const { ca, numero } = await tenirSeance(dd, `Registre ${Date.now().toString(36)}`);
  await dd.goto(`/cooperatives/${ca}/gouvernance/decisions`);
  const region = dd.getByRole('region', { name: 'Registre des décisions' });
  const suite = dd.getByRole('group', { name: `Suite de la décision ${numero}` });
  await expect(region.getByRole('gridcell', { name: numero, exact: true })).toBeVisible();
  await expect(suite.getByRole('button', { name: 'décidé' })).toHaveAttribute('aria-pressed', 'true');
  await pageSaine(dd);

  await suite.getByRole('button', { name: 'pas fait' }).click();
  await expect(suite.getByRole('button', { name: 'pas fait' })).toHaveAttribute('aria-pressed', 'true');
  await choisir(dd, 'Suite', 'pas fait');
  await expect(dd).toHaveURL(/suite=PAS_FAIT/);
  await expect(region.getByRole('gridcell', { name: numero, exact: true })).toBeVisible();
  const lignes = await exporterCsv(dd, dd.getByRole('button', { name: 'Exporter', exact: true }));
  expect(lignes[0]).toContain('Changement du programme');
  expect(lignes.flat()).toEqual(expect.arrayContaining([numero, DECISION, 'pas fait']));
  sansFormule(lignes);
  await dd.setViewportSize(TELEPHONE);
  await expect(dd.getByRole('list', { name: 'Registre des décisions' })).toContainText(numero);
  await pageSaine(dd);

  const partenaire = await entrer(PARTENAIRE);
  await partenaire.goto(`/cooperatives/${ca}/gouvernance/decisions?suite=PAS_FAIT`);
  await expect(partenaire.getByRole('gridcell', { name: numero, exact: true })).toBeVisible();
  await expect(partenaire.getByRole('group', { name: `Suite de la décision ${numero}` })).toHaveCount(0);
  await pageSaine(partenaire);
});
