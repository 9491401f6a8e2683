import type { Page } from '@playwright/test';
import { ajouterJours, jourAParis } from '@coopilote/domain/commun/dates';
import type { Page as PageDeLignes } from '@coopilote/domain/commun/page.contract';
import { expect } from './test';

/** Structures of the demonstration in Seine-Saint-Denis: the first signs in the application, by this account. */
export const PARTENAIRE = 'partenaire-diabete-quartiers@demo.test';
const STRUCTURES = ['Diabète et quartiers', 'CCAS de Montfermeil', 'Centre municipal de santé de La Courneuve'];

/** A request of whoever is signed in on the page. */
export async function demander<T>(
  page: Page,
  methode: 'GET' | 'POST' | 'PATCH' | 'PUT',
  adresse: string,
  data?: object,
): Promise<T> {
  const reponse = await page.request.fetch(`/api/${adresse}`, {
    method: methode,
    headers: { 'X-Coopilote': '1' },
    data,
  });
  expect(reponse.ok(), `${methode} ${adresse} : ${await reponse.text()}`).toBe(true);
  const texte = await reponse.text();
  return (texte ? JSON.parse(texte) : null) as T;
}

export interface SceneConvention {
  cooperativeId: string;
  ficheId: string;
  action: string;
}

/**
 * A CA whose programme holds all that a convention tells: a presentation, objectives, three member structures, one
 * fiche-action validated. Its convention is not written yet.
 * @param animatrice a page where the coordinator of the delegation is signed in.
 */
export async function preparerProgramme(animatrice: Page, marque: string): Promise<SceneConvention> {
  const lire = <T>(adresse: string) => demander<T>(animatrice, 'GET', adresse);
  const ecrire = <T>(adresse: string, data: object) => demander<T>(animatrice, 'POST', adresse, data);
  const liste = async (nom: string): Promise<string[]> =>
    (await lire<{ id: string }[]>(`listes?liste=${nom}`)).slice(0, 1).map(({ id }) => id);
  const aujourdhui = jourAParis(new Date());
  const depuis = ajouterJours(aujourdhui, -30);
  const publics = await liste('PUBLIC_CIBLE');
  const { id } = await ecrire<{ id: string }>('cooperatives', {
    intitule: `Bien manger à Clichy ${marque}`,
    presentation: 'Le diagnostic montre un renoncement aux soins.\nLes habitants demandent des lieux proches.',
    debut: depuis,
    departementCode: '93',
    thematiques: await liste('THEMATIQUE'),
    publics,
    communes: ['93008'],
  });
  const structureIds: string[] = [];
  for (const nom of STRUCTURES) {
    const { lignes } = await lire<PageDeLignes<{ id: string; nom: string }>>(`structures?q=${encodeURIComponent(nom)}`);
    const structure = lignes.find((ligne) => ligne.nom === nom);
    expect(structure, nom).toBeTruthy();
    structureIds.push(structure?.id ?? '');
    await ecrire(`cooperatives/${id}/adhesions`, { structureId: structure?.id, debut: depuis });
  }
  const objectif = (niveau: string, intitule: string, parentId: string | null) =>
    ecrire<{ id: string }>(`cooperatives/${id}/objectifs`, { niveau, intitule, parentId });
  const general = await objectif('GENERAL', 'Réduire les inégalités d’accès à une alimentation saine', null);
  const specifique = await objectif('SPECIFIQUE', 'Aller vers les familles', general.id);
  const operationnel = await objectif('OPERATIONNEL', 'Tenir des ateliers dans les quartiers', specifique.id);
  const action = `Ateliers de cuisine ${marque}`;
  const fiche = await ecrire<{ id: string }>('fiches-actions', {
    cooperativeId: id,
    structureId: structureIds[0],
    objectifId: operationnel.id,
    intitule: action,
    contenu: 'Un atelier par semaine, avec une diététicienne.',
    calendrierDebut: aujourdhui,
    calendrierFin: ajouterJours(aujourdhui, 300),
    modes: await liste('MODE_INTERVENTION'),
    publics,
    lieux: 'Maison des habitants',
    moyensHumains: 'Une diététicienne',
    moyensHumainsEtp: 0.5,
    motifPeuIndicateurs: 'Action nouvelle',
  });
  await ecrire('indicateurs', {
    ficheActionId: fiche.id,
    type: 'PROCESSUS',
    libelle: 'Ateliers tenus',
    unite: 'NOMBRE',
    modeAgregation: 'SOMME',
  });
  let { version } = await lire<{ version: number }>(`fiches-actions/${fiche.id}`);
  for (const vers of ['PROPOSEE', 'VALIDEE'])
    ({ version } = await ecrire<{ version: number }>(`fiches-actions/${fiche.id}/transitions`, { vers, version }));
  return { cooperativeId: id, ficheId: fiche.id, action };
}
