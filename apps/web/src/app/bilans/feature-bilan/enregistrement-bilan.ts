import { Injectable, inject } from '@angular/core';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import type { ContenuBilan } from '@coopilote/domain/bilans/bilan.rules';
import { Enregistrement } from '../../platform/enregistrement';
import { BilansApi, GENRE_COPIE_BILAN } from '../data/bilans-api';
import { normaliser } from '../modele/elements';

/** Sends the answers of a report as they are typed. */
@Injectable()
export class EnregistrementBilan extends Enregistrement<BilanLu, ContenuBilan> {
  private readonly api = inject(BilansApi);

  constructor() {
    super(GENRE_COPIE_BILAN, { reponses: {}, valeurs: [] });
  }

  protected normaliser(contenu: ContenuBilan, { indicateurs }: BilanLu): ContenuBilan {
    return normaliser(contenu, indicateurs);
  }

  protected contenuDe({ contenu }: BilanLu): ContenuBilan {
    return contenu;
  }

  protected relire({ id }: BilanLu) {
    return this.api.lire(id);
  }

  protected envoyer({ id }: BilanLu, contenu: ContenuBilan, version: number) {
    return this.api.enregistrer(id, { version, ...contenu });
  }
}
