import type { Page } from '@playwright/test';
import type { Page as PageDeLignes } from '@coopilote/domain/commun/page.contract';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { demander } from './demander';

/** Instant `dans` days from now at an hour of Paris, as the forms take it. */
export const dans = (jours: number, heure: string): string =>
  `${jourAParis(new Date(Date.now() + jours * 86_400_000))}T${heure}`;

/** A CA of the delegation with two member structures and a step that is late: what its first agenda will propose. */
export async function creerCooperative(
  page: Page,
  { intitule, etape }: { intitule: string; etape: string },
): Promise<string> {
  const premiere = async (liste: string): Promise<string[]> =>
    (await demander<{ id: string }[]>(page, 'GET', `listes?liste=${liste}`)).slice(0, 1).map(({ id }) => id);
  const depuis = jourAParis(new Date(Date.now() - 200 * 86_400_000));
  const { id } = await demander<{ id: string }>(page, 'POST', 'cooperatives', {
    intitule,
    debut: depuis,
    departementCode: '93',
    thematiques: await premiere('THEMATIQUE'),
    publics: await premiere('PUBLIC_CIBLE'),
    communes: ['93008', '93029'],
  });
  const { lignes } = await demander<PageDeLignes<{ id: string }>>(page, 'GET', 'structures?taille=2');
  for (const structure of lignes)
    await demander(page, 'POST', `cooperatives/${id}/adhesions`, { structureId: structure.id, debut: depuis });
  await demander(page, 'POST', `cooperatives/${id}/etapes`, {
    phase: 'PREFIGURATION',
    genre: 'TACHE',
    intitule: etape,
    etat: 'EN_COURS',
    debut: depuis,
    fin: jourAParis(new Date(Date.now() - 86_400_000)),
  });
  return id;
}
