import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { saveBare } from './brouillon.mjs';
import { groupsBare } from './consolidation-nue.mjs';
import { listBare } from './liste-nue.mjs';

/**
 * The bare server: `node:http` and `pg`, the same role, context, policies and triggers as the API, and no framework. It says what the
 * machine and PostgreSQL allow; the API is compared with it in the same run.
 */
export async function startBareServer(url) {
  pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const server = createServer(async (request, response) => {
    const client = await pool.connect();
    try {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(await answer(client, request)));
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      response.writeHead(500).end(String(error));
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

async function answer(client, request) {
  const session = request.headers['x-session'];
  const { pathname, searchParams } = new URL(request.url, 'http://nu');
  if (request.method === 'PATCH') return saveBare(client, session, pathname.slice(1), JSON.parse(await text(request)));
  await client.query('BEGIN');
  await client.query({ name: 'ouvrir', text: 'SELECT app.ouvrir_session($1, $2)', values: [session, 'mesure'] });
  const found = await (pathname === '/liste' ? listBare(client) : groupsBare(client, searchParams));
  await client.query('COMMIT');
  return found;
}
