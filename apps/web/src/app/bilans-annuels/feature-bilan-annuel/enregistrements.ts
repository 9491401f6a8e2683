import { Injectable, inject } from '@angular/core';
import type { BilanAnnuelLu, VoletLu } from '@coopilote/domain/bilans/bilan-annuel.contract';
import type { DevenirAction } from '@coopilote/domain/bilans/bilan-annuel.rules';
import { map } from 'rxjs';
import { Enregistrement } from '../../platform/enregistrement';
import { BilansAnnuelsApi } from '../data/bilans-annuels-api';

/** What the coordination writes of a year. */
export interface TextesCa {
  synthese: string;
  enseignements: string;
  perspectives: string;
}
export interface BrouillonCa extends TextesCa {
  id: string;
  version: number;
  modifiable: boolean;
}
export const brouillonCa = ({ id, version, etat, contenu }: BilanAnnuelLu): BrouillonCa => ({
  ...{ id, version, modifiable: etat === 'BROUILLON' },
  synthese: contenu.synthese ?? '',
  enseignements: contenu.enseignements ?? '',
  perspectives: contenu.perspectives ?? '',
});

@Injectable()
export class EnregistrementCa extends Enregistrement<BrouillonCa, TextesCa> {
  private readonly api = inject(BilansAnnuelsApi);

  constructor() {
    super('bilan-annuel', { synthese: '', enseignements: '', perspectives: '' });
  }

  protected normaliser({ synthese, enseignements, perspectives }: TextesCa): TextesCa {
    return { synthese: synthese.trim(), enseignements: enseignements.trim(), perspectives: perspectives.trim() };
  }

  protected contenuDe({ synthese, enseignements, perspectives }: BrouillonCa): TextesCa {
    return { synthese, enseignements, perspectives };
  }

  protected relire({ id }: BrouillonCa) {
    return this.api.lire(id).pipe(map(brouillonCa));
  }

  protected envoyer({ id }: BrouillonCa, contenu: TextesCa, version: number) {
    return this.api.ecrire(id, { ...contenu, version });
  }
}

/** What a structure writes of its action's year. */
export interface TextesAction {
  synthese: string;
  proposition: DevenirAction | null;
  motifProposition: string;
}
export interface BrouillonAction extends TextesAction {
  id: string;
  bilanId: string;
  ficheActionId: string;
  version: number;
  modifiable: boolean;
}
export function brouillonAction(bilanId: string, volet: VoletLu): BrouillonAction {
  const { ficheActionId, synthese, proposition, motifProposition, version, redigeable } = volet;
  return {
    ...{ id: `${bilanId}.${ficheActionId}`, bilanId, ficheActionId, version, proposition, modifiable: redigeable },
    synthese: synthese ?? '',
    motifProposition: motifProposition ?? '',
  };
}

@Injectable()
export class EnregistrementAction extends Enregistrement<BrouillonAction, TextesAction> {
  private readonly api = inject(BilansAnnuelsApi);

  constructor() {
    super('bilan-annuel-action', { synthese: '', proposition: null, motifProposition: '' });
  }

  protected normaliser({ synthese, proposition, motifProposition }: TextesAction): TextesAction {
    return { synthese: synthese.trim(), proposition, motifProposition: motifProposition.trim() };
  }

  protected contenuDe({ synthese, proposition, motifProposition }: BrouillonAction): TextesAction {
    return { synthese, proposition, motifProposition };
  }

  protected relire(lu: BrouillonAction) {
    return this.api.lire(lu.bilanId).pipe(
      map(({ volets }): BrouillonAction => {
        const volet = volets.find((v) => v.ficheActionId === lu.ficheActionId);
        return volet ? brouillonAction(lu.bilanId, volet) : { ...lu, modifiable: false };
      }),
    );
  }

  protected envoyer({ bilanId, ficheActionId }: BrouillonAction, contenu: TextesAction, version: number) {
    return this.api.ecrireVolet(bilanId, ficheActionId, { ...contenu, version });
  }
}
