import type { Travail } from '../platform/jobs/travail';

/** Early in each hour: what midnight in Paris makes due is there within the hour. */
export const OUVRIR: Travail = { nom: 'bilans.ouvrir', libelle: 'Ouverture des bilans', horaire: '2 * * * *' };
/** Each morning, in Paris. */
export const RAPPELER: Travail = {
  nom: 'bilans.rappeler',
  libelle: 'Rappel des bilans à transmettre',
  horaire: '30 7 * * *',
};
/** Asked by a delegation, for one campaign and one day. */
export const RELANCER: Travail<{ campagneId: string; jour: string }> = {
  nom: 'bilans.relancer',
  libelle: 'Relance des bilans à transmettre',
};
