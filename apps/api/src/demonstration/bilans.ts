import type { BilanLu, BrouillonEnregistre } from '@coopilote/domain/bilans';
import { ajouterJours } from '@coopilote/domain/commun';
import { horlogeVecue, type ClientDemonstration } from './client';
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
  aujourdhui: string,
): Promise<void> {
  if (bilan.etat === 'A_REMPLIR') return;
  const adresse = `/api/bilans-trimestriels/${ouvert.id}`;
  const jourEnvoi = bilan.transmisLe ?? aujourdhui;
  const version = await horlogeVecue.au(jourEnvoi, async () => {
    const saisie = { ...contenu(bilan, liens), version: ouvert.version };
    const brouillon = await partenaire.patch<BrouillonEnregistre>(adresse, saisie);
    if (bilan.etat === 'BROUILLON') return brouillon.version;
    const envoi = { vers: 'TRANSMIS', version: brouillon.version };
    return (await partenaire.post<BilanLu>(`${adresse}/transitions`, envoi)).version;
  });
  if (bilan.etat === 'BROUILLON' || bilan.etat === 'TRANSMIS') return;
  const lecture = ajouterJours(jourEnvoi, JOURS_LECTURE);
  const retours = bilan.retours?.map(({ question, motif }) => ({ question: cleQuestion(question, liens), motif }));
  await horlogeVecue.au(lecture < aujourdhui ? lecture : aujourdhui, () =>
    dd.post(`${adresse}/transitions`, {
      vers: bilan.etat,
      version,
      ...(bilan.etat === 'A_COMPLETER' ? { retours } : {}),
    }),
  );
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
