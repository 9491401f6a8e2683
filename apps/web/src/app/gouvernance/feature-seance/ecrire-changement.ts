import { LIBELLES_ETATS_FICHE } from '@coopilote/domain/actions';
import { ecrireEuros } from '@coopilote/domain/commun/montant';
import { LIBELLES_CHANGEMENTS, type ChangementSaisi } from '@coopilote/domain/gouvernance';
import { formatDateJour, formatNombre } from '@coopilote/ui';

/** A change as somebody typed it, for the comparison of two versions. */
export function ecrireChangement(change: ChangementSaisi): string {
  const quoi = LIBELLES_CHANGEMENTS[change.genre];
  switch (change.genre) {
    case 'DATE_ETAPE':
      return `${quoi}\u00a0: du ${formatDateJour(change.debut)} au ${formatDateJour(change.fin)}`;
    case 'CIBLE': {
      const periode = change.trimestre ? `T${change.trimestre}\u00a0${change.annee}` : String(change.annee ?? '');
      return `${quoi}\u00a0: ${formatNombre(change.valeur)} (${periode})`;
    }
    case 'MONTANT':
      return `${quoi}\u00a0: ${change.montant == null ? '–' : ecrireEuros(change.montant)}`;
    case 'ETAT_ACTION':
      return `${quoi}\u00a0: ${change.vers ? LIBELLES_ETATS_FICHE[change.vers] : '–'}`;
  }
}
