import type { DocumentBilanAnnuel } from '@coopilote/domain/bilans';
import { composerBilanAction, composerBilanAnnuel } from '../bilan-annuel/bilan-annuel';
import { dessinerPdf } from './dessin';

/** The report of a year as PDF. */
export function bilanAnnuelPdf(doc: DocumentBilanAnnuel, edition: { maintenant: Date }): Promise<Buffer> {
  return dessinerPdf(composerBilanAnnuel(doc, edition));
}

/** The year of one action as PDF, for its structure. */
export function bilanActionPdf(
  doc: DocumentBilanAnnuel,
  ficheActionId: string,
  edition: { maintenant: Date },
): Promise<Buffer> {
  return dessinerPdf(composerBilanAction(doc, ficheActionId, edition));
}
