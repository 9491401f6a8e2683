import { Interdit, type ContextePersonne } from '@coopilote/db';
import { peut, type Operation, type Ressource } from '@coopilote/domain/droits';

/**
 * First line of every service that acts: the second lock is PostgreSQL's. What the person cannot even read is not here:
 * it is not found by row-level security, and answers 404.
 * @throws Interdit
 */
export function exiger(ctx: ContextePersonne, operation: Operation, ressource: Ressource, message?: string): void {
  if (!peut(ctx.identite, operation, ressource)) throw new Interdit(message);
}
