import type { BilanLu, BrouillonEnregistre } from '@coopilote/domain/bilans';
import { ajouterJours } from '@coopilote/domain/commun';
import type { ClientDemonstration, HorlogeReglable } from './client';
import type { DemoBilan } from './donnees';
import { trouver, type Correspondance } from './programme';

/** Days that a DD takes to read a report. */
const JOURS_LECTURE = 6;

/**
 * A report as its structure fills it and as the DD reads it, each on its day. `ouvert` is the report that the application
 * opened for the action and the quarter.
 */
export async function loadReport(
  partenaire: ClientDemonstration,
  dd: ClientDemonstration,
  bilan: DemoBilan,
  ouvert: { id: string; version: number },
  liens: Correspondance,
  horloge: HorlogeReglable,
  aujourdhui: string,
): Promise<void> {
  if (bilan.etat === 'A_REMPLIR') return;
  const adresse = `/api/bilans-trimestriels/${ouvert.id}`;
  const transmis = bilan.transmisLe ?? null;
  horloge.regler(transmis);
  const brouillon = await partenaire.patch<BrouillonEnregistre>(adresse, {
    ...contenu(bilan, liens),
    version: ouvert.version,
  });
  if (bilan.etat === 'BROUILLON') return;
  const { version } = await partenaire.post<BilanLu>(`${adresse}/transitions`, {
    vers: 'TRANSMIS',
    version: brouillon.version,
  });
  if (bilan.etat === 'TRANSMIS') return;
  const lecture = ajouterJours(transmis ?? aujourdhui, JOURS_LECTURE);
  horloge.regler(lecture < aujourdhui ? lecture : aujourdhui);
  const retours = bilan.retours?.map(({ question, motif }) => ({ question: cleQuestion(question, liens), motif }));
  await dd.post(`${adresse}/transitions`, {
    vers: bilan.etat,
    version,
    ...(bilan.etat === 'A_COMPLETER' ? { retours } : {}),
  });
}

function contenu(
  { beneficiaires, reponses, freins, leviers, pistes, valeurs }: DemoBilan,
  liens: Correspondance,
): object {
  return {
    beneficiaires,
    reponses: Object.fromEntries(Object.entries(reponses).filter(([, r]) => r)),
    freins,
    leviers,
    pistes,
    valeurs: Object.entries(valeurs).map(([cle, valeur]) => ({
      indicateurId: trouver(liens.indicateurs, cle),
      ...valeur,
    })),
  };
}

function cleQuestion(question: string, liens: Correspondance): string {
  const [genre, cle] = question.split(':');
  return genre === 'indicateur' && cle ? `indicateur:${trouver(liens.indicateurs, cle)}` : question;
}
