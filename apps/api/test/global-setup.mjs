/** The schema is made once, by the real migrations, before the first file. */
export default async function globalSetup() {
  if (!process.env.TEST_DATABASE_URL) throw new Error('TEST_DATABASE_URL manque : lancez « npm test -- --only=api ».');
  const { execFileSync } = await import('node:child_process');
  execFileSync(process.execPath, ['dist/api/migrate.mjs'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: process.env.TEST_DATABASE_URL,
      COOPILOTE_SECRET: 'secret-des-tests',
    },
    stdio: 'inherit',
  });
}
