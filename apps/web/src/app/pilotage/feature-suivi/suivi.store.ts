import { Injectable, computed, signal } from '@angular/core';
import { lireTrimestre } from '@coopilote/domain/commun/trimestre';
import { compter, formatTrimestre } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { suiviActions } from '../data/tableaux';

/** T3 of the CA and quarter in the address. */
@Injectable()
export class SuiviStore {
  readonly cooperativeId = signal('');
  readonly trimestreDemande = signal('');

  readonly ressource = suiviActions(this.cooperativeId, this.trimestreDemande);
  readonly suivi = derniereValeur(this.ressource);
  readonly trimestre = computed(() => this.trimestreDemande() || this.suivi()?.trimestre || '');
  readonly libelleTrimestre = computed(() => formatTrimestre(lireTrimestre(this.trimestre())));
  /** « 11 actions, 9 bilans reçus sur 11, 2 en retard. » */
  readonly resume = computed(() => {
    const suivi = this.suivi();
    if (!suivi) return '';
    const enRetard = suivi.lignes.filter((ligne) => ligne.enRetard).length;
    return [
      compter(suivi.lignes.length, 'action'),
      `${compter(suivi.recus, 'bilan reçu', 'bilans reçus')} sur ${suivi.attendus}`,
      ...(enRetard ? [`${enRetard} en retard`] : []),
    ].join(', ');
  });
}
