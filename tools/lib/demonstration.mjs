import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDatabase } from './postgres.mjs';
import { prepareDatabase } from './produit.mjs';

/**
 * Stands in the data folder from before the demonstration's first row to after its last: a load cut short by Ctrl-C, or by a
 * failure, would else pass for a database in use.
 */
const markerOf = (data) => join(data, 'demonstration-en-cours');

/** To call before PostgreSQL makes the cluster in `folder`: a new one is to receive the demonstration. */
export function expectDemonstration(data, folder) {
  if (!existsSync(join(folder, 'PG_VERSION'))) writeFileSync(markerOf(data), '');
}

/** Whether the embedded database still has to be loaded: nobody has used it yet, since the API starts after the load only. */
export const isDemonstrationExpected = (data) => existsSync(markerOf(data));

/** The database is to hold something else. */
export const forgetDemonstration = (data) => rmSync(markerOf(data), { force: true });

/**
 * Empties the database of `product`, migrates it, and loads the demonstration.
 * @param {{ url: string, data: string, show?: boolean }} product
 */
export async function loadDemonstration(product) {
  writeFileSync(markerOf(product.data), '');
  await emptyDatabase(product.url);
  // The documents that the emptied database named.
  rmSync(join(product.data, 'pieces'), { recursive: true, force: true });
  await prepareDatabase({ ...product, demo: true });
  forgetDemonstration(product.data);
}
