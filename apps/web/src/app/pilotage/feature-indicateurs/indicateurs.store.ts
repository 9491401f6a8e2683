import { Injectable, computed, signal } from '@angular/core';
import { lireTrimestre } from '@coopilote/domain/commun/trimestre';
import { compter, formatTrimestre } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { suiviIndicateurs } from '../data/tableaux';

/** T2 of the CA and quarter in the address. */
@Injectable()
export class IndicateursStore {
  readonly cooperativeId = signal('');
  readonly trimestreDemande = signal('');

  readonly ressource = suiviIndicateurs(this.cooperativeId, this.trimestreDemande);
  readonly suivi = derniereValeur(this.ressource);
  readonly trimestre = computed(() => this.trimestreDemande() || this.suivi()?.trimestre || '');
  readonly libelleTrimestre = computed(() => formatTrimestre(lireTrimestre(this.trimestre())));
  /** « 11 actions, 30 indicateurs ». */
  readonly resume = computed(() => {
    const lignes = this.suivi()?.lignes ?? [];
    const indicateurs = lignes.reduce(
      (nombre, { processus, activite, resultat }) => nombre + processus.length + activite.length + resultat.length,
      0,
    );
    return `${compter(lignes.length, 'action')}, ${compter(indicateurs, 'indicateur')}`;
  });
}
