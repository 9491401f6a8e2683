import { LIBELLES_ETATS_FICHE } from '../actions/fiche-action.rules';
import type { Changement } from './changement.contract';
import { jourEnChiffres } from '../commun/dates';
import { ecrireEuros } from '../commun/montant';

const nombre = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 });
const dit = (jour: string | null): string => (jour ? jourEnChiffres(jour) : 'aucune date');

/** A change in one sentence: « Enquête : fin le 15/12/2026 au lieu du 30/11/2026 ». */
export function changementDit(c: Changement): string {
  switch (c.genre) {
    case 'DATE_ETAPE': {
      const bouts = [
        c.debut !== c.avant.debut && `début le ${dit(c.debut)} (avant\u00a0: ${dit(c.avant.debut)})`,
        c.fin !== c.avant.fin && `fin le ${dit(c.fin)} (avant\u00a0: ${dit(c.avant.fin)})`,
      ].filter(Boolean);
      return `${c.nom}\u00a0: ${bouts.join(', ') || 'dates inchangées'}`;
    }
    case 'CIBLE': {
      const quand = c.trimestre ? `T${c.trimestre} ${c.annee}` : String(c.annee);
      const avant = c.avant === null ? 'aucune cible' : nombre.format(c.avant);
      return `${c.nom}\u00a0: cible ${quand} de ${nombre.format(c.valeur)} (avant\u00a0: ${avant})`;
    }
    case 'MONTANT':
      return `${c.nom}\u00a0: ${ecrireEuros(c.montant)} (avant\u00a0: ${ecrireEuros(c.avant)})`;
    case 'ETAT_ACTION':
      return `${c.nom}\u00a0: ${LIBELLES_ETATS_FICHE[c.vers]} (avant\u00a0: ${LIBELLES_ETATS_FICHE[c.avant]})`;
  }
}
