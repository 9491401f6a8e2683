import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { ajouterJours, jourAParis } from '@coopilote/domain/commun/dates';
import { demander } from './demander';
import { expect } from './test';

/** Text of the file that a press brings down, as poppler reads it, without its layout. */
export async function lirePdf(page: Page, presser: () => Promise<void>): Promise<string> {
  const [telechargement] = await Promise.all([page.waitForEvent('download'), presser()]);
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', await telechargement.path(), '-']);
  return stdout.replace(/\s+/g, ' ');
}

export interface SceneFinancement {
  cooperativeId: string;
  /** Address of its money for the year. */
  adresse: string;
  annee: number;
}

/** A CA without convention, whose only member is granted 1 000,00 € by the ARS, half of it paid. */
export async function preparerFinancement(delegation: Page, structure: string): Promise<SceneFinancement> {
  const lire = <T>(adresse: string) => demander<T>(delegation, 'GET', adresse);
  const ecrire = <T>(adresse: string, data: object) => demander<T>(delegation, 'POST', adresse, data);
  const liste = async (nom: string): Promise<string[]> =>
    (await lire<{ id: string }[]>(`listes?liste=${nom}`)).slice(0, 1).map(({ id }) => id);
  const aujourdhui = jourAParis(new Date());
  const debut = ajouterJours(aujourdhui, -30);
  const { id: cooperativeId } = await ecrire<{ id: string }>('cooperatives', {
    ...{ intitule: `Marcher à Clichy ${Date.now().toString(36)}`, debut, departementCode: '93', communes: ['93014'] },
    ...{ thematiques: await liste('THEMATIQUE'), publics: await liste('PUBLIC_CIBLE') },
  });
  const { lignes } = await lire<{ lignes: { id: string; nom: string }[] }>(
    `structures?q=${encodeURIComponent(structure)}`,
  );
  const structureId = lignes.find(({ nom }) => nom === structure)?.id;
  expect(structureId, structure).toMatch(/^[0-9a-f-]{36}$/);
  await ecrire(`cooperatives/${cooperativeId}/adhesions`, { structureId, debut });
  const annee = Number(aujourdhui.slice(0, 4));
  const { id } = await ecrire<{ id: string }>('engagements', {
    ...{ cooperativeId, structureId, annee, nature: 'ARS_FIR', montant: 100_000, objet: 'Ateliers de marche' },
  });
  await ecrire(`engagements/${id}/versements`, {
    ...{ genre: 'VERSEMENT', montant: 50_000, prevuLe: aujourdhui, verseLe: aujourdhui },
  });
  return { cooperativeId, adresse: `/cooperatives/${cooperativeId}/financement?annee=${annee}`, annee };
}

/** Every structure approves, then signs, and the first cost is known: the page has shown how one does. */
export async function conclureMise(page: Page, id: string, annee: number, reel: number): Promise<void> {
  type Partie = { structureId: string; preteur: boolean; version: number };
  type Cout = { id: string; annee: number; poste: string; libelle: string | null };
  const adresse = `mises-a-disposition/${id}`;
  const lire = () => demander<{ parties: Partie[]; couts: Cout[]; version: number }>(page, 'GET', adresse);
  for (const signeLe of [null, `${annee}-01-15`]) {
    for (const { structureId, preteur, version } of (await lire()).parties) {
      await demander(page, 'PUT', `${adresse}/approbations/${structureId}`, {
        ...{ cseLe: `${annee}-01-05`, deliberationLe: `${annee}-01-10`, version, signeLe },
        avenantLe: preteur ? `${annee}-01-12` : null,
      });
    }
  }
  const { couts, version } = await lire();
  await demander(page, 'PUT', `${adresse}/couts-reels`, {
    couts: couts.map((cout) => ({
      ...{ id: cout.id, annee: cout.annee, poste: cout.poste, libelle: cout.libelle, reel },
    })),
    version,
  });
}
