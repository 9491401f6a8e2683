import type { Page } from '@playwright/test';
import type { Page as PageDeLignes } from '@coopilote/domain/commun/page.contract';
import { ajouterJours, jourAParis } from '@coopilote/domain/commun/dates';
import type { InstanceLue, PointSaisi, ReunionLue } from '@coopilote/domain/gouvernance';
import { expect } from './test';

const DIABETE = 'Accompagnement du développement de l’offre en promotion de la santé pour les personnes diabétiques';

/** A request of whoever is signed in on the page. */
async function demander<T>(page: Page, methode: 'POST' | 'PUT' | 'GET', adresse: string, data?: object): Promise<T> {
  const reponse = await page.request.fetch(adresse, { method: methode, headers: { 'X-Coopilote': '1' }, data });
  expect(reponse.ok(), `${methode} ${adresse} : ${await reponse.text()}`).toBe(true);
  return (await reponse.json()) as T;
}

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
    `/api/cooperatives?q=${encodeURIComponent('diabétiques')}`,
  );
  const ca = trouvees.lignes.find(({ intitule }) => intitule === DIABETE);
  if (!ca) throw new Error('La coopérative de démonstration manque.');
  const instance = await demander<InstanceLue>(animatrice, 'POST', `/api/cooperatives/${ca.id}/instances`, {
    genre: 'OPERATIONNELLE',
    intitule: `Réunion de suivi ${marque}`,
    quorum: 50,
  });
  await demander(animatrice, 'POST', `/api/instances/${instance.id}/membres-proposes`);
  const preparee = await demander<ReunionLue>(animatrice, 'POST', '/api/reunions', {
    instanceId: instance.id,
    debut: `${ajouterJours(jourAParis(new Date()), 1)}T14:00`,
    duree: 90,
    lieu: 'Salle du conseil, Bobigny',
  });
  const { version } = await demander<ReunionLue>(animatrice, 'PUT', `/api/reunions/${preparee.id}/points`, {
    points,
    version: preparee.version,
  });
  return demander<ReunionLue>(animatrice, 'POST', `/api/reunions/${preparee.id}/transitions`, {
    vers: 'CONVOQUEE',
    version,
  });
}
