import { QueryFailedError, type DataSource } from 'typeorm';
import { createDataSource } from './data-source';
import { runInContext, type Contexte } from './run-in-context';

describe('statements of a context', () => {
  let base: DataSource;
  let comptees = 0;
  beforeAll(async () => {
    const options = { poolSize: 1, onQuery: () => void comptees++ };
    base = await createDataSource(process.env['TEST_DATABASE_URL'] ?? '', options).initialize();
  });
  afterAll(() => base.destroy());
  const run = <T>(work: (ctx: Contexte) => Promise<T>) =>
    runInContext(base, { genre: 'systeme', motif: 'Essai' }, work);

  it('are planned once a connection, and counted each time', async () => {
    const sql = 'SELECT $1::integer + 1 AS suivant';
    const avant = comptees;
    for (const n of [1, 2, 3]) expect(await run((ctx) => ctx.query(sql, [n]))).toEqual([{ suivant: n + 1 }]);
    // Each transaction: its beginning, its context, the statement, its end.
    expect(comptees - avant).toBe(12);
    const plans = await run((ctx) =>
      ctx.query('SELECT generic_plans + custom_plans AS fois FROM pg_prepared_statements WHERE statement = $1', [sql]),
    );
    expect(plans).toEqual([{ fois: 3 }]);
  });

  it('stop being kept past a number of texts: filters without end take no memory without end', async () => {
    const gardees = await run(async (ctx) => {
      for (let i = 0; i < 210; i++) await ctx.query(`SELECT ${i} AS n`);
      return ctx.query<{ nombre: number }>('SELECT count(*) AS nombre FROM pg_prepared_statements');
    });
    expect(gardees[0]?.nombre).toBeLessThanOrEqual(200);
    expect(await run((ctx) => ctx.query('SELECT 209 AS n'))).toEqual([{ n: 209 }]);
  });

  it('keep to one process of PostgreSQL each', async () => {
    const reglage = await run((ctx) => ctx.query('SHOW max_parallel_workers_per_gather'));
    expect(reglage).toEqual([{ max_parallel_workers_per_gather: '0' }]);
  });

  it('fail as TypeORM’s own do, and roll everything back', async () => {
    const echec = run((ctx) => ctx.query('SELECT 1 / $1::integer', [0]));
    await expect(echec).rejects.toThrow(QueryFailedError);
    await expect(echec).rejects.toMatchObject({ driverError: { code: '22012' } });
    expect(await run((ctx) => ctx.query('SELECT 1 AS encore'))).toEqual([{ encore: 1 }]);
  });
});
