/**
 * Prints the demonstration accounts that the API at `address` proposes on its sign-in page, and their common password.
 * @throws when the API does not tell them: it runs without `COOPILOTE_DEMO`
 */
export async function printDemoAccounts(address) {
  const answer = await fetch(`${address}/api/session/comptes-demo`);
  if (!answer.ok) throw new Error(`L’API ne donne pas les comptes de démonstration (réponse ${answer.status}).`);
  const accounts = await answer.json();
  const width = Math.max(...accounts.map(({ courriel }) => courriel.length));
  console.log('\nComptes de démonstration (mot de passe : demo-coopilote)');
  for (const { courriel, libelle } of accounts) console.log(`  ${courriel.padEnd(width)}  ${libelle}`);
  console.log('');
}
