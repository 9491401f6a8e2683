import { Interdit, type ContextePersonne } from '@coopilote/db';
import type { Role } from '@coopilote/domain/comptes';
import { peut } from '@coopilote/domain/droits';
import type { Lieu } from './compte.queries';

/** Roles that a DD gives in its département; the others are the siège's. */
const ROLES_DE_LA_DD: readonly Role[] = ['COPILOTE', 'PARTENAIRE', 'MEMBRE_COPIL', 'EVALUATEUR_EXTERNE'];

/**
 * Who gives and ends a role: the region's administrator any; a DD its four, in its département, and PARTENAIRE for a
 * structure seated elsewhere that is a member of one of its CAs.
 * @throws Interdit
 */
export function exigerNomination(
  ctx: ContextePersonne,
  role: Role,
  lieu: Pick<Lieu, 'regionCode' | 'departementCode' | 'departementsMembres'>,
): void {
  const { regionCode } = lieu;
  if (peut(ctx.identite, 'compte.gerer', { regionCode })) return;
  if (!ROLES_DE_LA_DD.includes(role)) throw new Interdit('Ce rôle est donné par l’administration régionale.');
  const departements = [lieu.departementCode, ...lieu.departementsMembres];
  if (!departements.some((departementCode) => peut(ctx.identite, 'compte.nommer', { departementCode }))) {
    throw new Interdit('Vous nommez les personnes de votre département seulement.');
  }
}
