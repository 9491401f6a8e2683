import * as Y from 'yjs';
import { ajouterJours, type Jour } from '@coopilote/domain/commun';
import {
  TEXTE_PARTAGE,
  type CompteRenduLu,
  type InstanceLue,
  type ReunionLue,
  type SeanceLue,
} from '@coopilote/domain/gouvernance';
import type { TableauDeBord } from '@coopilote/domain/pilotage';
import { horlogeVecue, type ClientDemonstration } from './client';
import { POINTS_A_VENIR, POINTS_TENUS, type PointDemonstration } from './donnees/gouvernance';

const DELAI_CONVOCATION = 14;
const JOURS_DEPUIS_LE_COPIL = 63;
const JOURS_AVANT_LE_COPIL = 12;

/** The copil of a CA: its seats, a meeting held two months ago with its minutes, and the next one, already convened. */
export async function loadGovernance(dd: ClientDemonstration, cooperativeId: string, aujourdhui: Jour): Promise<void> {
  const copil = await dd.post<InstanceLue>(`/api/cooperatives/${cooperativeId}/instances`, {
    genre: 'COPIL',
    intitule: 'Comité de pilotage',
    role: 'Fixe les orientations, suit les actions et leurs indicateurs, ajuste le programme.',
    quorum: 50,
  });
  const tenue = ajouterJours(aujourdhui, -JOURS_DEPUIS_LE_COPIL);
  const propose = (): Promise<unknown> => dd.post(`/api/instances/${copil.id}/membres-proposes`, {});
  await horlogeVecue.au(ajouterJours(tenue, -DELAI_CONVOCATION), propose);
  // Members who came since have their seat from today on.
  await propose();
  await dd.post(`/api/instances/${copil.id}/membres`, {
    qualite: 'HABITANT',
    titulaireNom: 'Yasmine Haddad',
    titulaireCourriel: 'yasmine.haddad@demo.test',
    debut: ajouterJours(aujourdhui, -400),
  });
  await hold(dd, cooperativeId, copil.id, tenue);
  await convene(dd, copil.id, ajouterJours(aujourdhui, JOURS_AVANT_LE_COPIL), POINTS_A_VENIR, aujourdhui);
}

async function convene(
  dd: ClientDemonstration,
  instanceId: string,
  jour: Jour,
  points: readonly PointDemonstration[],
  le: Jour,
): Promise<ReunionLue> {
  return horlogeVecue.au(le, async () => {
    const reunion = await dd.post<ReunionLue>('/api/reunions', {
      instanceId,
      debut: `${jour}T14:00`,
      duree: 120,
      lieu: 'Délégation départementale, salle Simone-Veil',
    });
    const prete = await dd.put<ReunionLue>(`/api/reunions/${reunion.id}/points`, {
      version: reunion.version,
      points: points.map(({ titre, duree, genre }) => ({ titre, duree, genre })),
    });
    return dd.post<ReunionLue>(`/api/reunions/${reunion.id}/transitions`, {
      vers: 'CONVOQUEE',
      version: prete.version,
    });
  });
}

async function hold(dd: ClientDemonstration, cooperativeId: string, instanceId: string, jour: Jour): Promise<void> {
  const convoquee = await convene(dd, instanceId, jour, POINTS_TENUS, ajouterJours(jour, -DELAI_CONVOCATION));
  const chemin = `/api/reunions/${convoquee.id}`;
  await horlogeVecue.au(jour, async () => {
    const ouverte = await dd.post<ReunionLue>(`${chemin}/transitions`, {
      vers: 'EN_SEANCE',
      version: convoquee.version,
    });
    for (const [rang, { id }] of ouverte.participants.entries()) {
      await dd.patch(`${chemin}/participants/${id}`, { statut: rang === 2 ? 'EXCUSE' : 'PRESENT', version: 1 });
    }
    const { etapes } = await dd.get<TableauDeBord>(`/api/cooperatives/${cooperativeId}/tableau-de-bord`);
    const etape = etapes.find((e) => e.genre === 'TACHE' && e.etat !== 'FAIT' && e.fin && e.fin > jour);
    for (const [rang, point] of ouverte.points.entries()) {
      const tenu = POINTS_TENUS[rang];
      await dd.post<SeanceLue>(`${chemin}/seance/point`, { pointId: point.id });
      if (tenu?.notes) await note(dd, `${chemin}/points/${point.id}/notes`, tenu.notes);
      if (tenu?.decision) {
        const changement =
          etape?.fin && tenu.decale
            ? { genre: 'DATE_ETAPE', objetId: etape.id, fin: ajouterJours(etape.fin, 30) }
            : null;
        await dd.post(`${chemin}/decisions`, {
          pointId: point.id,
          texte: tenu.decision,
          issue: 'ADOPTEE',
          mode: 'CONSENSUS',
          changement,
        });
      }
      const responsable = ouverte.participants.find((p) => p.qualite === 'STRUCTURE');
      if (tenu?.tache && responsable) {
        await dd.post(`${chemin}/taches`, {
          pointId: point.id,
          quoi: tenu.tache,
          participantId: responsable.id,
          echeance: ajouterJours(jour, 84),
        });
      }
    }
    const { version } = await dd.get<ReunionLue>(chemin);
    await dd.post(`${chemin}/transitions`, { vers: 'CLOSE', version });
    const projet = await dd.get<CompteRenduLu>(`${chemin}/compte-rendu`);
    await dd.post(`${chemin}/compte-rendu/transitions`, { vers: 'VALIDE', version: projet.version });
  });
}

async function note(dd: ClientDemonstration, chemin: string, texte: string): Promise<void> {
  const document = new Y.Doc();
  document.getText(TEXTE_PARTAGE).insert(0, texte);
  await dd.post(chemin, { miseAJour: Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64') });
}
