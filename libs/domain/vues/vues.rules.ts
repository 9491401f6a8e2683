import { ajouterJours, jourAParis, type Jour } from '../commun/dates';
import { ecrireTrimestre, libelleCourtTrimestre, lireTrimestre, type Trimestre } from '../commun/trimestre';
import type { MesuresGroupe } from '../consolidation/groupes.contract';

/** Whom a view is for: oneself, or those who read the same département or région. */
export const PARTAGES_VUE = ['MOI', 'DEPARTEMENT', 'REGION'] as const;
export type PartageVue = (typeof PARTAGES_VUE)[number];

/** How often a view is sent by mail; « TRIMESTRE » once the collection of the quarter is closed. */
export const RYTHMES_VUE = ['SEMAINE', 'MOIS', 'TRIMESTRE'] as const;
export type RythmeVue = (typeof RYTHMES_VUE)[number];
export const LIBELLES_RYTHMES_VUE: Record<RythmeVue, string> = {
  SEMAINE: 'Chaque semaine, le lundi',
  MOIS: 'Chaque mois, le premier jour',
  TRIMESTRE: 'Chaque trimestre, une fois la collecte close',
};

/** First day of the week or of the month of a day. */
function debutPeriode(rythme: 'SEMAINE' | 'MOIS', jour: Jour): Jour {
  if (rythme === 'MOIS') return `${jour.slice(0, 7)}-01`;
  const rang = (new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7;
  return ajouterJours(jour, -rang);
}

export interface Echeance {
  rythme: RythmeVue;
  /** Since when the person wants it: what came due before is not sent. */
  depuis: Date;
  aujourdhui: Jour;
  /** The last quarter that has ended, and when the last of its collections was closed; null while one is open. */
  clos: Trimestre;
  closLe: Date | null;
}

/**
 * The period whose sending is due, under a name that never comes twice; null for none. A period that began while the server
 * slept is still due on the next days.
 */
export function envoiDu({ rythme, depuis, aujourdhui, clos, closLe }: Echeance): string | null {
  if (rythme === 'TRIMESTRE') return closLe && closLe > depuis ? ecrireTrimestre(clos) : null;
  const debut = debutPeriode(rythme, aujourdhui);
  return debut > jourAParis(depuis) ? `${rythme} ${debut}` : null;
}

const nombre = (n: number): string => n.toLocaleString('fr-FR');
const accord = (n: number, singulier: string): string => `${nombre(n)} ${singulier}${n > 1 ? 's' : ''}`;
const entre = (bas: number | null, haut: number): string =>
  bas === null || bas === haut ? nombre(haut) : `entre ${nombre(bas)} et ${nombre(haut)}`;

/** The figures of a view in one or two sentences. */
export function phraseDeVue(
  { attendus, recus, valides, cibles, bas, haut, prevision }: MesuresGroupe,
  { du, au, surIndicateur }: { du: string; au: string; surIndicateur: boolean },
): string {
  const periode = [...new Set([du, au])].map((t) =>
    libelleCourtTrimestre(lireTrimestre(t) ?? { annee: 0, trimestre: 1 }),
  );
  const quand = `${periode.join(' à ')}\u00a0: `;
  if (attendus === 0) return `${quand}aucun bilan n’est attendu dans cette sélection.`;
  if (surIndicateur) {
    const valeur = haut === null ? 'aucune encore' : entre(bas, haut);
    const prevu = prevision === null ? '' : `, pour ${nombre(prevision)} prévu`;
    return `${quand}${accord(recus, 'valeur')} sur ${nombre(attendus)}\u00a0: ${valeur}${prevu}.`;
  }
  const recu = `${accord(recus, 'bilan')} ${recus > 1 ? 'reçus' : 'reçu'} sur ${nombre(attendus)}, dont ${nombre(valides)} ${valides > 1 ? 'validés' : 'validé'}.`;
  const touchees = haut === null ? '' : ` Les actions ont touché ${entre(bas, haut)} personnes`;
  return `${quand}${recu}${touchees && `${touchees}${cibles ? `, pour ${nombre(cibles)} ciblées` : ''}.`}`;
}
