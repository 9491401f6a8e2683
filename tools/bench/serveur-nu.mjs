import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The bare server: `node:http` and `pg`, the same role, context, policies and statement as the API's list of actions, no
 * framework. It says what the machine and PostgreSQL allow; the API is compared with it in the same run.
 */
export async function startBareServer(url, sql) {
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const server = createServer(async (request, response) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT app.ouvrir_session($1, $2)', [request.headers['x-session'], 'mesure']);
      const total = await client.query(sql.total, sql.totalParams);
      const rows = await client.query(sql.page, sql.pageParams);
      await client.query('COMMIT');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ lignes: rows.rows, total: total.rows[0].total, page: 1, taille: 100 }));
    } finally {
      client.release();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}
