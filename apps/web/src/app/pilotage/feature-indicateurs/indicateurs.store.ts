import { Injectable, computed, signal } from '@angular/core';
import { lireTrimestre } from '@coopilote/domain/commun/trimestre';
import type { LigneT2 } from '@coopilote/domain/pilotage/tableaux.contract';
import { compter, formatTrimestre, sansAccent } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { suiviIndicateurs } from '../data/tableaux';

/** T2 of the CA and quarter in the address, narrowed by what is typed. */
@Injectable()
export class IndicateursStore {
  readonly cooperativeId = signal('');
  readonly trimestreDemande = signal('');
  readonly cherche = signal('');

  readonly ressource = suiviIndicateurs(this.cooperativeId, this.trimestreDemande);
  readonly suivi = derniereValeur(this.ressource);
  readonly trimestre = computed(() => this.trimestreDemande() || this.suivi()?.trimestre || '');
  readonly libelleTrimestre = computed(() => formatTrimestre(lireTrimestre(this.trimestre())));
  readonly lignes = computed<readonly LigneT2[]>(() => {
    const mots = sansAccent(this.cherche()).split(/\s+/).filter(Boolean);
    return (this.suivi()?.lignes ?? []).filter((ligne) => {
      const texte = sansAccent(texteDe(ligne));
      return mots.every((mot) => texte.includes(mot));
    });
  });
  readonly resume = computed(() => {
    const lignes = this.lignes();
    const indicateurs = lignes.reduce((nombre, ligne) => nombre + tous(ligne).length, 0);
    return `${compter(lignes.length, 'action')}, ${compter(indicateurs, 'indicateur')}`;
  });
}

function tous(ligne: LigneT2) {
  return [...ligne.processus, ...ligne.activite, ...ligne.resultat];
}

function texteDe(ligne: LigneT2): string {
  return [
    ligne.intitule,
    ligne.structure,
    ligne.resultatsAttendus ?? '',
    ligne.sources,
    ...tous(ligne).map((indicateur) => indicateur.libelle),
  ].join(' ');
}
