import type { Page } from '@playwright/test';
import type { Page as PageDeLignes } from '@coopilote/domain/commun/page.contract';
import { ajouterJours, jourAParis } from '@coopilote/domain/commun/dates';
import type { InstanceLue, PointSaisi, ReunionLue } from '@coopilote/domain/gouvernance';
import { demander } from './demander';
import { DIABETE } from './donnees';

/**
 * A meeting of the CA on diabetes, convened and ready to be opened: every member structure has a seat. The journeys that
 * prepare meetings are elsewhere; here only the séance is looked at.
 * @param animatrice a page where the coordinator of the CA is signed in.
 */
export async function convoquerReunion(
  animatrice: Page,
  marque: string,
  points: readonly Pick<PointSaisi, 'titre' | 'duree' | 'genre' | 'details'>[],
): Promise<ReunionLue> {
  const trouvees = await demander<PageDeLignes<{ id: string; intitule: string }>>(
    animatrice,
    'GET',
    `cooperatives?q=${encodeURIComponent('diabétiques')}`,
  );
  const ca = trouvees.lignes.find(({ intitule }) => intitule === DIABETE);
  if (!ca) throw new Error('La coopérative de démonstration manque.');
  const instance = await demander<InstanceLue>(animatrice, 'POST', `cooperatives/${ca.id}/instances`, {
    genre: 'OPERATIONNELLE',
    intitule: `Réunion de suivi ${marque}`,
    quorum: 50,
  });
  await demander(animatrice, 'POST', `instances/${instance.id}/membres-proposes`);
  const preparee = await demander<ReunionLue>(animatrice, 'POST', 'reunions', {
    instanceId: instance.id,
    debut: `${ajouterJours(jourAParis(new Date()), 1)}T14:00`,
    duree: 90,
    lieu: 'Salle du conseil, Bobigny',
  });
  const { version } = await demander<ReunionLue>(animatrice, 'PUT', `reunions/${preparee.id}/points`, {
    points,
    version: preparee.version,
  });
  return demander<ReunionLue>(animatrice, 'POST', `reunions/${preparee.id}/transitions`, {
    vers: 'CONVOQUEE',
    version,
  });
}
