import { Injectable, inject } from '@angular/core';
import type { CompteRenduLu } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import { map } from 'rxjs';
import { Enregistrement } from '../../platform/enregistrement';
import { CompteRenduApi, GENRE_COPIE_COMPTE_RENDU } from '../data/compte-rendu-api';
import { type TextesCompteRendu, normaliserTextes } from '../modele/compte-rendu';

/** Sends the texts of the minutes as they are typed. */
@Injectable()
export class EnregistrementCompteRendu extends Enregistrement<CompteRenduLu, TextesCompteRendu> {
  private readonly api = inject(CompteRenduApi);

  constructor() {
    super(GENRE_COPIE_COMPTE_RENDU, { introduction: '', points: [], conclusion: '' });
  }

  protected normaliser(contenu: TextesCompteRendu, lu: CompteRenduLu): TextesCompteRendu {
    return normaliserTextes(contenu, lu);
  }

  protected contenuDe({ contenu }: CompteRenduLu): TextesCompteRendu {
    return contenu;
  }

  /** Another version may have taken the place of this draft: it is then no longer this one that is written. */
  protected relire({ id, reunionId }: CompteRenduLu) {
    return this.api.lire(reunionId).pipe(map((leur) => (leur.id === id ? leur : { ...leur, modifiable: false })));
  }

  protected envoyer({ reunionId }: CompteRenduLu, contenu: TextesCompteRendu, version: number) {
    const { introduction, points, conclusion } = contenu;
    const textes = points.map(({ pointId, texte }) => ({ pointId, texte }));
    return this.api.enregistrer(reunionId, { introduction, points: textes, conclusion, version });
  }
}
