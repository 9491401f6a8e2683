import type { Page } from '@playwright/test';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { InstanceLue, ReunionLue, SeanceLue } from '@coopilote/domain/gouvernance';
import { TEXTE_PARTAGE } from '@coopilote/domain/gouvernance/notes';
import type { TableauDeBord } from '@coopilote/domain/pilotage';
import * as Y from 'yjs';
import { demander } from './demander';
import { DIABETE } from './donnees';
import { PageTableaux } from './pages/tableaux';

export const PARTENAIRE = 'partenaire-diabete-quartiers@demo.test';
export const DECISION = 'Prolonger l’enquête de deux semaines, le temps de joindre les patients du centre de santé.';
/** Dates of the step that the decision changes: before, and once it is approved. */
export const [FIN, NOUVELLE_FIN] = ['2099-11-30', '2099-12-14'];

/** Day `dans` days from now, as the forms take it. */
const jourDans = (dans: number): string => jourAParis(new Date(Date.now() + dans * 86_400_000));

/** A meeting that was held, and a later one: all that comes before the minutes. */
export async function tenirSeance(page: Page, titre: string) {
  const intitule = `Enquête auprès des patients, ${titre}`;
  const appeler = <T>(methode: 'GET' | 'POST' | 'PUT' | 'PATCH', chemin: string, data?: object): Promise<T> =>
    demander<T>(page, methode, chemin, data);
  const passer = async (id: string, vers: string): Promise<ReunionLue> => {
    const { version } = await appeler<ReunionLue>('GET', `reunions/${id}`);
    return appeler('POST', `reunions/${id}/transitions`, { vers, version });
  };
  await new PageTableaux(page).ouvrir(DIABETE);
  const ca = new URL(page.url()).pathname.split('/')[2] ?? '';

  await appeler('POST', `cooperatives/${ca}/etapes`, {
    phase: 'DIAGNOSTIC',
    genre: 'TACHE',
    intitule,
    etat: 'EN_COURS',
    debut: '2099-09-01',
    fin: FIN,
  });
  const { etapes } = await appeler<TableauDeBord>('GET', `cooperatives/${ca}/tableau-de-bord`);
  const etape = etapes.find((connue) => connue.intitule === intitule);

  const instance = await appeler<InstanceLue>('POST', `cooperatives/${ca}/instances`, {
    genre: 'OPERATIONNELLE',
    intitule: titre,
    quorum: 10,
  });
  await appeler('POST', `instances/${instance.id}/membres-proposes`, {});
  const creer = (nom: string, dans: number) =>
    appeler<ReunionLue>('POST', 'reunions', {
      instanceId: instance.id,
      titre: nom,
      debut: `${jourDans(dans)}T14:00`,
      duree: 120,
      lieu: 'Mairie de Saint-Denis',
    });
  const seance = await creer(titre, 1);
  const { points, participants } = await appeler<ReunionLue>('PUT', `reunions/${seance.id}/points`, {
    points: ['Enquête', 'Questions diverses'].map((titre) => ({ titre, duree: 10, genre: 'LIBRE' })),
    version: seance.version,
  });
  const [enquete] = points;
  const [premier] = participants;
  if (!enquete || !premier || !etape) throw new Error('La scène n’est pas complète.');
  await passer(seance.id, 'CONVOQUEE');
  await passer(seance.id, 'EN_SEANCE');
  await appeler('PATCH', `reunions/${seance.id}/participants/${premier.id}`, {
    statut: 'PRESENT',
    version: premier.version,
  });
  const notes = new Y.Doc();
  notes.getText(TEXTE_PARTAGE).insert(0, 'La moitié des patients a répondu.\n- relancer le centre de santé');
  await appeler('POST', `reunions/${seance.id}/points/${enquete.id}/notes`, {
    miseAJour: Buffer.from(Y.encodeStateAsUpdate(notes)).toString('base64'),
  });
  await appeler('POST', `reunions/${seance.id}/decisions`, {
    pointId: enquete.id,
    texte: DECISION,
    issue: 'ADOPTEE',
    mode: 'VOTE',
    pour: 7,
    contre: 1,
    abstention: 2,
    changement: { genre: 'DATE_ETAPE', objetId: etape.id, fin: NOUVELLE_FIN },
  });
  await appeler('POST', `reunions/${seance.id}/taches`, {
    pointId: enquete.id,
    quoi: 'Relancer le centre de santé',
    participantId: premier.id,
    echeance: jourDans(15),
  });
  const { decisions } = await appeler<SeanceLue>('GET', `reunions/${seance.id}/seance`);
  await passer(seance.id, 'CLOSE');
  const suivante = await creer(`${titre}, la suite`, 30);
  await passer(suivante.id, 'CONVOQUEE');
  return { ca, etape: etape.id, seance: seance.id, present: premier.nom, numero: decisions[0]?.numero ?? '' };
}
