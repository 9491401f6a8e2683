import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export const registre = new Registry();
collectDefaultMetrics({ register: registre });

const durees = new Histogram({
  name: 'coopilote_http_duree_secondes',
  help: 'Durée des réponses HTTP',
  labelNames: ['methode', 'route', 'statut'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registre],
});

/** Statements sent to PostgreSQL, transaction control included: a page costs the same number whatever its rows. */
export const requetesSql = new Counter({
  name: 'coopilote_sql_requetes_total',
  help: 'Requêtes envoyées à PostgreSQL',
  registers: [registre],
});

/** Observes the time of each answer, by route and status. */
export function mesurer(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', async (requete, reponse) => {
    durees
      .labels(requete.method, requete.routeOptions.url ?? 'inconnue', String(reponse.statusCode))
      .observe(reponse.elapsedTime / 1000);
  });
}
