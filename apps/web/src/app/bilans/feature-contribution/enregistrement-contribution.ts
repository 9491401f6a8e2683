import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { ContributionPublique } from '@coopilote/domain/bilans/contribution.contract';
import type { ContenuBilan } from '@coopilote/domain/bilans/bilan.rules';
import { type Observable, map } from 'rxjs';
import { Enregistrement } from '../../platform/enregistrement';
import { normaliser } from '../modele/elements';

/** What a link opened, as a draft: the link itself names its copies on the device. */
export interface ContributionOuverte extends ContributionPublique {
  lien: string;
  modifiable: boolean;
}

export const adresseContribution = (lien: string): string => `/api/contributions/${encodeURIComponent(lien)}`;

/** Sends what a colleague writes, as it is typed. */
@Injectable()
export class EnregistrementContribution extends Enregistrement<ContributionOuverte, ContenuBilan> {
  private readonly http = inject(HttpClient);

  constructor() {
    super('contribution', { reponses: {}, valeurs: [] });
  }

  protected normaliser(contenu: ContenuBilan, { indicateurs }: ContributionOuverte): ContenuBilan {
    return normaliser(contenu, indicateurs);
  }

  protected contenuDe({ contenu }: ContributionOuverte): ContenuBilan {
    return contenu;
  }

  protected relire({ lien }: ContributionOuverte): Observable<ContributionOuverte> {
    return this.http
      .get<ContributionPublique>(adresseContribution(lien))
      .pipe(map((lue) => ({ ...lue, lien, modifiable: lue.ouverte })));
  }

  protected envoyer({ lien }: ContributionOuverte, contenu: ContenuBilan, version: number) {
    return this.http.put<{ version: number; enregistreLe: string }>(adresseContribution(lien), { version, ...contenu });
  }
}
