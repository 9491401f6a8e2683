import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { ErreurMetier, Idempotence, insertRows, type ContextePersonne } from '@coopilote/db';
import type { RequeteCoopilote } from './regle';

/**
 * A creating request may carry `Idempotency-Key`: its answer is kept in the same transaction, and the same key sent
 * again gets the same answer without a second effect. The same key on another request is refused.
 */
export async function reponseIdempotente(
  ctx: ContextePersonne,
  requete: RequeteCoopilote,
  reponse: FastifyReply,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const cle = requete.headers['idempotency-key'];
  if (requete.method !== 'POST' || typeof cle !== 'string' || cle === '') return work();
  if (cle.length > 100) throw new ErreurMetier('CLE_INVALIDE', 400, 'Idempotency-Key : cent caractères au plus.');
  const empreinte = createHash('sha256')
    .update(`${requete.method} ${requete.url} ${JSON.stringify(requete.body ?? null)}`)
    .digest('hex');
  const utilisateurId = ctx.identite.utilisateurId;
  const connue = await ctx.manager.findOneBy(Idempotence, { utilisateurId, cle });
  if (connue) {
    if (connue.empreinte !== empreinte) {
      throw new ErreurMetier('CLE_REUTILISEE', 409, 'Cette clé d’idempotence a déjà servi pour une autre demande.');
    }
    reponse.status(connue.statut);
    return connue.corps;
  }
  const corps = await work();
  await insertRows(ctx, Idempotence, [{ utilisateurId, cle, empreinte, statut: reponse.statusCode, corps }]);
  return corps;
}
