import { EtatIncompatible, Introuvable, type ContextePersonne } from '@coopilote/db';
import {
  estOuvertALaSaisie,
  ETATS_RECUS,
  ETATS_SAISIE,
  LIBELLES_ETATS_BILAN,
  type EtatBilan,
} from '@coopilote/domain/bilans';
import { jourAParis, jourEnLettres, libelleCourtTrimestre, type Trimestre } from '@coopilote/domain/commun';
import type { Identite } from '@coopilote/domain/comptes';
import { peut, type Operation, type Ressource } from '@coopilote/domain/droits';
import { exiger } from '../platform/exiger';

/**
 * PROPRE: the person's structure writes this report and sees it in every state. RECU: the person reads what the ARS has
 * received; a draft is nobody else's.
 */
export type Acces = 'PROPRE' | 'RECU';

/** The person without its partner roles: those who see every report's state, and what they sent back. */
export function sansPartenaire(identite: Identite): Identite {
  return { ...identite, attributions: identite.attributions.filter((a) => a.role !== 'PARTENAIRE') };
}

/** Where a report lies, its state, and whether its structure keeps it though it has left the CA (`bilans_gardes`). */
export type BilanSitue = Ressource & { etat: EtatBilan; garde: boolean };
/** And whether the collection of its quarter is closed. */
export type BilanCollecte = BilanSitue & Trimestre & { collecteCloseLe: string | null };

/**
 * The person, on a report: a structure that has left the CA keeps, for the quarters of its adhésion and for nothing else, the
 * rights of a member.
 */
export function identiteSur(identite: Identite, { garde, structureId, cooperativeId }: BilanSitue): Identite {
  if (!garde || !cooperativeId) return identite;
  return {
    ...identite,
    attributions: identite.attributions.map((a) =>
      a.role === 'PARTENAIRE' && a.structureId === structureId
        ? { ...a, cooperatives: [...a.cooperatives, cooperativeId] }
        : a,
    ),
  };
}

/** How the person reads this report. @throws Introuvable when it is not theirs to read, or not yet. */
export function exigerAcces(personne: Identite, bilan: BilanSitue): Acces {
  const identite = identiteSur(personne, bilan);
  if (peut(identite, 'bilan.remplir', bilan)) return 'PROPRE';
  const recu = ETATS_RECUS.includes(bilan.etat) && peut(identite, 'bilan.lire', bilan);
  const renvoye = bilan.etat === 'A_COMPLETER' && peut(sansPartenaire(identite), 'bilan.lire', bilan);
  if (!recu && !renvoye) throw new Introuvable('Ce bilan');
  return 'RECU';
}

/** @throws Interdit */
export function exigerSur(ctx: ContextePersonne, operation: Operation, bilan: BilanSitue, message?: string): void {
  exiger({ ...ctx, identite: identiteSur(ctx.identite, bilan) }, operation, bilan, message);
}

/** The person writes this report, and it is still being written (R15). @throws Interdit, EtatIncompatible */
export function exigerSaisie(ctx: ContextePersonne, bilan: BilanCollecte): void {
  exigerSur(ctx, 'bilan.remplir', bilan, 'Seule la structure qui porte l’action remplit ce bilan.');
  if (!ETATS_SAISIE.includes(bilan.etat)) {
    throw new EtatIncompatible(`Ce bilan est ${LIBELLES_ETATS_BILAN[bilan.etat]}\u00a0: il ne se modifie plus.`);
  }
  exigerCollecteOuverte(bilan);
}

/** @throws EtatIncompatible once the collection of the quarter is closed. */
export function exigerCollecteOuverte({ etat, collecteCloseLe, ...trimestre }: BilanCollecte): void {
  if (!collecteCloseLe || estOuvertALaSaisie(etat, true)) return;
  throw new EtatIncompatible(
    `La collecte du ${libelleCourtTrimestre(trimestre)} est close depuis le ${jourEnLettres(jourAParis(new Date(collecteCloseLe)))}\u00a0: demandez à votre délégation de la rouvrir. Ce que vous avez saisi est gardé.`,
  );
}
