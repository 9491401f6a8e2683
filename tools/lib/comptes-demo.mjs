import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The demonstration accounts that the API's loader wrote in `<data>/comptes-demo.json`:
 * `[{ email, libelle }]`, in the order to show; empty when it wrote none.
 */
export function readDemoAccounts(data) {
  const file = join(data, 'comptes-demo.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Prints the accounts in two columns, and their common password. */
export function printDemoAccounts(data) {
  const accounts = readDemoAccounts(data);
  if (accounts.length === 0) return;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  console.log('\nComptes de démonstration (mot de passe : demo-coopilote)');
  for (const { email, libelle } of accounts) console.log(`  ${email.padEnd(width)}  ${libelle ?? ''}`.trimEnd());
  console.log('');
}
