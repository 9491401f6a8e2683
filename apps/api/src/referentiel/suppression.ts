import { QueryFailedError } from 'typeorm';
import { EtatIncompatible, Introuvable } from '@coopilote/db';

/**
 * Deletes what nothing uses. The database alone knows of every use: what it refuses is told as « withdraw it instead ».
 * @throws Introuvable, EtatIncompatible
 */
export async function supprimerInutilise(
  supprimer: () => Promise<{ affected?: number | null }>,
  quoi: string,
): Promise<void> {
  try {
    const { affected } = await supprimer();
    if (!affected) throw new Introuvable(quoi);
  } catch (erreur) {
    if (erreur instanceof QueryFailedError && (erreur.driverError as { code?: string }).code === '23503') {
      throw new EtatIncompatible(
        `${quoi} sert déjà\u00a0: plutôt que de supprimer, choisissez «\u00a0retirer\u00a0». Rien ne change là où c’est utilisé.`,
      );
    }
    throw erreur;
  }
}
