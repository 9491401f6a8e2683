import { Introuvable } from '@coopilote/db';
import { ETATS_RECUS, type EtatBilan } from '@coopilote/domain/bilans';
import type { Identite } from '@coopilote/domain/comptes';
import { peut, type Ressource } from '@coopilote/domain/droits';

/**
 * PROPRE: the person's structure writes this report and sees it in every state. RECU: the person reads what the ARS has
 * received; a draft is nobody else's.
 */
export type Acces = 'PROPRE' | 'RECU';

/** The person without its partner roles: those who see every report's state, and what they sent back. */
export function sansPartenaire(identite: Identite): Identite {
  return { ...identite, attributions: identite.attributions.filter((a) => a.role !== 'PARTENAIRE') };
}

/** How the person reads this report. @throws Introuvable when it is not theirs to read, or not yet. */
export function exigerAcces(identite: Identite, bilan: Ressource & { etat: EtatBilan }): Acces {
  if (peut(identite, 'bilan.remplir', bilan)) return 'PROPRE';
  const recu = ETATS_RECUS.includes(bilan.etat) && peut(identite, 'bilan.lire', bilan);
  const renvoye = bilan.etat === 'A_COMPLETER' && peut(sansPartenaire(identite), 'bilan.lire', bilan);
  if (!recu && !renvoye) throw new Introuvable('Ce bilan');
  return 'RECU';
}
