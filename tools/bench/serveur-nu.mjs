import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { saveBare } from './brouillon.mjs';

/**
 * The bare server: `node:http` and `pg`, the same role, context, policies and statement as the API's list of actions, no
 * framework; and those of a draft's saving. It says what the machine and PostgreSQL allow; the API is compared with it in the same run.
 */
export async function startBareServer(url, sql) {
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const server = createServer(async (request, response) => {
    const client = await pool.connect();
    try {
      response.setHeader('content-type', 'application/json');
      if (request.method === 'PATCH') {
        const content = JSON.parse(await text(request));
        const saved = await saveBare(client, request.headers['x-session'], request.url.slice(1), content);
        return response.end(JSON.stringify(saved));
      }
      await client.query('BEGIN');
      await client.query('SELECT app.ouvrir_session($1, $2)', [request.headers['x-session'], 'mesure']);
      const total = await client.query(sql.total, sql.totalParams);
      const rows = await client.query(sql.page, sql.pageParams);
      await client.query('COMMIT');
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
